"""The figures that pages and charts cite: the stated ones, from keyed rows, and the ones computed from them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation
from typing import TYPE_CHECKING

from scripts.facts import arithmetic
from scripts.facts.records import ComputedRow, FigureRow, MeasureRow
from scripts.problems import Problem

if TYPE_CHECKING:
    from scripts.facts.dataset import Facts

LEVELS = ("high", "medium", "low")
ESTIMATES = ("undo_change",)
"""Functions whose results are estimates: medium at best."""


@dataclass(frozen=True)
class Figure:
    """One citable number. `unit` as in measures.csv; `operands` are the keys that it was computed from."""

    key: str
    number: Decimal
    unit: str
    digits: int | None
    labels: dict[str, str]
    source_ids: tuple[str, ...]
    confidence: str
    notes: dict[str, str]
    place: str
    year: int | None = None
    operands: tuple[str, ...] = ()
    exact: Decimal | None = None  # before rounding, for figures computed from this one

    @property
    def computed(self) -> bool:
        return bool(self.operands)


def fill(facts: Facts) -> list[Problem]:
    """Put every figure into `facts.figures`. Returns what is wrong; the keys of such rows go into `facts.doubtful`."""
    return [*_stated(facts), *_computed(facts)]


def _stated(facts: Facts) -> list[Problem]:
    measures: dict[tuple[str, str], MeasureRow] = {(m.table, m.measure): m for m in facts.of_kind("measures")}
    problems: list[Problem] = []
    for name, rows in facts.tables.items():
        for row in rows:
            if not isinstance(row, FigureRow):
                continue
            measure = measures.get((name, row.measured))
            wrong = _breach(facts, row, measure, [m for table, m in measures if table == name])
            if wrong:
                problems.append(Problem(row.file, row.line, *wrong))
            if row.key and (wrong or measure is None):
                facts.doubtful.add(row.key)
            elif row.key and measure:
                facts.figures[row.key] = Figure(
                    row.key, row.number, measure.unit, None, {"en": measure.label_en, "fr": measure.label_fr}, row.source_ids,
                    row.confidence, {"en": row.note or "", "fr": row.note_fr or ""}, row.place, row.year,
                )
    return problems


def _breach(facts: Facts, row: FigureRow, measure: MeasureRow | None, known: list[str]) -> tuple[str, str] | None:
    """The column at fault and what is wrong with it, or None."""
    if measure is None:
        column = "item" if hasattr(row, "item") else "measure" if hasattr(row, "measure") else row.NUMBER
        # A damaged measures.csv is reported once, there, not again at every row that needs it.
        complete = facts.complete("measures")
        return (column, f"{row.measured!r} is not in data/measures.csv for this table; allowed: {', '.join(sorted(known))}") if complete else None
    if getattr(row, "unit", measure.unit) != measure.unit:
        return "unit", f"{row.unit!r} differs from measures.csv; allowed: {measure.unit}"
    if row.key and row.number is None:
        return "key", f"{row.key!r} names a row without a figure; allowed: a key only where a number is stated"
    if row.key and row.key in facts.figures:
        return "key", f"{row.key!r} stands already at {facts.figures[row.key].place}; allowed: unique keys"
    return None


def _computed(facts: Facts) -> list[Problem]:
    problems: list[Problem] = []
    for row in facts.of_kind("computed"):
        if row.key in facts.figures:
            place = facts.figures[row.key].place
            problems.append(Problem(row.file, row.line, "key", f"{row.key!r} stands already at {place}; allowed: unique keys"))
            continue
        try:
            number, sources, confidence = _result(facts, row)
        except (LookupError, ArithmeticError, ValueError) as wrong:
            if not (facts.doubtful & set(row.operands)) and facts.complete_figures():
                problems.append(Problem(row.file, row.line, "operands", _explain(wrong, row)))
            facts.doubtful.add(row.key)
            continue
        facts.figures[row.key] = Figure(
            row.key, arithmetic.rounded(number, row.digits), row.unit, row.digits, {"en": row.label_en, "fr": row.label_fr}, sources,
            confidence, {"en": row.note or "", "fr": row.note_fr or ""}, row.place, None, row.operands, number,
        )
    return problems


def _explain(wrong: Exception, row: ComputedRow) -> str:
    if isinstance(wrong, DivisionByZero | InvalidOperation | ZeroDivisionError):
        return f"{row.function} of these divides by zero; allowed: operands that are not zero where they divide"
    said = str(wrong.args[0])
    return said if "; allowed:" in said else f"{said}; allowed: keys of rows above it or of other tables"


def _result(facts: Facts, row: ComputedRow) -> tuple[Decimal, tuple[str, ...], str]:
    if row.function == "count_rows":
        return Decimal(_count(facts, row.operands)), (), "high"
    wanted = arithmetic.operands(row.function)
    if wanted is not None and wanted != len(row.operands):
        raise ValueError(f"{row.function} takes {wanted} operands, not {len(row.operands)}; allowed: {wanted} keys separated by ;")
    parts = [facts.figure(key) for key in row.operands]
    sources = tuple(dict.fromkeys(source for part in parts for source in part.source_ids))
    # A computed figure is no surer than its least sure part, and one worked back from a rounded rate is an estimate.
    levels = [part.confidence for part in parts] + ["medium"] * (row.function in ESTIMATES)
    confidence = LEVELS[max(map(LEVELS.index, levels))]
    numbers = [part.number if part.exact is None else part.exact for part in parts]
    return arithmetic.FUNCTIONS[row.function](*numbers), sources, confidence


def _count(facts: Facts, operands: tuple[str, ...]) -> int:
    """The rows that meet every `table:column=value`, all of one table; `table:` is all its rows, and `x*` any value that begins with x. What the
    listing of tables leaves uncounted is left out."""
    table = operands[0].partition(":")[0]
    if any(operand.partition(":")[0] != table for operand in operands):
        raise ValueError("count_rows counts in one table; allowed: table:column=value for each condition, or table: for all rows")
    if table not in facts.tables:
        raise LookupError(f"{table!r} is not a table; allowed: {', '.join(facts.tables)}")
    columns = facts.kinds[table].columns()
    rows = [row for row in facts.tables[table] if getattr(row, "key", None) not in facts.uncounted]
    for condition in (operand.partition(":")[2] for operand in operands):
        column, _, value = condition.partition("=")
        if column and column not in columns:
            raise LookupError(f"{column!r} is not a column of {table}; allowed: {', '.join(columns)}")
        rows = [row for row in rows if not column or _meets(str(getattr(row, column)), value)]
    return len(rows)


def _meets(cell: str, value: str) -> bool:
    return cell.startswith(value[:-1]) if value.endswith("*") else cell == value
