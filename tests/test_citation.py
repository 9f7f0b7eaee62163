"""How pages and charts are cited: in a sentence and for BibTeX, a page with a version that changes with its words."""

import datetime as dt
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from pybtex.database import parse_string

from scripts.content import citation
from scripts.content.citation import Citation, page_citation
from scripts.markup.page import Page
from tests import editions
from tests.conftest import ADDRESS

ROOT = "<div><h1>A headline</h1><p>Text.</p></div>"


def citation_of(page: Page, root: str = ROOT) -> Citation:
    return page_citation(ET.fromstring(root), page.name, page.edition, page.checked)


def test_the_version_changes_with_the_words_only(each_edition):
    page = Page(each_edition, name="strategy")
    version = citation_of(page).version
    assert version == citation_of(page, ROOT.replace("<p>", '<p class="new">')).version, "the layout is not part of the version"
    assert version != citation_of(page, ROOT.replace("Text", "Other text")).version


def test_the_citation_has_its_two_forms(each_edition):
    edition = replace(each_edition, address="https://example.org/alpine/")
    cite = citation_of(Page(edition, name="strategy"), "<div><h1>100% “sure” &amp; $5_</h1></div>")
    assert cite.address == "https://example.org/alpine/strategy/"
    assert r"title = {{100\% “sure” \& \$5\_}}" in cite.bibtex and cite.bibtex.startswith("@misc{strategy-")
    assert cite.version in cite.text and cite.address in cite.text


def test_the_day_of_a_version_is_the_oldest_check_of_a_key_fact():
    edition = editions.current("en")
    status = edition.facts.of_kind("status")[0]
    older = status.model_copy(update={"last_checked": dt.date(2026, 1, 2)})
    facts = editions.with_rows(edition.facts, "status", [older, *edition.facts.of_kind("status")[1:]])
    changed = replace(edition, facts=facts)
    page = Page(changed, name="strategy")
    page.show([older])
    assert citation_of(page).version.startswith("2026-01-02.")


@pytest.mark.parametrize(("language", "slug"), editions.CHARTS)
def test_bibtex_is_read_by_another_program(read, language, slug):
    text = read(editions.chart_path(language, slug)).get_element_by_id("cite-bibtex").text_content()
    entry = parse_string(text, "bibtex").entries[f"{slug}-{language}"]
    assert entry.fields["url"] == ADDRESS + editions.chart_path(language, slug)
    assert entry.fields["year"] == str(editions.current(language).facts.last_checked.year)
    assert [str(person) for person in entry.persons["author"]] == ["{" + editions.current(language).fmt.word("site.name") + "}"]


def test_tex_escapes_what_tex_reads():
    assert (
        citation.tex("5\u202f% of $1_000 {a} & #b ~ ^ \\")
        == r"5 \% of \$1\_000 \{a\} \& \#b \textasciitilde{} \textasciicircum{} \textbackslash{}"
    )


def test_citation_names_site_title_day_and_address(read):
    slug = editions.SLUGS[0]
    citation = read(editions.chart_path("fr", slug)).get_element_by_id("cite-text").text_content().strip()
    edition = editions.current("fr")
    title, day = edition.chart(slug).text("title"), edition.fmt.date(edition.facts.last_checked)
    site_name, address = edition.fmt.word("site.name"), ADDRESS + editions.chart_path("fr", slug)
    assert citation == f"{site_name}, «\u202f{title}\u202f», graphique, faits vérifiés le {day}, {address}"
