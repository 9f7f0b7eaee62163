"""What columns mean in another language than the records' own: data/columns.LANGUAGE.toml.

Entries are found by the English text, as in gettext. A meaning that is reworded thus loses its translation, and the check
asks for it again, so that the two cannot drift apart.
"""

import re
from pathlib import Path

from babel import Locale

from scripts import paths
from scripts.facts import settings
from scripts.facts.cells import Column
from scripts.facts.nearest import hint
from scripts.facts.records import KINDS
from scripts.facts.tables import Entry, read_listing
from scripts.problems import Problem

_PARTS = ("meaning", "allowed")


class ColumnTexts:
    """Meanings and what is allowed, in one language."""

    def __init__(self, language: str, folder: Path = paths.DATA):
        self._language = language
        self._texts = {} if language == paths.MAIN else settings.read(_file(language, folder), "")[0]

    def meaning(self, entry: Column) -> str:
        text = self._texts.get("meaning", {}).get(entry.meaning, entry.meaning)
        return text.format(language=Locale(self._language).languages[entry.language]) if entry.language else text

    def allowed(self, text: str) -> str:
        return text.replace(" | ", ", ") if is_list(text) else self._texts.get("allowed", {}).get(text, text)


def is_list(allowed: str) -> bool:
    """Whether what is allowed is a list of words, which stand in the cells as they are in every language."""
    return all(re.fullmatch(r"[\w-]+", word) for word in allowed.split(" | "))


def problems(folder: Path = paths.DATA) -> list[Problem]:
    """Texts without a translation, and translations of nothing, each with its line."""
    return [problem for language in paths.LANGUAGES[1:] for problem in _of(language, folder)]


def _file(language: str, folder: Path) -> Path:
    return folder / f"columns.{language}.toml"


def _wanted(listing: dict[str, Entry]) -> dict[str, set[str]]:
    kinds = {*KINDS.values(), *(entry.kind for entry in listing.values())}
    entries = [about for kind in kinds for about in kind.columns().values()]
    return {"meaning": {entry.meaning for entry, _ in entries}, "allowed": {one.text for _, one in entries if not is_list(one.text)}}


def _of(language: str, folder: Path) -> list[Problem]:
    path = _file(language, folder)
    told, text, unread = settings.read(path, "TOML with [meaning] and [allowed], and lines of \"English text\" = \"translation\"")
    if unread:
        return unread
    file = paths.relative_path(path)
    found = [Problem(file, settings.line_of(text, part), part, "is unknown here; expected: meaning, allowed") for part in told if part not in _PARTS]
    listing, unlisted = read_listing(folder)
    if unlisted:  # told already, and what tables declare is not known
        return found
    all_wanted = _wanted(listing)
    for part in _PARTS:
        ours, wanted = told.get(part) or {}, all_wanted[part]
        for missing in sorted(wanted - ours.keys()):
            found.append(Problem(file, settings.line_of(text, f"[{part}]"), part, f'{missing!r} is not translated; expected: a line "{missing}" = "…"'))
        for english, translated in ours.items():
            if english not in wanted:
                message = f"{english!r} is said by no column; expected: texts of the records, word for word"
                found.append(Problem(file, settings.line_of(text, english), part, message + hint(english, wanted - ours.keys())))
            elif not isinstance(translated, str) or not translated.strip() or translated == english:
                found.append(Problem(file, settings.line_of(text, english), part, f"{english!r} is empty or the same in both languages; expected: its translation"))
    return found
