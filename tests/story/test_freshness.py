"""Of this story: freshness: which rows are due, when, and what a broken rule or day says."""

import datetime as dt
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from scripts import paths
from scripts.facts import freshness
from scripts.markup.page import Page
from scripts.problems import ProblemsFound
from tests import editions

GOOD = '[[rule]]\ntables = ["status"]\ndays = 60\nimportance = 1\nsearch = "{label_en}"\n'


def rules(tmp_path, text):
    (tmp_path / "freshness.toml").write_text(text, "utf-8")
    return freshness.load(editions.current().facts, tmp_path)


def messages(caught) -> list[str]:
    return [f"{problem.column}: {problem.message}" for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (GOOD.replace('"status"', '"weather"'), "rule 1: 'weather' is not a table; expected: sources, "),
        (GOOD.replace("60", "0"), "rule 1.days: is 0; expected: greater than or equal to 1"),
        (GOOD.replace("{label_en}", "{labels}"), "rule 1: 'labels' is not a column of status"),
        (GOOD + 'where = { colour = ["red"] }\n', "rule 1: 'colour' is not a column of status"),
        (GOOD + 'term = "until"\n', "rule 1: 'until' is not a column of status"),
    ],
)
def test_a_broken_rule_is_named(tmp_path, bad, message):
    with pytest.raises(ProblemsFound) as caught:
        rules(tmp_path, bad)
    assert any(text.startswith(message) for text in messages(caught)), messages(caught)


def due(facts, **named):
    [(kind, key)] = named.items()
    row = next(row for row in facts.of_kind(kind) if row.key == key)
    return next(item for item in freshness.due(facts, freshness.load(facts), 2026) if item.row is row)


def test_a_status_is_good_for_sixty_days(facts):
    row = facts.of_kind("status")[0]
    item = due(facts, status=row.key)
    assert item.good_until == row.last_checked + dt.timedelta(days=60)
    assert not item.overdue(item.good_until)
    assert item.overdue(item.good_until + dt.timedelta(days=1))


def test_a_promised_date_ends_freshness_earlier(facts):
    row = next(
        row
        for row in facts.of_kind("claims")
        if (row.promised_for or "").startswith("2026") and row.verdict in ("changed", "pending")
    )
    assert due(facts, claims=row.key).good_until == dt.date(2026, 12, 31)


def test_only_the_newest_figure_of_a_living_series_ages(facts):
    rows = [item.row for item in freshness.due(facts, freshness.load(facts), 2026) if item.row.file.endswith("alpine_sales.csv")]
    world = [row for row in rows if (row.scope, row.model, row.measure) == ("worldwide", "all", "registrations")]
    newest = max(
        row.year
        for row in facts.tables["alpine_sales"].rows
        if row.key and (row.scope, row.model, row.measure, row.period) == ("worldwide", "all", "registrations", "FY")
    )
    assert {row.year for row in world} == {newest}
    assert min(row.year for row in rows) >= 2025


def test_every_status_and_claim_ages(facts):
    places = {item.row.place for item in freshness.due(facts, freshness.load(facts), 2026)}
    assert {row.place for kind in ("status", "claims") for row in facts.of_kind(kind)} <= places


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_a_page_with_stale_key_facts_says_so(language):
    fresh = editions.current(language)
    late = replace(fresh)
    late.day = dt.date(2027, 6, 1)
    for edition, stale_said in ((fresh, False), (late, True)):
        page = Page(edition, name="strategy")
        page.show(edition.facts.of_kind("status")[:1])
        text = rendered(page)
        assert ("notice-stale" in text) is stale_said
        assert ("data-good-until" in text) is not stale_said


def rendered(page) -> str:
    page.notes = [(next(iter(page.edition.facts.sources)),)]
    head, foot = page.head_and_foot(ET.fromstring("<div><h1>Title</h1></div>"))
    return "".join(head + foot)


def test_a_computed_figure_ages_with_what_it_is_computed_from(facts):
    edition = editions.current("en")
    known = {item.row.place for item in freshness.due(facts, freshness.load(facts), 2026)}
    figures = facts.figures
    ageing = {key for key, figure in figures.items() if figure.place in known}
    key = next(key for key, figure in figures.items() if ageing & set(figure.operands))
    assert Page(edition, keys=[key]).ageing
