"""What stands around a page's text: corrections of it, its newest evidence, the way to report a mistake."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from types import SimpleNamespace

import jinja2
import pytest

from scripts import paths
from scripts.facts.records import CorrectionRow
from scripts.markup.page import Page
from tests import editions

ROOT = "<div><h1>A headline</h1><p>Text.</p></div>"


def with_corrections(edition, *rows):
    return replace(edition, facts=editions.with_rows(edition.facts, "corrections", list(rows)))


def correction(page: str) -> CorrectionRow:
    return CorrectionRow(
        file="data/corrections.csv", line=2, key="2026-12-01-slip", date="2026-12-01", page=page, was_en="It said <2022>.",
        was_fr="Il disait <2022>.",
        now_en="It was 2021.", now_fr="C’était 2021.", why_en="A slip.", why_fr="Une erreur.", source_ids="a-source",
    )


def test_a_correction_is_shown_on_the_page_that_it_corrects_and_on_no_other(each_edition):
    edition = with_corrections(each_edition, correction("strategy"))
    notices = {name: "".join(Page(edition, name=name).head_and_foot(ET.fromstring(ROOT))[0]) for name in ("strategy", "numbers")}
    row = edition.facts.of_kind("corrections")[0]
    assert "&lt;2022&gt;" in notices["strategy"] and "<2022>" not in notices["strategy"]
    assert row.text_in("now", edition.language) in notices["strategy"] and 'href="updates.md#2026-12-01-slip"' in notices["strategy"]
    assert notices["numbers"] == ""


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
        page = Page(each_edition)
        page.show([claim])
        dates = [each_edition.facts.sources[name].published for name in claim.source_ids]
        assert page.newest == max([claim.verdict_as_of, *(date for date in dates if date)]), claim.key
