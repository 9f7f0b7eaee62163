"""Tags and structured data in the heads of the built pages: schema.org's vocabulary (rdflib carries it), required fields, dates, images."""

import json
import re
import struct

import pytest
from rdflib import SDO

from scripts import paths
from scripts.content import news
from scripts.index.addresses import year_of
from scripts.markup import head
from tests import editions
from tests.conftest import ADDRESS

REQUIRED = {
    "Article": {"headline", "image", "datePublished", "dateModified", "author", "publisher", "inLanguage", "mainEntityOfPage"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Dataset": {"name", "description", "license", "creator", "distribution"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "ClaimReview": {"claimReviewed", "reviewRating", "url", "author", "itemReviewed", "datePublished"},
    "Rating": {"alternateName"},
    "Claim": {"author", "datePublished"},
    "Organization": {"name"},
    "CreativeWork": {"name", "url"},
    "WebSite": {"name", "url"},
}
"""What search engines and fact-check readers require of each type (schema.org itself requires nothing)."""


def breaches(node: object) -> list[str]:
    """Words that the vocabulary lacks, and required ones that are missing or empty."""
    if isinstance(node, list):
        return [breach for item in node for breach in breaches(item)]
    if not isinstance(node, dict):
        return []
    kind = node.get("@type")
    problems = [f"{kind}: {name} is not in schema.org" for name in node if not name.startswith("@") and name not in SDO]
    if kind is not None:
        problems += [f"{kind} is not in schema.org"] if kind not in SDO else []
        problems += [f"{kind} lacks {name}" for name in sorted(REQUIRED.get(kind, {"?"})) if not node.get(name)]
    return problems + [breach for value in node.values() for breach in breaches(value)]


def graph_of(page) -> list[dict]:
    return json.loads(page.xpath("string(//script[@type='application/ld+json'])"))["@graph"]


def tag(page, name: str) -> str:
    contents = page.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    assert len(contents) == 1, f"{name} stands {len(contents)} times"
    return contents[0]


@pytest.mark.parametrize(
    ("node", "message"),
    [
        ({"@type": "Dataset", "name": "n", "description": "d", "license": "l", "creator": {"@type": "Organization", "name": "o"}},
         "Dataset lacks distribution"),
        ({"@type": "Rating", "alternateName": ""}, "Rating lacks alternateName"),
        ({"@type": "Ratings"}, "Ratings is not in schema.org"),
        ({"@type": "Organization", "name": "o", "nmae": "p"}, "Organization: nmae is not in schema.org"),
    ],
)
def test_rules_catch(node, message):
    assert message in breaches([{"inner": node}])


def test_every_page_is_described_in_the_vocabulary(read, addresses):
    for path in addresses:
        graph = graph_of(read(path))
        assert breaches(graph) == [], path
        kinds = [part["@type"] for part in graph]
        assert kinds[0] == "Article", path
        assert ("BreadcrumbList" in kinds) is (path not in ("", "fr/")), path


def test_data_and_charts_are_datasets_whose_files_exist(site, read, addresses):
    described = 0
    for path in addresses:
        for part in graph_of(read(path)):
            if part["@type"] == "Dataset":
                described += 1
                for download in part["distribution"]:
                    assert (site / download["contentUrl"].removeprefix(ADDRESS)).is_file(), path
    assert described == 2 * (len(editions.current("en").chart_definitions) + 1)


def test_each_claim_is_reviewed_on_its_own_page_with_its_verdict_in_words(read, facts):
    for root, language in (("", "en"), ("fr/", "fr")):
        fmt = editions.current(language).fmt
        for claim in facts.of_kind("claims"):
            address = f"{root}scorecard/{claim.key}/"
            (review,) = (part for part in graph_of(read(address)) if part["@type"] == "ClaimReview")
            assert review["url"] == ADDRESS + address
            verdict = fmt.word(f"verdict.{claim.verdict}")
            assert review["reviewRating"] == {"@type": "Rating", "alternateName": verdict}, "never a number"


def test_tags_are_complete_and_the_image_is_what_they_say(site, read, addresses):
    opened = news.opened(editions.current().facts).isoformat()
    for path in addresses:
        page, language = read(path), "fr" if path.startswith("fr/") else "en"
        assert tag(page, "og:url") == ADDRESS + path == page.xpath("string(//link[@rel='canonical']/@href)"), path
        assert tag(page, "og:locale") == {"en": "en_GB", "fr": "fr_FR"}[language]
        assert tag(page, "og:locale:alternate") == {"en": "fr_FR", "fr": "en_GB"}[language]
        for name in ("og:title", "og:description", "og:site_name", "og:image:alt", "twitter:image:alt"):
            assert tag(page, name).strip(), f"{path}: {name}"
        assert tag(page, "twitter:card") == "summary_large_image"
        picture = site / tag(page, "og:image").removeprefix(ADDRESS)
        content = picture.read_bytes()
        assert (
            struct.unpack(">II", content[16:24])
            == (1200, 630)
            == (int(tag(page, "og:image:width")), int(tag(page, "og:image:height")))
        ), path
        assert len(content) < 300_000, path
        if tag(page, "og:type") == "article":
            assert opened <= tag(page, "article:published_time") <= tag(page, "article:modified_time"), path


def test_a_page_shows_its_first_chart_else_words_and_charts_show_themselves(read, facts):
    featured = re.search(r"^/// chart \| (\S+)$", (paths.DOCS / "en/index.md").read_text("utf-8"), re.M)[1]
    for root in ("", "fr/"):
        assert tag(read(root), "og:image") == f"{ADDRESS}{root}charts/{featured}/card.png"
        for slug in editions.current().chart_definitions:
            assert tag(read(f"{root}charts/{slug}/"), "og:image") == f"{ADDRESS}{root}charts/{slug}/card.png"
        assert tag(read(f"{root}method/"), "og:image") == f"{ADDRESS}{root}share/method.png"
        claim, year = facts.of_kind("claims")[0], year_of(facts.of_kind("sources")[0])
        assert tag(read(f"{root}scorecard/{claim.key}/"), "og:image") == f"{ADDRESS}{root}share/scorecard/{claim.key}.png"
        assert claim.said_in.rstrip(".") in tag(read(f"scorecard/{claim.key}/"), "og:image:alt")
        assert tag(read(f"{root}sources/{year}/"), "og:image") == f"{ADDRESS}{root}share/sources.png", "that of its section"


def test_text_cannot_end_the_script_or_the_tag():
    assert "</script>" not in head.as_script({"name": "</script><b>"})
    edition = editions.current()
    tags = head.tags(edition, f"charts/{next(iter(edition.chart_definitions))}", 'A "title" & more', "d<e>")
    assert 'content="A &#34;title&#34; &amp; more"' in tags
    assert 'content="d&lt;e&gt;"' in tags
