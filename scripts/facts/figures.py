"""The figures that pages and charts cite: the stated ones, from keyed rows, and the ones computed from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation

from scripts.facts import arithmetic
from scripts.facts.nearest import unknown
from scripts.facts.records import ComputedRow, FigureRow, MeasureRow
from scripts.facts.tables import Tables
from scripts.problems import Problem

LEVELS = ("high", "medium", "low")
ESTIMATES = ("undo_change",)  # functions whose results are estimates: medium at best


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


def compute(tables: Tables) -> tuple[dict[str, Figure], list[Problem]]:
    """Every figure by its key, and what is wrong with those that cannot be had, whose keys become doubtful."""
    figures: dict[str, Figure] = {}
    problems = [*_stated(tables, figures), *_computed(tables, figures)]
    return figures, problems


def _stated(tables: Tables, figures: dict[str, Figure]) -> Iterator[Problem]:
    measures: dict[tuple[str, str], MeasureRow] = {(m.table, m.measure): m for m in tables.of_kind("measures")}
    for name, row in ((name, row) for name, rows in tables.tables.items() for row in rows if isinstance(row, FigureRow)):
        measure = measures.get((name, row.measured))
        wrong = _breach(tables, figures, row, measure, [m for table, m in measures if table == name])
        if wrong:
            yield row.problem(*wrong)
        if row.key and (wrong or measure is None):
            tables.doubtful.add(row.key)
        elif row.key and measure:
            figures[row.key] = Figure(
                row.key, row.number, measure.unit, None, measure.each("label"), row.source_ids,
                row.confidence, row.each("note"), row.place, row.in_year,
            )


def _breach(
    tables: Tables, figures: dict[str, Figure], row: FigureRow, measure: MeasureRow | None, known: list[str]
) -> tuple[str, str] | None:
    """The column at fault and what is wrong with it, or None."""
    if measure is None:
        message = f"{row.measured!r} is not in data/measures.csv for this table; expected: {', '.join(sorted(known))}"
        return None if tables.excused(row.measured, "measures") else (row.MEASURE or row.NUMBER, message)
    for column in row.holding("unit"):
        if getattr(row, column) != measure.unit:
            return column, f"{getattr(row, column)!r} differs from measures.csv; expected: {measure.unit}"
    if row.key and row.number is None:
        return "key", f"{row.key!r} names a row without a figure; expected: a key only where a number is stated"
    if row.key and row.key in figures:
        return "key", f"{row.key!r} stands already at {figures[row.key].place}; expected: unique keys"
    return None


def _computed(tables: Tables, figures: dict[str, Figure]) -> Iterator[Problem]:
    for row in tables.of_kind("computed"):
        if row.key in figures:
            yield row.problem("key", f"{row.key!r} stands already at {figures[row.key].place}; expected: unique keys")
            continue
        try:
            number, sources, confidence = _result(tables, figures, row)
        except (LookupError, ArithmeticError, ValueError) as wrong:
            if not any(tables.excused(name, "figures", "computed") for name in row.operands):
                yield row.problem("operands", _explain(wrong, row))
            tables.doubtful.add(row.key)
            continue
        figures[row.key] = Figure(
            row.key, arithmetic.rounded(number, row.digits), row.unit, row.digits, row.each("label"), sources,
            confidence, row.each("note"), row.place, None, row.operands, number,
        )


def _explain(wrong: Exception, row: ComputedRow) -> str:
    if isinstance(wrong, DivisionByZero | InvalidOperation | ZeroDivisionError):
        return f"{row.function} of these divides by zero; expected: operands that are not zero where they divide"
    reason = str(wrong.args[0])
    return reason if "; expected:" in reason else f"{reason}; expected: keys of rows above it or of other tables"


def _result(tables: Tables, figures: dict[str, Figure], row: ComputedRow) -> tuple[Decimal, tuple[str, ...], str]:
    if row.function == "count_rows":
        return Decimal(_count(tables, row.operands)), (), "high"
    wanted = arithmetic.operands(row.function)
    if wanted is not None and wanted != len(row.operands):
        raise ValueError(f"{row.function} takes {wanted} operands, not {len(row.operands)}; expected: {wanted} keys separated by ;")
    if missing := [key for key in row.operands if key not in figures]:
        raise LookupError(unknown(missing[0], figures))
    parts = [figures[key] for key in row.operands]
    sources = tuple(dict.fromkeys(source for part in parts for source in part.source_ids))
    # A computed figure is no surer than its least sure part, and one worked back from a rounded rate is an estimate.
    levels = [part.confidence for part in parts] + ["medium"] * (row.function in ESTIMATES)
    confidence = LEVELS[max(map(LEVELS.index, levels))]
    numbers = [part.number if part.exact is None else part.exact for part in parts]
    return arithmetic.FUNCTIONS[row.function](*numbers), sources, confidence


def _count(tables: Tables, operands: tuple[str, ...]) -> int:
    """The rows that meet every `table:column=value`, all of one table; `table:` is all its rows."""
    table = operands[0].partition(":")[0]
    if any(operand.partition(":")[0] != table for operand in operands):
        raise ValueError("count_rows counts in one table; expected: table:column=value for each condition, or table: for all rows")
    conditions = [operand.partition(":")[2].partition("=") for operand in operands]
    wanted = [(column, value) for column, _, value in conditions if column]
    rows = tables.rows_of(table, *(column for column, _ in wanted))
    return sum(all(str(row.cell(column)) == value for column, value in wanted) for row in rows)
