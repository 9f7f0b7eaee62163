"""CSV text -> records, with every problem located. Knows the form of a file, not what its rows mean."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from pydantic import ValidationError

from scripts.facts.records import Record
from scripts.paths import shown
from scripts.problems import Problem


def read(path: Path, kind: type[Record], *, may_be_empty: bool = False) -> tuple[list[Record], list[Problem]]:
    """Records of a file and what is wrong with it. A row with a problem gives no record."""
    file = shown(path)

    def wrong(line: int, column: str, message: str) -> Problem:
        return Problem(file, line, column, message)

    try:
        raw = path.read_bytes()
    except OSError:
        return [], [wrong(0, "", "cannot be read; allowed: a UTF-8 CSV file listed in data/tables.toml")]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as bad:
        line = raw[: bad.start].count(b"\n") + 1
        return [], [wrong(line, "", f"byte {raw[bad.start]:#04x} is not UTF-8; allowed: UTF-8 text, so save the file as UTF-8")]
    if text.startswith("\ufeff"):
        return [], [wrong(1, "", "begins with a byte order mark; allowed: plain UTF-8, so save as UTF-8 without BOM")]
    if "\0" in text:
        return [], [wrong(text[: text.index("\0")].count("\n") + 1, "", "holds a NUL character; allowed: text")]
    if not text.strip():
        return [], [wrong(1, "", f"is empty; allowed: the header {','.join(kind.columns())} and rows")]
    return _rows(text, kind, wrong, file, may_be_empty)


def _rows(text, kind, wrong, file, may_be_empty):
    records: list[Record] = []
    problems: list[Problem] = []
    expected = list(kind.columns())
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    start, header, count = 1, None, 0
    while True:
        try:
            cells = next(lines)
        except StopIteration:
            break
        except csv.Error as bad:
            problems.append(wrong(start, "", f"is not well-formed CSV ({bad}); allowed: cells with a comma or quote go in double quotes"))
            break
        line, start = start, lines.line_num + 1
        if header is None:
            header = cells
            problems += _header_problems(cells, expected, wrong)
            if problems:
                return [], problems
            continue
        count += 1
        if not cells:
            problems.append(wrong(line, "", "is a blank line; allowed: one row a line, so delete it"))
        elif len(cells) != len(expected):
            problems.append(
                wrong(line, "", f"has {len(cells)} cells; allowed: {len(expected)}, one for each column (a comma inside text needs quotes)")
            )
        else:
            record, found = _record(kind, dict(zip(expected, cells, strict=True)), file, line)
            problems += found
            if record is not None:
                records.append(record)
    if not count and not may_be_empty:
        problems.append(wrong(1, "", "has a header and no rows; allowed: at least one row"))
    return records, problems


def _header_problems(cells: list[str], expected: list[str], wrong) -> list[Problem]:
    if cells == expected:
        return []
    if len(cells) == 1 and any(mark in cells[0] for mark in ";\t|"):
        return [wrong(1, "", "is not separated by commas; allowed: comma-separated values, so export the sheet with commas")]
    problems = [wrong(1, name or "(no name)", "unknown column; allowed: " + ", ".join(expected)) for name in cells if name not in expected]
    problems += [wrong(1, name, "column is missing; allowed: " + ", ".join(expected)) for name in expected if name not in cells]
    problems += [wrong(1, name, "column stands twice; allowed: once") for name in set(cells) if cells.count(name) > 1]
    return problems or [wrong(1, "", "columns are in another order; allowed: " + ", ".join(expected))]


def _record(kind: type[Record], cells: dict[str, str], file: str, line: int) -> tuple[Record | None, list[Problem]]:
    try:
        return kind(file=file, line=line, **cells), []
    except ValidationError as invalid:
        problems = []
        for error in invalid.errors():
            column = str(error["loc"][0])
            seen = cells.get(column, "")
            said = str(error.get("ctx", {}).get("error", error["msg"]))
            value = f"{seen[:60]!r} " if seen else ""
            problems.append(Problem(file, line, column, value + said))
        return None, problems
