"""The exit: the same content under Zensical, with its facts, charts and lists in both editions."""

import lxml.html
import pytest

from scripts import paths
from scripts.editions import Edition
from scripts.index import markdown_pages
from tests import editions, zensical

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def moved(site, tmp_path_factory):
    target = tmp_path_factory.mktemp("zensical") / "site"
    zensical.build(target)
    return target


def flat(text: str) -> str:
    """With plain spaces, one at a time."""
    return " ".join(text.split())


def missing(page: markdown_pages.MarkdownPage, tree: lxml.html.HtmlElement, edition: Edition) -> list[str]:
    """Which figures, verdicts, notes and charts of a page its HTML lacks, and marks of blocks that were left as they are."""
    facts = {flat(link.text_content()) for link in tree.find_class("fact")}
    problems = [f"figure {key}" for key in page.names("figure") if flat(edition.fmt.figure(edition.facts.figure(key))) not in facts]
    problems += [
        f"verdict {key}"
        for key in page.names("verdict")
        if not tree.xpath("//a[contains(@class, 'badge')][contains(@href, $to)]", to=f"#{key}")
    ]
    problems += [
        f"chart {slug}"
        for slug in page.charts
        if len(tree.xpath("//figure[@id=$id]//*[local-name()='svg']", id=f"chart-{slug}")) != 2
    ]
    if page.names("cite") and not tree.xpath("//*[@id='c-1']"):
        problems.append("notes")
    return problems + [f"marker {mark}" for mark in ("{{ ", "/// ") if mark in flat(tree.text_content())]


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_facts_charts_and_lists_are_in_its_pages(moved, language):
    edition, lacking = editions.current(language), {}
    for name, page in markdown_pages.pages(edition).items():
        file = moved / paths.prefix(language) / name.replace("index", "") / "index.html"
        if problems := missing(page, lxml.html.document_fromstring(file.read_bytes()), edition):
            lacking[page.file] = problems
    assert lacking == {}


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_every_chart_keeps_its_page_and_its_files(moved, language):
    for slug in editions.current(language).chart_definitions:
        for file in ("index.html", *(f"{slug}.{ending}" for ending in ("png", "svg", "csv", "json"))):
            assert (moved / paths.prefix(language) / "charts" / slug / file).exists(), file
