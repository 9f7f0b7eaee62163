"""CSV text -> records, with every problem located. Knows the form of a file, not what its rows mean."""

import csv
import io
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from scripts import paths
from scripts.facts.base_record import Column, Record
from scripts.facts.declared import DeclaredRow
from scripts.problems import Location, Problem, ProblemsFound, stop_on

RecordType = TypeVar("RecordType", bound=Record)


@dataclass(frozen=True)
class TableSpec(Generic[RecordType]):
    """How to read a table: the class of its rows, its title by language, whether it may have no rows."""

    kind: type[RecordType]
    titles: Mapping[str, str] = field(default_factory=dict)
    may_be_empty: bool = False


@dataclass
class Table(Generic[RecordType]):
    """A table as read: a record for each valid row, and the problems of the others. `titles`: by language."""

    file: str
    kind: type[RecordType]
    titles: Mapping[str, str] = field(default_factory=dict)
    header: list[str] = field(default_factory=list)
    rows: list[RecordType] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def columns(self) -> dict[str, Column]:
        """Its published columns, in the order of the file."""
        columns = self.kind.columns()
        return {name: columns[name] for name in self.header if name in columns}


def read(path: Path, spec: TableSpec[RecordType]) -> Table[RecordType]:
    """The table in a file. Never raises for what the file holds: see `Table.problems`."""
    table = Table(paths.relative_path(path), spec.kind, spec.titles)
    try:
        _read_rows(parse_csv(_text(path, table), table.file), table)
        if not (table.rows or table.problems or spec.may_be_empty):
            raise Location(table.file, 1).error("has a header and no rows", "at least one row")
    except ProblemsFound as error:
        table.problems += error.problems
    return table


def _text(path: Path, table: Table) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError:
        raise Location(table.file).error("cannot be read", "a UTF-8 CSV file listed in data/tables.toml") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        wrong = f"byte {error.object[error.start]:#04x} is not UTF-8"
        raise Location(table.file, line).error(wrong, "UTF-8 text, so save the file as UTF-8") from None
    if not text.strip():
        raise Location(table.file, 1).error("is empty", f"the header {','.join(table.kind.columns())} and rows")
    return unicodedata.normalize("NFC", text)  # macOS decomposes accents; `make fix` composes them


def parse_csv(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """The header and the rows of a table, each with the line where it begins. Raises `ProblemsFound`.

    Empty rows and the empty columns that a spreadsheet leaves at its right are left out: `make fix` takes them away.
    """
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    width = 0  # of the header, once it is read
    try:
        for cells in rows:
            while len(cells) > width and not cells[-1]:
                cells.pop()
            if cells and not width:
                width = len(cells)
                cells = [name.strip() for name in cells]
                if width == 1 and any(mark in cells[0] for mark in ";\t|"):
                    expected = "comma-separated values, so export the sheet with commas and a point for decimals"
                    raise Location(file, line).error("is not separated by commas", expected)
            if any(cells):
                yield line, cells
            line = rows.line_num + 1
    except csv.Error as error:
        expected = "cells with a comma or quote in double quotes, so look for a missing one"
        raise Location(file, line).error(f"is not well-formed CSV ({error})", expected) from None


def _read_rows(rows: Iterator[tuple[int, list[str]]], table: Table) -> None:
    """Fill the table. Raises `ProblemsFound` where its header is wrong."""
    _, table.header = next(rows, (1, []))
    _check_header(table)
    columns = table.kind.all_columns()
    needed = [number for number, name in enumerate(table.header, 1) if columns[name].language not in paths.DRAFTS]
    least = max(needed)  # a row may end before the columns of a draft
    lines_by_id: dict[tuple[str, ...], int] = {}
    for line, cells in rows:
        if least <= len(cells) <= len(table.header):
            _read_row(dict(zip_longest(table.header, cells, fillvalue="")), line, table, lines_by_id)
        else:
            expected = f"{least}, one for each column (a comma inside text needs quotes)"
            table.problems.append(Location(table.file, line).problem(f"has {len(cells)} cells", expected))


def _check_header(table: Table) -> None:
    """Raises `ProblemsFound` where the columns are not those of the table's kind."""
    expected = _expected_header(table.kind)
    problems = []
    for name, times in Counter(table.header).items():
        location = Location(table.file, 1, name or "(no name)")
        if name not in table.kind.all_columns():
            problems.append(location.problem("unknown column", expected))
        elif times > 1:
            problems.append(location.problem("duplicate column", "each column once"))
    for name in table.kind.columns():
        if name not in table.header:
            problems.append(Location(table.file, 1, name).problem("column is missing", expected))
    stop_on(problems)


def _expected_header(kind: type[Record]) -> str:
    """The columns, and where more are declared."""
    columns = ", ".join(kind.columns())
    if issubclass(kind, DeclaredRow):
        return f"{columns} (declared in data/tables.toml, languages in data/languages.toml)"
    return f"{columns} (languages are declared in data/languages.toml)"


def _read_row(cells: dict[str, str], line: int, table: Table, lines_by_id: dict[tuple[str, ...], int]) -> None:
    """Add the row's record, or what is wrong with its cells."""
    problems = []
    id_columns = [table.kind.column(field, paths.MAIN) for field in table.kind.UNIQUE]
    row_id = tuple(cells[column] for column in id_columns)
    if any(row_id) and lines_by_id.setdefault(row_id, line) != line:
        wrong = f"{' '.join(row_id)!r} is a duplicate, first in line {lines_by_id[row_id]}"
        problems.append(Location(table.file, line, id_columns[-1]).problem(wrong, "unique ids"))
    try:
        record = table.kind.model_validate({"file": table.file, "line": line, **cells})
    except ValidationError as invalid:
        for error in invalid.errors():
            column = str(error["loc"][-1])
            if column not in cells:  # it is the field
                column = table.kind.column(column, paths.MAIN)
            value = error["ctx"]["error"]
            wrong = f"{cells[column][:60]!r} {value.wrong}" if cells[column] else value.wrong
            problems.append(Location(table.file, line, column).problem(wrong, value.expected))
    if not problems:
        table.rows.append(record)
    table.problems += problems
