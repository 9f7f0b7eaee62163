"""The word list: translated, filled in alike in every language, a word for each value of a column, none that nothing asks for.

A word that is missing stops the build where it is asked for. Which words are asked for is read from the text of the code:
keys in quotes, and the beginnings of keys that are put together (`f"verdict.{...}"`, `"verdict." ~ row.verdict`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts import paths
from scripts.facts.records import KINDS, WordRow
from scripts.problems import Problem

FILE = "data/words.csv"
MAX_SAME_LETTERS = 12
"""Letters above which the same text in two languages counts as not translated."""
SAME = frozenset({"Sources", "Description (JSON)"})
"""Texts that are right in both languages."""
VALUES = {
    "confidence": ("claims", "confidence"), "division": ("divisions", "state"), "event": ("events", "status"), "kind": ("sources", "kind"),
    "lang": ("sources", "language"), "standing": ("sources", "standing"), "topic": ("events", "topic"),
    "us": ("models", "for_us"), "verdict": ("history", "before"),
}
"""Beginning of a key -> kind of row and column whose values it names."""

_QUOTED = re.compile(r"""["'`]([a-z][\w-]*(?:\.[\w-]+)*\.?)(?=["'`{])""")
_ENDINGS = {".py", ".html", ".xml", ".js", ".toml"}


def mentioned(root: Path = paths.ROOT) -> set[str]:
    """Everything in the code of a project that may be a key, or the beginning of one, which ends in a dot."""
    files = (file for folder in ("scripts", "overrides") for file in (root / folder).rglob("*") if file.suffix in _ENDINGS and file.parent.name != "checks")
    return {key for file in files for key in _QUOTED.findall(file.read_text("utf-8"))}


def problems(rows: Iterable[WordRow], asked: set[str], languages: tuple[str, ...] = paths.LANGUAGES) -> list[Problem]:
    """Missing, untranslated and unevenly filled words; `asked` is what `mentioned` found."""
    listed = {row.key: row for row in rows}
    return [*_missing_values(listed, asked), *_texts(listed, languages)]


def unused(rows: Iterable[WordRow], asked: set[str]) -> list[Problem]:
    """Words that nothing asks for. Apart from `problems`, because a page is none the worse for them."""
    return [
        row.problem("key", f"{row.key!r} is used nowhere; expected: words that code draws, so use it or delete the row")
        for row in rows
        if row.key not in asked and not _put_together(row.key, asked)
    ]


def _put_together(key: str, asked: set[str]) -> bool:
    prefix, _, last = key.rpartition(".")
    return f"{prefix}." in asked and (prefix not in VALUES or last in _values(prefix))


def _values(prefix: str) -> list[str]:
    kind, column = VALUES[prefix]
    return KINDS[kind].columns()[column][1].text.split(" | ")


def _missing_values(listed: dict[str, WordRow], asked: set[str]) -> Iterator[Problem]:
    for prefix, (kind, column) in VALUES.items():
        for value in _values(prefix) if f"{prefix}." in asked else ():
            if f"{prefix}.{value}" not in listed:
                yield Problem(FILE, 0, "key", f"{prefix}.{value} is missing; expected: a word for each value that column {column} of {kind} may hold")


def _texts(listed: dict[str, WordRow], languages: tuple[str, ...]) -> Iterator[Problem]:
    first, *others = languages
    for row in listed.values():
        text = getattr(row, first)
        for other in others:
            twin = getattr(row, other)
            if text == twin and sum(map(str.isalpha, text)) > MAX_SAME_LETTERS and text not in SAME:
                yield row.problem(other, f"{twin!r} stands so in {first!r} too; expected: a translation, or an entry in SAME of scripts/checks/words.py")
            if _names(text) != _names(twin):
                yield row.problem(other, f"fills in {_said(_names(twin))} where {first!r} fills in {_said(_names(text))}; expected: the same names in every language")


def _names(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\{(\w+)\}", text))


def _said(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "nothing"
