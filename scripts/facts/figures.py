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
    for row in facts.of_kind("figures"):
        measure = facts.measures.get((row.table_name, row.measured))
        problem = _check_stated(row, measure, facts)
        if problem:
            yield problem
        if not row.key:
            continue
        if problem or not measure:
            facts.damaged.add(row.key)
            continue
        facts.figures[row.key] = Figure(
            key=row.key,
            exact=row.number,
            unit=measure.unit,
            digits=None,
            labels=measure.each("label"),
            source_ids=row.source_ids,
            confidence=row.confidence,
            notes=row.each("note"),
            place=row.place,
            year=row.in_year,
        )


def _check_stated(row: FigureRow, measure: MeasureRow | None, facts: Facts) -> Problem | None:
    if measure is None:
        if facts.may_be_damaged(row.measured, "measures"):
            return None
        measures = sorted(measure for table, measure in facts.measures if table == row.table_name)
        wrong = f"{row.measured!r} is not in data/measures.csv for this table"
        return row.problem(row.MEASURE or row.NUMBER, wrong, ", ".join(measures))
    for column in row.holding("unit"):
        if row.cell(column) != measure.unit:
            return row.problem(column, f"{row.cell(column)!r} differs from measures.csv", measure.unit)
    if row.key and row.number is None:
        return row.problem("key", f"{row.key!r} names a row without a figure", "a key only where a number is stated")
    if row.key in facts.figures:
        return _taken(row, facts)
    return None


def _taken(row: FigureRow | ComputedRow, facts: Facts) -> Problem:
    return row.problem("key", f"{row.key!r} stands already at {facts.figures[row.key].place}", "unique keys")


def _computed(facts: Facts) -> Iterator[Problem]:
    for row in facts.of_kind("computed"):
        if row.key in facts.figures:
            yield _taken(row, facts)
            continue
        try:
            facts.figures[row.key] = _result(row, facts)
            continue
        except ArithmeticError:
            wrong = f"{row.function} of these divides by zero"
            problem = row.problem("operands", wrong, "operands that are not zero where they divide")
        except InvalidValue as error:
            problem = row.problem("operands", error.wrong, error.expected)
        if not any(facts.may_be_damaged(key, "figures", "computed") for key in row.operands):
            yield problem
        facts.damaged.add(row.key)


def _result(row: ComputedRow, facts: Facts) -> Figure:
    parts: list[Figure] = []
    if row.function == "count_rows":
        number = Decimal(_count(row.operands, facts))
    else:
        parts = _parts(row, facts)
        number = arithmetic.FUNCTIONS[row.function](*(part.exact for part in parts))
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


def _parts(row: ComputedRow, facts: Facts) -> list[Figure]:
    """The figures that are its operands."""
    wanted = arithmetic.operands(row.function)
    if wanted is not None and wanted != len(row.operands):
        wrong = f"{row.function} takes {wanted} operands, not {len(row.operands)}"
        raise InvalidValue(wrong, f"{wanted} keys separated by ;")
    for key in row.operands:
        if key not in facts.figures:
            raise UnknownName(key, "a key of a row above or of another table", facts.figures)
    return [facts.figures[key] for key in row.operands]


def _count(operands: tuple[str, ...], facts: Facts) -> int:
    """The rows that meet every `table:column=value`, all of one table; `table:` is all its rows."""
    tables = {operand.partition(":")[0] for operand in operands}
    if len(tables) > 1:
        expected = "table:column=value for each condition, or table: for all rows"
        raise InvalidValue("count_rows counts in one table", expected)
    conditions: list[tuple[str, str]] = []
    for operand in operands:
        column, _, value = operand.partition(":")[2].partition("=")
        if column:
            conditions.append((column, value))
    rows = facts.rows_of(tables.pop(), *(column for column, _ in conditions))
    return sum(all(str(row.cell(column)) == value for column, value in conditions) for row in rows)
