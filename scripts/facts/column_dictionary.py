"""The column dictionary, which `write` puts into data/README.md, between two marker comments.

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
from scripts.facts.dataset import read_listing
from scripts.facts.reader import TableSpec
from scripts.facts.records import RECORD_KINDS
from scripts.problems import Location, Problem, ProblemsFound, choices_near, stop_on
from scripts.toml_file import TomlFile

START = "<!-- column dictionary: written by `make fix`, do not edit by hand -->"
END = "<!-- end of the column dictionary -->"
UNUSED = "is not the text of a column, word for word"
_HEAD = "| column | meaning | allowed | example |\n| --- | --- | --- | --- |"


class Translations(BaseModel, extra="forbid", strict=True):
    """The file of a language: English text -> the same in its language."""

    meaning: dict[str, str] = {}
    allowed: dict[str, str] = {}


class ColumnTexts:
    """Meanings and what is allowed, in one language."""

    def __init__(self, language: str):
        self.language = language
        translations = None if language == paths.MAIN else _load(paths.DATA, language)[0]
        self._translations = translations or Translations()

    def meaning(self, column: Column) -> str:
        text = self._translations.meaning.get(column.meaning, column.meaning)
        return text.replace("{language}", Locale(self.language).languages[column.language])

    def allowed(self, allowed: Allowed) -> str:
        return ", ".join(allowed.words) or self._translations.allowed.get(allowed.text, allowed.text)


def check(folder: Path = paths.DATA) -> Iterator[Problem]:
    """Find missing translations, and translations of texts that no longer exist."""
    english = _english(folder)
    for language in paths.LANGUAGES[1:]:
        translations, file = _load(folder, language)
        yield from file.problems
        if not translations or not english:
            continue
        for part, texts in translations:
            for text in sorted(english[part] - texts.keys()):
                yield file.problem((part,), f"{text!r} is not translated", f'a line "{text}" = "…"')
            for text, translation in texts.items():
                if text not in english[part]:
                    untranslated = sorted(english[part] - texts.keys())
                    yield file.problem((part, text), UNUSED, choices_near(text, untranslated))
                elif translation.strip() in ("", text):
                    yield file.problem((part, text), "is empty or the same in both languages", "its translation")


def _english(folder: Path) -> dict[str, set[str]]:
    """The texts to translate, by part; none if tables.toml is broken, which is reported elsewhere."""
    listing, broken = read_listing(folder)
    if broken:
        return {}
    kinds = [*RECORD_KINDS.values(), *(spec.kind for spec in listing.values())]
    columns = [column for kind in kinds for column in kind.columns().values()]
    return {
        "meaning": {column.meaning for column in columns},
        "allowed": {column.allowed.text for column in columns if not column.allowed.words},
    }


def _load(folder: Path, language: str) -> tuple[Translations | None, TomlFile]:
    expected = 'TOML with [meaning] and [allowed], and lines of "English text" = "translation"'
    return toml_file.load(folder / f"columns.{language}.toml", Translations, expected)


def stale(folder: Path = paths.DATA) -> list[Problem]:
    """The problem, if the dictionary in README.md is out of date."""
    readme = folder / "README.md"
    try:
        fresh = _readme(readme)
    except ProblemsFound as error:
        return error.problems
    if readme.read_text("utf-8") == fresh:
        return []
    expected = "what the records say, so mend the words in scripts/facts/records.py, and run `make fix`"
    return [Location(paths.relative_path(readme)).problem("the column dictionary is not up to date", expected)]


def write(folder: Path = paths.DATA) -> bool:
    """Bring the dictionary up to date. True if the file changed; raises `ProblemsFound` where that cannot be done."""
    readme = folder / "README.md"
    return files.write(readme, _readme(readme).encode())


def _readme(readme: Path) -> str:
    """README.md as it should be. Raises `ProblemsFound` where it lacks a marker, and where the list of tables is wrong."""
    listing, problems = read_listing(readme.parent)
    stop_on(problems)
    text = readme.read_text("utf-8") if readme.exists() else ""
    parts = re.split(f"({re.escape(START)}|{re.escape(END)})", text)
    if parts[1::2] != [START, END]:
        wrong = "lacks a marker of the column dictionary"
        expected = f"{START!r}, then {END!r}, once each"
        raise Location(paths.relative_path(readme)).error(wrong, expected)
    sections = [_section(name, spec) for name, spec in listing.items()]
    return "\n\n".join([parts[0] + START, *sections, END + parts[-1]])


def _section(name: str, spec: TableSpec) -> str:
    title = spec.titles[paths.MAIN]
    about = (spec.kind.__doc__ or "").partition("\n")[0]
    texts = ColumnTexts(paths.MAIN)
    rows = [_row(column, texts) for column in spec.kind.columns().values()]
    return "\n".join([f"### {title}: `{name}.csv`\n\n{about}\n", _HEAD, *rows])


def _row(column: Column, texts: ColumnTexts) -> str:
    cells = (f"`{column.name}`", texts.meaning(column), texts.allowed(column.allowed), f"`{column.example}`")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
