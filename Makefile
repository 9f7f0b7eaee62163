# Every verb of the project. `make serve` and `make test` work from a bare machine with Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
HOST ?= 127.0.0.1
export NO_MKDOCS_2_WARNING = 1
export PYTHONDONTWRITEBYTECODE = 1

.DEFAULT_GOAL := help

# An upgrade of Python leaves a .venv that cannot start or finds no package: then it is made again.
ifneq ($(wildcard $(VENV)/ready),)
$(shell $(BIN)/python -c 'import markdown' 2>/dev/null || rm -f $(VENV)/ready $(VENV)/ready-test)
endif

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-10s %s\n", $$1, $$2}'

serve: $(VENV)/ready ## show all editions at one address, each change as soon as it is saved
	@$(PYTHON) scripts/setup.py serve
	@$(BIN)/python -m scripts.serve --port $(PORT) --host $(HOST)

build: $(VENV)/ready ## build both editions, strict, into site/
	@$(PYTHON) scripts/setup.py build
	@$(BIN)/python -m scripts.build

check: $(VENV)/ready ## the fast checks: data, words, pages, editions, code style, types
	@$(BIN)/python -m scripts.check
	@if [ -x $(BIN)/ruff ]; then $(BIN)/ruff check -q scripts tests && $(BIN)/ruff check -q --select E501 --config lint.pycodestyle.max-line-length=120 scripts/charts; fi
	@if [ -x $(BIN)/mypy ]; then $(BIN)/mypy --no-error-summary; fi

fix: $(VENV)/ready-test ## mend what can be mended by rule; accept charts and addresses as they are (then read the diff)
	@$(BIN)/python -m scripts.check --mend
	@$(BIN)/python -m tests.accepted
	@$(BIN)/ruff check -q --fix scripts tests && $(BIN)/ruff format -q scripts tests/second_story

test: $(VENV)/ready-test ## every kind of fault, in five minutes: the tests, real Chromium included
	@$(PYTHON) scripts/setup.py test
	@$(BIN)/python -m pytest -q -n auto --dist worksteal

test-all: $(VENV)/ready-test ## all tests on all pages: nightly and before a release
	@$(PYTHON) scripts/setup.py all
	@$(BIN)/python -m pytest -q -n auto --dist worksteal --all

claim: $(VENV)/ready ## where a claim shows, and so what to read again when its verdict changes: make claim ID=x14
	@$(BIN)/python -m scripts.tools where $(ID)

where: $(VENV)/ready ## the same for any row or source: make where KEY=alpine-2025
	@$(BIN)/python -m scripts.tools where $(KEY)

new-page: $(VENV)/ready ## write the files of a new page, then tell what is missing: make new-page NAME=canada
	@$(BIN)/python -m scripts.tools new page "$(NAME)"

new-chart: $(VENV)/ready ## the same for a chart of a figure in all its years: make new-chart NAME=canada KEY=alpine-2025
	@$(BIN)/python -m scripts.tools new chart "$(NAME)" "$(KEY)"

reviewed: $(VENV)/ready ## note that the editions of a page were read side by side today: make reviewed PAGE=strategy
	@$(BIN)/python -m scripts.tools reviewed $(PAGE)

bench: $(VENV)/ready-test build ## seconds of three builds of a copy, then of the preview: from a saved change to the browser
	@$(BIN)/python -m tests.bench

zensical: $(VENV)/ready-test ## build both editions with the theme's successor, into build/zensical
	@$(PYTHON) scripts/setup.py build
	@$(BIN)/python -m tests.zensical

lock: $(VENV)/ready ## compile requirements*.in into hash-pinned requirements*.txt
	@PIP_USER=0 $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@for name in requirements requirements-test requirements-node; do \
		$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
			--no-emit-index-url --no-emit-find-links --no-header $$name.in -o $$name.txt || exit 1; done

new-story: $(VENV)/ready ## another story on this engine, beside this folder: make new-story NAME=coffee
	@$(BIN)/python -m scripts.tools new_story $(NAME)

setup: $(VENV)/ready-test ## only install, for editors and plain `mkdocs build`

stale: $(VENV)/ready ## list the facts that are due to be looked up again, with search terms
	@$(BIN)/python -m scripts.tools stale

audit: $(VENV)/ready ## list a page's figures with rows, sources and confidence: make audit PAGE=strategy; without PAGE, of all
	@$(BIN)/python -m scripts.tools audit $(PAGE)

archive: build ## pack the built site into one zip that opens offline
	@$(BIN)/python -m scripts.tools archive

clean: ## remove everything that was generated, the virtual environment too
	rm -rf $(VENV) build site .pytest_cache .ruff_cache

$(VENV)/ready: requirements.txt scripts/setup.py
	@$(PYTHON) scripts/setup.py packages requirements.txt
	@touch $@

$(VENV)/ready-test: requirements-test.txt $(VENV)/ready
	@$(PYTHON) scripts/setup.py packages requirements-test.txt
	@touch $@

.PHONY: help serve build check fix test test-all claim where new-page new-chart reviewed bench zensical lock new-story setup stale audit archive clean
