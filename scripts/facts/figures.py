"""The figures that pages and charts cite: the stated ones, from keyed rows, and the ones computed from them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from scripts.facts import arithmetic
from scripts.facts.records import ComputedRow, FigureRow, MeasureRow
from scripts.facts.tables import Facts, Figure
from scripts.problems import InvalidValue, Problem, UnknownName

LEVELS = ("high", "medium", "low")
ESTIMATES = ("undo_change",)  # functions that work back from a rounded rate: medium at best


def lowest_confidence(parts: Iterable[Any]) -> str:
    """That of the least sure of some records, figures or rows of a chart."""
    return LEVELS[max((LEVELS.index(part.confidence) for part in parts), default=0)]


def sources_of(parts: Iterable[Any]) -> tuple[str, ...]:
    """Ids of all their sources, in their order, without repeats."""
    return tuple(dict.fromkeys(source for part in parts for source in part.source_ids))


def compute(tables: Facts) -> tuple[Facts, list[Problem]]:
    """The facts of these tables with every figure, and what is wrong with those that cannot be had, whose keys become damaged."""
    facts = replace(tables, figures={}, damaged=set(tables.damaged))
    return facts, [*_stated(facts), *_computed(facts)]


def _stated(facts: Facts) -> Iterator[Problem]:
    for name, row in ((name, row) for name, rows in facts.tables.items() for row in rows if isinstance(row, FigureRow)):
        measure = facts.measures.get((name, row.measured))
        wrong = _breach(facts, row, measure, [m for table, m in facts.measures if table == name])
        if wrong:
            yield row.problem(*wrong)
        if row.key and (wrong or measure is None):
            facts.damaged.add(row.key)
        elif row.key and measure:
            facts.figures[row.key] = Figure(
                row.key, row.number, measure.unit, None, measure.each("label"), row.source_ids,
                row.confidence, row.each("note"), row.place, row.in_year,
            )


def _breach(facts: Facts, row: FigureRow, measure: MeasureRow | None, known: list[str]) -> tuple[str, str, str] | None:
    """The column at fault, what is wrong with it and what is expected, or None."""
    if measure is None:
        if facts.may_be_damaged(row.measured, "measures"):
            return None
        wrong = f"{row.measured!r} is not in data/measures.csv for this table"
        return row.MEASURE or row.NUMBER, wrong, ", ".join(sorted(known))
    for column in row.holding("unit"):
        if getattr(row, column) != measure.unit:
            return column, f"{getattr(row, column)!r} differs from measures.csv", measure.unit
    if row.key and row.number is None:
        return "key", f"{row.key!r} names a row without a figure", "a key only where a number is stated"
    if row.key and row.key in facts.figures:
        return "key", f"{row.key!r} stands already at {facts.figures[row.key].place}", "unique keys"
    return None


def _computed(facts: Facts) -> Iterator[Problem]:
    for row in facts.of_kind("computed"):
        if row.key in facts.figures:
            yield row.problem("key", f"{row.key!r} stands already at {facts.figures[row.key].place}", "unique keys")
            continue
        try:
            facts.figures[row.key] = _result(facts, row)
        except (InvalidValue, ArithmeticError) as error:
            if isinstance(error, ArithmeticError):
                error = InvalidValue(f"{row.function} of these divides by zero", "operands that are not zero where they divide")
            if not any(facts.may_be_damaged(name, "figures", "computed") for name in row.operands):
                yield row.problem("operands", error.wrong, error.expected)
            facts.damaged.add(row.key)


def _result(facts: Facts, row: ComputedRow) -> Figure:
    parts: list[Figure] = []
    if row.function == "count_rows":
        number = Decimal(_count(facts, row.operands))
    else:
        wanted = arithmetic.operands(row.function)
        if wanted is not None and wanted != len(row.operands):
            wrong = f"{row.function} takes {wanted} operands, not {len(row.operands)}"
            raise InvalidValue(wrong, f"{wanted} keys separated by ;")
        for key in row.operands:
            if key not in facts.figures:
                raise UnknownName(key, "a key of a row above or of another table", facts.figures)
        parts = [facts.figures[key] for key in row.operands]
        number = arithmetic.FUNCTIONS[row.function](*(part.exact for part in parts))
    confidence = lowest_confidence(parts)
    if confidence == "high" and row.function in ESTIMATES:
        confidence = "medium"
    return Figure(
        row.key, number, row.unit, row.digits, row.each("label"), sources_of(parts), confidence, row.each("note"), row.place,
        None, row.operands,
    )


def _count(facts: Facts, operands: tuple[str, ...]) -> int:
    """The rows that meet every `table:column=value`, all of one table; `table:` is all its rows."""
    table = operands[0].partition(":")[0]
    if any(operand.partition(":")[0] != table for operand in operands):
        expected = "table:column=value for each condition, or table: for all rows"
        raise InvalidValue("count_rows counts in one table", expected)
    conditions = [operand.partition(":")[2].partition("=") for operand in operands]
    wanted = [(column, value) for column, _, value in conditions if column]
    rows = facts.rows_of(table, *(column for column, _ in wanted))
    return sum(all(str(row.cell(column)) == value for column, value in wanted) for row in rows)
