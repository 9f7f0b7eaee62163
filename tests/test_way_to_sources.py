"""The way to the sources on the built site: from any figure to its row, its sources and back, and from a claim, without JavaScript."""

import re
from urllib.parse import urljoin, urlsplit

import pytest

from scripts.index import markdown_pages
from scripts.index.addresses import row_address
from tests import editions
from tests.conftest import ADDRESS


def followed(address: str, link: str) -> str:
    """Where a link of the page at `address` leads, relative to the site's root."""
    return urljoin(ADDRESS + address, link).removeprefix(ADDRESS)


def at(read, address: str):
    """The element that an address with an anchor names."""
    [element] = read(address).xpath("//*[@id=$id]", id=urlsplit(ADDRESS + address).fragment)
    return element


def test_every_figure_of_every_page_leads_to_its_row_and_its_sources(read, addresses):
    counted = {"": 0, "fr/": 0}
    for address in addresses:
        for fact in read(address).find_class("fact"):
            counted["fr/" * address.startswith("fr/")] += 1
            entry = at(read, followed(address, fact.get("href")))
            assert re.search(r"(High|Medium|Low) confidence|Fiabilité (élevée|moyenne|faible)", entry.text_content()), "its confidence"
            row_address = followed(address, entry.xpath(".//a[@class='row']/@href")[0])
            row = at(read, row_address)
            assert row.getparent().get("class") == "rows"
            assert row.xpath(".//b[@class='rows-value']")[0].text.find(entry.xpath(".//b")[0].text) >= 0, "the same figure"
            assert row.xpath(".//p[@class='source-list']//a/@href"), (
                "its sources, what it is computed from, or the table whose rows it counts"
            )
    assert counted[""] == counted["fr/"] > 0, "the same figures in both editions"


@pytest.mark.parametrize("language", ["", "fr/"])
def test_every_row_of_every_chart_leads_to_the_row_of_the_data(read, facts, language):
    """Rows that no page lists stand on the chart's page alone."""
    edition = editions.current("fr" if language else "en")
    for chart in edition.all_charts:
        address = f"{language}charts/{chart.slug}/"
        rows = read(address).xpath("//figure//tbody/tr")
        for drawn, row in zip(rows, chart.rows, strict=True):
            links = drawn.xpath(".//a[@class='row']/@href")
            assert len(links) == sum(row_address(facts.by_place[place], edition) is not None for place in row.places), (
                f"{address}: {drawn.text_content()}"
            )
            for link in links:
                target = at(read, followed(address, link)) if "#" in link else read(followed(address, link))
                assert target.xpath(".//a/@href"), f"{link} names no source"


@pytest.mark.parametrize("language", ["", "fr/"])
def test_each_claim_has_a_page_of_its_own_linked_from_its_card(read, facts, language):
    for claim in facts.of_kind("claims"):
        card = at(read, f"{language}scorecard/#{claim.key}")
        address = followed(f"{language}scorecard/", card.xpath(".//a[@class='claim-page-link']/@href")[0])
        assert address == f"{language}scorecard/{claim.key}/"
        outside = set(read(address).xpath("//ol[@class='documents']//a[contains(@rel, 'external')]/@href"))
        assert outside >= {facts.sources[source].url for source in claim.source_ids}


def test_every_story_page_can_be_cited_with_a_version_of_its_own(read):
    chapters = [name for name, page in markdown_pages.pages(editions.current()).items() if page.markers]
    cited = [read(f"{name}/".removeprefix("index/")).xpath("string(//p[@class='cite-text'])") for name in chapters]
    versions = {re.search(r"version (\S+),", text)[1] for text in cited}
    assert len(versions) == len(chapters)


@pytest.mark.browser
def test_the_walk_works_without_javascript(browse):
    chapter = next(
        name
        for name, page in markdown_pages.pages(editions.current()).items()
        if name != "index" and any(marker.kind == "figure" for marker in page.markers)
    )
    page = browse(f"{chapter}/", java_script_enabled=False)
    page.locator("a.fact").first.click()
    page.locator("li:target a.row").click()
    page.locator("li:target .source-list a").first.click()
    page.locator("li:target").wait_for()  # a busy machine may still be reading the page
    assert "/sources/" in page.url
    page.locator(f"li:target .resting a[href*='/{chapter}/']").first.click()
    assert f"/{chapter}/" in page.url
