"""The style sheet applied: typography and refused words in pages, tables and charts' texts. `fix_all` mends what is mechanical."""

import csv
import io
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts import paths
from scripts.facts import reader
from scripts.index import markers, written
from scripts.language import typography
from scripts.problems import Problem

SHEET = "STYLE.md"
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|TBC|TBD)\b|lorem ipsum", re.I)
"""Notes that writers leave for themselves: nothing that still has one is published."""


@dataclass(frozen=True)
class Text:
    """One text that readers see, its language, and where it stands."""

    file: str
    line: int
    column: str
    language: str
    text: str


def problems(root: Path = paths.ROOT, languages: tuple[str, ...] = paths.LANGUAGES) -> list[Problem]:
    """Every breach of the style sheet in docs/, data/ and scripts/charts/ of a project."""
    found: list[Problem] = []
    refused: dict[str, list[str]] = {}
    for language in languages:
        refused[language] = banned(root / SHEET, language)
        if not refused[language]:
            found.append(Problem(
                SHEET, 0,
                "", f"has no list of refused words for {language!r}; expected: a fenced block ```banned-{language} with one a line",
            ))
    for text in texts(root, languages):
        if breaches := typography.breaches(text.text, text.language):
            left = {said for said, _ in typography.breaches(typography.fix_line(text.text, text.language), text.language)}
            found += [Problem(text.file, text.line, text.column, f"{seen!r}: {said}", by_rule=said not in left) for said, seen in breaches]
        found += [Problem(text.file, text.line, text.column, f"{note[0]!r} is a note to ourselves; expected: finished text") for note in _UNFINISHED.finditer(text.text)]
        found += [
            Problem(text.file, text.line, text.column, f"{word!r} is on the list of refused words in {SHEET}; expected: what happened, in plain words")
            for word in _refused(text.text, refused[text.language])
        ]
    return found


def fix_all(root: Path = paths.ROOT, languages: tuple[str, ...] = paths.LANGUAGES) -> list[str]:
    """Mend pages and tables in place; the files that changed."""
    changed = []
    for language in languages:
        for path in sorted([*(root / "docs" / language).rglob("*.md"), *(root / "docs" / "digest" / language).rglob("*.md")]):
            changed += _write(path, lambda text, language=language: _fixed_page(text, language))
    for path in sorted((root / "data").glob("*.csv")):
        changed += _write(path, lambda text: _fixed_table(text, languages))
    for path in sorted((root / "scripts" / "charts").glob("*.toml")):
        changed += _write(path, lambda text: _fixed_chart(text, languages))
    return changed


def banned(sheet: Path, language: str) -> list[str]:
    """The refused words of a language, from the fenced list in the style sheet."""
    text = sheet.read_text("utf-8") if sheet.exists() else ""
    found = re.search(rf"^```banned-{language}\n(.*?)^```", text, re.S | re.M)
    return [line.strip() for line in found[1].splitlines() if line.strip()] if found else []


def texts(root: Path, languages: tuple[str, ...]) -> Iterator[Text]:
    """Everything that readers see and keepers write."""
    for folder in (root / "docs", root / "docs" / "digest"):
        for page in (page for edition in written.read_all(folder, languages).values() for page in edition.values()):
            for key, value in page.meta.items():
                yield Text(page.file, page.meta_line(key), key, page.language, value)
            for number, line in page.prose:
                yield Text(page.file, number, "text", page.language, line)
    for path in sorted((root / "data").glob("*.csv")):
        yield from _cells(path, languages)
    listing = root / "data" / "tables.toml"
    for name, entry in _toml(listing).items():
        for language in languages if isinstance(entry, dict) else ():
            yield Text(paths.relative_path(listing), 0, f"{name}.{language}", language, str(entry.get(language, "")))
    for language in languages[1:]:
        told = root / "data" / f"columns.{language}.toml"
        for part, entries in _toml(told).items():
            for text in entries.values() if isinstance(entries, dict) else ():
                yield Text(paths.relative_path(told), 0, part, language, str(text))
    for path in sorted((root / "scripts" / "charts").glob("*.toml")):
        file = paths.relative_path(path)
        yield from (Text(file, number, key, language, text) for number, language, key, text in _chart_lines(_read(path), languages))


