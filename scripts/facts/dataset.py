"""The book of facts: all tables, found by name or key, and the figures that pages and charts cite."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from scripts import paths
from scripts.facts import figures as _figures
from scripts.facts.figures import LEVELS, Figure
from scripts.facts.nearest import unknown
from scripts.facts.reader import read
from scripts.facts.records import KINDS, FigureRow, Record, SourceRow
from scripts.facts.tables import read_listing
from scripts.problems import Problem, stop_on

__all__ = ["LEVELS", "Facts", "Figure", "gather", "load", "unknown"]


@dataclass(frozen=True)
class Facts:
    """Every table, and the figures by key. Raises KeyError with the nearest keys for an unknown one.

    `refused`, `broken` and `doubtful` are empty in facts that `load` gives. In what `gather` gives they say which rows and
    keys have a problem already, so that a check need not report what merely follows from it.
    """

    tables: dict[str, list[Record]]
    titles: dict[str, dict[str, str]]
    kinds: dict[str, type[Record]]
    figures: dict[str, Figure] = field(default_factory=dict)
    refused: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    doubtful: set[str] = field(default_factory=set)
    uncounted: frozenset[str] = frozenset()

    def table(self, name: str) -> list:
        return self.tables[name]

    def of_kind(self, kind: str) -> list:
        """The rows of every table of a kind: `facts.of_kind("claims")`."""
        return [row for name, rows in self.tables.items() if self.kinds[name] is KINDS[kind] for row in rows]

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

    @cached_property
    def by_place(self) -> dict[str, Record]:
        """Every row by its place, `data/claims.csv:5`."""
        return {row.place: row for rows in self.tables.values() for row in rows}

    def unit_of(self, row: FigureRow) -> str:
        own = getattr(row, "unit", None)
        if own:
            return own
        table = Path(row.file).stem
        return next(m.unit for m in self.of_kind("measures") if (m.table, m.measure) == (table, row.measured))

    def refused_cells(self, kind: str, column: str) -> set[str]:
        """What the rows of a kind that have a problem say in a column, as it stands in the file."""
        return {cells[column] for name, rows in self.refused.items() if self.kinds[name] is KINDS[kind] for cells in rows}

    def lost(self, kind: str) -> bool:
        """Whether rows of a kind may be missing without a trace, because their file could not be read to its end."""
        return any(self.kinds[name] is KINDS[kind] for name in self.broken)

    def complete(self, kind: str) -> bool:
        """Whether every row of a kind was read without a problem."""
        return not self.lost(kind) and not any(rows for name, rows in self.refused.items() if self.kinds[name] is KINDS[kind])

    def complete_figures(self) -> bool:
        """Whether no figure can be missing because its file could not be read to the end."""
        return not any(issubclass(self.kinds[name], FigureRow) or self.kinds[name] is KINDS["computed"] for name in self.broken)


def load(folder: Path = paths.DATA) -> Facts:
    """Read every table that data/tables.toml lists. Raises `ProblemsFound` with all problems of all files."""
    facts, problems = gather(folder)
    stop_on(problems)
    return facts


def gather(folder: Path = paths.DATA) -> tuple[Facts, list[Problem]]:
    """Whatever can be read, and what is wrong with the form of the rest. For checks that report everything at once."""
    listing, problems = read_listing(folder)
    read_tables = {name: read(folder / f"{name}.csv", entry.kind, may_be_empty=entry.may_be_empty) for name, entry in listing.items()}
    facts = Facts(
        {name: table.records for name, table in read_tables.items()},
        {name: entry.titles for name, entry in listing.items()},
        {name: entry.kind for name, entry in listing.items()},
        refused={name: table.refused for name, table in read_tables.items()},
        broken=frozenset(name for name, table in read_tables.items() if not table.whole),
        uncounted=frozenset(key for entry in listing.values() for key in entry.uncounted),
        doubtful={cells["key"] for table in read_tables.values() for cells in table.refused if cells.get("key")},
    )
    problems += [problem for table in read_tables.values() for problem in table.problems]
    return facts, [*problems, *_figures.fill(facts)]
