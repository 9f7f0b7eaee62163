"""`make new-page` and `make new-chart`: the files that are written, and nothing where the name will not do."""

from __future__ import annotations

import shutil

import pytest

from scripts import paths
from scripts.checks import heads
from scripts.index import written
from scripts.problems import ProblemsFound
from scripts.tools import new
from tests import editions


@pytest.fixture
def root(tmp_path):
    for language in paths.LANGUAGES:
        (tmp_path / "docs" / language).mkdir(parents=True)
    (tmp_path / "scripts/charts").mkdir(parents=True)
    shutil.copy(paths.ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def test_a_page_has_its_twins_and_its_place_in_the_menu(root):
    files = new.page("canada", editions.everything(), root)
    assert [file.relative_to(root).as_posix() for file in files] == ["docs/en/canada.md", "docs/fr/canada.md", "mkdocs.yml"]
    pages = written.read_all(root / "docs", paths.LANGUAGES)
    assert {tuple(heading.id for heading in edition["canada"].headings) for edition in pages.values()} == {("", "in-short", "unknown")}
    assert "## En bref {#in-short}" in pages["fr"]["canada"].text and 110 <= len(pages["en"]["canada"].description) <= 160
    known = {**written.read_all(paths.DOCS, ["en"])["en"], **pages["en"]}
    assert list(heads.in_menu(known, root / "mkdocs.yml")) == []


def test_a_chart_draws_the_figure_in_all_its_years(root, facts):
    module, texts = new.chart("porsche-america", "porsche-us-2019", editions.everything(), root)
    names: dict = {}
    exec(compile(module.read_text("utf-8"), module, "exec"), names)
    rows = names["rows"](facts)
    assert [row["year"] for row in rows] == list(range(rows[0]["year"], rows[-1]["year"] + 1))
    assert {str(row["figure"]) for row in rows if row["year"] == 2019} == {str(facts.figure("porsche-us-2019").number)}
    assert texts.read_text("utf-8").count('title = "TODO porsche-america"') == 2


@pytest.mark.parametrize(("name", "key", "said"), [
    ("Porsche US", "porsche-us-2019", "is no name"), ("porsche", "porsche-us-2091", "is the key of no row with a figure"), ("gone", "porsche-us-2019", "exists already"),
])
def test_what_will_not_do_is_told_and_nothing_is_written(root, name, key, said):
    (root / "scripts/charts/gone.py").touch()
    with pytest.raises(ProblemsFound, match=said):
        new.chart(name, key, editions.everything(), root)
    assert [file.name for file in (root / "scripts/charts").iterdir()] == ["gone.py"]
