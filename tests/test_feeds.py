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
from PIL import Image

from scripts import paths
from scripts.checks import news
from scripts.edition import Edition
from scripts.facts.cells import PartialDate
from scripts.facts.records import CorrectionRow, HistoryRow, UpdateRow
from scripts.outputs import feeds, icons, status
from tests import editions
from tests.conftest import ADDRESS

SCHEMAS = Path(__file__).parent / "schemas"
ATOM = etree.RelaxNG.from_rnc_string((SCHEMAS / "atom.rnc").read_text("utf-8"))
JSON = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "jsonfeed.json").read_text("utf-8")))
ROOTS = [("en", ""), ("fr", "fr/")]
NAMES = [(language, root, stem) for language, root in ROOTS for stem in ("feed", "corrections")]


def later(language="en") -> Edition:
    """The real edition after a year: what keepers would have added, three changes of them on one day."""
    real = editions.current(language)
    source, place = real.facts.of_kind("sources")[0].id, {"file": "data/x.csv", "line": 2}

    def update(day, title):
        return UpdateRow.model_validate(place | {"key": f"{day}-news", "date": day, "kind": "facts", "page": "roadmap", "title_en": title, "title_fr": title, "summary_en": "Why it matters.", "summary_fr": "Pourquoi."})

    def verdict(claim, day, after):
        return HistoryRow.model_validate(place | {"key": f"{claim}-{day}", "claim_id": claim, "date": day, "before": "pending", "after": after, "because_en": "The year ended.", "because_fr": "L’année est finie.", "source_ids": source})

    correction = CorrectionRow.model_validate(
        place | {"key": "2026-12-01-year", "date": "2026-12-01", "page": "partnership", "was_en": "The page gave <2022>.", "was_fr": "La page donnait 2022.",
                 "now_en": "It was 2021.", "now_fr": "C’était 2021.", "why_en": "A slip of ours.", "why_fr": "Une erreur de notre part.", "source_ids": source}
    )
    added = {
        "updates": [update(f"2027-{month:02}-15", f"A report from month {month}") for month in range(1, 11)],
        "history": [verdict("x05", "2027-01-02", "changed"), verdict("x02", "2027-01-15", "missed"), verdict("x07", "2027-01-15", "held")],
        "corrections": [correction],
    }
    facts = replace(real.facts, tables=real.facts.tables | {name: [*real.facts.of_kind(name), *rows] for name, rows in added.items()})
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


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_a_year_of_changes_reads_as_news(language):
    """What a subscriber sees: one item a day, in order, sentences without our keys, nothing from before the site opened."""
    ours = later(language)
    files = dict(feeds.files(ours))
    read = feedparser.parse(files["feed.xml"])
    ATOM.assertValid(etree.fromstring(files["feed.xml"]))
    JSON.validate(json.loads(files["feed.json"]))
    assert not read.bozo
    days = [entry.published[:10] for entry in read.entries]
    assert days == sorted(set(days), reverse=True)
    assert len(days) == 13
    assert min(days) == feeds.opened(ours.facts).isoformat()
    assert read.feed.icon.endswith("favicon-64.png")
    assert read.feed.logo.endswith("icon-512.png")
    for entry in read.entries:
        assert not re.search(r"\b[sx]\d\d\b|\d{4}-\d\d-\d\d", entry.title), entry.title
        assert len(entry.title.split()) >= 3
        assert not entry.title.endswith(".")
    batch = next(entry for entry in read.entries if entry.published.startswith("2027-01-15"))
    said = {"en": "A report from month 1, and 2 more changes", "fr": "A report from month 1, et 2 autres changements"}
    assert batch.title == said[language]
    assert batch.content[0].value.count("<h3>") == 3
    moved = next(entry for entry in read.entries if entry.published.startswith("2027-01-02"))
    claim = next(row for row in ours.facts.of_kind("claims") if row.key == "x05").word("said_in", language).rstrip(".")
    assert moved.title == {"en": f"{claim}: now judged “changed”", "fr": f"{claim}\u202f: désormais jugé «\u202frevu\u202f»"}[language]
    assert moved.link == ours.address_of("scorecard/x05")


def test_a_correction_is_in_both_feeds_with_was_now_and_why():
    files = dict(feeds.files(later()))
    for name in ("feed.json", "corrections.json"):
        item = next(one for one in json.loads(files[name])["items"] if one["date_published"].startswith("2026-12-01"))
        assert item["title"] == "Corrected on the page Partnership: It was 2021"
        assert item["url"] == f"{ADDRESS}partnership/"
        assert item["content_html"].splitlines()[1:] == [
            "<p><b>Was</b> The page gave &lt;2022&gt;.</p>", "<p><b>Now</b> It was 2021.</p>", "<p><b>Why</b> A slip of ours.</p>",
            f'<p><a href="{ADDRESS}partnership/">On the page: Partnership</a></p>',
        ]


