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
from scripts.facts.tables import Facts
from scripts.problems import Problem

UNLIKELY_TIMES = 10
_LARGE = re.compile(r"(?<![\w.,])\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?!\w|[.,]\d)")
PAST = {
    "sources": ("accessed",), "quotes": ("seen",), "claims": ("said_on", "last_checked"), "status": ("last_checked",),
    "history": ("date",), "updates": ("date",), "corrections": ("date",),
}
"""Kind of row -> columns that say when something was done. The day may have come in one time zone and not yet in another."""


def check(project: Project) -> Iterator[Problem]:
    facts, today = project.facts, project.today
    for row in _figures(facts):
        rule = facts.measures.get((row.table_name, row.measured))
        if rule is None:
            continue
        allowed = " to ".join(f"{end:f}" if end is not None else "any" for end in (rule.least, rule.most))
        if (rule.least is not None and row.number < rule.least) or (rule.most is not None and row.number > rule.most):
            wrong = f"{row.number:f} cannot be a figure of {rule.measure!r} ({rule.unit})"
            yield row.problem(row.NUMBER, wrong, f"{allowed}, as data/measures.csv says")
        elif rule.whole == "yes" and row.number != row.number.to_integral_value():
            wrong = f"{row.number:f} is not a whole number of {rule.unit}"
            yield row.problem(row.NUMBER, wrong, "a whole number, as data/measures.csv says")
    for kind, columns in PAST.items():
        for row, column in ((row, column) for row in facts.of_kind(kind) for column in columns):
            day = getattr(row, column)
            if day and getattr(day, "first_day", day) > today + dt.timedelta(days=1):
                yield row.problem(column, f"{day} is after {today}", "a day that has passed")
    for event in facts.of_kind("events"):
        if event.status == "done" and event.date.first_day > today:
            yield event.problem("status", f"is done on {event.date}, which is after {today}", "planned, or a date that has passed")
    for row in (row for row in facts.rows if isinstance(row, DeclaredRow)):
        for name, column in row.DECLARED.items():
            first, then = getattr(row, column.not_before, None), getattr(row, name)
            if first and then and then.last_day < first.first_day:
                yield row.problem(name, f"{then} is before {column.not_before} ({first})", "that day or later")


def ask(project: Project) -> Iterator[Problem]:
    for problem in questions(project.facts):
        yield replace(problem, severity="question")


def questions(facts: Facts) -> Iterator[Problem]:
    """Figures more than ten times, or less than a tenth of, the other years of the same series (a note on the row is the answer), and large
    numbers in what is said of claims that no row holds: perhaps a row was mended and these were not."""
    known = {f"{row.number:f}" for row in _figures(facts)}
    fields = [(field, language) for field in ("evidence", "outcome", "although") for language in paths.LANGUAGES]
    for row, (field, language) in product(facts.of_kind("claims"), fields):
        for found in _LARGE.findall(row.word(field, language) or ""):
            if re.sub(r"\D", "", found) not in known:
                yield row.problem(row.column(field, language), f"{found} is the figure of no row in data/; mend it if its row was mended")
    series: dict[tuple, list[FigureRow]] = defaultdict(list)
    for row in _figures(facts):
        if row.number > 0:
            series[(*row.series, *row.values("period"))].append(row)
    for rows in series.values():
        for row in rows:
            others = [other.number for other in rows if other is not row]
            if row.note or len(others) < 3:
                continue
            middle = median(others)
            if not middle / UNLIKELY_TIMES <= row.number <= middle * UNLIKELY_TIMES:
                message = f"{row.number:f} is far from the other years ({middle:f} in the middle)"
                yield row.problem(row.NUMBER, f"{message}; mend it, or say in its note why")


def _figures(facts: Facts) -> Iterator[FigureRow]:
    return (row for row in facts.of_kind("figures") if row.number is not None)
