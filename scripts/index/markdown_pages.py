"""Parses the Markdown pages that people write: front matter, prose, headings, markers, blocks and links, each with its line.

A parser of text only: whether names exist is for the checks. uses.py builds its reverse index, from rows to pages, on it.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path

import yaml

from scripts import paths
from scripts.editions import Edition, cached_per_edition
from scripts.index import markers
from scripts.index.markers import BlockUse, Marker
from scripts.problems import InvalidValue, Location, Problem

_HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<text>.*?)\s*(?:\{\s*#(?P<id>[^\s}]+)[^}]*\})?\s*$")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+[\"“][^)]*)?\)")
_SLASHES = re.compile(r"^/{3,}")
_STANDFIRST = re.compile(r"^\{:?\s*\.standfirst\s*\}$")

IN_SHORT, UNKNOWN, DISAGREE = "in-short", "unknown", "disagree"
"""Ids of the sections that give a page in three points, say what is not known, and show sources against each other."""


@dataclass(frozen=True)
class Heading:
    """One heading; `id` is empty where none is written."""

    level: int
    text: str
    id: str
    line: int


@dataclass(frozen=True)
class MarkdownPage:
    """One page of one edition. `name` is its path without `.md`, the same in every edition."""

    path: Path
    language: str
    name: str
    text: str
    meta: dict[str, str] = field(default_factory=dict)
    broken: InvalidValue | None = None

    @property
    def file(self) -> str:
        return paths.relative_path(self.path)

    def place_of(self, line: int, what: str) -> Location:
        """One of its lines, or (0) the whole page."""
        return Location(self.file, line, what)

    def problem(self, line: int, what: str, wrong: str | InvalidValue, expected: str = "") -> Problem:
        return self.place_of(line, what).problem(wrong, expected)

    @property
    def title(self) -> str:
        return self.meta.get("title", self.name)

    @property
    def description(self) -> str:
        return self.meta.get("description", "")

    @property
    def headline(self) -> str:
        """Its one h1."""
        return next((heading.text for heading in self.headings if heading.level == 1), self.title)

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
        headings = []
        for number, line in self.prose:
            if match := _HEADING.match(line):
                headings.append(Heading(len(match["level"]), match["text"], match["id"] or "", number))
        return headings

    @cached_property
    def markers(self) -> list[Marker]:
        return markers.find(self.text)

    @cached_property
    def blocks(self) -> list[BlockUse]:
        return markers.blocks(self.text)

    @property
    def block_names(self) -> set[str]:
        return {use.name for use in self.blocks}

    @property
    def charts(self) -> list[str]:
        return [use.argument for use in self.blocks if use.name == "chart"]

    @property
    def shared_by(self) -> str:
        """The chart of the page's share image: the one in its front matter, else its first; empty: none."""
        return self.meta.get("chart", "") or next(iter(self.charts), "")

    def names(self, kind: str) -> list[str]:
        """The names in its markers of a kind, without duplicates."""
        names = chain.from_iterable(marker.names for marker in self.markers if marker.kind == kind)
        return list(dict.fromkeys(names))

    @property
    def disputed(self) -> list[str]:
        """Claims whose verdicts are in a section `{#disagree}`, where a page shows how sources disagree."""
        return [
            marker.names[0]
            for marker in self.markers
            if marker.kind == "verdict" and self.section(marker.line, 3) == DISAGREE
        ]

    @cached_property
    def links(self) -> list[tuple[int, str]]:
        """Line and target of each link, as it is written."""
        links = []
        for number, line in self.prose:
            links += [(number, match["target"]) for match in _LINK.finditer(line)]
        return links

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
        before = re.search(rf"^{re.escape(key)}\s*:", self.text, re.M) if key in self.meta else None
        return self.text.count("\n", 0, before.start()) + 1 if before else 1

    def section(self, line: int, level: int = 2) -> str:
        """The id of the section that holds a line, down to a level of headings; empty above the first."""
        for heading in reversed(self.headings):
            if heading.line <= line and 2 <= heading.level <= level:
                return heading.id
        return ""

    def part_of_head(self, line: int) -> str:
        """The prominent part of the page that a line is in: "a headline", "the standfirst", "In short"."""
        if any(heading.line == line for heading in self.headings):
            return "a headline"
        if line in self.standfirst:
            return "the standfirst"
        return "In short" if self.section(line) == IN_SHORT else ""


PagesByLanguage = Mapping[str, Mapping[str, MarkdownPage]]
"""Language -> name -> page."""


def read(path: Path, language: str, root: Path) -> MarkdownPage:
    """Parse one page. `broken`: the problem of a file or front matter that cannot be read."""
    name = path.relative_to(root).with_suffix("").as_posix()
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        broken = InvalidValue(f"byte {raw[error.start]:#04x} is not UTF-8", "UTF-8 text, so save the file as UTF-8")
        return MarkdownPage(path, language, name, "", broken=broken)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))  # macOS decomposes accents
    return parse(path, language, name, text)


def parse(path: Path, language: str, name: str, text: str) -> MarkdownPage:
    try:
        return MarkdownPage(path, language, name, text, _front_matter(text))
    except InvalidValue as error:
        return MarkdownPage(path, language, name, text, broken=error)


@cached_per_edition
def pages(edition: Edition) -> dict[str, MarkdownPage]:
    """Every page that people wrote for an edition, by its name (`strategy`); other pages are made from the data."""
    return of_edition(paths.DOCS, edition)


def of_edition(docs: Path, edition: Edition) -> dict[str, MarkdownPage]:
    """The pages of an edition in `docs/<language>/`; those that a draft lacks are the main edition's."""
    pages = read_folder(docs, paths.MAIN) if edition.language in paths.DRAFTS else {}
    return pages | read_folder(docs, edition.language)


def read_folder(docs: Path, language: str) -> dict[str, MarkdownPage]:
    """Every page of `docs/<language>/`, by its name."""
    folder = docs / language
    pages = [read(path, language, folder) for path in sorted(folder.rglob("*.md"))]
    return {page.name: page for page in pages}


def disputes(pages: dict[str, MarkdownPage]) -> dict[str, str]:
    """Claim -> name of the page that shows how sources disagree on it (its section `{#disagree}`)."""
    return {claim: page.name for page in pages.values() for claim in page.disputed}


def menu_name(edition: Edition, name: str) -> str:
    """The label of a page in menus and links: the word `nav.NAME` if there is one, else its title."""
    key = f"nav.{name}"
    return edition.fmt.word(key) if key in edition.fmt.words else pages(edition)[name].title


def headline(edition: Edition, name: str, title: str) -> str:
    """The headline that a page is shared with: its h1, which for a page made from the data is its title."""
    page = pages(edition).get(name)
    return page.headline if page else title


def _front_matter(text: str) -> dict[str, str]:
    """The front matter of a page. Raises InvalidValue."""
    expected = (
        "title and description, each `key: text`, between two lines ---; a text with a colon stands in double quotes"
    )
    match = re.match(r"---\s*\n(.*?)^---\s*$", text, re.S | re.M)
    if not match:
        raise InvalidValue("has no front matter", expected)
    try:
        meta = yaml.safe_load(match[1]) or {}
    except (yaml.YAMLError, ValueError) as error:  # the second for a day that no calendar has
        reason = getattr(error, "problem", None) or str(error)
        raise InvalidValue(f"front matter cannot be read ({reason})", expected) from None
    if not isinstance(meta, dict):
        raise InvalidValue("front matter is not a list of keys", expected)
    return {str(key): str(value) for key, value in meta.items() if value is not None}
