"""Trust on pages: claims to share, corrections where they belong, citations with a version, the way to rows and sources."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from types import SimpleNamespace

import jinja2
import pytest
import yaml
from markdown import Markdown

from scripts import paths
from scripts.content import claim_texts, generated_pages
from scripts.content.citation import Citation, page_citation
from scripts.facts.records import CorrectionRow
from scripts.index import addresses, markdown_pages, uses
from scripts.markup import blocks
from scripts.markup.extension import makeExtension
from scripts.markup.page import Page
from tests import editions
from tests.rendered import html as html_of

ROOT = "<div><h1>A headline</h1><p>Text.</p></div>"


def with_corrections(edition, *rows):
    return replace(edition, facts=editions.with_rows(edition.facts, "corrections", list(rows)))


def correction(page: str) -> CorrectionRow:
    return CorrectionRow(
        file="data/corrections.csv", line=2, key="2026-12-01-slip", date="2026-12-01", page=page, was_en="It said <2022>.",
        was_fr="Il disait <2022>.",
        now_en="It was 2021.", now_fr="C’était 2021.", why_en="A slip.", why_fr="Une erreur.", source_ids="a-source",
    )


@pytest.mark.parametrize(("cells", "word"), [
    ({"counted_as": "promise", "verdict": "held"}, "Kept"), ({"counted_as": "promise", "verdict": "changed"}, "Off or on hold"),
    ({"counted_as": "promise", "verdict": "changed", "now_due": "2099"}, "Put back"),
    ({"counted_as": "sentence", "verdict": "held"}, "True"),
    ({"counted_as": "sentence", "verdict": "changed"}, "Changed"),
])
def test_a_promise_is_named_by_what_became_of_it_and_a_statement_by_its_verdict(facts, cells, word):
    claim = facts.of_kind("claims")[0].model_copy(update={"now_due": None} | cells)
    assert claim_texts.outcome_of(claim, editions.current("en").fmt) == word


def test_each_claim_has_a_page_whose_title_says_what_became_of_it(each_edition):
    fronts = [
        yaml.safe_load(text.split("---")[1])
        for name, text in generated_pages.pages(each_edition)
        if name.startswith("scorecard/") and not name.endswith("/digest")
    ]
    titles = {front["claim"]: front["title"] for front in fronts}
    assert list(titles) == [claim.key for claim in each_edition.facts.of_kind("claims")]
    for claim in each_edition.facts.of_kind("claims"):
        assert titles[claim.key].startswith(claim_texts.outcome_of(claim, each_edition.fmt))
        assert claim.text_in("said_in", each_edition.language).rstrip(".") in titles[claim.key]


def test_a_claim_with_quotes_and_colons_keeps_its_front_matter(facts):
    edition = editions.current("en")
    nasty = facts.of_kind("claims")[0].model_copy(update={"said_in": 'He said: "no" # and left\\', "evidence": "Short: \"x\"."})
    front = yaml.safe_load(
        generated_pages.front_matter(
            title=claim_texts.title_of(nasty, edition.fmt), description=claim_texts.description_of(nasty, edition.fmt)
        ).split("---")[1]
    )
    assert 'He said: "no" # and left\\' in front["title"]
    assert front["description"].startswith('Short: "x".')


def test_a_claims_page_shows_verdict_changes_evidence_and_the_way_back(facts):
    change = facts.of_kind("history")[0]
    text = html_of(f"<!-- page: scorecard/{change.claim_id} -->\n\n/// claim | {change.claim_id}\n///\n")
    assert f'id="h-{change.key}"' in text and change.because.split(";")[0] in text
    assert "Verdict moved (" in text
    assert f'href="../scorecard.md#{change.claim_id}"' in text and 'href="../method.md#verdicts"' in text
    for source in change.source_ids:
        assert f"#src-{source}" in text
    assert text.count("<h1") == 1


def test_a_correction_is_shown_on_the_page_that_it_corrects_and_on_no_other(each_edition):
    edition = with_corrections(each_edition, correction("strategy"))
    notices = {name: "".join(Page(edition, name=name).head_and_foot(ET.fromstring(ROOT))[0]) for name in ("strategy", "numbers")}
    row = edition.facts.of_kind("corrections")[0]
    assert "&lt;2022&gt;" in notices["strategy"] and "<2022>" not in notices["strategy"]
    assert row.text_in("now", edition.language) in notices["strategy"] and 'href="updates.md#2026-12-01-slip"' in notices["strategy"]
    assert notices["numbers"] == ""


def citation(page: Page, root: str = ROOT) -> Citation:
    return page_citation(ET.fromstring(root), page.name, page.edition, page.checked)


def test_the_version_changes_with_the_words_only(each_edition):
    page = Page(each_edition, name="strategy")
    version = citation(page).version
    assert version == citation(page, ROOT.replace("<p>", '<p class="new">')).version, "the layout is not part of the version"
    assert version != citation(page, ROOT.replace("Text", "Other text")).version


def test_the_citation_has_its_two_forms(each_edition):
    edition = replace(each_edition, address="https://example.org/alpine/")
    cite = citation(Page(edition, name="strategy"), "<div><h1>100% “sure” &amp; $5_</h1></div>")
    assert cite.address == "https://example.org/alpine/strategy/"
    assert r"title = {{100\% “sure” \& \$5\_}}" in cite.bibtex and cite.bibtex.startswith("@misc{strategy-")
    assert cite.version in cite.text and cite.address in cite.text


def test_every_row_that_rests_on_a_source_is_shown_on_a_page(each_edition):
    assert [text for used in uses.by_source(each_edition).values() for text, address in used.rows if address is None] == []


def test_a_source_lists_a_page_where_the_page_rests_on_it_and_nowhere_else(each_edition):
    """Whatever it rests on it by: figures, notes, quotes, statuses, charts."""
    resting = uses.by_source(each_edition)
    for page in markdown_pages.pages(each_edition).values():
        reader = Markdown(extensions=["md_in_html", makeExtension(edition=each_edition)])
        reader.convert(page.text)
        back = {source for source, used in resting.items() if f"{page.name}.md#sources" in dict(used.pages).values()}
        assert back == set(reader.facts_page.sources), page.file


def test_an_archived_copy_is_linked_where_a_row_has_one(each_edition):
    """In the list of all sources and in the source's own entry; and the list says how many there are, or that there is none."""
    first, *others = each_edition.facts.of_kind("sources")
    kept = first.model_copy(update={"archive_url": "https://example.org/kept"})
    bare = [row.model_copy(update={"archive_url": None}) for row in (first, *others)]
    fmt, year = each_edition.fmt, addresses.year_of(first)

    def sources_html(rows, argument: str) -> str:
        edition = replace(each_edition, facts=editions.with_rows(each_edition.facts, "sources", rows))
        return blocks.renderers()["sources"](Page(edition), argument)

    link = f'<a class="archived" href="https://example.org/kept">{fmt.word("sources.archived")}</a>'
    for argument in ("", year):
        with_one, without = sources_html([kept, *bare[1:]], argument), sources_html(bare, argument)
        entry = with_one.split(f'id="src-{first.key}"')[1].split("</li>")[0]
        assert link in entry and with_one.count(link) == 1
        searched = without.count('class="archived" href="https://web.archive.org/web/')
        assert searched == (sum(addresses.year_of(row) == year for row in bare) if argument else 0)
        assert first.archive_search not in with_one  # the copy that we know wins
    assert fmt.word("sources.archive.some", n="1", all=str(len(bare))) in sources_html([kept, *bare[1:]], "")
    assert fmt.word("sources.archive.none") in sources_html(bare, "")


