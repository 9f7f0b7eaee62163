"""Texts for newsletters: what is left of them in the editors into which they are pasted."""

import re

import lxml.html
import pytest

from scripts import paths
from scripts.content import digest
from scripts.index import markdown_pages
from tests import editions


@pytest.mark.parametrize("name", ["index", "partnership", "roadmap"])
@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_a_digest_is_its_paragraphs_a_linked_picture_and_one_address(site, language, name):
    """What of a paste outlives every editor: tests/mail_rules.py says which elements do."""
    edition = editions.current(language)
    newsletter = digest.read(edition, name)
    piece = lxml.html.fragment_fromstring(digest.parts(newsletter, edition)["all"].html, create_parent="div")
    paragraphs = [" ".join(text.split()) for p in piece.iter("p") if (text := p.text_content()).strip()]
    heads = [
        f"{edition.fmt.word('label.text', label=edition.fmt.word(f'digest.{key}'))} {getattr(newsletter, key)}"
        for key in ("subject", "preheader")
    ]
    assert paragraphs == [" ".join(re.sub(r"\*", "", text).split()) for text in [*heads, *newsletter.texts["long"], newsletter.more]]
    picture, = piece.xpath("p/a/img")
    assert picture.get("src").endswith(f"charts/{newsletter.chart}/{newsletter.chart}.png")
    assert picture.get("alt") == edition.chart(newsletter.chart).text("alt").replace("\u202f", "\u00a0")
    assert {link.get("href") for link in piece.iter("a")} == {newsletter.address}


def test_french_marks_stay_with_their_words(tmp_path):
    (tmp_path / "timeline.md").write_text("## short\n\nIl dit\u202f: «\u202fNon\u202f».\nRien de plus.\n", "utf-8")
    page = markdown_pages.read(tmp_path / "timeline.md", "fr", tmp_path)
    assert digest.paragraphs(page, "short") == ["Il dit\u202f: «\u202fNon\u202f». Rien de plus."]


@pytest.mark.parametrize(("language", "labels"), [
    ("en", ["Share", "E-mail this page", "Follow"]), ("fr", ["Partager", "Envoyer par e-mail", "Suivre"]),
])
def test_ways_to_pass_a_page_on_stand_between_its_text_and_its_sources(read, language, labels):
    for name in digest.texts(editions.current(language)):
        ways, = read(f"{paths.prefix(language)}{name}/".removesuffix("index/")).find_class("ways")
        assert [way.text_content() for way in ways.xpath(".//a|.//button")] == labels
        assert ways.getnext().get("class") == "page-sources"
        assert not ways.xpath("following::p[ancestor::article and not(ancestor::section[@class='page-sources'])]"), (
            f"{name}: text stands below"
        )
