"""The dataset: all tables, found by name or key, and the figures that pages and charts cite."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from scripts import paths
from scripts.facts import figures as _figures
from scripts.facts.figures import LEVELS, Figure
from scripts.facts.nearest import unknown
from scripts.facts.reader import read
from scripts.facts.records import QuoteRow, Record, SourceRow
from scripts.facts.tables import Tables, read_listing
from scripts.problems import Problem, stop_on

__all__ = ["LEVELS", "Facts", "Figure", "load_dataset", "read_dataset", "unknown"]


@dataclass(frozen=True)
class Facts(Tables):
    """Every table, and the figures by key."""

    figures: dict[str, Figure] = field(default_factory=dict)

    def figure(self, key: str) -> Figure:
        """Raises KeyError with the nearest keys for an unknown one."""
        if key not in self.figures:
            raise KeyError(unknown(key, self.figures))
        return self.figures[key]

    def source(self, source_id: str) -> SourceRow:
        return self.sources[source_id]

    @cached_property
    def sources(self) -> dict[str, SourceRow]:
        return {row.id: row for row in self.of_kind("sources")}

    def quotes_of(self, key: str) -> list[QuoteRow]:
        """Sources' own words behind a figure, event, model, unit, status or claim, in the order of their table."""
        return [quote for quote in self.of_kind("quotes") if key in (quote.proves or ())]

    def quotes_from(self, source_id: str) -> list[QuoteRow]:
        """Every quote of a source."""
        return [quote for quote in self.of_kind("quotes") if quote.source_id == source_id]

    @cached_property
    def by_place(self) -> dict[str, Record]:
        """Every row by its place, `data/claims.csv:5`."""
        return {row.place: row for row in self.rows}


def load_dataset(folder: Path = paths.DATA) -> Facts:
    """Read every table that data/tables.toml lists. Raises `ProblemsFound` with all problems of all files."""
    facts, problems = read_dataset(folder)
    stop_on(problems)
    return facts


def read_dataset(folder: Path = paths.DATA) -> tuple[Facts, list[Problem]]:
    """Whatever can be read, and what is wrong with the form of the rest. For checks that report everything at once."""
    listing, problems = read_listing(folder)
    read_tables = {name: read(folder / f"{name}.csv", entry.kind, may_be_empty=entry.may_be_empty) for name, entry in listing.items()}
    rejected = [row for table in read_tables.values() for row in table.rejected]
    tables = Tables(
        tables={name: table.records for name, table in read_tables.items()},
        titles={name: entry.titles for name, entry in listing.items()},
        kinds={name: entry.kind for name, entry in listing.items()},
        headers={name: table.header for name, table in read_tables.items()},
        doubtful={name for row in rejected for cell in row.values() for name in cell.split(";")},
        unreadable=frozenset(name for name, table in read_tables.items() if not table.complete),
    )
    figures, wrong = _figures.compute(tables)
    problems += [problem for table in read_tables.values() for problem in table.problems]
    return Facts(**vars(tables), figures=figures), [*problems, *wrong]
