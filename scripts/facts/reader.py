"""CSV text -> records, with every problem located. Knows the form of a file, not what its rows mean."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from pydantic import ValidationError

from scripts import paths
from scripts.facts.base_record import Record
from scripts.facts.cells import MAX_LETTERS
from scripts.facts.declared import DeclaredRow
from scripts.problems import Problem


@dataclass
class Table:
    """What a file gave: a record for each sound row, and what is wrong with the others.

    `rejected` holds the raw cells of rows with a bad cell, and `complete` says whether every row was at least
    cut into cells: with them, other checks need not blame a row for naming one that is merely damaged.
    """

    file: str
    kind: type[Record]
    header: list[str] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rejected: list[dict[str, str]] = field(default_factory=list)
    complete: bool = True

    def add_problem(self, line: int, column: str, wrong: str, expected: str) -> None:
        self.problems.append(Problem(self.file, line, column, wrong, expected))


class Unreadable(Exception):
    """What ends the reading of a file."""

    def __init__(self, line: int, wrong: str, expected: str):
        super().__init__(wrong)
        self.line = line
        self.wrong = wrong
        self.expected = expected


def read(path: Path, kind: type[Record], *, may_be_empty: bool = False) -> Table:
    """The table in a file. Never raises for what the file holds: see `Table.problems`."""
    table = Table(paths.relative_path(path), kind)
    try:
        _read_rows(cut(_text(path, kind)), table)
        if not (table.records or table.problems or may_be_empty):
            raise Unreadable(1, "has a header and no rows", "at least one row")
    except Unreadable as error:
        table.add_problem(error.line, "", error.wrong, error.expected)
        table.complete = False
    return table


def _text(path: Path, kind: type[Record]) -> str:
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError:
        raise Unreadable(0, "cannot be read", "a UTF-8 CSV file listed in data/tables.toml") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        wrong = f"byte {error.object[error.start]:#04x} is not UTF-8"
        raise Unreadable(line, wrong, "UTF-8 text, so save the file as UTF-8") from None
    # What spreadsheets write before "CSV UTF-8", and the accents that macOS writes as signs of their own; `make fix` mends both.
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    before, nul, _ = text.partition("\0")
    if nul:
        raise Unreadable(before.count("\n") + 1, "holds a NUL character", "text, so save the file as UTF-8")
    if not text.strip():
        raise Unreadable(1, "is empty", f"the header {','.join(kind.columns())} and rows")
    return text


def cut(text: str) -> Iterator[tuple[int, list[str]]]:
    """The header and the rows of a table, each with the line where it begins. Raises Unreadable.

    Empty rows and the empty columns that a spreadsheet leaves at its right are left out: `make fix` takes them away.
    """
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    width = 0
    try:
        for cells in rows:
            if not width and any(cells):
                width = max(number for number, cell in enumerate(cells, 1) if cell)
                cells = [name.strip() for name in cells[:width]]
                if width == 1 and any(mark in cells[0] for mark in ";\t|"):
                    expected = "comma-separated values, so export the sheet with commas and a point for decimals"
                    raise Unreadable(line, "is not separated by commas", expected)
            elif not any(cells[width:]):
                cells = cells[:width]
            if any(cells):
                yield line, cells
            line = rows.line_num + 1
    except csv.Error as error:
        if "field limit" in str(error):
            wrong = f"has a cell of more than {csv.field_size_limit()} characters"
            expected = f"at most {MAX_LETTERS}, so look for a missing double quote"
            raise Unreadable(line, wrong, expected) from None
        wrong = f"is not well-formed CSV ({error})"
        raise Unreadable(line, wrong, "cells with a comma or quote go in double quotes") from None


def _read_rows(rows: Iterator[tuple[int, list[str]]], table: Table) -> None:
    _, table.header = next(rows, (1, []))
    if not _check_header(table):
        table.complete = False
        return
    columns = table.kind.all_columns()
    needed = [number for number, name in enumerate(table.header, 1) if columns[name].language not in paths.DRAFTS]
    least = max(needed)  # a row may end before the columns of a draft
    lines_by_id: dict[tuple[str, ...], int] = {}
    for line, cells in rows:
        if least <= len(cells) <= len(table.header):
            _read_row(dict(zip_longest(table.header, cells, fillvalue="")), line, table, lines_by_id)
        else:
            expected = f"{least}, one for each column (a comma inside text needs quotes)"
            table.add_problem(line, "", f"has {len(cells)} cells", expected)
            table.complete = False


def _check_header(table: Table) -> bool:
    """Note what is wrong with the header. Whether rows can be read under it."""
    columns = table.kind.columns()
    needed = [name for name, column in columns.items() if column.language == paths.MAIN]
    expected = ", ".join(columns)
    problems = list(_header_problems(table, needed, expected))
    if len(problems) > 1:  # a renamed column is one mistake, not two
        remedy = ", or declare it in data/tables.toml" if issubclass(table.kind, DeclaredRow) else ""
        wrong = "; ".join(f"{problem.column}: {problem.wrong}" for problem in problems)
        problems = [Problem(table.file, 1, "", wrong, expected + remedy)]
    table.problems += problems
    for name in columns:
        if name not in (*needed, *table.header):  # without a translation the rows can be read
            table.add_problem(1, name, "column is missing", expected)
    return not problems


def _header_problems(table: Table, needed: list[str], expected: str) -> Iterator[Problem]:
    sound = True
    for name, times in Counter(table.header).items():
        if name not in table.kind.all_columns():
            yield _unknown_column(name, table, expected)
            sound = False
        elif times > 1:
            yield Problem(table.file, 1, name, "column stands twice", "once")
            sound = False
    for name in needed:
        if name not in table.header:
            yield Problem(table.file, 1, name, "column is missing", expected)
            sound = False
    if sound and [name for name in table.header if name in needed] != needed:
        yield Problem(table.file, 1, "", "columns are in another order", expected)


def _unknown_column(name: str, table: Table, expected: str) -> Problem:
    """A column that is not declared, perhaps that of a language which is not: `title_de`."""
    code = name.rpartition("_")[2]
    in_language = [table.kind.column(field, code) for field in table.kind.translated()]
    if re.fullmatch(r"[a-z]{2,3}", code) and name in in_language:
        wrong = f"is in the language {code!r}, which is not declared"
        remedy = f"add [{code}] to {paths.relative_path(paths.LANGUAGES_FILE)}, as a draft"
        return Problem(table.file, 1, name, wrong, f"{', '.join(paths.ALL_LANGUAGES)}, so {remedy}")
    if issubclass(table.kind, DeclaredRow):
        expected += ", or declare it in data/tables.toml"
    return Problem(table.file, 1, name or "(no name)", "unknown column", expected)


def _read_row(cells: dict[str, str], line: int, table: Table, lines_by_id: dict[tuple[str, ...], int]) -> None:
    """Add the row's record, or what is wrong with its cells."""
    count = len(table.problems)
    row_id = tuple(cells[column] for column in table.kind.UNIQUE)
    if any(row_id) and lines_by_id.setdefault(row_id, line) != line:
        wrong = f"{' '.join(row_id)!r} stands already in line {lines_by_id[row_id]}"
        table.add_problem(line, table.kind.UNIQUE[-1], wrong, "unique ids")
    try:
        record = table.kind(file=table.file, line=line, **cells)
    except ValidationError as invalid:
        for error in invalid.errors():
            column = str(error["loc"][-1])
            if column not in cells:  # it is the field
                column = table.kind.column(column, paths.MAIN)
            value = error["ctx"]["error"]
            wrong = f"{cells[column][:60]!r} {value.wrong}" if cells[column] else value.wrong
            table.add_problem(line, column, wrong, value.expected)
    if len(table.problems) == count:
        table.records.append(record)
    else:
        table.rejected.append(cells)
