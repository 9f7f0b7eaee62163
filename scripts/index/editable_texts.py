"""Visits every text that editors write and readers see, in pages, tables and TOML, with place and language, to check or fix it.

For each form of file a function passes every text to `edit`, and puts in its place what that returns.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from scripts import files, paths
from scripts.facts import dataset, reader
from scripts.facts.base_record import Record
from scripts.index import markers
from scripts.problems import ProblemsFound

_FRONT_MATTER = re.compile(r"""(?P<key>\w+)(?P<before>:\s*["']?)(?P<value>.*?)(?P<after>["']?\s*)$""")
_SETTING = re.compile(r'(?P<key>\w+|"[^"]*")(?P<before> = ")(?P<value>.*)(?P<after>")$')

Edit = Callable[[int, str, str, str], str]
"""Line, column, language, text -> the text that is to stand there."""
EditFile = Callable[[str, Edit], str]
"""The text of a file, and a function that edits each text in it -> the edited file."""


def every_file() -> Iterator[tuple[Path, EditFile]]:
    """Every file with texts that readers see and keepers write, and what goes through its texts."""
    root = paths.ROOT
    for language in paths.LANGUAGES:
        for folder in (root / "docs" / language, root / "docs" / "digest" / language):
            for path in sorted(folder.rglob("*.md")):
                yield path, partial(_edit_page, language)
    tables, _ = dataset.read_listing(root / "data")
    for name, table in sorted(tables.items()):
        path = root / "data" / f"{name}.csv"
        yield path, partial(_edit_table, paths.relative_path(path), table.kind)
    for language in paths.LANGUAGES[1:]:
        yield root / "data" / f"columns.{language}.toml", partial(_edit_toml, language)
    for path in [root / "data" / "tables.toml", *sorted((root / "scripts" / "charts").glob("*.toml"))]:
        yield path, partial(_edit_toml, "")


def _edit_page(language: str, text: str, edit: Edit) -> str:
    """Prose and the values of front matter, not code or blocks."""
    prose = {number for number, _ in markers.prose(text)}
    start = min(prose, default=0)
    lines = text.split("\n")
    for index, line in enumerate(lines):
        number = index + 1
        if number in prose and not line.startswith("///"):
            lines[index] = edit(number, "text", language, line)
        elif number < start and (match := _FRONT_MATTER.match(line)):
            lines[index] = _with_value(match, edit(number, match["key"], language, match["value"]))
    return "\n".join(lines)


def _edit_toml(file_language: str, text: str, edit: Edit) -> str:
    """The texts of a TOML file, one a line, in the language of their section, of their key, or of the file."""
    lines = text.split("\n")
    section = ""
    for index, line in enumerate(lines):
        if line.startswith("["):
            section = line.strip("[] ")
        elif match := _SETTING.match(line):
            languages = [name for name in (section, match["key"], file_language) if name in paths.LANGUAGES]
            if languages:
                lines[index] = _with_value(match, edit(index + 1, match["key"], languages[0], match["value"]))
    return "\n".join(lines)


def _with_value(match: re.Match[str], value: str) -> str:
    return f"{match['key']}{match['before']}{value}{match['after']}"


def _edit_table(file: str, kind: type[Record], text: str, edit: Edit) -> str:
    """The table in the project's own form: no empty columns and rows at the end, LF, quotes only where needed."""
    try:
        rows = list(reader.parse_csv(text, file))
    except ProblemsFound:  # reported by the reader
        return text
    header = rows.pop(0)[1] if rows else []
    texts = {column.name: column.language for column in kind.columns().values() if column.field in kind.translated()}
    for line, cells in rows:
        if len(cells) > len(header):
            continue
        own_language = dict(zip(header, cells, strict=False)).get("language", "")
        languages = texts | dict.fromkeys(kind.IN_OWN_LANGUAGE, own_language)
        for index, (column, cell) in enumerate(zip(header, cells, strict=False)):
            if cell and languages.get(column) in paths.LANGUAGES:
                cells[index] = edit(line, column, languages[column], cell)
    return files.csv_text([header, *(cells for _, cells in rows)])


def read(path: Path) -> str:
    """A file's text, with whole accents and no byte order mark; nothing where it cannot be read."""
    try:
        return unicodedata.normalize("NFC", path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return ""
