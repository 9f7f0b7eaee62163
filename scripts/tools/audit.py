"""Lists what pages say by figure, verdict, date and note, with rows, sources and confidence. `python -m scripts.tools audit [PAGE ...]`.

An editor reads it beside the page: each line of the page that states something, what it shows, and where that comes from.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from scripts import edition
from scripts.edition import Edition
from scripts.facts.figures import lowest_confidence, sources_of
from scripts.index import backlinks, claims, written
from scripts.index.markers import LISTS, BlockUse, Marker
from scripts.index.written import WrittenPage
from scripts.problems import Problem, stop_on


class Entry(NamedTuple):
    """One thing that a page states. `row`: the place of its row; `rests_on`: keys that a computed figure comes from."""

    page: WrittenPage
    line: int
    kind: str
    key: str
    shown: str
    confidence: str
    row: str
    sources: tuple[str, ...]
    rests_on: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        return f"{self.page.file}:{self.line}"

    @property
    def said(self) -> str:
        """As `figure sales-2025 = 10,970`."""
        return f"{self.kind} {self.key}".rstrip() + (f" = {self.shown}" if self.shown else "")


def entries(ours: Edition, pages: Iterable[WrittenPage]) -> Iterator[Entry]:
    """Everything that the pages state, in the order of their lines."""
    for page in pages:
        stated = [(marker.line, *_marker(ours, marker)) for marker in page.markers]
        stated += [(block.line, *row) for block in page.blocks for row in _listed(ours, block)]
        yield from (Entry(page, *one) for one in sorted(stated, key=lambda one: one[0]))


def _marker(ours: Edition, marker: Marker) -> tuple:
    facts, fmt, key = ours.facts, ours.fmt, marker.names[0]
    if marker.kind == "figure":
        figure = facts.figure(key)
        return "figure", key, fmt.figure(figure), figure.confidence, figure.place, figure.source_ids, figure.operands
    if marker.kind == "cite":
        return "note", "", "", "", "", marker.names
    if marker.kind == "quote":
        quote = facts.row("quotes", key)
        return "quote", key, quote.wording(ours.language), "", quote.place, (quote.source_id,)
    row = facts.row("events" if marker.kind == "date" else "claims", key)
    shown = fmt.date(row.date) if marker.kind == "date" else fmt.word(f"verdict.{row.verdict}")
    return marker.kind, key, shown, row.confidence, row.place, row.source_ids


def _listed(ours: Edition, block: BlockUse) -> Iterator[tuple]:
    """What a block on a page shows: a chart, or the rows of a list."""
    if block.name == "chart":
        chart, rows = ours.chart(block.argument), ours.chart(block.argument).rows
        yield "chart", chart.slug, chart.text("title"), lowest_confidence(rows), chart.definition.file, sources_of(rows)
    for row in ours.facts.of_kind(LISTS.get(block.name, "catalogue")):
        if block.name not in LISTS and not row.file.endswith(f"/{block.name}.csv"):
            continue
        if block.name != "scorecard" or row.counted_as in claims.GROUPS[block.argument]:
            yield block.name, row.key, backlinks.named(row, ours), row.confidence, row.place, row.source_ids


def as_text(ours: Edition, found: Iterable[Entry]) -> str:
    """The listing for reading: a heading a page, a paragraph an entry, a line a source, a line for the sources' own words."""
    lines = []
    for page, stated in ((page, list(stated)) for page, stated in groupby(found, lambda entry: entry.page.name)):
        lines += ["", f"== {page} ({ours.language}): {len(stated)} entries", ""]
        for entry in stated:
            lines.append(f"{entry.place}  {entry.said}" + (f"  [{entry.confidence}]" if entry.confidence else ""))
            if entry.row:
                lines.append(f"    row {entry.row}" + (f", computed from {', '.join(entry.rests_on)}" if entry.rests_on else ""))
            for source in map(ours.facts.sources.get, entry.sources):
                lines.append(f"    {source.id} ({source.standing}, {source.published or 'undated'}) {source.url}")
            for quote in (quote for name in (entry.key, *entry.rests_on) for quote in ours.facts.quotes_of(name)):
                lines.append(f"    words: {quote.words or ours.fmt.word('quote.unseen')} ({quote.source_id})")
    return "\n".join(lines).lstrip("\n") + "\n"


def main(names: list[str], language: str) -> None:
    ours = edition.load()[language]
    pages = written.pages(ours)
    stop_on(Problem("audit", 0, name, "is not a page", ", ".join(pages)) for name in names if name not in pages)
    print(as_text(ours, entries(ours, [page for name, page in pages.items() if not names or name in names])), end="")
