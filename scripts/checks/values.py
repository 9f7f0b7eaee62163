"""Values that their unit cannot have: each measure says in measures.csv how small and large its figures may be, and whether whole.

Also dates that cannot be so: something done in the future, a car launched before it was announced. What is only unlikely, a
figure ten times its neighbours', is asked and stops nothing.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from statistics import median

from scripts import paths
from scripts.facts.base_record import Record
from scripts.facts.declared import FigureRow
from scripts.facts.facts import Facts
from scripts.facts.records import MeasureRow
from scripts.problems import Problem
from scripts.project import Project

UNLIKELY_TIMES = 10
_LARGE = re.compile(r"(?<![\w.,])\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?!\w|[.,]\d)")
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
    facts = project.facts
    for row in _figures(facts):
        measure = facts.measures.get((row.table_name, row.measured))
        if measure:
            yield from _figure(row, measure)
    tomorrow = project.today + dt.timedelta(days=1)
    for kind, columns in PAST.items():
        for row, column in product(facts.of_kind(kind), columns):
            day = getattr(row, column)
            if day and getattr(day, "first_day", day) > tomorrow:
                yield row.problem(column, f"{day} is after {project.today}", "a day that has passed")
    for event in facts.of_kind("events"):
        if event.status == "done" and event.date.first_day > project.today:
            wrong = f"is done on {event.date}, which is after {project.today}"
            yield event.problem("status", wrong, "planned, or a date that has passed")
    for kind, (earlier, later) in ORDER.items():
        for row in facts.of_kind(kind):
            yield from _order_of_dates(row, earlier, later)
    for row in [*facts.of_kind("figures"), *facts.of_kind("catalogue")]:
        for later, column in row.DECLARED.items():
            if column.not_before:
                yield from _order_of_dates(row, column.not_before, later)


def _figure(row: FigureRow, measure: MeasureRow) -> Iterator[Problem]:
    number = row.number
    least = number if measure.least is None else measure.least
    most = number if measure.most is None else measure.most
    if not least <= number <= most:
        ends = " to ".join("any" if end is None else f"{end:f}" for end in (measure.least, measure.most))
        wrong = f"{number:f} cannot be a figure of {measure.measure!r} ({measure.unit})"
        yield row.problem(row.NUMBER, wrong, f"{ends}, as data/measures.csv says")
    elif measure.whole == "yes" and number % 1:
        wrong = f"{number:f} is not a whole number of {measure.unit}"
        yield row.problem(row.NUMBER, wrong, "a whole number, as data/measures.csv says")


def _order_of_dates(row: Record, earlier: str, later: str) -> Iterator[Problem]:
    first = getattr(row, earlier)
    second = getattr(row, later)
    if first and second and getattr(second, "last_day", second) < getattr(first, "first_day", first):
        yield row.problem(later, f"{second} is before {earlier} ({first})", "that day or later")


def ask(project: Project) -> Iterator[Problem]:
    for problem in questions(project.facts):
        yield replace(problem, severity="question")


def questions(facts: Facts) -> Iterator[Problem]:
    """Values that are unlikely, and may be right."""
    yield from _large_numbers(facts)
    yield from _outliers(facts)


def _large_numbers(facts: Facts) -> Iterator[Problem]:
    """Ask about large numbers in the texts of claims that no row holds: perhaps a row was mended and the text was not."""
    stated = {f"{row.number:f}" for row in _figures(facts)}
    for claim in facts.of_kind("claims"):
        for field, language in product(("evidence", "outcome", "although"), paths.LANGUAGES):
            for digits in _LARGE.findall(claim.text_in(field, language)):
                if re.sub(r"\D", "", digits) not in stated:
                    wrong = f"{digits} is the figure of no row in data/; mend it if its row was mended"
                    yield claim.problem(claim.column(field, language), wrong)


def _outliers(facts: Facts) -> Iterator[Problem]:
    """Figures more than ten times, or less than a tenth of, the other years of the same series. A note on the row is the answer."""
    by_series: dict[tuple, list[FigureRow]] = defaultdict(list)
    for row in _figures(facts):
        if row.number > 0:
            by_series[(*row.series, *row.values("period"))].append(row)
    for series in by_series.values():
        for row in series:
            others = [other.number for other in series if other is not row]
            if row.note or len(others) < 3:
                continue
            middle = median(others)
            if not middle / UNLIKELY_TIMES <= row.number <= middle * UNLIKELY_TIMES:
                wrong = f"{row.number:f} is far from the other years ({middle:f} in the middle)"
                yield row.problem(row.NUMBER, f"{wrong}; mend it, or say in its note why")


def _figures(facts: Facts) -> list[FigureRow]:
    return [row for row in facts.of_kind("figures") if row.number is not None]
