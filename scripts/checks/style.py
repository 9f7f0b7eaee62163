"""The style guide applied: typography and refused words in pages, tables and charts' texts. `fix_all` mends what is mechanical.

Both go through the same texts: for each form of file a function passes every text to `edit`, and puts in its place what that returns.
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
from scripts.language import typography
from scripts.problems import Location, Problem, ProblemsFound
from scripts.project import Project

STYLE_GUIDE = "STYLE.md"
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|TBC|TBD)\b|lorem ipsum", re.I)
"""Notes that writers leave for themselves: nothing that still has one is published."""
_FRONT_MATTER = re.compile(r"""(?P<key>\w+)(?P<before>:\s*["']?)(?P<value>.*?)(?P<after>["']?\s*)$""")
_SETTING = re.compile(r'(?P<key>\w+|"[^"]*")(?P<before> = ")(?P<value>.*)(?P<after>")$')

Edit = Callable[[int, str, str, str], str]
"""Line, column, language, text -> the text that is to stand there."""
EditFile = Callable[[str, Edit], str]
"""The text of a file, and a function that edits each text in it -> the edited file."""


def check(_: Project) -> list[Problem]:
    """Every breach of the style guide in docs/, data/ and scripts/charts/."""
    problems = []
    refused = {language: banned(language) for language in paths.LANGUAGES}
    for language, words in refused.items():
        if not words:
            wrong = f"has no list of refused words for {language!r}"
            expected = f"a fenced block ```banned-{language} with one a line"
            problems.append(Location(STYLE_GUIDE).problem(wrong, expected))

    def look(file: str, line: int, column: str, language: str, text: str) -> str:
        for wrong, expected, severity in _breaches(text, language, refused[language]):
            problems.append(Location(file, line, column).problem(wrong, expected, severity))
        return text

    for path, edit_file in _files():
        edit_file(_read(path), partial(look, paths.relative_path(path)))
    return problems


def fix_all() -> list[str]:
    """Mend pages and tables in place; the files that changed. What cannot be read is left to the checks of its form."""

    def fix(_line: int, _column: str, language: str, text: str) -> str:
        return typography.fix_line(text, language)

    changed = []
    for path, edit_file in _files():
        text = _read(path)
        if text and files.write(path, edit_file(text, fix).encode()):
            changed.append(paths.relative_path(path))
    return changed


def banned(language: str) -> list[str]:
    """The refused words of a language, from the fenced list in the style guide."""
    match = re.search(rf"^```banned-{language}\n(.*?)^```", _read(paths.ROOT / STYLE_GUIDE), re.S | re.M)
    lines = match[1].splitlines() if match else []
    return [line.strip() for line in lines if line.strip()]


def _breaches(text: str, language: str, refused: list[str]) -> Iterator[tuple[str, str, str]]:
    """What is wrong in a text, what is expected, and whether a rule mends it."""
    breaches = typography.breaches(text, language)
    if breaches:
        left = {breach.wrong for breach in typography.breaches(typography.fix_line(text, language), language)}
        for wrong, expected, excerpt in breaches:
            yield f"{excerpt!r}: {wrong}", expected, "error" if wrong in left else "fixable"
    for match in _UNFINISHED.finditer(text):
        yield f"{match[0]!r} is a note to ourselves", "finished text", "error"
    plain = _plain(typography.words(text))
    for word in refused:
        if re.search(rf"(?<!\w){re.escape(_plain(word))}", plain):
            yield f"{word!r} is on the list of refused words in {STYLE_GUIDE}", "what happened, in plain words", "error"


def _plain(text: str) -> str:
    return text.replace("'", "’").casefold()


def _files() -> Iterator[tuple[Path, EditFile]]:
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
        rows = list(reader.cut(text, file))
    except ProblemsFound:  # told when it is read
        return text
    header = rows.pop(0)[1] if rows else []
    texts = {column.name: column.language for column in kind.columns().values() if column.field in kind.translated()}
    for line, cells in rows:
        if len(cells) > len(header):
            continue
        own_language = dict(zip(header, cells, strict=False)).get("language")
        languages = texts | dict.fromkeys(kind.IN_OWN_LANGUAGE, own_language)
        for index, (column, cell) in enumerate(zip(header, cells, strict=False)):
            if cell and languages.get(column) in paths.LANGUAGES:
                cells[index] = edit(line, column, languages[column], cell)
    return files.csv_text([header, *(cells for _, cells in rows)])


def _read(path: Path) -> str:
    """A file's text, with whole accents and no byte order mark; nothing where it cannot be read."""
    try:
        return unicodedata.normalize("NFC", path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return ""
