"""The exit: the same content under Zensical, with its facts, charts and lists in both editions."""

from __future__ import annotations

import lxml.html
import pytest

from scripts import edition, paths
from scripts.index import markers, written
from tests import editions, zensical

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def moved(site, tmp_path_factory):
    target = tmp_path_factory.mktemp("zensical") / "site"
    zensical.build(target)
    return target


def missing(text: str, html: str, ours: edition.Edition) -> list[str]:
    """Which facts, notes, verdicts, charts and other blocks of a page's Markdown its HTML lacks."""
    tree = lxml.html.document_fromstring(html)
    shown = " ".join(tree.text_content().split())
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    found = []
    for marker in markers.find(text):
        if marker.kind == "figure" and (
            f"f-{marker.names[0]}" not in ids or ours.fmt.figure(ours.facts.figure(marker.names[0])) not in tree.text_content()
        ):
            found.append(f"figure {marker.names[0]}")
        if marker.kind == "verdict" and not tree.xpath(f"//a[contains(@class, 'badge')][contains(@href, '#{marker.names[0]}')]"):
            found.append(f"verdict {marker.names[0]}")
    if any(marker.kind == "cite" for marker in markers.find(text)) and "c-1" not in ids:
        found.append("notes")
    for block in markers.blocks(text):
        if block.name == "chart":
            figure = tree.xpath(f"//figure[@id='chart-{block.argument}']")
            if not figure or len(figure[0].xpath(".//*[local-name()='svg']")) != 2 or not figure[0].xpath(".//table"):
                found.append(f"chart {block.argument}")
        elif f"/// {block.name}" in shown:
            found.append(f"block {block.name}")
    return found + [f"marker {mark}" for mark in ("{{ ", "/// ") if mark in shown]


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_facts_charts_and_lists_are_in_its_pages(moved, language):
    ours, lacking = editions.current(language), {}
    for name, page in written.pages(ours).items():
        file = moved / paths.prefix(language) / name.replace("index", "") / "index.html"
        if found := missing(page.text, file.read_text("utf-8"), ours):
            lacking[page.file] = found
    assert lacking == {}


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_every_chart_keeps_its_page_and_its_files(moved, language):
    for slug in editions.current(language).charts:
        for file in ("index.html", *(f"{slug}.{ending}" for ending in ("png", "svg", "csv", "json"))):
            assert (moved / paths.prefix(language) / "charts" / slug / file).exists(), file
