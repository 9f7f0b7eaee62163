"""A small sound data folder about an invented maker, for tests to damage.

Its rows are the good examples of the column dictionary, so that the examples are shown to fit together too.
"""

from __future__ import annotations

import csv
from pathlib import Path

from scripts.checks import data
from scripts.facts import dataset
from scripts.facts.records import KINDS

TABLES = {
    "sources": "sources", "quotes": "quotes", "comet": "sales", "wheelhouse": "company", "ranking": "ranking", "market": "market", "events": "events",
    "models": "models", "units": "divisions", "claims": "claims", "history": "history", "computed": "computed", "measures": "measures",
    "status": "status", "updates": "updates", "corrections": "corrections", "words": "words",
}
PAGES = {"index", "numbers", "strategy"}
_ROWS = {
    "comet": [{"key": "comet-2024", "year": "2024", "units": "4585"}, {}],
    "measures": [
        {"table": "comet", "measure": "registrations", "unit": "cars"}, {}, {"table": "ranking"},
        {"table": "market", "measure": "electric_share_pct", "unit": "percent", "whole": "no"},
    ],
    "computed": [{"digits": ""}],
}


def good(kind: str, **cells: str) -> dict[str, str]:
    """The good example row of a kind, with some cells changed."""
    return {column: entry.good for column, (entry, _) in KINDS[kind].columns().items()} | cells


def write(folder: Path) -> Path:
    """The whole folder, sound: `checks.data` finds nothing in it."""
    folder.mkdir(parents=True, exist_ok=True)
    listing = [f'[{table}]\nkind = "{kind}"\nen = "Table {table}"\nfr = "Tableau {table}"\n' for table, kind in TABLES.items()]
    (folder / "tables.toml").write_text("\n".join(listing), "utf-8")
    for table, kind in TABLES.items():
        _save(folder / f"{table}.csv", [list(KINDS[kind].columns()), *(list(good(kind, **cells).values()) for cells in _ROWS.get(table, [{}]))])
    return folder


def change(folder: Path, table: str, line: int, /, **cells: str) -> None:
    """Change cells of a line of a table (the header is line 1)."""
    header, *rows = _load(folder / f"{table}.csv")
    rows[line - 2] = list((dict(zip(header, rows[line - 2], strict=True)) | cells).values())
    _save(folder / f"{table}.csv", [header, *rows])


def add(folder: Path, table: str, /, **cells: str) -> int:
    """Add a good row with some cells changed. Returns its line."""
    header, *rows = _load(folder / f"{table}.csv")
    rows.append(list(good(TABLES[table], **cells).values()))
    _save(folder / f"{table}.csv", [header, *rows])
    return len(rows) + 1


def found(folder: Path, cited=(), pages=frozenset(PAGES)) -> list[tuple[str, int, str, str]]:
    """(file name, line, column, message) of all problems, of form and of meaning, in the order in which they are reported."""
    facts, problems = dataset.read_dataset(folder)
    problems += data.problems(facts, cited=cited, pages=pages)
    return [(one.file.rsplit("/", 1)[1], one.line, one.column, one.message) for one in sorted(problems)]


def _load(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _save(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
