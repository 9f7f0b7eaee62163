"""What readers are told of changes: each rule with a sample that breaks it, beside a year of news that breaks none."""

import datetime as dt

import pytest

from scripts.checks import news
from scripts.facts.cells import PartialDate
from scripts.project import Project
from tests import editions
from tests.story import year_from_now


@pytest.mark.parametrize(
    ("kind", "damage", "message"),
    [
        ("updates", {"date": dt.date(2026, 1, 1)}, "date: '2026-01-01' is before the site opened"),
        ("updates", {"title": "The year that Alpine " + "very " * 20 + "nearly had"}, "title_en: 'The year that Alpine very"),
        ("corrections", {"others": {"now_fr": "En attente"}}, "now_fr: 'En attente' cannot stand alone"),
        ("corrections", {"now": "It was in the year 2021."}, "now_en: 'It was in the year 2021' cannot stand alone"),
        ("history", {"others": {"because_fr": "Elle est repoussée de deux ans."}},
         "because_fr: 'Elle est repoussée de deux ans' cannot stand alone"),
        ("history", {"after": "superseded"}, "after: 'superseded' is a verdict of before the site opened; expected: changed"),
        ("history", {"date": PartialDate("2027-02")}, "date: '2027-02' is no whole day"),
    ],
)
def test_the_check_refuses_bad_news(kind, damage, message):
    facts = year_from_now.edition().facts
    assert list(news.check(Project(facts))) == []
    *rest, last = facts.of_kind(kind)
    bad = last.model_copy(update={"because": "Alpine has moved its date.", "cause": "facts"} | damage)
    damaged = editions.with_rows(facts, kind, [*rest, bad])
    assert [str(problem) for problem in news.check(Project(damaged)) if message in str(problem)]