def columns(header: list[str], languages: tuple[str, ...]) -> dict[int, str]:
    """Place of each text column -> its language: `x_fr`, `fr`, and `x` where `x_fr` stands beside it (then in the main language).

    Where `x_en` stands beside it too, `x` is in the language that the row's own column `language` names: "".
    """
    found: dict[int, str] = {}
    if not reader.fits(header):
        return found
    for place, name in enumerate(header):
        own = next((language for language in languages if name == language or name.endswith(f"_{language}")), None)
        if own:
            found[place] = own
        elif any(f"{name}_{language}" in header for language in languages[1:]):
            found[place] = "" if f"{name}_{languages[0]}" in header else languages[0]
    return found


def _cells(path: Path, languages: tuple[str, ...]) -> Iterator[Text]:
    rows = csv.reader(io.StringIO(_read(path), newline=""))
    header = next(rows, [])
    places = columns(header, languages)
    file, line = paths.relative_path(path), rows.line_num + 1
    for row in rows:
        for place in places:
            language = _language(places[place], header, row)
            if place < len(row) and row[place] and language in languages:
                yield Text(file, line, header[place], language, row[place])
        line = rows.line_num + 1


def _fixed_page(text: str, language: str) -> str:
    """A Markdown page mended line by line: prose and the values of front matter, not code or blocks."""
    prose = {number for number, _ in markers.prose(text)}
    lines = text.split("\n")
    for place, line in enumerate(lines):
        front = re.match(r"""(?P<key>\w+:\s*)(?P<quote>["']?)(?P<value>.*)(?P=quote)\s*$""", line) if place + 1 not in prose else None
        if place + 1 in prose and not line.startswith("///"):
            lines[place] = typography.fix_line(line, language)
        elif front and _in_front(lines, place):
            lines[place] = f"{front['key']}{front['quote']}{typography.fix_line(front['value'], language)}{front['quote']}"
    return "\n".join(lines)


def _in_front(lines: list[str], place: int) -> bool:
    return lines[0].strip() == "---" and "---" not in (line.strip() for line in lines[1:place])


def _fixed_table(text: str, languages: tuple[str, ...]) -> str:
    """The table in the project's own form: no byte order mark, no empty columns and rows at the end, LF, quotes only where needed."""
    rows = [row for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")) if any(row)]
    if not rows or not reader.fits(rows[0]):
        return text
    rows[0] = [name.strip() for name in reader.without_empty_end(rows[0])]
    width = len(rows[0])
    rows = [row[:width] if not any(row[width:]) else row for row in rows]
    places = columns(rows[0], languages)
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    for number, row in enumerate(rows):
        spoken = {place: _language(language, rows[0], row) for place, language in places.items()} if number else {}
        table.writerow([typography.fix_line(cell, spoken[place]) if spoken.get(place) in languages else cell for place, cell in enumerate(row)])
    return out.getvalue()


_TEXT_LINE = re.compile(r'(\w+) = "(.*)"$')


def _chart_lines(text: str, languages: tuple[str, ...]) -> Iterator[tuple[int, str, str, str]]:
    """The texts in a chart's TOML file, one a line: line, language, key, text."""
    language = ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("["):
            language = line.strip("[] ")
        elif language in languages and (found := _TEXT_LINE.match(line)):
            yield number, language, found[1], found[2]


def _fixed_chart(text: str, languages: tuple[str, ...]) -> str:
    lines = text.splitlines(keepends=True)
    for number, language, key, said in _chart_lines(text, languages):
        lines[number - 1] = f'{key} = "{typography.fix_line(said, language)}"\n'
    return "".join(lines)


def _language(language: str, header: list[str], row: list[str]) -> str:
    """The language of a cell; "" in `columns` means that the row names it."""
    return language or dict(zip(header, row, strict=False)).get("language", "")


def _refused(text: str, words: list[str]) -> list[str]:
    plain = typography.words(text).replace("'", "’").casefold()
    return [word for word in words if _begins(word).search(plain)]


@cache
def _begins(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word.replace(chr(39), '’').casefold())}")


def _read(path: Path) -> str:
    """A file's text; nothing where it cannot be read, which the checks of its form report."""
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def _toml(path: Path) -> dict:
    try:
        return tomllib.loads(_read(path))
    except tomllib.TOMLDecodeError:
        return {}


def _write(path: Path, mend: Callable[[str], str]) -> list[str]:
    """Mend a file; its name, if that changed it. One that cannot be read is left alone: the checks of its form report it."""
    text = _read(path)
    mended = unicodedata.normalize("NFC", mend(text))
    if not text or mended.encode() == path.read_bytes():
        return []
    path.write_text(mended, "utf-8", newline="\n")
    return [paths.relative_path(path)]
