"""Of this story: feeds, as readers' programs read them: feedparser, a RELAX NG schema after RFC 4287."""

import json
import re

import feedparser
import lxml.html
import pytest
from lxml import etree

from scripts import paths
from scripts.checks import news
from scripts.content import news as changes
from scripts.editions import Edition
from scripts.index import markdown_pages
from scripts.outputs import feeds
from scripts.project import Project
from tests import editions
from tests.conftest import ADDRESS
from tests.story import year_from_now


def item_of(day, language="en"):
    """What the feed of everything tells of a day."""
    return next(item for item in feeds.feed(year_from_now.edition(language), "all").items if item["pubdate"].date().isoformat() == day)


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_a_year_of_changes_reads_as_news(atom, language):
    """What a subscriber sees: one item a day, in order, headlines that stand alone, nothing from before the site opened."""
    edition = year_from_now.edition(language)
    assert list(news.check(Project(edition.facts))) == []
    files = dict(feeds.files(edition))
    read = feedparser.parse(files["feed.xml"])
    atom.assertValid(etree.fromstring(files["feed.xml"]))
    assert not read.bozo
    days = [entry.published[:10] for entry in read.entries]
    assert days == sorted({day.isoformat() for day in editions.news_dates(edition.facts)}, reverse=True)
    assert len(set(days).difference(map(str, editions.news_dates(editions.current().facts)))) == 12, "the sample's own"
    assert min(days) == changes.opened(edition.facts).isoformat()
    assert read.feed.icon.endswith("favicon-64.png")
    assert read.feed.logo.endswith("icon-512.png")
    kinds = ("claims", "history", "updates", "corrections")
    keys = {row.key for kind in kinds for row in edition.facts.of_kind(kind)} | set(edition.facts.sources)
    for entry in read.entries:
        content = lxml.html.fragment_fromstring(entry.content[0].value, create_parent="div")
        text = " ".join([entry.title, content.text_content(), *(picture.get("alt") for picture in content.iter("img"))])
        assert not keys & set(re.findall(r"[\w-]+", text)), entry.title
        assert len(entry.title.split()) >= news.SHORTEST
        assert len(entry.title) <= news.LONGEST + 60
        assert not entry.title.endswith(".")
        links = [link.get("href") for link in content.xpath("./p/a[not(img)]")]
        assert links[0] == entry.link
        assert len(links) == len(content.findall("h3")) + 1, "one link a change"


@pytest.mark.parametrize(
    ("language", "day", "title"),
    [
        ("en", "2026-12-18", "Promise kept. The last petrol A110 has left the works at Dieppe, and every Alpine on sale is electric"),
        ("fr", "2027-03-11", "Promesse revue. Renault a divisé par deux ce qu’il attend d’Alpine en 2030"),
        # A missed promise, an update and a correction: the promise leads.
        ("en", "2027-02-18", "Promise missed. Alpine lost money in 2026, Renault’s accounts show (and 2 more changes)"),
        # A promise of another kind stands before it in the data; the market that the story is about leads.
        ("fr", "2027-09-14",
         "Promesse revue. Alpine a repoussé le Canada de 2029 à une date qu’elle ne donne pas (et 2 autres changements)"),
        # Evidence that we only read again follows what happened.
        ("en", "2027-10-07", "The next A110 has passed the American crash tests (and one more change)"),
        ("en", "2027-05-04", "Mike Manley has handed over the wheel of AutoNation"),
    ],
)
def test_the_weightiest_change_of_a_day_leads_its_item(language, day, title):
    assert item_of(day, language)["title"] == title


def test_a_verdict_says_what_was_promised_by_whom_what_it_is_now_and_who_reported_it():
    item = item_of("2027-09-14")
    content = lxml.html.fragment_fromstring(item["content"], create_parent="div")
    assert content.find(".//img").get("alt") == "Off or on hold. Launch in Canada in 2029."
    assert content.find(".//img").get("src") == f"{ADDRESS}share/scorecard/x14.png"
    assert [part.text_content() for part in content][1:7] == [
        "It spoke of the tariff, and of a network that is not there yet.",
        "The promise: Launch in Canada in 2029 · Philippe Krief, 10 March 2026",
        "Verdict: changed (until now: open)",
        "Source: Sample Gazette, 14 September 2027",
        "Its history, and the words that prove it",
        "Promise missed. Alpine’s own list for 2030 has five electric models, and no room for two more",
    ]


def test_a_promise_read_again_is_told_by_its_own_words():
    change = next(change for change in changes.changes(year_from_now.edition()) if change.key == "x07-2027-10-07")
    assert change.title == "Promise missed. Alpine profitable by 2025"
    assert change.details[0][1].startswith("Read again, with the accounts")


def test_a_new_chart_is_told_with_its_own_picture_and_page():
    item = item_of("2026-12-10", "fr")
    assert item["link"] == f"{ADDRESS}fr/charts/us-tariff/"
    assert f'src="{ADDRESS}fr/charts/us-tariff/card.png"' in item["content"]


def test_a_correction_is_in_both_feeds_with_was_now_and_why_and_without_a_picture():
    files, headline = dict(feeds.files(year_from_now.edition())), markdown_pages.headline(year_from_now.edition(), "partnership", "")
    for name in ("feed.json", "corrections.json"):
        item = next(item for item in json.loads(files[name])["items"] if item["date_published"].startswith("2026-12-03"))
        assert item["title"] == "Correction. AutoNation’s count of stores is that of the end of 2022, seven weeks before de Meo spoke"
        assert item["url"] == f"{ADDRESS}partnership/"
        assert "image" not in item
        assert item["content_html"].splitlines() == [
            "<p>The number itself was right.</p>", "<p><b>Was:</b> The page gave AutoNation’s stores as those of February 2023.</p>",
            "<p><b>Why:</b> We took the date of the report for the date of the count.</p>",
            "<p><b>Source:</b> Sample Gazette, 31 December 2022</p>",
            f'<p><a href="{ADDRESS}partnership/">Read on: {headline}</a></p>',
        ]


def test_what_data_say_is_escaped():
    edition = year_from_now.edition()
    nasty = [edition.facts.of_kind("updates")[0].model_copy(update={"summary": "<b>1 < 2</b>"})]
    facts = editions.with_rows(edition.facts, "updates", nasty)
    item = feeds.feed(Edition("en", facts, edition.chart_definitions, ADDRESS), "all").items[-1]
    assert "<p>&lt;b&gt;1 &lt; 2&lt;/b&gt;</p>" in item["content"]


def test_ids_are_unique_and_outlive_a_move():
    def ids(edition, which="all"):
        return [item["unique_id"] for item in feeds.feed(edition, which).items]

    here = ids(year_from_now.edition())
    assert ids(year_from_now.edition("en", "https://elsewhere.example/")) == here
    assert len(set(here)) == len(here)
    assert not set(ids(year_from_now.edition("fr"))) & set(here)
    assert not set(ids(year_from_now.edition(), "corrections")) & set(here)