def test_a_picture_is_enclosed_with_its_size(site):
    entry = feedparser.parse((site / "feed.xml").read_bytes()).entries[-1]
    picture = next(link for link in entry.links if link.rel == "enclosure")
    assert picture.type == "image/png"
    assert int(picture.length) == (site / picture.href.removeprefix(ADDRESS)).stat().st_size
    item = json.loads((site / "feed.json").read_text("utf-8"))["items"][-1]
    assert item["image"] == picture.href == item["attachments"][0]["url"]
    assert f'src="{picture.href}"' in item["content_html"]


@pytest.mark.parametrize(
    ("kind", "damage", "said"),
    [
        ("updates", {"title_en": "Verdict on x05 moved"}, "title_en: 'x05' is a key that only we know"),
        ("updates", {"date": dt.date(2026, 1, 1)}, "date: '2026-01-01' is before the site opened"),
        ("corrections", {"now_fr": "En attente"}, "now_fr: 'En attente' is not a sentence"),
        ("history", {"date": PartialDate("2027-02")}, "date: '2027-02' is no whole day"),
    ],
)
def test_the_check_refuses_bad_news(kind, damage, said):
    facts = later().facts
    assert news.problems(facts, paths.LANGUAGES) == []
    *rest, last = facts.of_kind(kind)
    damaged = replace(facts, tables=facts.tables | {kind: [*rest, last.model_copy(update=damage)]})
    assert [str(problem) for problem in news.problems(damaged, paths.LANGUAGES) if said in str(problem)]


def test_ids_are_unique_and_outlive_a_move():
    here = [item.id for item in feeds.items(later(), "all")]
    moved = later()
    moved.address = "https://elsewhere.example/"
    assert [item.id for item in feeds.items(moved, "all")] == here
    assert len(set(here)) == len(here)
    assert not {item.id for item in feeds.items(later("fr"), "all")} & set(here)
    assert not {item.id for item in feeds.items(later(), "corrections")} & set(here)


@pytest.mark.parametrize("name", [icons.TAB, icons.TOUCH, icons.FEED, icons.LARGE])
def test_icons_are_there_in_their_sizes_and_look_like_the_drawing(site, name):
    image = Image.open(site / name)
    assert image.size == {icons.TAB: (32, 32), icons.TOUCH: (180, 180), icons.FEED: (64, 64), icons.LARGE: (512, 512)}[name]
    half = image.width // 2
    for height, wanted in ((3, (255, 255, 255)), (9, (0x0A, 0x5B, 0xB5))):
        seen = image.convert("RGB").getpixel((half, image.height * height // 10))
        assert max(abs(one - other) for one, other in zip(seen, wanted, strict=True)) <= 3
    assert (image.mode == "RGB") == (name == icons.TOUCH)
    assert (site / "index.html").read_text("utf-8").count(name) == (1 if name in (icons.TAB, icons.TOUCH) else 0)


def test_a_curve_in_the_icon_is_refused():
    with pytest.raises(ValueError, match="is a curve; expected: straight lines"):
        icons.points("M0 0c1 1 2 2 3 3z")


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_the_status_line_follows_the_row(language):
    ours = editions.current(language)
    assert re.fullmatch(
        {"en": r"Alpine in America: on hold since April 2025 \(checked \d+ November 2026\)", "fr": r"Alpine en Amérique.: en suspens depuis avril 2025 \(vérifié le \d+ novembre 2026\)"}[language],
        status.headline(ours),
    )
    first, *rest = ours.facts.of_kind("status")
    later_row = first.model_copy(update={"state_en": "Sold in Miami", "state_fr": "En vente à Miami", "since": None})
    changed = Edition(language, replace(ours.facts, tables=ours.facts.tables | {"status": [later_row, *rest]}), ours.charts, ADDRESS)
    assert {"en": "Alpine in America: sold in Miami (checked", "fr": "en vente à Miami (vérifié"}[language] in status.headline(changed)


def test_the_status_is_told_to_programs_and_in_a_frame(site):
    told = json.loads((site / "status.json").read_text("utf-8"))
    for language, root in ROOTS:
        line = status.headline(editions.current(language))
        assert told["line"][language] == line
        frame = lxml.html.parse(site / root / "status/embed/index.html").getroot()
        assert frame.findtext(".//h1") == line
    assert [row["key"] for row in told["statuses"]] == [row.key for row in editions.current("en").facts.of_kind("status")]
    assert told["statuses"][0]["since"] == "2025-04"


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
