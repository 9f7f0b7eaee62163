"""The dataset: all tables, found by name or key, and the figures that pages and charts cite."""

from pathlib import Path

from scripts import paths
from scripts.facts import figures
from scripts.facts.reader import read
from scripts.facts.tables import Facts, read_listing
from scripts.problems import Problem, stop_on


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
    facts, wrong = figures.compute(Facts(
        tables={name: table.records for name, table in read_tables.items()},
        titles={name: entry.titles for name, entry in listing.items()},
        kinds={name: entry.kind for name, entry in listing.items()},
        headers={name: table.header for name, table in read_tables.items()},
        damaged={name for row in rejected for cell in row.values() for name in cell.split(";")},
        unreadable=frozenset(name for name, table in read_tables.items() if not table.complete),
    ))
    problems += [problem for table in read_tables.values() for problem in table.problems]
    return facts, [*problems, *wrong]
