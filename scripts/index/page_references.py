"""What each page of an edition names, read from its Markdown: figures, notes, verdicts, charts, lists.

The way back from a row or a source to the pages that rest on it starts here, and so does the audit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from scripts import paths
from scripts.drawing.chart import sources_of
from scripts.edition import Edition
from scripts.index import markers

_TITLE = re.compile(r"^title:\s*[\"']?(.*?)[\"']?\s*$", re.M)
_SECTION = re.compile(r"^#{1,3} .*\{\s*#(?P<id>[\w-]+)")


@dataclass(frozen=True)
class Uses:
    """One page: its name (`strategy`), its short title, its markers and its blocks in the order of the text."""

    name: str
    title: str
    markers: tuple[markers.Marker, ...]
    blocks: tuple[markers.BlockUse, ...]
    disputed: tuple[str, ...]

    def names(self, kind: str) -> list[str]:
        """The names in its markers of a kind, without repeats."""
        return list(dict.fromkeys(name for marker in self.markers if marker.kind == kind for name in marker.names))

    @property
    def charts(self) -> list[str]:
        return [block.argument for block in self.blocks if block.name == "chart"]

    def sources(self, edition: Edition) -> list[str]:
        """Ids of the sources of its figures, notes, dates and charts, in that order, without repeats.

        What the page names and nobody knows is left out: the checks and the page itself speak of it, with its line.
        """
        facts = edition.facts
        events = {row.key: row for row in facts.of_kind("events")}
        found = [source for key in self.names("figure") if key in facts.figures for source in facts.figure(key).source_ids] + self.names("cite")
        found += [source for key in self.names("date") if key in events for source in events[key].source_ids[:2]]
        found += [source for slug in self.charts if slug in edition.charts for source in sources_of(edition.chart(slug).rows)]
        return list(dict.fromkeys(found))


def of_text(name: str, text: str) -> Uses:
    title = _TITLE.search(text)
    return Uses(name, title[1] if title else name, tuple(markers.find(text)), tuple(markers.blocks(text)), tuple(_disputed(text)))


def of_edition(language: str, folder: Path = paths.DOCS) -> dict[str, Uses]:
    """Every page of an edition by its name."""
    found = {}
    for file in sorted((folder / language).rglob("*.md")):
        name = file.relative_to(folder / language).with_suffix("").as_posix()
        found[name] = of_text(name, file.read_text("utf-8"))
    return found


def of(edition: Edition) -> dict[str, Uses]:
    """The same for an edition at hand, read once for all its pages."""
    return edition.once(_read)


def _read(edition: Edition) -> dict[str, Uses]:
    return of_edition(edition.language)


def _disputed(text: str) -> list[str]:
    """Claims whose verdicts stand in a section `{#disagree}`, where a page shows what sources say against each other."""
    section, ranges = "", {}
    for number, line in markers.prose(text):
        if head := _SECTION.match(line):
            section = head["id"]
        ranges[number] = section
    return list(dict.fromkeys(m.names[0] for m in markers.find(text) if m.kind == "verdict" and ranges.get(m.line) == "disagree"))
