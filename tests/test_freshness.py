"""Freshness: which rows are due, when, and what a broken rule or day says."""

import datetime as dt

import pytest

from scripts.facts import freshness
from scripts.facts.cells import PromisedDate
from scripts.problems import ProblemsFound

LAST = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("term", "end"),
    [
        ("2030", "2030-12-31"), ("2026-12", "2026-12-31"), ("2027-2028", "2028-12-31"), ("2027 and 2028", "2028-12-31"),
        ("2027-02", "2027-02-28"), ("2024-02", "2024-02-29"),
    ],
)
def test_the_end_of_a_term(term, end):
    assert PromisedDate(term).last_day == dt.date.fromisoformat(end)


def test_without_a_build_day_a_build_is_compared_with_the_last_check(monkeypatch):
    monkeypatch.delenv("BUILD_DATE", raising=False)
    assert freshness.build_day(LAST) == LAST
    monkeypatch.setenv("BUILD_DATE", "2027-06-01")
    assert freshness.build_day(LAST) == dt.date(2027, 6, 1)


def test_a_build_day_that_is_none_is_refused(monkeypatch):
    monkeypatch.setenv("BUILD_DATE", "tomorrow")
    with pytest.raises(ProblemsFound) as caught:
        freshness.build_day(LAST)
    assert [problem.message for problem in caught.value.problems] == ["'tomorrow' is not a day; expected: YYYY-MM-DD, or leave it out"]
