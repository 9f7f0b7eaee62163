"""Feeds, as readers' programs read them: feedparser, a RELAX NG schema after RFC 4287, a JSON Schema of JSON Feed 1.1."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from pathlib import Path

import feedparser
import jsonschema
import lxml.html
import pytest
from lxml import etree

from scripts.edition import Edition
from scripts.facts.records import CorrectionRow
from scripts.outputs import feeds
from tests import editions
from tests.conftest import ADDRESS

SCHEMAS = Path(__file__).parent / "schemas"
ATOM = etree.RelaxNG.from_rnc_string((SCHEMAS / "atom.rnc").read_text("utf-8"))
JSON = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "jsonfeed.json").read_text("utf-8")))
ROOTS = [("en", ""), ("fr", "fr/")]
NAMES = [(language, root, stem) for language, root in ROOTS for stem in ("feed", "corrections")]


def with_correction(language="en") -> Edition:
    """The real edition with one correction more, as a keeper would add it."""
    real = editions.current(language)
    row = CorrectionRow.model_validate(
        {"file": "data/corrections.csv", "line": 2, "key": "2026-12-01-year", "date": "2026-12-01", "page": "partnership", "was_en": "The page gave <2022>.", "was_fr": "La page donnait 2022.",
         "now_en": "It was 2021.", "now_fr": "C’était 2021.", "why_en": "A slip of ours.", "why_fr": "Une erreur de notre part.", "source_ids": real.facts.of_kind("sources")[0].id}
    )
    facts = replace(real.facts, tables=real.facts.tables | {"corrections": [row]})
    return Edition(language, facts, real.charts, ADDRESS)


@pytest.mark.parametrize(("language", "root", "stem"), NAMES)
def test_atom_is_valid_and_read_without_complaint(site, language, root, stem):
    content = (site / f"{root}{stem}.xml").read_bytes()
    ATOM.assertValid(etree.fromstring(content))
    read = feedparser.parse(content)
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.language == language
    assert read.feed.links[1].href == f"{ADDRESS}{root}{stem}.xml"


@pytest.mark.parametrize(("language", "root", "stem"), NAMES)
def test_json_feed_is_valid_and_says_the_same_as_atom(site, language, root, stem):
    feed = json.loads((site / f"{root}{stem}.json").read_text("utf-8"))
    JSON.validate(feed)
    read = feedparser.parse((site / f"{root}{stem}.xml").read_bytes())
    assert [(item["id"], item["url"], item["title"]) for item in feed["items"]] == [(entry.id, entry.link, entry.title) for entry in read.entries]


@pytest.mark.parametrize(
    ("old", "new"),
    [(r"<id>.*?</id>", ""), (r"<updated>.*?</updated>", "<updated>yesterday</updated>"), (r'rel="alternate"', 'rel="other"'), (r'href="https://', 'href="//'), (r"<title>[^<]+</title>", "<title></title>"), (r'xml:lang="en" ', "")],
)
def test_atom_schema_catches(site, old, new):
    text = (site / "feed.xml").read_text("utf-8")
    assert not ATOM.validate(etree.fromstring(re.sub(old, new, text, count=1).encode()))


@pytest.mark.parametrize("damage", [{"version": "1"}, {"title": None}, {"items": [{"id": "a"}]}, {"items": [{"id": 1, "content_html": "x"}]}, {"feed_url": "/feed.json"}, {"other": 1}])
def test_json_schema_catches(damage):
    good = {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": []}
    JSON.validate(good)
    assert not JSON.is_valid(good | damage)


def test_everything_that_changed_is_in_the_feed(site, facts):
    items = json.loads((site / "feed.json").read_text("utf-8"))["items"]
    tags = [item["tags"][0] for item in items]
    assert tags.count("Update") == len(facts.of_kind("updates"))
    assert tags.count("Verdict") == len(facts.of_kind("history"))
    assert len(items) <= feeds.MAX_ENTRIES
    assert [item["date_published"] for item in items] == sorted((item["date_published"] for item in items), reverse=True)


def test_a_correction_appears_in_both_feeds_with_was_now_and_why():
    ours = with_correction()
    files = dict(feeds.files(ours))
    for name in ("feed.json", "corrections.json"):
        feed = json.loads(files[name])
        JSON.validate(feed)
        item = feed["items"][0]
        assert item["title"] == "Correction: It was 2021."
        assert item["url"] == f"{ADDRESS}updates/#2026-12-01-year"
        assert item["content_html"].splitlines() == [
            "<p><b>Was</b>: The page gave &lt;2022&gt;.</p>", "<p><b>Now</b>: It was 2021.</p>", "<p><b>Why</b>: A slip of ours.</p>", f'<p><a href="{ADDRESS}partnership/">Partnership</a></p>'
        ]
    ATOM.assertValid(etree.fromstring(files["corrections.xml"]))


def test_ids_are_unique_and_outlive_a_move(site):
    here = [entry.id for entry in feeds.entries(with_correction())]
    moved = with_correction()
    moved.address = "https://elsewhere.example/"
    assert [entry.id for entry in feeds.entries(moved)] == here
    assert len(set(here)) == len(here)
    french = {entry.id for entry in feeds.entries(with_correction("fr"))}
    assert not french & set(here)


def test_links_lead_to_places_that_exist(site):
    for _, root in ROOTS:
        for item in json.loads((site / f"{root}feed.json").read_text("utf-8"))["items"]:
            for link in [item["url"], *(a.get("href") for a in lxml.html.fragment_fromstring(item["content_html"], create_parent="div").iter("a"))]:
                assert link.startswith(ADDRESS)
                path, _, anchor = link.removeprefix(ADDRESS).partition("#")
                page = lxml.html.parse(site / path / "index.html").getroot()
                assert not anchor or page.get_element_by_id(anchor) is not None


def test_every_page_names_the_feeds(site):
    for language, root in ROOTS:
        wanted = {(feed.type, f"{ADDRESS}{root}{stem}.{ending}") for stem in ("feed", "corrections") for ending, feed in zip(("xml", "json"), feeds.listing(editions.current(language))[:2], strict=True)}
        for name in ("", "strategy/", "charts/us-plan/", "updates/"):
            page = lxml.html.parse(site / root / name / "index.html").getroot()
            named = {(link.get("type"), link.get("href")) for link in page.xpath("//link[@rel='alternate'][contains(@type,'feed') or contains(@type,'atom')]")}
            assert named == wanted, f"{language} {name}"


def test_an_empty_feed_is_dated_by_the_data_not_the_clock():
    ours = editions.current("en")
    text = feeds.atom(ours, "corrections", []).decode()
    assert f"<updated>{dt.date.fromisoformat(ours.last_checked).isoformat()}T00:00:00+00:00</updated>" in text
