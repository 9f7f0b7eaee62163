"""The dataset: which file holds which kind of row, by data/tables.toml; all of them read, and their figures computed."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, create_model

from scripts import paths
from scripts.facts import figures, settings, untranslated
from scripts.facts.declared import DeclaredRow, declare
from scripts.facts.reader import read
from scripts.facts.records import KINDS, Record
from scripts.facts.tables import Facts
from scripts.problems import InvalidValue, Problem, UnknownName, stop_on


class _Settings(BaseModel, extra="forbid", strict=True):
    """What tables.toml says of one table, besides its title in each language."""

    kind: str
    may_be_empty: bool = False
    about: str = ""
    columns: dict[str, Any] = {}


_Listed = create_model("_Listed", __base__=_Settings, **dict.fromkeys(paths.ALL_LANGUAGES, (str, "")))


@dataclass(frozen=True)
class Entry:
    """One table: the class of its rows, its title in each edition, whether a header alone will do."""

    kind: type[Record]
    titles: dict[str, str]
    may_be_empty: bool = False


def read_listing(folder: Path) -> tuple[dict[str, Entry], list[Problem]]:
    """The tables of a folder, in the order in which they are listed, and what is wrong with the list."""
    path = folder / "tables.toml"
    file = paths.relative_path(path)
    listing, text, unread = settings.read(path, "a TOML file with one [table] for each CSV file")
    if unread:
        return {}, unread
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for name, entry in listing.items():
        made, wrong = _entry(entry, folder / f"{name}.csv")
        if made:
            entries[name] = made  # also one without its titles: a language may lack far more
        for error in wrong:
            line = settings.line_at(text, (name, *error.at))
            problems.append(Problem(file, line, name, error.wrong, error.expected))
    for stray in sorted(folder.glob("*.csv")):
        if stray.stem not in listing:
            problems.append(Problem(
                paths.relative_path(stray), 0, "", f"is not listed in {file}", f"files listed there, so add [{stray.stem}]"
            ))
    return entries, problems


def _entry(entry: object, path: Path) -> tuple[Entry | None, list[InvalidValue]]:
    """The entry of the table in a file, and what is wrong with it."""
    listed, wrong = settings.fit(_Listed, entry)
    if listed is None:
        return None, wrong
    if listed.kind not in KINDS:
        return None, [UnknownName(listed.kind, "a kind of row", KINDS, ("kind",))]
    titles = {language: getattr(listed, language).strip() for language in paths.ALL_LANGUAGES}
    untitled = [language for language in paths.LANGUAGES if not titles[language]]
    titles |= {language: untranslated.mark(titles[paths.MAIN]) for language in paths.DRAFTS if not titles[language]}
    made = KINDS[listed.kind]
    if issubclass(made, DeclaredRow):
        if not listed.about.endswith("."):
            return None, [InvalidValue("says not what its rows are", "about, a sentence with a full stop, and columns")]
        made, wrong = declare(made, path.stem, listed.about, listed.columns, _header(path))
        if made is None:
            return None, wrong
    elif listed.about or listed.columns:
        wrong = f"declares columns, and those of {listed.kind} are fixed"
        return None, [InvalidValue(wrong, "kind figures or catalogue, or no about and columns")]
    every = f"a title in every language ({', '.join(paths.LANGUAGES)})"
    return (
        Entry(made, titles, listed.may_be_empty),
        [InvalidValue(f"has no title in {language!r}", every) for language in untitled[:1]],
    )


def _header(path: Path) -> list[str]:
    """The first line of a file, cut into cells; what is wrong with it is for the reader to say."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return next(csv.reader(file), [])
    except (OSError, ValueError, csv.Error):
        return []


def load_dataset(folder: Path = paths.DATA) -> Facts:
    """Read every table that data/tables.toml lists. Raises `ProblemsFound` with all problems of all files."""
    facts, problems = read_dataset(folder)
    stop_on(problems)
    return facts


def read_dataset(folder: Path = paths.DATA) -> tuple[Facts, list[Problem]]:
    """Whatever can be read, and what is wrong with the form of the rest. For checks that report everything at once."""
    listing, problems = read_listing(folder)
    read_tables = {name: read(folder / f"{name}.csv", entry.kind, may_be_empty=entry.may_be_empty) for name, entry in listing.items()}
    rejected = [row for table in read_tables.values() for row in table.rejected]
    facts, wrong = figures.compute(Facts(
        tables={name: table.records for name, table in read_tables.items()},
        titles={name: entry.titles for name, entry in listing.items()},
        kinds={name: entry.kind for name, entry in listing.items()},
        headers={name: table.header for name, table in read_tables.items()},
        damaged={name for row in rejected for cell in row.values() for name in cell.split(";")},
        unreadable=frozenset(name for name, table in read_tables.items() if not table.complete),
    ))
    problems += [problem for table in read_tables.values() for problem in table.problems]
    return facts, [*problems, *wrong]
