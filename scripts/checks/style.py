"""The style sheet applied: typography and refused words in pages, tables and charts' texts. `fix_all` mends what is mechanical.

Both go through the same texts: a function for each form of file hands every text to `each`, and writes down what that gives back.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from scripts import paths
from scripts.checks.project import Project
from scripts.facts import reader
from scripts.files import csv_text
from scripts.index import markers
from scripts.language import typography
from scripts.problems import Problem

SHEET = "STYLE.md"
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|TBC|TBD)\b|lorem ipsum", re.I)
"""Notes that writers leave for themselves: nothing that still has one is published."""
_FRONT = re.compile(r"""(?P<key>\w+)(?P<before>:\s*["']?)(?P<value>.*?)(?P<after>["']?\s*)$""")
_SETTING = re.compile(r'(?P<key>\w+|"[^"]*")(?P<before> = ")(?P<value>.*)(?P<after>")$')

Each = Callable[[int, str, str, str], str]
"""Line, column, language, text -> the text that is to stand there."""


def check(_: Project) -> list[Problem]:
    """Every breach of the style sheet in docs/, data/ and scripts/charts/."""
    refused = {language: banned(language) for language in paths.LANGUAGES}
    found = []
    for language in (language for language in paths.LANGUAGES if not refused[language]):
        found.append(Problem(
            SHEET, 0, "", f"has no list of refused words for {language!r}", f"a fenced block ```banned-{language} with one a line",
        ))
    for path, walk in _files():

        def look(line: int, column: str, language: str, text: str, file: str = paths.relative_path(path)) -> str:
            told = [*_breaches(text, language), *_words(text, refused[language])]
            found.extend(Problem(file, line, column, *each) for each in told)
            return text

        walk(_read(path), look)
    return found


def fix_all() -> list[str]:
    """Mend pages and tables in place; the files that changed. What cannot be read is left to the checks of its form."""
    changed = []
    for path, walk in _files():
        text = _read(path)
        mended = walk(text, lambda _line, _column, language, said: typography.fix_line(said, language))
        if text and mended.encode() != path.read_bytes():
            path.write_text(mended, "utf-8", newline="\n")
            changed.append(paths.relative_path(path))
    return changed


def banned(language: str) -> list[str]:
    """The refused words of a language, from the fenced list in the style sheet."""
    text = _read(paths.ROOT / SHEET)
    found = re.search(rf"^```banned-{language}\n(.*?)^```", text, re.S | re.M)
    return [line.strip() for line in found[1].splitlines() if line.strip()] if found else []


def _breaches(text: str, language: str) -> Iterator[tuple[str, str, str]]:
    if breaches := typography.breaches(text, language):
        left = {told for told, _ in typography.breaches(typography.fix_line(text, language), language)}
        yield from ((f"{seen!r}: {told[0]}", told[1], "error" if told in left else "fixable") for told, seen in breaches)


def _words(text: str, refused: list[str]) -> Iterator[tuple[str, str]]:
    """Words that are not to be published."""
    for note in _UNFINISHED.finditer(text):
        yield f"{note[0]!r} is a note to ourselves", "finished text"
    plain = typography.words(text).replace("'", "’").casefold()
    for word in refused:
        if re.search(rf"(?<!\w){re.escape(word.replace(chr(39), '’').casefold())}", plain):
            yield f"{word!r} is on the list of refused words in {SHEET}", "what happened, in plain words"


def _files() -> Iterator[tuple[Path, Callable[[str, Each], str]]]:
    """Every file with texts that readers see and keepers write, and what goes through its texts."""
    root = paths.ROOT
    for language in paths.LANGUAGES:
        for folder in (root / "docs" / language, root / "docs" / "digest" / language):
            yield from ((path, partial(_page, language)) for path in sorted(folder.rglob("*.md")))
    yield from ((path, _table) for path in sorted((root / "data").glob("*.csv")))
    settings = {root / "data" / f"columns.{language}.toml": language for language in paths.LANGUAGES[1:]}
    settings |= {root / "data" / "tables.toml": ""}
    settings |= dict.fromkeys(sorted((root / "scripts" / "charts").glob("*.toml")), "")
    yield from ((path, partial(_settings, language)) for path, language in settings.items())


def _page(language: str, text: str, each: Each) -> str:
    """Prose and the values of front matter, not code or blocks."""
    prose = {number for number, _ in markers.prose(text)}
    lines = text.split("\n")
    front = lines[0].strip() == "---"
    for number, line in enumerate(lines, 1):
        if number in prose:
            lines[number - 1] = line if line.startswith("///") else each(number, "text", language, line)
        elif front and number > 1 and (found := _FRONT.match(line)):
            lines[number - 1] = _set(found, each(number, found["key"], language, found["value"]))
        front = front and (number == 1 or line.strip() != "---")
    return "\n".join(lines)


def _settings(own: str, text: str, each: Each) -> str:
    """The texts of a TOML file, one a line, in the language of their section, of their key, or of the file."""
    lines, section = text.split("\n"), ""
    for number, line in enumerate(lines, 1):
        if line.startswith("["):
            section = line.strip("[] ")
        elif found := _SETTING.match(line):
            language = next((one for one in (section, found["key"]) if one in paths.LANGUAGES), own)
            if language:
                lines[number - 1] = _set(found, each(number, found["key"], language, found["value"]))
    return "\n".join(lines)


def _set(found: re.Match[str], text: str) -> str:
    return f"{found['key']}{found['before']}{text}{found['after']}"


def _table(text: str, each: Each) -> str:
    """The table in the project's own form: no empty columns and rows at the end, LF, quotes only where needed."""
    try:
        (_, header), *rows = reader.cut(text)
    except (reader.Unreadable, ValueError):  # told when it is read
        return text
    for line, row in rows:
        for place, language in _columns(header).items() if len(row) <= len(header) else ():
            language = language or dict(zip(header, row, strict=False)).get("language", "")
            if place < len(row) and row[place] and language in paths.LANGUAGES:
                row[place] = each(line, header[place], language, row[place])
    return csv_text([header, *(row for _, row in rows)])


def _columns(header: list[str]) -> dict[int, str]:
    """Place of each text column -> its language: `x_fr`, `fr`, and `x` where `x_fr` stands beside it (then in the main language).

    Where `x_en` stands beside it too, `x` is in the language that the row's own column `language` names: "".
    """
    found: dict[int, str] = {}
    for place, name in enumerate(header):
        own = [language for language in paths.LANGUAGES if name == language or name.endswith(f"_{language}")]
        if own:
            found[place] = own[0]
        elif any(f"{name}_{language}" in header for language in paths.LANGUAGES[1:]):
            found[place] = "" if f"{name}_{paths.MAIN}" in header else paths.MAIN
    return found


def _read(path: Path) -> str:
    """A file's text, with whole accents and no byte order mark; nothing where it cannot be read."""
    try:
        return unicodedata.normalize("NFC", path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return ""
