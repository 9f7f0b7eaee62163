"""Of this story: trust on pages: claims to share, corrections where they belong, citations with a version, the way to rows and sources."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from dataclasses import replace

from scripts.content.citation import page_citation
from scripts.index import addresses, markdown_pages
from scripts.markup import blocks
from scripts.markup.page import Page
from tests import editions
from tests.rendered import html as html_of


def test_a_disagreement_told_on_a_page_is_shown_with_the_claim():
    text = "## Sources disagree {#disagree}\n\n{{ verdict: s17 }}\n\n## Next {#next}\n\n{{ verdict: s01 }}\n"
    pages = {"scorecard": editions.page_of("scorecard", text)}
    assert markdown_pages.disputes(pages) == {"s17": "scorecard"}
    text = html_of("/// scorecard | promises\n///\n")
    assert "scorecard.md#disagree" in text


def test_sources_are_on_the_page_of_their_year(facts):
    dated = next(row for row in facts.of_kind("sources") if row.published and len(str(row.published)) == 10)
    undated = next(row for row in facts.of_kind("sources") if not row.published)
    assert addresses.source_address(dated) == f"sources/{str(dated.published)[:4]}.md#src-{dated.key}"
    assert addresses.source_address(undated) == f"sources/undated.md#src-{undated.key}"
    assert f'href="{addresses.source_address(dated)}"' in html_of(f"Text.{{{{ cite: {dated.key} }}}}\n"), "the macro and the module agree"
    assert f'href="{addresses.source_address(undated)}"' in html_of(f"Text.{{{{ cite: {undated.key} }}}}\n")


def test_weak_rehosted_and_issuers_sources_are_marked(each_edition):
    text = blocks.renderers()["sources"](Page(each_edition), "")
    for standing in ("issuer", "official", "rehost", "weak"):
        assert f"st-{standing}" in text and each_edition.fmt.word(f"standing.{standing}") in text


def test_the_day_of_a_version_is_the_oldest_check_of_a_key_fact():
    edition = editions.current("en")
    status = edition.facts.of_kind("status")[0]
    older = status.model_copy(update={"last_checked": dt.date(2026, 1, 2)})
    facts = editions.with_rows(edition.facts, "status", [older, *edition.facts.of_kind("status")[1:]])
    changed = replace(edition, facts=facts)
    page = Page(changed, name="strategy", rows=[older])
    root = ET.fromstring("<div><h1>A headline</h1></div>")
    assert page_citation(root, page.name, changed, page.checked).version.startswith("2026-01-02.")
