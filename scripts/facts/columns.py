"""The column dictionary: in data/README.md, where `write` puts it between two marker comments.

For other languages it stands in data/columns.LANGUAGE.toml.
Translations are found by the English text, as in gettext. A meaning that is reworded thus loses its translation, and the check
asks for it again, so that the two cannot drift apart.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from scripts import files, paths
from scripts.facts import settings
from scripts.facts.cells import Allowed, Column
from scripts.facts.records import KINDS, Record
from scripts.facts.tables import Entry, read_listing
from scripts.problems import Problem, hint, stop_on

_PARTS = ("meaning", "allowed")
START = "<!-- column dictionary: written by `make fix`, do not edit by hand -->"
END = "<!-- end of the column dictionary -->"
_HEAD = "| column | meaning | unit | allowed | good | bad |\n| --- | --- | --- | --- | --- | --- |"


class ColumnTexts:
    """Meanings and what is allowed, in one language."""

    def __init__(self, language: str):
        self._language = language
        self._texts = {} if language == paths.MAIN else settings.read(paths.DATA / f"columns.{language}.toml", "")[0]

    def meaning(self, entry: Column) -> str:
        text = self._texts.get("meaning", {}).get(entry.meaning, entry.meaning)
        return text.format(language=Locale(self._language).languages[entry.language]) if entry.language else text

    def allowed(self, told: Allowed) -> str:
        return ", ".join(told.words) or self._texts.get("allowed", {}).get(told.text, told.text)


def problems(folder: Path = paths.DATA) -> list[Problem]:
    """Texts without a translation, and translations of nothing, each with its line."""
    listing, unlisted = read_listing(folder)
    kinds = {*KINDS.values(), *(entry.kind for entry in listing.values())}
    columns = [about for kind in kinds for about in kind.columns().values()]
    wanted = {
        "meaning": {entry.meaning for entry, _ in columns},
        "allowed": {allowed.text for _, allowed in columns if not allowed.words},
    }
    if unlisted:  # what tables declare is not known, which is told already
        return []
    return [problem for language in paths.LANGUAGES[1:] for problem in _of(folder / f"columns.{language}.toml", wanted)]


def _of(path: Path, all_wanted: dict[str, set[str]]) -> Iterator[Problem]:
    parts, text, unread = settings.read(path, "TOML with [meaning] and [allowed], and lines of \"English text\" = \"translation\"")
    if unread:
        yield from unread
        return

    def problem(at: str, part: str, message: str) -> Problem:
        return Problem(paths.relative_path(path), settings.line_of(text, at), part, message)

    yield from (problem(part, part, "is unknown here; expected: meaning, allowed") for part in parts if part not in _PARTS)
    for part in _PARTS:
        texts, wanted = parts.get(part) or {}, all_wanted[part]
        for missing in sorted(wanted - texts.keys()):
            yield problem(f"[{part}]", part, f'{missing!r} is not translated; expected: a line "{missing}" = "…"')
        for english, translated in texts.items():
            if english not in wanted:
                message = f"{english!r} is said by no column; expected: texts of the records, word for word"
                yield problem(english, part, message + hint(english, wanted - texts.keys()))
            elif not isinstance(translated, str) or not translated.strip() or translated == english:
                yield problem(english, part, f"{english!r} is empty or the same in both languages; expected: its translation")


def stale(folder: Path = paths.DATA) -> list[Problem]:
    """What keeps the dictionary in README.md from being the one that the records give."""
    readme = folder / "README.md"
    fresh, found = _readme(folder)
    lines = zip(readme.read_text("utf-8").split("\n"), fresh.split("\n"), strict=False) if fresh else ()
    if first := next((number for number, (old, new) in enumerate(lines, 1) if old != new), 0):
        remedy = "mend the words in scripts/facts/records.py, and run `make fix`"
        message = f"the column dictionary is not up to date; expected: what the records say, so {remedy}"
        found.append(Problem(paths.relative_path(readme), first, "", message))
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
        return "", [Problem(file, 0, "", f"is missing; expected: a file that holds {START!r} and {END!r}, which `make fix` fills")]
    listing, found = read_listing(folder)
    parts = re.split(f"({re.escape(START)}|{re.escape(END)})", readme.read_text("utf-8"))
    if parts[1::2] != [START, END]:
        message = f"lacks a marker of the column dictionary; expected: {START!r}, then {END!r}, once each"
        return "", [*found, Problem(file, 0, "", message)]
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
