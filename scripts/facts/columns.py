"""The column dictionary: in data/README.md, where `write` puts it between two marker comments.

For other languages it stands in data/columns.LANGUAGE.toml.
Translations are found by the English text, as in gettext. A meaning that is reworded thus loses its translation, and the check
asks for it again, so that the two cannot drift apart.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from pydantic import BaseModel

from scripts import files, paths, toml_file
from scripts.facts.cells import Allowed, Column
from scripts.facts.dataset import Entry, read_listing
from scripts.facts.records import KINDS, Record
from scripts.problems import Problem, UnknownName, stop_on
from scripts.toml_file import TomlFile

START = "<!-- column dictionary: written by `make fix`, do not edit by hand -->"
END = "<!-- end of the column dictionary -->"
_HEAD = "| column | meaning | unit | allowed | good | bad |\n| --- | --- | --- | --- | --- | --- |"


_Section = tuple[TomlFile, str, dict[str, str], set[str]]  # file, name, translations, the English texts that it needs


class _Texts(BaseModel, extra="forbid", strict=True):
    """A file of translations: English text -> the same in its language."""

    meaning: dict[str, str] = {}
    allowed: dict[str, str] = {}


class ColumnTexts:
    """Meanings and what is allowed, in one language."""

    def __init__(self, language: str):
        self._language = language
        self._texts = _Texts() if language == paths.MAIN else _read(paths.DATA, language)[0] or _Texts()

    def meaning(self, entry: Column) -> str:
        text = self._texts.meaning.get(entry.meaning, entry.meaning)
        return text.format(language=Locale(self._language).languages[entry.language]) if entry.language else text

    def allowed(self, told: Allowed) -> str:
        return ", ".join(told.words) or self._texts.allowed.get(told.text, told.text)


def problems(folder: Path = paths.DATA) -> list[Problem]:
    """Texts without a translation, and translations of nothing, each with its line."""
    sections, unread = _sections(folder)
    return [*unread, *_untranslated(sections), *_unsaid(sections)]


def unsaid(folder: Path = paths.DATA) -> Iterator[Problem]:
    """Translations of what no column says."""
    return _unsaid(_sections(folder)[0])


def _untranslated(sections: list[_Section]) -> Iterator[Problem]:
    for file, part, texts, wanted in sections:
        for english in sorted(wanted - texts.keys()):
            yield file.problem((part,), f"{english!r} is not translated", f'a line "{english}" = "…"')
        for english, translation in texts.items():
            if english in wanted and translation.strip() in ("", english):
                yield file.problem((part, english), "is empty or the same in both languages", "its translation")


def _unsaid(sections: list[_Section]) -> Iterator[Problem]:
    for file, part, texts, wanted in sections:
        for english in sorted(texts.keys() - wanted):
            expected = UnknownName(english, "the text of a column", sorted(wanted - texts.keys())).expected
            yield file.problem((part, english), "is not the text of a column, word for word", expected)


def _sections(folder: Path) -> tuple[list[_Section], list[Problem]]:
    """The sections of all files, and what is wrong with the files."""
    translations = [_read(folder, language) for language in paths.LANGUAGES[1:]]
    unread = [problem for _, file in translations for problem in file.problems]
    listing, unlisted = read_listing(folder)
    if unlisted:  # what tables declare is not known, which is told already
        return [], unread
    kinds = {*KINDS.values(), *(entry.kind for entry in listing.values())}
    columns = [about for kind in kinds for about in kind.columns().values()]
    wanted = {
        "meaning": {entry.meaning for entry, _ in columns},
        "allowed": {allowed.text for _, allowed in columns if not allowed.words},
    }
    return [(file, part, texts, wanted[part]) for settings, file in translations for part, texts in settings or ()], unread


def _read(folder: Path, language: str) -> tuple[_Texts | None, TomlFile]:
    expected = 'TOML with [meaning] and [allowed], and lines of "English text" = "translation"'
    return toml_file.load(folder / f"columns.{language}.toml", _Texts, expected)


def stale(folder: Path = paths.DATA) -> list[Problem]:
    """What keeps the dictionary in README.md from being the one that the records give."""
    readme = folder / "README.md"
    fresh, found = _readme(folder)
    lines = zip(readme.read_text("utf-8").split("\n"), fresh.split("\n"), strict=False) if fresh else ()
    if first := next((number for number, (old, new) in enumerate(lines, 1) if old != new), 0):
        remedy = "mend the words in scripts/facts/records.py, and run `make fix`"
        found.append(Problem(
            paths.relative_path(readme), first, "", "the column dictionary is not up to date", f"what the records say, so {remedy}",
        ))
    return found


def write(folder: Path = paths.DATA) -> bool:
    """Bring the dictionary up to date. True if the file changed; raises `ProblemsFound` where that cannot be done."""
    fresh, found = _readme(folder)
    stop_on(found)
    return files.write(folder / "README.md", fresh.encode())


def _readme(folder: Path) -> tuple[str, list[Problem]]:
    """README.md as it should be (empty if that cannot be said), and what is wrong with it or with the list of tables."""
    readme = folder / "README.md"
    file = paths.relative_path(readme)
    if not readme.is_file():
        return "", [Problem(file, 0, "", "is missing", f"a file that holds {START!r} and {END!r}, which `make fix` fills")]
    listing, found = read_listing(folder)
    parts = re.split(f"({re.escape(START)}|{re.escape(END)})", readme.read_text("utf-8"))
    if parts[1::2] != [START, END]:
        return "", [*found, Problem(file, 0, "", "lacks a marker of the column dictionary", f"{START!r}, then {END!r}, once each")]
    sections = (_table(name, entry) for name, entry in listing.items())
    return "\n\n".join([parts[0] + START, *sections, END + parts[-1]]), found


def _table(name: str, entry: Entry) -> str:
    """One table's section: its columns, then a good row and a bad one."""
    rows = [_line(column, *about) for column, about in entry.kind.columns().items()]
    good, bad = example(entry.kind, "good"), example(entry.kind, "bad")
    return (
        f"### {next(iter(entry.titles.values()))}: `{name}.csv`\n\n{(entry.kind.__doc__ or '').splitlines()[0]}\n\n"
        + "\n".join([_HEAD, *rows])
        + f"\n\nA good row, then one in which every cell is refused:\n\n```csv\n{good}\n{bad}\n```"
    )


def _line(column: str, entry: Column, allowed: Allowed) -> str:
    good, bad = (f"`{cell}`" if cell else "(empty)" for cell in (entry.good, entry.bad))
    told = ColumnTexts(paths.MAIN)
    cells = (f"`{column}`", told.meaning(entry), entry.unit, told.allowed(allowed), good, bad)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def example(kind: type[Record], which: str) -> str:
    """The example row of a kind, `good` or `bad`, as a line of CSV."""
    cells = {column: getattr(entry, which) for column, (entry, _) in kind.columns().items()}
    if which == "good":
        cells |= dict.fromkeys(kind.LEFT_EMPTY, "")
    return files.csv_text([cells.values()]).rstrip("\n")
