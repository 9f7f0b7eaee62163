"""Cross-references: what a page states, with its sources; and the rows, charts and pages that use a source.

The pages of sources, the audit, `make where` and the summary of a pull request are made of it.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from operator import attrgetter

from scripts.editions import Edition, cached_per_edition
from scripts.facts.base_record import Record
from scripts.facts.declared import DeclaredRow, FigureRow
from scripts.facts.facts import Figure
from scripts.facts.figures import lowest_confidence, sources_of
from scripts.facts.records import ClaimRow, EventRow, QuoteRow
from scripts.index import addresses, markdown_pages
from scripts.index.markdown_pages import MarkdownPage
from scripts.index.markers import GROUPS, LISTS, BlockUse, Marker
from scripts.problems import UnknownName

FOOT = ("figure", "note", "quote", "status", "chart")
"""Kinds of statements whose sources a page names at its foot."""


@dataclass(frozen=True)
class Use:
    """Something that a page states in one of its lines.

    `kind`: "figure", "note", "quote", "date", "verdict", or the name of the block. `row`: the place of the row that it shows.
    """

    page: MarkdownPage
    line: int
    kind: str
    key: str = ""
    text: str = ""
    confidence: str = ""
    row: str = ""
    sources: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        return f"{self.page.file}:{self.line}"

    def __str__(self) -> str:
        """As `figure sales-2025 = 10,970`."""
        name = f"{self.kind} {self.key}".rstrip()
        return f"{name} = {self.text}" if self.text else name


def on_page(edition: Edition, page: MarkdownPage) -> list[Use]:
    """Everything that a page states, in the order of its lines. Unknown names are left out: the checks tell of them."""
    statements = [use for marker in page.markers for use in _marker(edition, page, marker)]
    statements += [use for block in page.blocks for use in _block(edition, page, block)]
    return sorted(statements, key=attrgetter("line"))


def _marker(edition: Edition, page: MarkdownPage, marker: Marker) -> Iterator[Use]:
    facts = edition.facts
    fmt = edition.fmt
    if marker.kind == "cite":
        sources = tuple(name for name in marker.names if name in facts.sources)
        yield Use(page, marker.line, "note", sources=sources)
        return
    for key in marker.names:
        with suppress(UnknownName):
            if marker.kind == "figure":
                figure = facts.figure(key)
                yield _stated(page, marker.line, "figure", figure, fmt.figure(figure))
            elif marker.kind == "quote":
                quote = facts.row(QuoteRow, key)
                words = quote.wording(edition.language)
                yield Use(page, marker.line, "quote", key, words, row=quote.place, sources=(quote.source_id,))
            elif marker.kind == "date":
                event = facts.row(EventRow, key)
                yield _stated(page, marker.line, "date", event, fmt.date(event.date))
            elif marker.kind == "verdict":
                claim = facts.row(ClaimRow, key)
                yield _stated(page, marker.line, "verdict", claim, fmt.word(f"verdict.{claim.verdict}"))


def _block(edition: Edition, page: MarkdownPage, block: BlockUse) -> Iterator[Use]:
    """What a block shows: a chart, or the rows of a list."""
    if block.name == "chart" and block.argument in edition.chart_definitions:
        chart = edition.chart(block.argument)
        confidence, sources = lowest_confidence(chart.rows), sources_of(chart.rows)
        module = chart.definition.file
        yield Use(page, block.line, "chart", chart.slug, chart.text("title"), confidence, module, sources)
    for row in edition.facts.of_kind(LISTS.get(block.name, "catalogue")):
        if block.name not in LISTS and row.table_name != block.name:
            continue
        if block.name == "scorecard" and row.counted_as not in GROUPS.get(block.argument, ()):
            continue
        yield _stated(page, block.line, block.name, row, name_of(row, edition))


def _stated(page: MarkdownPage, line: int, kind: str, row: Record | Figure, text: str) -> Use:
    """A row or a figure, stated as this text."""
    return Use(page, line, kind, row.key or "", text, row.confidence, row.place, row.source_ids)


def name_of(row: Record, edition: Edition) -> str:
    """A few words for a row, in the edition's language."""
    if isinstance(row, FigureRow):
        measure = edition.facts.measures[row.table_name, row.measured]
        return ", ".join([measure.text_in("label", edition.language), *edition.fmt.described(row)])
    texts = row.holding("text", "name") if isinstance(row, DeclaredRow) else []
    for column in (*texts, "title", "said_in", "label", "because", "was"):
        if column in type(row).model_fields:
            return row.text_in(column, edition.language)
    return row.place


@dataclass
class UsedBy:
    """What rests on one source: the text and address of rows, charts and pages; no address: no page shows the row."""

    rows: list[tuple[str, str | None]] = field(default_factory=list)
    charts: list[tuple[str, str]] = field(default_factory=list)
    pages: list[tuple[str, str]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.rows) + len(self.charts) + len(self.pages)


@cached_per_edition
def by_source(edition: Edition) -> dict[str, UsedBy]:
    """Id of a source -> what rests on it."""
    used_by: dict[str, UsedBy] = defaultdict(UsedBy)
    chart_of_row: dict[str, str] = {}
    for chart in edition.all_charts:
        address = f"charts/{chart.slug}.md"
        for source in sources_of(chart.rows):
            used_by[source].charts.append((chart.text("title"), address))
        for row in chart.rows:
            chart_of_row |= dict.fromkeys(row.places, address)
    for record in edition.facts.rows:
        shown_at = addresses.row_address(record, edition) or chart_of_row.get(record.place)
        for source in record.source_ids:
            used_by[source].rows.append((name_of(record, edition), shown_at))
    for page in markdown_pages.pages(edition).values():
        sources = [source for use in on_page(edition, page) if use.kind in FOOT for source in use.sources]
        for source in dict.fromkeys(sources):
            used_by[source].pages.append((page.title, f"{page.name}.md#sources"))
    return used_by
