"""`make new-page` and `make new-chart`: the files that are written, and nothing where the name will not do."""

import tomllib

from scripts import paths
from scripts.checks import navigation
from scripts.facts.records import FigureRow
from scripts.index import markdown_pages
from scripts.tools import new
from tests import editions


def test_a_page_has_its_twins_and_its_place_in_the_menu(empty_project):
    files = new.page("canada", editions.everything(), empty_project)
    assert [file.relative_to(empty_project).as_posix() for file in files] == ["docs/en/canada.md", "docs/fr/canada.md", "mkdocs.yml"]
    pages = {language: markdown_pages.read_folder(empty_project / "docs", language) for language in paths.LANGUAGES}
    assert {tuple(heading.id for heading in edition["canada"].headings) for edition in pages.values()} == {("", "in-short", "unknown")}
    assert "## En bref {#in-short}" in pages["fr"]["canada"].text and 110 <= len(pages["en"]["canada"].description) <= 160
    known = markdown_pages.read_folder(paths.DOCS, "en") | pages["en"]
    assert list(navigation.menu(known, empty_project / "mkdocs.yml")) == []


def test_a_chart_has_its_settings_and_what_they_may_be(empty_project, facts):
    key = next(row.key for row in facts.rows if isinstance(row, FigureRow) and row.key)
    texts = new.chart("first", key, editions.everything(), empty_project)[1].read_text("utf-8")
    order = max(chart.settings.order for chart in editions.current().chart_definitions.values()) + 10
    assert tomllib.loads(texts).items() >= {"pages": [], "topics": [], "order": order}.items()
    assert all(f", {topic}" in texts or f": {topic}" in texts for topic in facts.topics)
