"""The rows that a chart draws: each rests on records of facts, and keeps their sources and their confidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from scripts.facts.cells import LEVELS
from scripts.facts.facts import Figure
from scripts.facts.figures import lowest_confidence
from scripts.facts.records import FigureRow, Record
from scripts.problems import InvalidValue, UnknownName


@dataclass(frozen=True)
class Row:
    """One plotted row: its cells by column name, and what it rests on.

    A text cell that differs by language is a mapping from language to text. None is a gap, never zero. A cell that is no column
    may be used by the drawing and by the texts. A cell `id` names the row for texts (`{cars[best]}`); else its first column does.
    """

    cells: Mapping[str, Any]
    source_ids: tuple[str, ...] = ()
    confidence: str = "high"
    places: tuple[str, ...] = ()
    computed: bool = False
    note: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        if name not in self.cells:
            raise UnknownName(name, "a cell of this row", self.cells)
        return self.cells[name]

    def get(self, name: str) -> Any:
        return self.cells.get(name)

    def with_cells(self, **cells: Any) -> Self:
        return replace(self, cells=dict(self.cells) | cells)

    def with_source(self, record: Record | Figure) -> Self:
        """The row with one more record that it rests on: as sure as the less sure of both."""
        source_ids = dict.fromkeys((*record.source_ids, *self.source_ids))
        confidence = lowest_confidence((self, record))
        return replace(self, source_ids=tuple(source_ids), confidence=confidence, places=(*self.places, record.place))

    @classmethod
    def of(cls, record: Record | Figure, **cells: Any) -> Self:
        """A row that rests on one record or one citable figure."""
        if isinstance(record, Figure):
            return cls(cells, record.source_ids, record.confidence, (record.place,), record.computed, record.notes)
        return cls(cells, record.source_ids, record.confidence, (record.place,), note=record.each("note"))

    @classmethod
    def gap(cls, **cells: Any) -> Self:
        """A row for which nothing was found stated: drawn as a gap."""
        return cls(cells)


def yearly(records: Iterable[Any], **cells: str) -> list[Row]:
    """One row a year, from the first to the last: of several records of a year the surest, a gap where there is none.

    `cells`: the chart's column -> the table's. Raises InvalidValue for one that the table lacks, where there is no record, and
    where two of a year differ and are equally sure.
    """
    surest: dict[int, FigureRow] = {}
    for record in sorted(records, key=lambda record: LEVELS.index(record.confidence)):
        if not isinstance(record, FigureRow):
            raise InvalidValue(f"{record.place} is no figure of a year", "rows of a table of figures")
        best = surest.setdefault(record.in_year, record)
        differ = any(best.cell(column) != record.cell(column) for column in cells.values())
        if differ and best.confidence == record.confidence:
            wrong = f"{best.place} and {record.place} differ for {record.in_year} and are equally sure"
            raise InvalidValue(wrong, "one record of a year: narrow the select, or lower the confidence of one")
    if not surest:
        raise InvalidValue("there is no record to draw", "rows of a table of figures, one a year")
    rows = []
    for year in range(min(surest), max(surest) + 1):
        if year in surest:
            values = {name: surest[year].cell(column) for name, column in cells.items()}
            rows.append(Row.of(surest[year], year=year, **values))
        else:
            rows.append(Row.gap(year=year, **dict.fromkeys(cells)))
    return rows
