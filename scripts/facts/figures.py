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
    """The ids of all sources of some records, figures or rows, in their order, without repeats."""
    return tuple(dict.fromkeys(source for part in parts for source in part.source_ids))


def compute(facts: Facts) -> tuple[dict[str, Figure], set[str], list[Problem]]:
    """Compute every figure of these facts. Returns them by key, the keys of those that cannot be made, and the problems.

    A computed figure rests on stated ones and on computed ones of rows above it.
    """
    made: dict[str, Figure | None] = {}  # None where it cannot be made
    problems = []
    for row in [*facts.of_kind("figures"), *facts.of_kind("computed")]:
        figure, earlier = None, made.get(row.key)
        try:
            if earlier:
                raise row.place_of("key").error(f"{row.key!r} stands already at {earlier.place}", "unique keys")
            figure = _stated(row, facts) if isinstance(row, FigureRow) else _computed(row, facts, made)
        except ProblemsFound as error:
            problems += error.problems
        except InvalidValue as error:
            problems.append(row.problem("operands", error))
        if row.key:
            made[row.key] = figure or earlier
    figures = {key: figure for key, figure in made.items() if figure}
    return figures, made.keys() - figures.keys(), problems


def _stated(row: FigureRow, facts: Facts) -> Figure | None:
    """Make the figure of a row. Returns None for a row without a key or with a damaged measure. Raises `ProblemsFound`."""
    measure = facts.measures.get((row.table_name, row.measured))
    if measure is None:
        if facts.may_be_damaged(row.measured, "measures"):
            return None
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


def _computed(row: ComputedRow, facts: Facts, made: Mapping[str, Figure | None]) -> Figure | None:
    """Compute the figure of a row. Returns None where an operand is damaged. Raises InvalidValue for wrong operands."""
    if row.function == "count_rows":
        parts: list[Figure] | None = []
        number = Decimal(_count(row.operands, facts))
    else:
        parts = _operands(row, facts, made)
        if parts is None:
            return None
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


def _operands(row: ComputedRow, facts: Facts, made: Mapping[str, Figure | None]) -> list[Figure] | None:
    """The figures that a row is computed from; None where one may be damaged. Raises InvalidValue."""
    wanted = arithmetic.operands(row.function)
    if wanted not in (None, len(row.operands)):
        wrong = f"{row.function} takes {wanted} operands, not {len(row.operands)}"
        raise InvalidValue(wrong, f"{wanted} keys separated by ;")
    for key in row.operands:
        if key not in made and not facts.may_be_damaged(key, "figures", "computed"):
            raise UnknownName(key, "a key of a row above or of another table", made)
    parts = [made.get(key) for key in row.operands]
    return None if None in parts else parts


def _calculate(function: str, parts: list[Figure]) -> Decimal:
    """Raises InvalidValue for a division by zero."""
    try:
        return arithmetic.FUNCTIONS[function](*(part.exact for part in parts))
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
