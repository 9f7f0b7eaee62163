"""The column dictionary: in data/README.md, where `write` puts it between two marker comments.

For other languages it stands in data/columns.LANGUAGE.toml. Translations are found by the English text, as in gettext.
A meaning that is reworded thus loses its translation, and the check asks for it again, so that the two cannot drift apart.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from pydantic import BaseModel

from scripts import files, paths, toml_file
from scripts.facts.base_record import Column
from scripts.facts.cells import Allowed
from scripts.facts.dataset import Entry, read_listing
from scripts.facts.records import KINDS, Record
from scripts.problems import Problem, UnknownName, stop_on
from scripts.toml_file import TomlFile

START = "<!-- column dictionary: written by `make fix`, do not edit by hand -->"
END = "<!-- end of the column dictionary -->"
_HEAD = "| column | meaning | unit | allowed | good | bad |\n| --- | --- | --- | --- | --- | --- |"


class Translations(BaseModel, extra="forbid", strict=True):
    """The file of a language: English text -> the same in its language."""

    meaning: dict[str, str] = {}
    allowed: dict[str, str] = {}


class ColumnTexts:
    """Meanings and what is allowed, in one language."""

    def __init__(self, language: str):
        self._language = language
        translations = None if language == paths.MAIN else _load(paths.DATA, language)[0]
        self._translations = translations or Translations()

    def meaning(self, column: Column) -> str:
        text = self._translations.meaning.get(column.meaning, column.meaning)
        return text.replace("{language}", Locale(self._language).languages[column.language])

    def allowed(self, allowed: Allowed) -> str:
        return ", ".join(allowed.words) or self._translations.allowed.get(allowed.text, allowed.text)


def check(folder: Path = paths.DATA) -> list[Problem]:
    """Texts without a translation, and translations of nothing, each with its line."""
    problems = []
    english = _english(folder)
    for translations, file in _translations(folder):
        problems += file.problems
        for part, texts in translations or ():
            problems += _untranslated(file, part, texts, english.get(part, set()))
    return [*problems, *unused(folder)]


def unused(folder: Path = paths.DATA) -> Iterator[Problem]:
    """Translations of what is not the text of a column."""
    english = _english(folder)
    for translations, file in _translations(folder):
        for part, texts in translations or ():
            wanted = english.get(part, texts.keys())
            for text in sorted(texts.keys() - wanted):
                expected = UnknownName(text, "the text of a column", sorted(wanted - texts.keys())).expected
                yield file.problem((part, text), "is not the text of a column, word for word", expected)


def _untranslated(file: TomlFile, part: str, texts: dict[str, str], english: set[str]) -> Iterator[Problem]:
    for text in sorted(english - texts.keys()):
        yield file.problem((part,), f"{text!r} is not translated", f'a line "{text}" = "…"')
    for text, translation in texts.items():
        if text in english and translation.strip() in ("", text):
            yield file.problem((part, text), "is empty or the same in both languages", "its translation")


def _english(folder: Path) -> dict[str, set[str]]:
    """The texts to translate, by part; none where the list of tables is broken, which is told already."""
    listing, broken = read_listing(folder)
    if broken:
        return {}
    english: dict[str, set[str]] = {"meaning": set(), "allowed": set()}
    for kind in [*KINDS.values(), *(entry.kind for entry in listing.values())]:
        for column in kind.columns().values():
            english["meaning"].add(column.meaning)
            if not column.allowed.words:
                english["allowed"].add(column.allowed.text)
    return english


def _translations(folder: Path) -> list[tuple[Translations | None, TomlFile]]:
    return [_load(folder, language) for language in paths.LANGUAGES[1:]]


def _load(folder: Path, language: str) -> tuple[Translations | None, TomlFile]:
    expected = 'TOML with [meaning] and [allowed], and lines of "English text" = "translation"'
    return toml_file.load(folder / f"columns.{language}.toml", Translations, expected)


def stale(folder: Path = paths.DATA) -> list[Problem]:
    """What keeps the dictionary in README.md from being the one that the records give."""
    readme = folder / "README.md"
    fresh, problems = _readme(folder)
    if not fresh:
        return problems
    lines = zip(readme.read_text("utf-8").split("\n"), fresh.split("\n"), strict=False)
    for number, (old, new) in enumerate(lines, 1):
        if old != new:
            wrong = "the column dictionary is not up to date"
            expected = "what the records say, so mend the words in scripts/facts/records.py, and run `make fix`"
            return [*problems, Problem(paths.relative_path(readme), number, "", wrong, expected)]
    return problems


def write(folder: Path = paths.DATA) -> bool:
    """Bring the dictionary up to date. True if the file changed; raises `ProblemsFound` where that cannot be done."""
    fresh, problems = _readme(folder)
    stop_on(problems)
    return files.write(folder / "README.md", fresh.encode())


def _readme(folder: Path) -> tuple[str, list[Problem]]:
    """README.md as it should be (empty if that cannot be said), and what is wrong with it or with the list of tables."""
    readme = folder / "README.md"
    file = paths.relative_path(readme)
    if not readme.is_file():
        expected = f"a file that holds {START!r} and {END!r}, which `make fix` fills"
        return "", [Problem(file, 0, "", "is missing", expected)]
    listing, problems = read_listing(folder)
    parts = re.split(f"({re.escape(START)}|{re.escape(END)})", readme.read_text("utf-8"))
    if parts[1::2] != [START, END]:
        wrong = "lacks a marker of the column dictionary"
        return "", [*problems, Problem(file, 0, "", wrong, f"{START!r}, then {END!r}, once each")]
    sections = [_section(name, entry) for name, entry in listing.items()]
    return "\n\n".join([parts[0] + START, *sections, END + parts[-1]]), problems


def _section(name: str, entry: Entry) -> str:
    """One table: its columns, then a good row and a bad one."""
    title = next(iter(entry.titles.values()))
    about = (entry.kind.__doc__ or "").splitlines()[0]
    rows = [_row(column) for column in entry.kind.columns().values()]
    return (
        f"### {title}: `{name}.csv`\n\n{about}\n\n"
        + "\n".join([_HEAD, *rows])
        + f"\n\nA good row, then one in which every cell is refused:\n\n```csv\n{good_row(entry.kind)}\n{bad_row(entry.kind)}\n```"
    )


def _row(column: Column) -> str:
    texts = ColumnTexts(paths.MAIN)
    cells = (
        f"`{column.name}`",
        texts.meaning(column),
        column.unit,
        texts.allowed(column.allowed),
        f"`{column.example}`",
        f"`{column.allowed.bad}`",
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def good_row(kind: type[Record]) -> str:
    """The example row of a kind, as a line of CSV."""
    cells = [column.example if name not in kind.LEFT_EMPTY else "" for name, column in kind.columns().items()]
    return files.csv_text([cells]).rstrip("\n")


def bad_row(kind: type[Record]) -> str:
    """A row in which every cell is refused."""
    cells = [column.allowed.bad for column in kind.columns().values()]
    return files.csv_text([cells]).rstrip("\n")
