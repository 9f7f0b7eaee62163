"""Feeds, as readers' programs read them: feedparser, a RELAX NG schema after RFC 4287."""

import json
import re
from dataclasses import replace

import feedparser
import lxml.html
import pytest
from lxml import etree
from PIL import Image

from scripts.outputs import feeds, status
from tests import editions
from tests.conftest import ADDRESS

ROOTS = [("en", ""), ("fr", "fr/")]
NAMES = [(language, root, stem) for language, root in ROOTS for stem in ("feed", "corrections")]


@pytest.mark.parametrize(("language", "root", "stem"), NAMES)
def test_atom_is_valid_and_read_without_complaint(atom, site, language, root, stem):
    content = (site / f"{root}{stem}.xml").read_bytes()
    atom.assertValid(etree.fromstring(content))
    read = feedparser.parse(content)
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.language == language
    assert read.feed.links[1].href == f"{ADDRESS}{root}{stem}.xml"


@pytest.mark.parametrize(("language", "root", "stem"), NAMES)
def test_json_feed_says_the_same_as_atom_in_its_own_words(site, language, root, stem):
    feed = json.loads((site / f"{root}{stem}.json").read_text("utf-8"))
    read = feedparser.parse((site / f"{root}{stem}.xml").read_bytes())
    assert (feed["version"], feed["title"], feed["language"]) == ("https://jsonfeed.org/version/1.1", read.feed.title, language)
    assert (feed["feed_url"], feed["home_page_url"]) == (f"{ADDRESS}{root}{stem}.json", ADDRESS + root)
    entries = [(entry.id, entry.link, entry.title, entry.published, [tag.term for tag in entry.tags]) for entry in read.entries]
    assert [(item["id"], item["url"], item["title"], item["date_published"], item["tags"]) for item in feed["items"]] == entries
    assert all(item["content_html"] for item in feed["items"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"<id>.*?</id>", ""), (r"<updated>.*?</updated>", "<updated>yesterday</updated>"),
        (r'rel="alternate"', 'rel="other"'), (r'href="https://', 'href="//'),
        (r"<title>[^<]+</title>", "<title></title>"), (r'xml:lang="en" ', ""),
    ],
)
def test_atom_schema_catches(atom, site, old, new):
    text = (site / "feed.xml").read_text("utf-8")
    assert not atom.validate(etree.fromstring(re.sub(old, new, text, count=1).encode()))


def test_a_picture_stands_in_the_text_once_and_is_named_to_json_readers(site):
    item = json.loads((site / "feed.json").read_text("utf-8"))["items"][-1]
    assert item["content_html"].count(f'src="{item["image"]}"') == 1
    assert (site / item["image"].removeprefix(ADDRESS)).is_file()


@pytest.mark.parametrize(("name", "size"), [
    ("favicon.png", 32), ("favicon-64.png", 64), ("apple-touch-icon.png", 180), ("icon-512.png", 512),
])
def test_icons_are_there_in_their_sizes_and_look_like_the_drawing(site, name, size):
    image, home = Image.open(site / name), name == "apple-touch-icon.png"
    assert image.size == (size, size)
    half = image.width // 2
    for height, wanted in ((3, (255, 255, 255)), (9, (0x0A, 0x5B, 0xB5))):
        seen = image.convert("RGB").getpixel((half, image.height * height // 10))
        assert max(abs(actual - other) for actual, other in zip(seen, wanted, strict=True)) <= 3
    assert (image.mode == "RGB") == home, "home screens cut round corners themselves, and show clear ones black"
    assert (site / "index.html").read_text("utf-8").count(name) == (1 if home or name == "favicon.png" else 0)


def test_the_status_is_told_to_programs_and_in_a_frame(site, read):
    published = json.loads((site / "status.json").read_text("utf-8"))
    for language, root in ROOTS:
        line = status.headline(editions.current(language))
        assert published["line"][language] == line
        assert read(f"{root}status/embed/").findtext(".//h1") == line
    assert [row["key"] for row in published["statuses"]] == [row.key for row in editions.current("en").facts.of_kind("status")]
    assert [row["since"] for row in published["statuses"]] == [
        row.since and str(row.since) for row in editions.current("en").facts.of_kind("status")
    ]


def test_links_lead_to_places_that_exist(site, read):
    for _, root in ROOTS:
        for item in json.loads((site / f"{root}feed.json").read_text("utf-8"))["items"]:
            content = lxml.html.fragment_fromstring(item["content_html"], create_parent="div")
            for link in [item["url"], *(element.get("href") for element in content.iter("a"))]:
                assert link.startswith(ADDRESS)
                page, anchor = read(link.removeprefix(ADDRESS)), link.partition("#")[2]
                assert not anchor or page.get_element_by_id(anchor) is not None


def test_every_page_names_the_feeds(read):
    for language, root in ROOTS:
        edition = replace(editions.current(language), address=ADDRESS + root)
        wanted = {(feed.type, feed.address) for feed in feeds.listing(edition)}
        for name in ("", "updates/", f"charts/{next(iter(editions.current(language).chart_definitions))}/"):
            page = read(root + name)
            named = {
                (link.get("type"), link.get("href"))
                for link in page.xpath("//link[@rel='alternate'][contains(@type,'feed') or contains(@type,'atom')]")
            }
            assert named == wanted, f"{language} {name}"


def test_an_empty_feed_is_dated_by_the_data_not_the_clock(monkeypatch):
    monkeypatch.setattr(feeds, "MAX_ITEMS", 0)
    edition = editions.current("en")
    text = dict(feeds.files(edition))["corrections.xml"].decode()
    assert f"<updated>{edition.facts.last_checked}T00:00:00+00:00</updated>" in text
