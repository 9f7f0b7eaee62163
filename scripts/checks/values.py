"""Limits of figures: measures.csv gives each measure's smallest and largest value, and whether it is whole.

What is only unlikely, a figure ten times its neighbours', is asked and stops nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from statistics import median

from scripts import paths
from scripts.facts.declared import FigureRow
from scripts.facts.facts import Facts
from scripts.facts.records import ClaimRow, MeasureRow
from scripts.problems import Problem
from scripts.project import Project

UNLIKELY_TIMES = 10
_LARGE = re.compile(r"(?<![\w.,])\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?!\w|[.,]\d)")


def check(project: Project) -> Iterator[Problem]:
    """Find figures outside the limits of their measure, or not whole where it must be."""
    facts = project.facts
    for row, number in _figures(facts):
        measure = facts.measures.get((row.table_name, row.measured))
        if measure:
            yield from _figure(row, number, measure)


def _figure(row: FigureRow, number: Decimal, measure: MeasureRow) -> Iterator[Problem]:
    """Find a figure outside the limits of its measure, or with a fraction where only whole ones can be."""
    least = number if measure.least is None else measure.least
    most = number if measure.most is None else measure.most
    if not least <= number <= most:
        ends = " to ".join("any" if end is None else f"{end:f}" for end in (measure.least, measure.most))
        wrong = f"{number:f} cannot be a figure of {measure.measure!r} ({measure.unit})"
        yield row.problem(row.NUMBER, wrong, f"{ends}, as data/measures.csv says")
    elif measure.whole == "yes" and number % 1:
        wrong = f"{number:f} is not a whole number of {measure.unit}"
        yield row.problem(row.NUMBER, wrong, "a whole number, as data/measures.csv says")


def check_unlikely(project: Project) -> Iterator[Problem]:
    """Report unlikely values as questions, which stop nothing."""
    for problem in questions(project.facts):
        yield replace(problem, severity="question")


def questions(facts: Facts) -> Iterator[Problem]:
    """Find values that are unlikely, and may be right."""
    yield from _large_numbers(facts)
    yield from _outliers(facts)


def _large_numbers(facts: Facts) -> Iterator[Problem]:
    """Ask about large numbers in the texts of claims that no row holds: perhaps a row was mended and the text was not."""
    stated = {f"{number:f}" for _, number in _figures(facts)}
    for claim in facts.of_kind(ClaimRow):
        for field, language in product(("evidence", "outcome", "although"), paths.LANGUAGES):
            for digits in _LARGE.findall(claim.text_in(field, language)):
                if re.sub(r"\D", "", digits) not in stated:
                    wrong = f"{digits} is the figure of no row in data/; mend it if its row was mended"
                    yield claim.problem(claim.column(field, language), wrong)


def _outliers(facts: Facts) -> Iterator[Problem]:
    """Find figures more than ten times, or less than a tenth of, the other years of the same series. A note on the row is the answer."""
    by_series: dict[tuple, list[tuple[FigureRow, Decimal]]] = defaultdict(list)
    for row, number in _figures(facts):
        if number > 0:
            by_series[(*row.series, *row.values("period"))].append((row, number))
    for series in by_series.values():
        for row, number in series:
            others = [other_number for other, other_number in series if other is not row]
            if row.note or len(others) < 3:
                continue
            middle = median(others)
            if not middle / UNLIKELY_TIMES <= number <= middle * UNLIKELY_TIMES:
                wrong = f"{number:f} is far from the other years ({middle:f} in the middle)"
                yield row.problem(row.NUMBER, f"{wrong}; mend it, or say in its note why")


def _figures(facts: Facts) -> list[tuple[FigureRow, Decimal]]:
    """The rows that state a number, with it."""
    return [(row, row.number) for row in facts.of_kind(FigureRow) if row.number is not None]
