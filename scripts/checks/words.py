"""The word list: a word for each key that code asks for and each value of a column, filled in alike in every language.

A key is a group and a name. Code writes it where it needs the word, as a whole (`fmt.word("page.next")`) or as the group and a
value of a column (`f"verdict.{claim.verdict}"`, `"verdict." ~ claim.verdict`).
"""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from scripts import paths
from scripts.facts.declared import DeclaredRow
from scripts.facts.facts import Facts
from scripts.facts.records import RECORD_KINDS, STATES, WordRow
from scripts.problems import Location, Problem, UnknownName
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
_KEY = re.compile(
    r"""(?P<call>\b(?:word|fmt)\(\s*)?["'`]"""
    r"""(?!\w+\.(?:csv|json|toml)["'`])"""  # files
    r"""(?P<key>[a-z][\w-]*\.[a-z0-9_.-]*)["'`{]"""
)


class Mention(NamedTuple):
    """A text in code that may be the key of a word, or a group of keys, which ends in a dot.

    `called`: it is handed to `word` or `fmt` there, so that it has to be one.
    """

    key: str
    file: str
    line: int
    called: bool


def mentions(root: Path = paths.ROOT) -> list[Mention]:
    """Every text in the code of a project that may be a key or a group."""
    in_code = []
    for folder in ("scripts", "overrides", "docs/lists"):
        for file in sorted((root / folder).rglob("*.*")):
            if file.suffix not in (".py", ".html", ".js") or file.parent.name == "checks":
                continue
            text = file.read_text("utf-8")
            for match in _KEY.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                in_code.append(Mention(match["key"], paths.relative_path(file), line, bool(match["call"])))
    return in_code


def check(project: Project) -> Iterator[Problem]:
    yield from missing(project.facts, mentions())
    for row in project.facts.of_kind("words"):
        yield from blanks(row)


def missing(facts: Facts, in_code: Iterable[Mention]) -> Iterator[Problem]:
    """Keys and groups in code, and values of columns, that have no word."""
    keys = {row.key for row in facts.of_kind("words")}
    if not keys:
        return  # that there is no list is said elsewhere
    groups = {key.partition(".")[0] for key in keys}
    for key, file, line, called in in_code:
        exists = any(word.startswith(key) for word in keys) if key.endswith(".") else key in keys
        is_key = called or key.partition(".")[0] in groups
        if is_key and not exists:
            yield Location(file, line, "word").problem(UnknownName(key, f"in {FILE}", sorted(keys)))
    asked = {mention.key for mention in in_code}
    for group, (column, values) in _values(facts).items():
        if f"{group}." not in asked:
            continue
        for value in values:
            key = f"{group}.{value}"
            if key not in keys:
                expected = f"a word for each value that {column} may hold"
                yield Location(FILE, column="key").problem(f"{key} is missing", expected)


def unused(facts: Facts, in_code: Iterable[Mention]) -> Iterator[WordRow]:
    """Words that nothing asks for."""
    asked = {mention.key for mention in in_code}
    values = _values(facts)
    for row in facts.of_kind("words"):
        group, _, name = row.key.rpartition(".")
        is_value = f"{group}." in asked and (group not in values or name in values[group][1])
        if row.key not in asked and not is_value:
            yield row


def _values(facts: Facts) -> dict[str, tuple[str, Collection[str]]]:
    """Group of keys -> the column whose values it has words for, and those values."""
    values: dict[str, tuple[str, Collection[str]]] = dict.fromkeys(_OF_STATES, ("the state of a promise", STATES))
    for group, (kind, column) in _OF_COLUMNS.items():
        values[group] = f"column {column} of {kind}", RECORD_KINDS[kind].columns()[column].allowed.words
    for table in facts.tables.values():
        if issubclass(table.kind, DeclaredRow):
            for name, column in table.kind.DECLARED.items():
                values[column.words] = f"column {name}", column.values
    return values


def blanks(row: WordRow) -> Iterator[Problem]:
    """Translations whose `{placeholders}` are not those of the main language."""
    names = _blanks(row.text)
    for language in paths.LANGUAGES[1:]:
        others = _blanks(row.text_in("text", language))
        if others != names:
            wrong = f"fills in {others} where {paths.MAIN!r} fills in {names}"
            yield row.problem(language, wrong, "the same names in every language")


def _blanks(text: str) -> str:
    """The placeholders of a text, for a message."""
    return ", ".join(sorted(set(re.findall(r"\{\w+\}", text)))) or "nothing"
