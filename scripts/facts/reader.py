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

    def wrong(self, line: int, column: str, wrong: str, expected: str, *, lost: bool = True) -> None:
        """Note a problem. `lost`: rows may have been lost to it."""
        self.problems.append(Problem(self.file, line, column, wrong, expected))
        self.complete = self.complete and not lost


class Unreadable(Exception):
    """What ends the reading of a file: its line, what is wrong there, and what is expected."""


def read(path: Path, kind: type[Record], *, may_be_empty: bool = False) -> Table:
    """The table in a file. Never raises for what the file holds: see `Table.problems`."""
    table = Table(paths.relative_path(path), kind)
    try:
        _rows(_text(path, kind), table, may_be_empty)
    except Unreadable as end:
        line, *told = end.args
        table.wrong(line, "", *told)
    return table


def _text(path: Path, kind: type[Record]) -> str:
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError:
        raise Unreadable(0, "cannot be read", "a UTF-8 CSV file listed in data/tables.toml") from None
    except UnicodeDecodeError as bad:
        line, byte = bad.object[: bad.start].count(b"\n") + 1, bad.object[bad.start]
        raise Unreadable(line, f"byte {byte:#04x} is not UTF-8", "UTF-8 text, so save the file as UTF-8") from None
    # What spreadsheets write before "CSV UTF-8", and the accents that macOS writes as signs of their own; `make fix` mends both.
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    before, nul, _ = text.partition("\0")
    if nul:
        raise Unreadable(before.count("\n") + 1, "holds a NUL character", "text, so save the file as UTF-8")
    if not text.strip():
        raise Unreadable(1, "is empty", f"the header {','.join(kind.columns())} and rows")
    return text


def cut(text: str) -> Iterator[tuple[int, list[str]]]:
    """The header and the rows of a table, each with the line where it begins.

    Empty rows and the empty columns that a spreadsheet leaves at its right are left out: `make fix` takes them away.
    """
    rows, line, width = csv.reader(io.StringIO(text, newline=""), strict=True), 1, 0
    try:
        for cells in rows:
            if not width and any(cells):
                width = max(place for place, cell in enumerate(cells, 1) if cell)
                cells = [name.strip() for name in cells[:width]]
                if width == 1 and any(mark in cells[0] for mark in ";\t|"):
                    raise Unreadable(
                        line, "is not separated by commas",
                        "comma-separated values, so export the sheet with commas and a point for decimals",
                    )
            elif not any(cells[width:]):
                cells = cells[:width]
            if any(cells):
                yield line, cells
            line = rows.line_num + 1
    except csv.Error as bad:
        told = f"is not well-formed CSV ({bad})", "cells with a comma or quote go in double quotes"
        if "field limit" in str(bad):
            expected = f"at most {MAX_LETTERS}, so look for a missing double quote"
            told = f"has a cell of more than {csv.field_size_limit()} characters", expected
        raise Unreadable(line, *told) from None


def _rows(text: str, table: Table, may_be_empty: bool) -> None:
    rows = cut(text)
    _, header = next(rows, (1, []))
    table.header = header
    if not _header_fits(header, table):
        return
    languages = {name: language for name, (_, language) in table.kind.fields().items()}
    least = max(place for place, name in enumerate(header, 1) if languages[name] not in paths.DRAFTS)
    taken: dict[tuple[str, ...], int] = {}
    for line, cells in rows:
        if not least <= len(cells) <= len(header):  # a row may end before the columns of a draft
            table.wrong(line, "", f"has {len(cells)} cells", f"{least}, one for each column (a comma inside text needs quotes)")
        else:
            _row(dict(zip_longest(header, cells, fillvalue="")), line, table, taken)
    if not (table.records or table.problems or may_be_empty):
        raise Unreadable(1, "has a header and no rows", "at least one row")


def _header_fits(cells: list[str], table: Table) -> bool:
    known, columns = table.kind.fields(), table.kind.columns()
    needed = [name for name in columns if known[name][1] == paths.MAIN]  # without a translation the rows can be read
    allowed = ", ".join(columns)
    remedy = ", or declare it in data/tables.toml" if issubclass(table.kind, DeclaredRow) else ""
    missing, unknown = ("column is missing", allowed), ("unknown column", allowed + remedy)
    odd = [(name or "(no name)", *(_undeclared(name, table.kind) or unknown)) for name in cells if name not in known]
    odd += [(name, *missing) for name in needed if name not in cells]
    odd += [(name, "column stands twice", "once") for name, times in Counter(cells).items() if times > 1]
    if not odd and [name for name in cells if name in needed] != needed:
        odd = [("", "columns are in another order", allowed)]
    if len(odd) > 1:  # a renamed column is one mistake, not two
        odd = [("", "; ".join(f"{column}: {wrong}" for column, wrong, _ in odd), allowed + remedy)]
    for told in odd:
        table.wrong(1, *told)
    for name in columns:
        if name not in (*needed, *cells):
            table.wrong(1, name, *missing, lost=False)
    return not odd


def _undeclared(name: str, kind: type[Record]) -> tuple[str, str] | None:
    """What to say of a column in a language that nobody declared: `title_de`."""
    code = name.rpartition("_")[2]
    if not re.fullmatch(r"[a-z]{2,3}", code) or name not in {kind.column(field, code) for field in kind.translated()}:
        return None
    languages = ", ".join(paths.ALL_LANGUAGES)
    remedy = f"add [{code}] to {paths.relative_path(paths.LANGUAGES_FILE)}, as a draft"
    return f"is in the language {code!r}, which is not declared", f"{languages}, so {remedy}"


def _row(cells: dict[str, str], line: int, table: Table, taken: dict[tuple[str, ...], int]) -> None:
    """Add the row's record, or what is wrong with its cells. `taken`: ids seen so far, with their lines."""
    sound = True
    name = tuple(cells[column] for column in table.kind.UNIQUE)
    if any(name) and taken.setdefault(name, line) != line:
        sound = False
        table.wrong(line, table.kind.UNIQUE[-1], f"{' '.join(name)!r} stands already in line {taken[name]}", "unique ids", lost=False)
    try:
        record = table.kind(file=table.file, line=line, **cells)
    except ValidationError as invalid:
        sound = False
        for error in invalid.errors():
            column = str(error["loc"][-1])
            column = column if column in cells else table.kind.column(column, paths.MAIN)
            cell = cells.get(column, "")
            bad = error["ctx"]["error"]
            table.wrong(line, column, f"{cell[:60]!r} {bad.wrong}" if cell else bad.wrong, bad.expected, lost=False)
    if sound:
        table.records.append(record)
    else:
        table.rejected.append(cells)
