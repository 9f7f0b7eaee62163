"""data/tables.toml: which file holds which kind of row, and what the table is called in each edition."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from scripts.facts.nearest import unknown
from scripts.facts.records import KINDS, Record
from scripts.paths import LANGUAGES, shown
from scripts.problems import Problem

_KEYS = ("kind", *LANGUAGES, "may_be_empty", "uncounted")


@dataclass(frozen=True)
class Entry:
    """One table: the class of its rows, its title in each edition, whether a header alone will do, keys of rows that no count counts."""

    kind: type[Record]
    titles: dict[str, str]
    may_be_empty: bool = False
    uncounted: tuple[str, ...] = ()


def read_listing(folder: Path) -> tuple[dict[str, Entry], list[Problem]]:
    """The tables of a folder, in the order in which they are listed, and what is wrong with the list."""
    path = folder / "tables.toml"
    file = shown(path)
    try:
        text = path.read_text("utf-8")
        listing = tomllib.loads(text)
    except OSError:
        return {}, [Problem(file, 0, "", "cannot be read; allowed: a TOML file with one [table] for each CSV file")]
    except UnicodeDecodeError:
        return {}, [Problem(file, 0, "", "is not UTF-8; allowed: UTF-8 text, so save the file as UTF-8")]
    except tomllib.TOMLDecodeError as bad:
        place = re.search(r"line (\d+)", str(bad))
        return {}, [Problem(file, int(place[1]) if place else 0, "", f"is not TOML: {bad}; allowed: [table], then lines of name = \"value\"")]
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for name, entry in listing.items():
        found = _entry(entry) if isinstance(entry, dict) else "stands outside a [table]; allowed: one [table] for each CSV file"
        if isinstance(found, Entry):
            entries[name] = found
        else:
            problems.append(Problem(file, _line(text, name), name, found))
    for stray in sorted(folder.glob("*.csv")):
        if stray.stem not in listing:
            problems.append(Problem(shown(stray), 0, "", f"is not listed in {file}; allowed: files listed there, so add [{stray.stem}]"))
    return entries, problems


def _entry(entry: dict) -> Entry | str:
    """The entry, or what is wrong with it."""
    odd = [key for key in entry if key not in _KEYS]
    if odd:
        return f"{odd[0]!r} is unknown here; allowed: {', '.join(_KEYS)}"
    kind = entry.get("kind")
    if kind not in KINDS:
        return f"kind {unknown(str(kind), KINDS)}; allowed: {', '.join(KINDS)}"
    titles = {language: entry.get(language) for language in LANGUAGES}
    empty = [language for language, title in titles.items() if not isinstance(title, str) or not title.strip()]
    if empty:
        return f"has no title in {empty[0]!r}; allowed: a title in every language ({', '.join(LANGUAGES)})"
    return Entry(KINDS[kind], titles, entry.get("may_be_empty", False) is True, tuple(entry.get("uncounted", ())))


def _line(text: str, name: str) -> int:
    lines = text.split("\n")
    return next((number for number, line in enumerate(lines, 1) if re.match(rf"\s*\[?\s*\"?{re.escape(name)}\b", line)), 0)
