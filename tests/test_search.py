"""The search index: one an edition, light, with every chart's title and every claim, and without what only a drawing says."""

import gzip
import html
import json

import lxml.html

from scripts import paths

MAX_BYTES = 100_000  # bytes over the wire, when a reader first opens the search


def index(site, edition) -> list[dict]:
    """The entries of an edition's index: location, title and text, which are HTML."""
    return json.loads(file_of(site, edition).read_text("utf-8"))["docs"]


def file_of(site, edition):
    return site / paths.prefix(edition.language) / "search" / "search_index.json"


def only_drawn(page) -> set[str]:
    """Texts of a page's drawings that stand nowhere else on it."""
    texts = {" ".join(text.text_content().split()) for text in page.iter("{*}text", "text")}
    for drawing in page.xpath("//*[local-name()='svg']"):
        drawing.drop_tree()
    rest = " ".join(page.text_content().split())
    return {text for text in texts if len(text) > 3 and text not in rest}


def test_the_index_is_light(site, each_edition):
    assert len(gzip.compress(file_of(site, each_edition).read_bytes(), 6)) <= MAX_BYTES


def test_every_chart_and_every_claim_can_be_found_by_its_title(site, each_edition):
    titles = {(entry["location"].split("#")[0], " ".join(html.unescape(entry["title"]).split())) for entry in index(site, each_edition)}
    wanted = {(f"charts/{slug}/", each_edition.chart(slug).text("title")) for slug in each_edition.chart_definitions}
    wanted |= {
        (f"scorecard/{claim.key}/", claim.text_in("said_in", each_edition.language).removesuffix("."))
        for claim in each_edition.facts.of_kind("claims")
    }
    assert {(where, " ".join(title.split())) for where, title in wanted} - titles == set()


def test_what_only_a_drawing_says_is_not_in_the_index(site, each_edition):
    folder, indexed = file_of(site, each_edition).parents[1], []
    for slug in each_edition.chart_definitions:
        address = f"charts/{slug}/"
        texts = " ".join(html.unescape(entry["text"]) for entry in index(site, each_edition) if entry["location"].startswith(address))
        drawn = only_drawn(lxml.html.document_fromstring((folder / address / "index.html").read_bytes()))
        indexed += [(slug, text) for text in drawn if text in texts]
    assert indexed == []


def test_what_only_a_drawing_says_would_be_seen():
    assert only_drawn(lxml.html.document_fromstring("<p>Words</p><svg><text>Kilometrage</text><text>Words</text></svg>")) == {"Kilometrage"}
