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
from scripts.checks.project import Project
from scripts.facts.declared import DeclaredRow, FigureRow
from scripts.facts.records import MeasureRow
from scripts.facts.tables import Facts
from scripts.problems import Problem

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


def check(project: Project) -> Iterator[Problem]:
    facts = project.facts
    for row in _figures(facts):
        measure = facts.measures.get((row.table_name, row.measured))
        if measure:
            yield from _figure(row, measure)
    for kind, columns in PAST.items():
        for row, column in product(facts.of_kind(kind), columns):
            day = getattr(row, column)
            if day and getattr(day, "first_day", day) > project.today + dt.timedelta(days=1):
                yield row.problem(column, f"{day} is after {project.today}", "a day that has passed")
    for event in facts.of_kind("events"):
        if event.status == "done" and event.date.first_day > project.today:
            yield event.problem(
                "status",
                f"is done on {event.date}, which is after {project.today}",
                "planned, or a date that has passed",
            )
    for row in facts.rows:
        if isinstance(row, DeclaredRow):
            yield from _order_of_dates(row)


def _figure(row: FigureRow, measure: MeasureRow) -> Iterator[Problem]:
    number = row.number
    least = number if measure.least is None else measure.least
    most = number if measure.most is None else measure.most
    if not least <= number <= most:
        ends = ["any" if end is None else f"{end:f}" for end in (measure.least, measure.most)]
        yield row.problem(
            row.NUMBER,
            f"{number:f} cannot be a figure of {measure.measure!r} ({measure.unit})",
            f"{' to '.join(ends)}, as data/measures.csv says",
        )
    elif measure.whole == "yes" and number != number.to_integral_value():
        yield row.problem(
            row.NUMBER,
            f"{number:f} is not a whole number of {measure.unit}",
            "a whole number, as data/measures.csv says",
        )


def _order_of_dates(row: DeclaredRow) -> Iterator[Problem]:
    for name, column in row.DECLARED.items():
        earlier = getattr(row, column.not_before, None)
        date = getattr(row, name)
        if earlier and date and date.last_day < earlier.first_day:
            yield row.problem(name, f"{date} is before {column.not_before} ({earlier})", "that day or later")


def ask(project: Project) -> Iterator[Problem]:
    for problem in questions(project.facts):
        yield replace(problem, severity="question")


def questions(facts: Facts) -> Iterator[Problem]:
    """What is only unlikely."""
    yield from _large_numbers(facts)
    yield from _outliers(facts)


def _large_numbers(facts: Facts) -> Iterator[Problem]:
    """Large numbers in what is said of claims that no row holds: perhaps a row was mended and these were not."""
    stated = {f"{row.number:f}" for row in _figures(facts)}
    for claim in facts.of_kind("claims"):
        for field, language in product(("evidence", "outcome", "although"), paths.LANGUAGES):
            for digits in _LARGE.findall(claim.word(field, language)):
                if re.sub(r"\D", "", digits) not in stated:
                    yield claim.problem(
                        claim.column(field, language),
                        f"{digits} is the figure of no row in data/; mend it if its row was mended",
                    )


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
                yield row.problem(
                    row.NUMBER,
                    f"{row.number:f} is far from the other years ({middle:f} in the middle); mend it, or say in its note why",
                )


def _figures(facts: Facts) -> list[FigureRow]:
    return [row for row in facts.of_kind("figures") if row.number is not None]
