"""Parses fact markers and blocks in Markdown text.

    {{ sales-2025 }}                    a figure, in the edition's own form
    {{ date: ev-2023-02-16-talks }}     the date of an event
    {{ verdict: s19 }}                  the verdict on a claim, as a badge
    {{ quote: q-first-talks }}          a source's own words, in the edition's quotation marks
    {{ cite: cox-dec-2025; nada-2025 }} a note that links sources

The same functions serve the extension and the checks, so that a page cannot pass one and fail the other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.facts.facts import Facts
from scripts.problems import InvalidValue, UnknownName

PATTERN = r"\{\{\s*(?:(?P<kind>[a-z]+)\s*:\s*)?(?P<names>[^{}:]+?)\s*\}\}"
_MARKER = re.compile(PATTERN)
_NOT_READ = re.compile(r"^---.*?^---|^///[^\n]*$|\{\{ ?cite:.*?\}\}|\]\(.*?\)|(?<!\{)\{[#. ][^{}]*\}", re.S | re.M)
_FENCE = re.compile(r"^\s*(?:`{3,}[^`]*|~{3,}.*)$")
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_BLOCK = re.compile(r"^/{3,}\s*(?P<name>[a-z-]+)\s*(?:\|\s*(?P<argument>\S.*?)\s*)?$")
LISTS = {"timeline": "events", "status": "status", "scorecard": "claims", "history": "history"}
"""Block -> kind of the rows that it lists. Any other lists the catalogue of its name, if there is one."""
GROUPS = {"promises": ("promise",), "article": ("sentence", "aside")}
"""Group of claims on the scorecard -> how its rows are counted."""
MARKER_KINDS = {"figure": "figures", "date": "events", "verdict": "claims", "quote": "quotes", "cite": "sources"}
"""Kind of marker -> kind of the rows that it names."""


@dataclass(frozen=True)
class Marker:
    """One marker: its kind, the names in it, and its line in the text (from 1)."""

    kind: str
    names: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class BlockUse:
    """One `/// name | argument` line."""

    name: str
    argument: str
    line: int

    def __str__(self) -> str:
        return f"/// {self.name} | {self.argument}".removesuffix(" | ")


def names_of(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(";") if name.strip())


def prose(text: str) -> Iterator[tuple[int, str]]:
    """Lines of the text that are prose, with their numbers: front matter, fenced and inline code left out."""
    fenced = front = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() == "---" and (number == 1 or front):
            front = number == 1
            continue
        if _FENCE.match(line):
            fenced = not fenced
            continue
        if not fenced and not front:
            yield number, _CODE.sub("", line)


def find(text: str) -> list[Marker]:
    """All markers of a text, in order."""
    markers = []
    for number, line in prose(text):
        for match in _MARKER.finditer(line):
            markers.append(Marker(match["kind"] or "figure", names_of(match["names"]), number))
    return markers


def blocks(text: str) -> list[BlockUse]:
    """All blocks opened in a text, in order."""
    blocks = []
    for number, line in prose(text):
        if match := _BLOCK.match(line):
            blocks.append(BlockUse(match["name"], match["argument"] or "", number))
    return blocks


def word_count(text: str) -> int:
    """Word count as readers see a text: a marker counts as one word; notes, blocks, ids and addresses as none.

    Words are separated by spaces and have a letter or digit: `l’année`, `mid-2027` and `10,970` are one each.
    """
    text = _MARKER.sub("1", _NOT_READ.sub("", text))
    return sum(any(map(str.isalnum, word)) for word in text.split())


def errors_in(marker: Marker, facts: Facts) -> Iterator[InvalidValue]:
    """Why a marker cannot be resolved."""
    if marker.kind not in MARKER_KINDS:
        kinds = ", ".join(f"{{{{ {kind}: … }}}}" for kind in MARKER_KINDS if kind != "figure")
        yield InvalidValue(f"{marker.kind!r} is not a kind of marker", f"{{{{ key }}}}, {kinds}")
        return
    if len(marker.names) != 1 and (marker.kind != "cite" or not marker.names):
        expected = "one or more, separated by ;" if marker.kind == "cite" else "one"
        yield InvalidValue(f"names {len(marker.names)} keys", expected)
        return
    kind = MARKER_KINDS[marker.kind]
    by_key = facts.figures if marker.kind == "figure" else facts.by_key[kind]
    for name in marker.names:
        if name not in by_key:
            yield UnknownName(name, f"a key of {kind}", sorted(by_key))
