"""The word list: translated, filled in alike in every language, a word for each value of a column, none that nothing asks for.

Which words are asked for is read from the text of the code: keys in quotes, and the beginnings of keys that are put together
(`f"verdict.{...}"`, `"verdict." ~ row.verdict`).
"""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from scripts import paths
from scripts.checks.project import Project
from scripts.facts.declared import DeclaredRow
from scripts.facts.records import KINDS, STATES, WordRow
from scripts.facts.tables import Facts
from scripts.problems import Problem, UnknownName

FILE = "data/words.csv"
MAX_SAME_LETTERS = 12  # letters above which the same text in two languages counts as not translated
SAME = frozenset({"Description (JSON)"})  # texts that are right in both languages
_COLUMNS = {
    "confidence": ("claims", "confidence"), "event": ("events", "status"), "kind": ("sources", "kind"), "lang": ("sources", "language"),
    "standing": ("sources", "standing"), "verdict": ("history", "before"), "confidence.told": ("claims", "confidence"),
    "sure": ("claims", "confidence"), "quote.part": ("quotes", "part"), "feed.promise": ("claims", "verdict"),
}
"""Beginning of a key -> kind of row and column whose values it names. Declared columns name theirs in data/tables.toml."""
_PARTS = {
    "chart.download": "png svg csv json", "claim": "previous next", "digest": "subject preheader short long picture all",
    "feed.batch": "one many", "feed.kind": "updates corrections verdicts", "feed.title": "all corrections",
    "filter": "topic status standing language kind", **dict.fromkeys(("promise", "promises", "means"), " ".join(STATES)),
}
"""Beginning of a key -> other names that the code puts behind it."""

_QUOTED = re.compile(
    r"""(?P<call>(?:\b(?:word|fmt)|words_in\[\w+\])\(\s*)?["'`]"""
    r"""(?P<key>[a-z][\w-]*(?:\.[\w-]+)*\.?)(?=["'`{])(?P<alone>["']\))?"""
)
_ENDINGS = {".py", ".html", ".xml", ".js", ".toml"}
_NO_KEY = re.compile(r".*\.|[^.]+\.(?:csv|html|json|py|toml|xml|NAME)|.*\.csv")
"""Beginnings of keys, names of files, patterns of keys."""

Mentions = Mapping[str, tuple[str, int, bool]]
"""What may be a key, or the beginning of one, which ends in a dot -> file, line, and whether it is looked up there by `word` or `fmt`."""
Values = dict[str, tuple[str, Collection[str]]]
"""Beginning of a key -> what its values are said of, and the values."""


def mentioned(root: Path = paths.ROOT) -> Mentions:
    """Everything in the code of a project that may be a key; a name without a dot is looked up where it stands alone in the call."""
    found: dict[str, tuple[str, int, bool]] = {}
    files = (file for folder in ("scripts", "overrides", "docs/lists") for file in sorted((root / folder).rglob("*")))
    for file in files:
        if file.suffix not in _ENDINGS or file.parent.name == "checks":
            continue
        text = file.read_text("utf-8")
        for quoted in _QUOTED.finditer(text):
            key = quoted["key"]
            asked = bool(quoted["call"] and ("." in key or quoted["alone"]))
            if key not in found or (asked and not found[key][2]):
                found[key] = paths.relative_path(file), text.count("\n", 0, quoted.start()) + 1, asked
    return found


def _values(facts: Facts) -> Values:
    """The values that need a word: of the engine's columns, of those that tables declare, and what the code puts together itself."""
    found: Values = {prefix: ("the code puts there", names.split()) for prefix, names in _PARTS.items()}
    for prefix, (kind, column) in _COLUMNS.items():
        found[prefix] = f"column {column} of {kind} may hold", KINDS[kind].columns()[column].allowed.words
    for kind in (kind for kind in facts.kinds.values() if issubclass(kind, DeclaredRow)):
        worded = {name: column for name, column in kind.DECLARED.items() if column.words}
        found |= {column.words: (f"column {name} may hold", column.values) for name, column in worded.items()}
    return found


def check(project: Project) -> Iterator[Problem]:
    yield from problems(project.facts, mentioned())


def check_unused(project: Project) -> Iterator[Problem]:
    yield from unused(project.facts, mentioned())


def problems(facts: Facts, asked: Mentions) -> Iterator[Problem]:
    """Missing, untranslated and unevenly filled words; `asked`: what `mentioned` found. Without a list none is missing."""
    listed = {row.key: row for row in facts.of_kind("words")}
    if listed:
        yield from _missing(listed, asked, facts)
        yield from _missing_values(listed, asked, facts)
    for row in listed.values():
        yield from _texts(row)


def unused(facts: Facts, asked: Mentions) -> Iterator[Problem]:
    """Words that nothing asks for. Apart from `problems`, because a page is none the worse for them."""
    wanted = _values(facts)
    for row in facts.of_kind("words"):
        prefix, _, last = row.key.rpartition(".")
        put_together = f"{prefix}." in asked and (prefix not in wanted or last in wanted[prefix][1])
        if row.key not in asked and not put_together:
            yield row.problem("key", f"{row.key!r} is used nowhere", "words that code draws, so use it or delete the row")


def _missing(listed: Collection[str], asked: Mentions, facts: Facts) -> Iterator[Problem]:
    """Keys that the code looks up, or names among others of a group, and that have no word."""
    groups = {key.partition(".")[0] for key in listed if "." in key}
    for key, (file, line, called) in asked.items():
        meant = called or (key.partition(".")[0] in groups and "." in key and not _NO_KEY.fullmatch(key))
        known = any(word.startswith(key) for word in listed) if key.endswith(".") else key in listed
        if meant and not known and not facts.may_be_damaged(key, "words"):
            error = UnknownName(key, f"in {FILE}", listed)
            yield Problem(file, line, "word", error.wrong, error.expected)


def _missing_values(listed: Collection[str], asked: Mentions, facts: Facts) -> Iterator[Problem]:
    for prefix, (what, named) in _values(facts).items():
        for key in (f"{prefix}.{value}" for value in named if f"{prefix}." in asked):
            if key not in listed and not facts.may_be_damaged(key, "words"):
                yield Problem(FILE, 0, "key", f"{key} is missing", f"a word for each value that {what}")


def _texts(row: WordRow) -> Iterator[Problem]:
    text, names = row.text, _names(row.text)
    for language in paths.LANGUAGES[1:]:
        twin = row.word("text", language)
        if text == twin and sum(map(str.isalpha, text)) > MAX_SAME_LETTERS and text not in SAME:
            yield row.problem(
                language, f"{twin!r} stands so in {paths.MAIN!r} too",
                "a translation, or an entry in SAME of scripts/checks/words.py",
            )
        if names != (filled := _names(twin)):
            yield row.problem(language, f"fills in {filled} where {paths.MAIN!r} fills in {names}", "the same names in every language")


def _names(text: str) -> str:
    """The names that are filled in, for people."""
    return ", ".join(sorted(set(re.findall(r"\{\w+\}", text)))) or "nothing"
