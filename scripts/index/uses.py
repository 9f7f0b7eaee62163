"""What rests on what: each row, each chart and each statement of a page, with the sources behind it.

The list is made once; a source's page, the audit, `make where` and the summary of a pull request filter it and print it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from scripts.drawing.chart import PreparedChart
from scripts.edition import Edition, cached_per_edition
from scripts.facts.base_record import Record
from scripts.facts.declared import DeclaredRow, FigureRow
from scripts.facts.figures import lowest_confidence, sources_of
from scripts.index import addresses, claims, written
from scripts.index.markers import LISTS, BlockUse, Marker
from scripts.index.written import WrittenPage
from scripts.problems import UnknownName

FOOT = ("figure", "note", "quote", "status", "chart")
"""Kinds of statements whose sources a page names at its foot."""


class Use(NamedTuple):
    """Something that rests on sources.

    `kind`: "row", "chart"; on a page "figure", "note", "quote", "date", "verdict", or the name of the block.
    `row`: the place of the row that it is or shows; `operands`: keys that a computed figure comes from.
    """

    kind: str
    key: str
    text: str
    confidence: str
    row: str
    sources: tuple[str, ...]
    operands: tuple[str, ...] = ()
    address: str | None = None
    page: WrittenPage | None = None
    line: int = 0

    @property
    def place(self) -> str:
        return f"{self.page.file}:{self.line}" if self.page else self.row

    def __str__(self) -> str:
        """As `figure sales-2025 = 10,970`."""
        name = f"{self.kind} {self.key}".rstrip()
        return f"{name} = {self.text}" if self.text else name


@cached_per_edition
def uses(edition: Edition) -> list[Use]:
    """Every row, every chart, and what the pages that people wrote state."""
    charts = [_chart(chart) for chart in edition.all_charts]
    return [*_rows(edition), *charts, *on_pages(edition, written.pages(edition).values())]


def _rows(edition: Edition) -> Iterator[Use]:
    """A row leads to where it can be read, or else to the chart that draws it."""
    charts: dict[str, str] = {}
    for chart in edition.all_charts:
        for row in chart.rows:
            charts |= dict.fromkeys(row.places, f"charts/{chart.slug}.md")
    for row in edition.facts.rows:
        address = addresses.row_address(row, edition) or charts.get(row.place)
        yield Use(
            "row", row.key or "", name_of(row, edition), row.confidence, row.place, row.source_ids, address=address
        )


def _chart(chart: PreparedChart) -> Use:
    confidence = lowest_confidence(chart.rows)
    address = f"charts/{chart.slug}.md"
    return Use(
        "chart",
        chart.slug,
        chart.text("title"),
        confidence,
        chart.definition.file,
        sources_of(chart.rows),
        address=address,
    )


def on_pages(edition: Edition, pages: Iterable[WrittenPage]) -> Iterator[Use]:
    """Everything that these pages state, each in the order of its lines. Unknown names are left out: the checks tell of them."""
    for page in pages:
        statements: list[Use] = []
        for marker in page.markers:
            statements += [use._replace(page=page, line=marker.line) for use in _marker(edition, marker)]
        for block in page.blocks:
            statements += [use._replace(page=page, line=block.line) for use in _block(edition, block)]
        yield from sorted(statements, key=lambda use: use.line)


def _marker(edition: Edition, marker: Marker) -> Iterator[Use]:
    facts = edition.facts
    fmt = edition.fmt
    if marker.kind == "cite":
        yield Use("note", "", "", "", "", tuple(name for name in marker.names if name in facts.sources))
        return
    for key in marker.names:
        with suppress(UnknownName):
            if marker.kind == "figure":
                figure = facts.figure(key)
                yield Use(
                    "figure",
                    key,
                    fmt.figure(figure),
                    figure.confidence,
                    figure.place,
                    figure.source_ids,
                    figure.operands,
                )
            elif marker.kind == "quote":
                quote = facts.row("quotes", key)
                yield Use("quote", key, quote.wording(edition.language), "", quote.place, (quote.source_id,))
            elif marker.kind == "date":
                event = facts.row("events", key)
                yield Use("date", key, fmt.date(event.date), event.confidence, event.place, event.source_ids)
            elif marker.kind == "verdict":
                claim = facts.row("claims", key)
                yield Use(
                    "verdict",
                    key,
                    fmt.word(f"verdict.{claim.verdict}"),
                    claim.confidence,
                    claim.place,
                    claim.source_ids,
                )


def _block(edition: Edition, block: BlockUse) -> Iterator[Use]:
    """What a block shows: a chart, or the rows of a list."""
    if block.name == "chart" and block.argument in edition.charts:
        yield _chart(edition.chart(block.argument))
    for row in edition.facts.of_kind(LISTS.get(block.name, "catalogue")):
        if block.name not in LISTS and row.table_name != block.name:
            continue
        if block.name == "scorecard" and row.counted_as not in claims.GROUPS.get(block.argument, ()):
            continue
        yield Use(block.name, row.key or "", name_of(row, edition), row.confidence, row.place, row.source_ids)


def name_of(row: Record, edition: Edition) -> str:
    """A few words for a row, in the edition's language."""
    if isinstance(row, FigureRow):
        measure = edition.facts.measures[row.table_name, row.measured]
        return ", ".join([measure.word("label", edition.language), *edition.fmt.described(row)])
    texts = row.holding("text", "name") if isinstance(row, DeclaredRow) else []
    for column in (*texts, "title", "said_in", "label", "because", "was"):
        if column in type(row).model_fields:
            return row.word(column, edition.language)
    return row.place


@dataclass
class UsedBy:
    """What rests on one source: rows, charts, and pages by name."""

    rows: list[Use] = field(default_factory=list)
    charts: list[Use] = field(default_factory=list)
    pages: dict[str, WrittenPage] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows) + len(self.charts) + len(self.pages)


@cached_per_edition
def by_source(edition: Edition) -> dict[str, UsedBy]:
    """Id of a source -> what rests on it."""
    used_by: dict[str, UsedBy] = defaultdict(UsedBy)
    for use in uses(edition):
        for source in use.sources:
            if use.kind == "row":
                used_by[source].rows.append(use)
            elif not use.page:
                used_by[source].charts.append(use)
            elif use.kind in FOOT:
                used_by[source].pages[use.page.name] = use.page
    return used_by
