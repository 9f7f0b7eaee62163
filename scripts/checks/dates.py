"""Impossible dates: something done in the future, a car launched before it was announced. Their form: scripts/facts/cells.py."""

import datetime as dt
from collections.abc import Iterator
from itertools import product

from scripts.facts.base_record import Record
from scripts.facts.declared import DeclaredRow
from scripts.facts.records import EventRow
from scripts.problems import Problem
from scripts.project import Project

PAST = {
    "sources": ("accessed",),
    "quotes": ("seen",),
    "claims": ("said_on", "last_checked"),
    "status": ("last_checked",),
    "history": ("date",),
    "updates": ("date",),
    "corrections": ("date",),
}
"""Kind of row -> columns that say when something was done. The day may have come in one time zone and not yet in another."""
ORDER = {
    "sources": ("published", "accessed"),
    "claims": ("verdict_as_of", "last_checked"),
    "status": ("as_of", "last_checked"),
}
"""Kind of row -> two of its columns, of which the first has the earlier date. Declared columns say so in data/tables.toml."""


def check(project: Project) -> Iterator[Problem]:
    """Find past events dated in the future, dates in the wrong order, and events whose dates do not fit their precision."""
    facts = project.facts
    tomorrow = project.today + dt.timedelta(days=1)
    for kind, columns in PAST.items():
        for row, column in product(facts.of_kind(kind), columns):
            day = getattr(row, column)
            if day and getattr(day, "first_day", day) > tomorrow:
                yield row.problem(column, f"{day} is after {project.today}", "a day that has passed")
    for event in facts.of_kind(EventRow):
        yield from _event(event, project.today)
    for kind, (earlier, later) in ORDER.items():
        for row in facts.of_kind(kind):
            yield from _order(row, earlier, later)
    for row in facts.of_kind(DeclaredRow):
        for column, declared in row.DECLARED.items():
            if declared.not_before:
                yield from _order(row, declared.not_before, column)


def _event(event: EventRow, today: dt.date) -> Iterator[Problem]:
    """Find a date of another precision than the event says, a quarter or a period that is none, and what is done in the future."""
    date = event.date
    if date.precision != event.precision.replace("quarter", "month"):
        yield event.problem("precision", f"{event.precision!r} does not fit the date '{date}'", date.precision)
    elif event.precision == "quarter" and date.first_day.month not in (1, 4, 7, 10):
        yield event.problem("date", f"'{date}' is not in the first month of a quarter", "month 01, 04, 07 or 10")
    if event.end_date and event.end_date.last_day <= date.last_day:
        wrong = f"'{event.end_date}' is not after the date '{date}'"
        yield event.problem("end_date", wrong, "a later date, or empty")
    if event.status == "done" and date.first_day > today:
        yield event.problem(
            "status", f"is done on {date}, which is after {today}", "planned, or a date that has passed"
        )


def _order(row: Record, earlier: str, later: str) -> Iterator[Problem]:
    """Find a later date that is before the earlier one. Both are columns."""
    first = getattr(row, earlier)
    second = getattr(row, later)
    if first and second and getattr(second, "last_day", second) < getattr(first, "first_day", first):
        yield row.problem(later, f"{second} is before {earlier} ({first})", "that day or later")
