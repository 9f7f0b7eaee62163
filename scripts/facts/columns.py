"""The column dictionary: in data/README.md, where `write` puts it between two marker comments, and for other languages in data/columns.LANGUAGE.toml.

Translations are found by the English text, as in gettext. A meaning that is reworded thus loses its translation, and the check
asks for it again, so that the two cannot drift apart.
"""

import csv
import io
import re
from pathlib import Path

from babel import Locale

from scripts import files, paths
from scripts.facts import settings
from scripts.facts.cells import Column
from scripts.facts.nearest import hint
from scripts.facts.records import KINDS, Record
from scripts.facts.tables import Entry, read_listing
from scripts.problems import Problem, stop_on

_PARTS = ("meaning", "allowed")
START = "<!-- column dictionary: written by `make fix`, do not edit by hand -->"
END = "<!-- end of the column dictionary -->"
_HEAD = "| column | meaning | unit | allowed | good | bad |\n| --- | --- | --- | --- | --- | --- |"


class ColumnTexts:
    """Meanings and what is allowed, in one language."""

    def __init__(self, language: str, folder: Path = paths.DATA):
        self._language = language
        self._texts = {} if language == paths.MAIN else settings.read(folder / f"columns.{language}.toml", "")[0]

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
    listing, unlisted = read_listing(folder)
    kinds = {*KINDS.values(), *(entry.kind for entry in listing.values())}
    columns = [about for kind in kinds for about in kind.columns().values()]
    wanted = {"meaning": {entry.meaning for entry, _ in columns}, "allowed": {one.text for _, one in columns if not is_list(one.text)}}
    # What tables declare is not known where their list cannot be read, which is told already.
    return [] if unlisted else [problem for language in paths.LANGUAGES[1:] for problem in _of(folder / f"columns.{language}.toml", wanted)]


def _of(path: Path, all_wanted: dict[str, set[str]]) -> list[Problem]:
    told, text, unread = settings.read(path, "TOML with [meaning] and [allowed], and lines of \"English text\" = \"translation\"")
    if unread:
        return unread
    file = paths.relative_path(path)
    found = [Problem(file, settings.line_of(text, part), part, "is unknown here; expected: meaning, allowed") for part in told if part not in _PARTS]
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


def stale(folder: Path = paths.DATA) -> list[Problem]:
    """What keeps the dictionary in README.md from being the one that the records give."""
    readme = folder / "README.md"
    fresh, found = _readme(folder)
    lines = zip(readme.read_text("utf-8").split("\n"), fresh.split("\n"), strict=False) if fresh else ()
    if first := next((number for number, (old, new) in enumerate(lines, 1) if old != new), 0):
        message = "the column dictionary is not up to date; expected: what the records say, so mend the words in scripts/facts/records, and run `make fix`"
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
    text = readme.read_text("utf-8")
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not end or text.count(START) != 1 or text.count(END) != 1:
        return "", [*found, Problem(file, 0, "", f"lacks a marker of the column dictionary; expected: {START!r}, then {END!r}, once each")]
    inside = "\n\n" + "\n\n".join(_table(name, entry) for name, entry in listing.items()) + "\n\n"
    return before + start + inside + end + after, found


def _table(name: str, entry: Entry) -> str:
    """One table's section: its columns, then a good row and a bad one."""
    rows = [_line(column, *about) for column, about in entry.kind.columns().items()]
    return (
        f"### {next(iter(entry.titles.values()))}: `{name}.csv`\n\n{(entry.kind.__doc__ or '').splitlines()[0]}\n\n"
        + "\n".join([_HEAD, *rows])
        + f"\n\nA good row, then one in which every cell is refused:\n\n```csv\n{example(entry.kind, 'good')}\n{example(entry.kind, 'bad')}\n```"
    )


def _line(column: str, entry, allowed) -> str:
    good, bad = (f"`{cell}`" if cell else "(empty)" for cell in (entry.good, entry.bad))
    cells = (f"`{column}`", ColumnTexts(paths.MAIN).meaning(entry), entry.unit, allowed.text.replace(" | ", ", "), good, bad)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def example(kind: type[Record], which: str) -> str:
    """The example row of a kind, `good` or `bad`, as a line of CSV."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow("" if which == "good" and column in kind.LEFT_EMPTY else getattr(entry, which) for column, (entry, _) in kind.columns().items())
    return line.getvalue()
