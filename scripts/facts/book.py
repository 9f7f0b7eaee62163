"""The book of facts: all tables, found by name or key, and the figures that pages and charts cite."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal, DivisionByZero, InvalidOperation
from functools import cached_property
from pathlib import Path

from scripts import paths
from scripts.facts import arithmetic
from scripts.facts.reader import read
from scripts.facts.records import KINDS, ComputedRow, FigureRow, MeasureRow, Record, SourceRow
from scripts.problems import Problem, stop_on

LEVELS = ("high", "medium", "low")


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


@dataclass(frozen=True)
class Facts:
    """Every table, and the figures by key. Raises KeyError with the nearest keys for an unknown one."""

    tables: dict[str, list[Record]]
    titles: dict[str, dict[str, str]]
    figures: dict[str, Figure] = field(default_factory=dict)

    def table(self, name: str) -> list:
        return self.tables[name]

    def of_kind(self, kind: str) -> list:
        """The rows of every table of a kind: `facts.of_kind("claims")`."""
        return [row for rows in self.tables.values() for row in rows if isinstance(row, KINDS[kind])]

    def select(self, table: str, **wanted) -> list:
        """Rows of a table whose columns equal the given values (a set or tuple: any of them)."""

        def fits(row) -> bool:
            return all(
                getattr(row, column) in value if isinstance(value, tuple | set | frozenset) else getattr(row, column) == value
                for column, value in wanted.items()
            )

        return [row for row in self.tables[table] if fits(row)]

    def figure(self, key: str) -> Figure:
        if key not in self.figures:
            raise KeyError(unknown(key, self.figures))
        return self.figures[key]

    def source(self, source_id: str) -> SourceRow:
        return self.sources[source_id]

    @cached_property
    def sources(self) -> dict[str, SourceRow]:
        return {row.id: row for row in self.of_kind("sources")}

    def unit_of(self, row: FigureRow) -> str:
        own = getattr(row, "unit", None)
        if own:
            return own
        table = Path(row.file).stem
        return next(m.unit for m in self.of_kind("measures") if (m.table, m.measure) == (table, row.measured))


def unknown(key: str, keys) -> str:
    """The message for a key that does not exist, with the nearest ones."""
    near = difflib.get_close_matches(key, list(keys), n=3, cutoff=0.5)
    return f"{key!r} is not a key; " + (f"nearest: {', '.join(near)}" if near else "see the key column of data/*.csv")


def load(folder: Path = paths.DATA) -> Facts:
    """Read every table that data/tables.toml lists. Raises `ProblemsFound` with all problems of all files."""
    listing = tomllib.loads((folder / "tables.toml").read_text("utf-8"))
    tables: dict[str, list[Record]] = {}
    problems: list[Problem] = []
    for name, entry in listing.items():
        tables[name], found = read(folder / f"{name}.csv", KINDS[entry["kind"]], may_be_empty=entry.get("may_be_empty", False))
        problems += found
    stop_on(problems)
    facts = Facts(tables, {name: {"en": entry["en"], "fr": entry["fr"]} for name, entry in listing.items()})
    facts.figures.update(_stated(facts, problems))
    _compute(facts, problems)
    stop_on(problems)
    return facts


def _stated(facts: Facts, problems: list[Problem]) -> dict[str, Figure]:
    measures: dict[tuple[str, str], MeasureRow] = {(m.table, m.measure): m for m in facts.of_kind("measures")}
    figures: dict[str, Figure] = {}
    for name, rows in facts.tables.items():
        for row in rows:
            if not isinstance(row, FigureRow):
                continue
            measure = measures.get((name, row.measured))
            if measure is None:
                known = ", ".join(sorted(m for t, m in measures if t == name))
                column = "item" if hasattr(row, "item") else "measure"
                problems.append(Problem(row.file, row.line, column, f"{row.measured!r} is not in data/measures.csv for this table; allowed: {known}"))
            elif getattr(row, "unit", measure.unit) != measure.unit:
                problems.append(Problem(row.file, row.line, "unit", f"{row.unit!r} differs from measures.csv; allowed: {measure.unit}"))
            elif row.key and row.number is None:
                problems.append(Problem(row.file, row.line, "key", f"{row.key!r} names a row without a figure; allowed: a key only where a number is stated"))
            elif row.key and row.key in figures:
                problems.append(Problem(row.file, row.line, "key", f"{row.key!r} stands already at {figures[row.key].place}; allowed: unique keys"))
            elif row.key:
                figures[row.key] = Figure(
                    row.key, row.number, measure.unit, None, {"en": measure.label_en, "fr": measure.label_fr}, row.source_ids,
                    row.confidence, {"en": row.note or "", "fr": row.note_fr or ""}, row.place, row.year,
                )
    return figures


def _compute(facts: Facts, problems: list[Problem]) -> None:
    for row in facts.of_kind("computed"):
        if row.key in facts.figures:
            problems.append(Problem(row.file, row.line, "key", f"{row.key!r} stands already at {facts.figures[row.key].place}; allowed: unique keys"))
            continue
        try:
            number, sources, confidence = _result(facts, row)
        except (KeyError, ValueError, TypeError, ZeroDivisionError, DivisionByZero, InvalidOperation) as wrong:
            said = wrong.args[0] if isinstance(wrong, KeyError) else f"cannot be computed ({type(wrong).__name__})"
            problems.append(Problem(row.file, row.line, "operands", f"{said}; allowed: keys of rows above it or of other tables"))
            continue
        facts.figures[row.key] = Figure(
            row.key, arithmetic.rounded(number, row.digits), row.unit, row.digits, {"en": row.label_en, "fr": row.label_fr}, sources,
            confidence, {"en": row.note or "", "fr": row.note_fr or ""}, row.place, None, row.operands, number,
        )


def _result(facts: Facts, row: ComputedRow) -> tuple[Decimal, tuple[str, ...], str]:
    if row.function == "count_rows":
        table, _, condition = row.operands[0].partition(":")
        if table not in facts.tables:
            raise KeyError(unknown(table, facts.tables))
        column, _, value = condition.partition("=")
        rows = [r for r in facts.tables[table] if not column or getattr(r, column) == value]
        return Decimal(len(rows)), (), "high"
    if row.function not in arithmetic.FUNCTIONS:
        raise KeyError(unknown(row.function, [*arithmetic.FUNCTIONS, "count_rows"]))
    parts = [facts.figure(key) for key in row.operands]
    sources = tuple(dict.fromkeys(s for part in parts for s in part.source_ids))
    # A computed figure is no surer than its least sure part.
    confidence = LEVELS[max(LEVELS.index(part.confidence) for part in parts)]
    return arithmetic.FUNCTIONS[row.function](*(part.number if part.exact is None else part.exact for part in parts)), sources, confidence
