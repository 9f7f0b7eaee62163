"""The loaded dataset: tables and rows by name or key, and the figures that pages and charts cite."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, overload

from scripts.facts.arithmetic import rounded
from scripts.facts.cells import ScaledUnit
from scripts.facts.reader import RecordType, Table
from scripts.facts.records import RECORD_KINDS, MeasureRow, QuoteRow, Record, SourceRow, StatusRow, WordRow
from scripts.problems import InvalidValue, UnknownName, choices_near

_NAMES = {row_class: name for name, row_class in RECORD_KINDS.items()}


@dataclass(frozen=True)
class Figure:
    """One citable number. `unit` as in measures.csv; `operands`: keys from whose `exact` numbers it was computed."""

    key: str
    exact: Decimal
    unit: ScaledUnit
    labels: dict[str, str]
    source_ids: tuple[str, ...]
    confidence: str
    notes: dict[str, str]
    place: str
    year: int | None = None
    digits: int | None = None
    operands: tuple[str, ...] = ()

    @property
    def number(self) -> Decimal:
        """The figure as it is shown."""
        return rounded(self.exact, self.digits)

    @property
    def computed(self) -> bool:
        return bool(self.operands)


@dataclass(frozen=True)
class Facts:
    """Every table by name, and the figures by key."""

    tables: dict[str, Table[Record]]
    figures: dict[str, Figure] = field(default_factory=dict)

    @property
    def rows(self) -> list[Record]:
        return [row for table in self.tables.values() for row in table.rows]

    def tables_of(self, kind: str) -> list[str]:
        """The names of the tables of a kind, in the order in which they are listed."""
        return [name for name, table in self.tables.items() if issubclass(table.kind, RECORD_KINDS[kind])]

    @overload
    def of_kind(self, kind: type[RecordType]) -> list[RecordType]: ...
    @overload
    def of_kind(self, kind: str) -> list[Any]: ...
    def of_kind(self, kind: type[Record] | str) -> list[Any]:
        """The rows of every table of a kind: `facts.of_kind(ClaimRow)`, or by the name of the kind, `facts.of_kind("claims")`."""
        row_class = RECORD_KINDS[kind] if isinstance(kind, str) else kind
        return [row for table in self.tables.values() if issubclass(table.kind, row_class) for row in table.rows]

    def figure(self, key: str) -> Figure:
        """Raises UnknownName."""
        if key not in self.figures:
            raise UnknownName(key, "a key of figures", self.figures)
        return self.figures[key]

    @cached_property
    def last_checked(self) -> dt.date:
        """The oldest day on which a headline status was last checked; without one, the newest on which a source was read."""
        days = [row.last_checked for row in self.of_kind(StatusRow)]
        return min(days) if days else max(row.accessed for row in self.of_kind(SourceRow))

    @cached_property
    def sources(self) -> dict[str, SourceRow]:
        return {row.key: row for row in self.of_kind(SourceRow)}

    @cached_property
    def measures(self) -> dict[tuple[str, str], MeasureRow]:
        """Table and what is counted -> its row in measures.csv."""
        return {(row.table, row.measure): row for row in self.of_kind(MeasureRow)}

    @property
    def topics(self) -> list[str]:
        """The story's topics, in the order of their words."""
        return [row.key.removeprefix("topic.") for row in self.of_kind(WordRow) if row.key.startswith("topic.")]

    def quotes_of(self, key: str) -> list[QuoteRow]:
        """Sources' own words behind a figure, event, model, unit, status or claim, in the order of their table."""
        return [quote for quote in self.of_kind(QuoteRow) if key in (quote.proves or ())]

    @cached_property
    def by_key(self) -> dict[str, dict[str, Record]]:
        """Kind -> its rows by key."""
        return {kind: {row.key: row for row in self.of_kind(kind)} for kind in RECORD_KINDS}

    @cached_property
    def by_place(self) -> dict[str, Record]:
        """Every row by its place, `data/claims.csv:5`."""
        return {row.place: row for row in self.rows}

    @overload
    def row(self, kind: type[RecordType], key: str) -> RecordType: ...
    @overload
    def row(self, kind: str, key: str) -> Any: ...
    def row(self, kind: type[Record] | str, key: str) -> Any:
        """The row of a kind with this key. Raises UnknownName."""
        name = kind if isinstance(kind, str) else _NAMES[kind]
        rows = self.by_key[name]
        if key not in rows:
            raise UnknownName(key, f"a key of {name}", rows)
        return rows[key]

    def rows_of(self, table: str, *columns: str) -> list[Record]:
        """All rows of a table. Raises UnknownName for a table that is missing or lacks one of these columns."""
        if table not in self.tables:
            raise UnknownName(table, "a table", self.tables)
        existing = self.tables[table].kind.columns()
        for column in columns:
            if column not in existing:
                raise UnknownName(column, f"a column of {table}", existing)
        return self.tables[table].rows

    def select(self, table: str, **wanted: Any) -> list:
        """Rows of a table whose columns equal the given values (a set or tuple: any of them).

        Raises InvalidValue for an unknown table or column, and where no row is left: with what stands in the column instead.
        """
        rows = self.rows_of(table, *wanted)
        conditions: list[str] = []
        for column, value in wanted.items():
            cells = value if isinstance(value, tuple | set | frozenset) else (value,)
            any_of = " or ".join(map(_literal, cells))
            condition = f"{column}={any_of}"
            selected = [row for row in rows if row.cell(column) in cells]
            if not selected:
                with_others = f" with {', '.join(conditions)}" if conditions else ""
                existing = dict.fromkeys(_literal(row.cell(column)) for row in rows)
                raise InvalidValue(f"no row of {table}{with_others} has {condition}", choices_near(any_of, existing))
            rows = selected
            conditions.append(condition)
        return rows


def _literal(cell: Any) -> str:
    """A cell as a chart's module writes it."""
    return f'"{cell}"' if isinstance(cell, str) else str(cell)
