"""The word list: a word for each value of a column, with the same placeholders in every language.

A key is a group and a name, `verdict.held`. A word that code or a template asks for by its whole key stops the build where it is missing.
"""

import re
from collections.abc import Collection, Iterator

from scripts import paths
from scripts.facts.declared import DeclaredRow
from scripts.facts.facts import Facts
from scripts.facts.records import RECORD_KINDS, STATES, WordRow
from scripts.problems import Location, Problem
from scripts.project import Project

FILE = "data/words.csv"
_OF_COLUMNS = {
    "confidence": ("claims", "confidence"),
    "confidence.told": ("claims", "confidence"),
    "event": ("events", "status"),
    "feed.promise": ("claims", "verdict"),
    "kind": ("sources", "kind"),
    "lang": ("sources", "language"),
    "quote.part": ("quotes", "part"),
    "standing": ("sources", "standing"),
    "sure": ("claims", "confidence"),
    "verdict": ("history", "before"),
}
"""Group -> kind of row and column whose values it names. Declared columns name theirs in data/tables.toml."""
_OF_STATES = ("promise", "promises", "means")
"""Groups that name the states of a promise."""


def check(project: Project) -> Iterator[Problem]:
    """Find missing words, and translations with other placeholders than the main language's."""
    yield from missing(project.facts)
    for row in project.facts.of_kind(WordRow):
        yield from blanks(row)


def missing(facts: Facts) -> Iterator[Problem]:
    """Find values of columns that have no word."""
    keys = {row.key for row in facts.of_kind(WordRow)}
    if not keys:
        return  # checks/navigation.py reports a missing word list
    for group, (column, values) in _values(facts).items():
        for value in values:
            key = f"{group}.{value}"
            if key not in keys:
                expected = f"a word for each value that {column} may hold"
                yield Location(FILE, column="key").problem(f"{key} is missing", expected)


def _values(facts: Facts) -> dict[str, tuple[str, Collection[str]]]:
    """Group of keys -> the column whose values it has words for, and those values."""
    values: dict[str, tuple[str, Collection[str]]] = dict.fromkeys(_OF_STATES, ("the state of a promise", STATES))
    for group, (kind, column) in _OF_COLUMNS.items():
        values[group] = f"column {column} of {kind}", RECORD_KINDS[kind].columns()[column].allowed.words
    for table in facts.tables.values():
        if issubclass(table.kind, DeclaredRow):
            for name, declared in table.kind.DECLARED.items():
                if declared.words:
                    values[declared.words] = f"column {name}", declared.values
    return values


def blanks(row: WordRow) -> Iterator[Problem]:
    """Find translations whose `{placeholders}` are not those of the main language."""
    names = _blanks(row.text)
    for language in paths.LANGUAGES[1:]:
        others = _blanks(row.text_in("text", language))
        if others != names:
            wrong = f"fills in {others} where {paths.MAIN!r} fills in {names}"
            yield row.problem(language, wrong, "the same names in every language")


def _blanks(text: str) -> str:
    """The placeholders of a text, for a message."""
    return ", ".join(sorted(set(re.findall(r"\{\w+\}", text)))) or "nothing"