@pytest.mark.parametrize(("repository", "address"), [
    ("", ""), ("https://example.org/repo", ""), ("", "desk@example.org"), ("https://example.org/repo", "desk@example.org"),
])
def test_a_mistake_can_be_reported_by_form_or_by_e_mail(repository, address):
    page = SimpleNamespace(title="Who said “no” & when", canonical_url="https://example.org/a b/")
    config = SimpleNamespace(
        site_name="Site",
        site_url="https://example.org/",
        repo_url=repository,
        extra=SimpleNamespace(report_email=address),
    )
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(paths.ROOT / "overrides" / "partials"))
    env.filters["url"] = str
    html = env.get_template("colophon.html").render(fmt=str, config=config, page=page, place=None, nav=None, foot=[], menu_name=str)
    assert (
        "issues/new?template=correction.yml&amp;page=https%3A//example.org/a%20b/" in html
        or "page=https://example.org/a%20b/" in html
    ) == bool(repository)
    assert (
        'href="mailto:desk@example.org?subject=report.subject%20Who%20said%20%E2%80%9Cno%E2%80%9D%20%26%20when&amp;body=https'
        in html
    ) == bool(address)


def test_the_newest_evidence_of_a_page_is_never_older_than_a_state_that_it_shows(each_edition):
    for claim in each_edition.facts.of_kind("claims"):
        page = Page(each_edition, rows=[claim])
        dates = [each_edition.facts.sources[name].published for name in claim.source_ids]
        assert page.newest == max([claim.verdict_as_of, *(date for date in dates if date)]), claim.key
