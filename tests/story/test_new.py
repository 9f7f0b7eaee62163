"""Of this story: `make new-page` and `make new-chart`: the files that are written, and nothing where the name will not do."""

import re
import subprocess
import sys
import tomllib

import pytest

from scripts import paths
from scripts.facts.records import FigureRow
from scripts.problems import ProblemsFound
from scripts.tools import new, new_story
from tests import editions


def test_a_chart_draws_the_figure_in_all_its_years(empty_project, facts):
    module, texts = new.chart("porsche-america", "porsche-us-2019", editions.everything(), empty_project)
    names: dict = {}
    exec(compile(module.read_text("utf-8"), module, "exec"), names)
    rows = names["rows"](facts)
    assert [row["year"] for row in rows] == list(range(rows[0]["year"], rows[-1]["year"] + 1))
    assert {str(row["figure"]) for row in rows if row["year"] == 2019} == {str(facts.figure("porsche-us-2019").number)}
    assert texts.read_text("utf-8").count('title = "TODO porsche-america"') == 2


def test_a_new_chart_is_as_narrow_as_the_linter_asks_whatever_its_row_holds(empty_project, facts):
    def cells(row):
        return "".join(str(getattr(row, column)) for column in row.DECLARED)

    wide = int(re.search(r"max-line-length=(\d+) scripts/charts", (paths.ROOT / "Makefile").read_text("utf-8"))[1])
    longest = max((row for row in facts.rows if isinstance(row, FigureRow) and row.key), key=lambda row: len(cells(row)))
    for name, key in (("longest", longest.key), ("short", "porsche-us-macan-2022")):
        module, _ = new.chart(name, key, editions.everything(), empty_project)
        text = module.read_text("utf-8")
        assert [line for line in text.splitlines() if len(line) > wide] == []
        ruff = [sys.executable, "-m", "ruff", "format", "--stdin-filename", "scripts/charts/new.py", "-"]
        assert subprocess.run(ruff, input=text, capture_output=True, text=True, check=True, cwd=paths.ROOT).stdout == text


def test_the_worked_chart_of_the_contract_is_what_a_new_chart_begins_with_more_lines(empty_project):
    contract = (paths.ROOT / "scripts/charts/README.md").read_text("utf-8")
    name, key = re.search(r"make new-chart NAME=(\S+) KEY=(\S+)` begins", contract).groups()
    module, texts = (file.read_text("utf-8") for file in new.chart(name, key, editions.everything(), empty_project))
    (worked_texts,), (worked,) = (re.findall(rf"```{kind}\n(.*?)```", contract, re.S) for kind in ("toml", "python"))
    lines = iter(worked.splitlines())
    assert [line for line in module.splitlines() if line not in lines] == [], "a line that is not there, or not in this order"
    begun, written = tomllib.loads(texts), tomllib.loads(worked_texts)
    assert written["columns"] == begun["columns"] and written["height"] == begun["height"]
    for section in ("en", "fr"):
        assert written[section].keys() >= begun[section].keys() and written[section]["columns"].keys() == begun["columns"].keys()
    assert written.keys() >= begun.keys()


@pytest.mark.parametrize(("name", "key", "message"), [
    ("Porsche US", "porsche-us-2019", "is no name"), ("porsche", "porsche-us-2091", "is the key of no row with a figure"),
    ("gone", "porsche-us-2019", "exists already"),
])
def test_what_will_not_do_is_told_and_nothing_is_written(empty_project, name, key, message):
    (empty_project / "scripts/charts/gone.py").touch()
    with pytest.raises(ProblemsFound, match=message):
        new.chart(name, key, editions.everything(), empty_project)
    assert [file.name for file in (empty_project / "scripts/charts").iterdir()] == ["gone.py"]


def test_no_word_or_page_of_another_story_names_ours(tmp_path):
    new_story.make(tmp_path / "orsa")
    files = [file for folder in ("data", "docs") for file in (tmp_path / "orsa" / folder).rglob("*.*")]
    assert [mention for file in files for mention in re.findall(r".*(?:Alpine|AutoNation|Renault|A110).*", file.read_text("utf-8"))] == []
