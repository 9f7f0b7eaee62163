"""The figures that pages and charts cite: the stated ones, from keyed rows, and the ones computed from them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from scripts.facts import arithmetic
from scripts.facts.cells import LEVELS
from scripts.facts.facts import Facts, Figure
from scripts.facts.records import ComputedRow, FigureRow
from scripts.problems import InvalidValue, Problem, ProblemsFound, UnknownName

ESTIMATES = ("undo_change",)  # functions that work back from a rounded rate: medium at best


def lowest_confidence(parts: Iterable[Any]) -> str:
    """The lowest confidence among some records, figures or rows of a chart."""
    return max((part.confidence for part in parts), key=LEVELS.index, default=LEVELS[0])


def sources_of(parts: Iterable[Any]) -> tuple[str, ...]:
    """The source ids of some records, figures or rows, in order, without duplicates."""
    return tuple(dict.fromkeys(source for part in parts for source in part.source_ids))


def compute(facts: Facts) -> tuple[dict[str, Figure], list[Problem]]:
    """All figures by key, and the problems of rows that give none.

    A computed figure rests on stated ones and on computed ones of rows above it.
    """
    figures: dict[str, Figure] = {}
    problems: list[Problem] = []
    for kind in ("figures", "computed"):
        if problems:  # each figure computed from one of these would be reported too
            break
        for row in facts.of_kind(kind):
            try:
                if row.key in figures:
                    wrong = f"{row.key!r} is a duplicate, first at {figures[row.key].place}"
                    raise row.place_of("key").error(wrong, "unique keys")
                figure = _stated(row, facts) if isinstance(row, FigureRow) else _computed(row, facts, figures)
                if figure:
                    figures[figure.key] = figure
            except ProblemsFound as error:
                problems += error.problems
            except InvalidValue as error:
                problems.append(row.problem("operands", error))
    return figures, problems


def _stated(row: FigureRow, facts: Facts) -> Figure | None:
    """The figure of a row; None for a row without a key. Raises `ProblemsFound`."""
    measure = facts.measures.get((row.table_name, row.measured))
    if measure is None:
        measures = sorted(measure for table, measure in facts.measures if table == row.table_name)
        wrong = f"{row.measured!r} is not in data/measures.csv for this table"
        raise row.place_of(row.MEASURE or row.NUMBER).error(wrong, ", ".join(measures))
    for column in row.holding("unit"):
        if row.cell(column) != measure.unit:
            raise row.place_of(column).error(f"{row.cell(column)!r} differs from measures.csv", measure.unit)
    if not row.key:
        return None
    if row.number is None:
        wrong = f"{row.key!r} names a row without a figure"
        raise row.place_of("key").error(wrong, "a key only where a number is stated")
    return Figure(
        key=row.key,
        exact=row.number,
        unit=measure.unit,
        labels=measure.each("label"),
        source_ids=row.source_ids,
        confidence=row.confidence,
        notes=row.each("note"),
        place=row.place,
        year=row.in_year,
    )


def _computed(row: ComputedRow, facts: Facts, figures: Mapping[str, Figure]) -> Figure:
    """The figure of a row, from those that there are. Raises InvalidValue for wrong operands."""
    if row.function == "count_rows":
        parts: list[Figure] = []
        number = Decimal(_count(row.operands, facts))
    else:
        parts = _operands(row, figures)
        number = _calculate(row.function, parts)
    confidence = lowest_confidence(parts)
    if confidence == "high" and row.function in ESTIMATES:
        confidence = "medium"
    return Figure(
        key=row.key,
        exact=number,
        unit=row.unit,
        digits=row.digits,
        labels=row.each("label"),
        source_ids=sources_of(parts),
        confidence=confidence,
        notes=row.each("note"),
        place=row.place,
        operands=row.operands,
    )


def _operands(row: ComputedRow, figures: Mapping[str, Figure]) -> list[Figure]:
    """The figures that a row is computed from. Raises InvalidValue."""
    for key in row.operands:
        if key not in figures:
            raise UnknownName(key, "a key of a row above or of another table", figures)
    return [figures[key] for key in row.operands]


def _calculate(function: str, parts: list[Figure]) -> Decimal:
    """Raises InvalidValue for operands that are too few, too many, or zero where they divide."""
    try:
        return arithmetic.FUNCTIONS[function](*(part.exact for part in parts))
    except TypeError:
        wrong = f"{function} takes more or fewer operands than {len(parts)}"
        raise InvalidValue(wrong, "as many as data/README.md says, separated by ;") from None
    except ArithmeticError:
        wrong = f"{function} of these divides by zero"
        raise InvalidValue(wrong, "operands that are not zero where they divide") from None


def _count(operands: tuple[str, ...], facts: Facts) -> int:
    """Count the rows that meet every `table:column=value`, all of one table; `table:` counts all its rows. Raises InvalidValue."""
    table = operands[0].partition(":")[0]
    rows = facts.rows_of(table)
    for operand in operands:
        name, _, condition = operand.partition(":")
        if name != table:
            expected = "table:column=value for each condition, or table: for all rows"
            raise InvalidValue("count_rows counts in one table", expected)
        column, _, value = condition.partition("=")
        if column:
            rows = [row for row in rows if str(row.cell(column)) == value]
    return len(rows)
