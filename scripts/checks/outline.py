"""A Markdown page as the checks see it: front matter, prose, headings, markers, blocks and links, each with its line.

Reads only text; whether a name in it exists is for the checks to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import yaml

from scripts import paths
from scripts.index import markers
from scripts.index.markers import BlockUse, Marker

_HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<text>.*?)\s*(?:\{\s*#(?P<id>[^\s}]+)[^}]*\})?\s*$")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+[\"“][^)]*)?\)")
_SLASHES = re.compile(r"^/{3,}")
_STANDFIRST = re.compile(r"^\{:?\s*\.standfirst\s*\}$")

IN_SHORT = "in-short"
"""Id of the section that gives a page in three points."""


@dataclass(frozen=True)
class Heading:
    """One heading; `id` is empty where none is written."""

    level: int
    text: str
    id: str
    line: int


@dataclass(frozen=True)
class Link:
    """The target of one link as it is written."""

    target: str
    line: int


@dataclass(frozen=True)
class Page:
    """One page of one edition. `name` is its path without `.md`, the same in every edition."""

    path: Path
    language: str
    name: str
    text: str
    meta: dict[str, str] = field(default_factory=dict)
    broken: str = ""

    @property
    def file(self) -> str:
        return paths.shown(self.path)

    @cached_property
    def prose(self) -> list[tuple[int, str]]:
        """Numbered lines of prose: no front matter, code, blocks."""
        return [(number, line) for number, line in markers.prose(self.text) if not _SLASHES.match(line)]

    @cached_property
    def slashes(self) -> list[tuple[int, str]]:
        """Numbered lines that open or close a block, or try to."""
        return [(number, line) for number, line in markers.prose(self.text) if _SLASHES.match(line)]

    @cached_property
    def headings(self) -> list[Heading]:
        found = ((number, _HEADING.match(line)) for number, line in self.prose)
        return [Heading(len(match["level"]), match["text"], match["id"] or "", number) for number, match in found if match]

    @cached_property
    def markers(self) -> list[Marker]:
        return markers.find(self.text)

    @cached_property
    def blocks(self) -> list[BlockUse]:
        return markers.blocks(self.text)

    @cached_property
    def links(self) -> list[Link]:
        return [Link(match["target"], number) for number, line in self.prose for match in _LINK.finditer(line)]

    @cached_property
    def standfirst(self) -> range:
        """Lines of the paragraph that is marked as standfirst; empty if none is."""
        lines = self.text.split("\n")
        end = next((number for number, line in self.prose if _STANDFIRST.match(line.strip())), 0)
        start = end
        while start > 1 and lines[start - 2].strip():
            start -= 1
        return range(start, end)

    def meta_line(self, key: str) -> int:
        """The line of a key of the front matter, 1 if it is not there."""
        return next((n for n, line in enumerate(self.text.split("\n"), 1) if re.match(rf"{re.escape(key)}\s*:", line)), 1) if key in self.meta else 1

    def section(self, line: int) -> str:
        """The id of the h2 section that holds a line; empty above the first."""
        return next((heading.id for heading in reversed(self.headings) if heading.level == 2 and heading.line <= line), "")


def read(path: Path, language: str, root: Path) -> Page:
    """One page. A file or front matter that cannot be read is said in `broken`."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
        meta, broken = _front(text)
    except UnicodeDecodeError as bad:
        text, meta, broken = "", {}, f"byte {raw[bad.start]:#04x} is not UTF-8; allowed: UTF-8 text, so save the file as UTF-8"
    return Page(path, language, path.relative_to(root).with_suffix("").as_posix(), text, meta, broken)


def read_all(docs: Path, languages: Iterable[str]) -> dict[str, dict[str, Page]]:
    """Language -> name -> page, for every page of `docs/<language>/`."""
    return {
        language: {page.name: page for page in (read(path, language, docs / language) for path in sorted((docs / language).rglob("*.md")))}
        for language in languages
    }


def _front(text: str) -> tuple[dict[str, str], str]:
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return {}, "has no front matter; allowed: lines between --- and ---, with title and description"
    end = next((number for number, line in enumerate(lines[1:], 1) if line.strip() == "---"), None)
    if end is None:
        return {}, "front matter has no end; allowed: --- before and after it"
    try:
        read = yaml.safe_load("\n".join(lines[1:end])) or {}
    except yaml.YAMLError as wrong:
        said = getattr(wrong, "problem", None) or "unclear"
        return {}, f"front matter cannot be read ({said}); allowed: `key: text`, with the text in double quotes where it holds a colon"
    if not isinstance(read, dict):
        return {}, "front matter is not a list of keys; allowed: title: ... and description: ..."
    return {str(key): str(value) for key, value in read.items() if value is not None}, ""
