"""Links to rows and sources, relative to the root of an edition: `page.md#anchor`.

A row of figures is on the page of its table, a claim on its own page, what a list shows on the page that has the list.
"""

import re

from scripts.editions import Edition
from scripts.facts import records
from scripts.facts.facts import Facts
from scripts.index import markdown_pages

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""What we write into addresses: the name of a page, a chart's slug, the id of a heading."""

CLAIMS, SOURCES, DATA = "scorecard", "sources", "data"
"""Folders of the pages that have one page a claim, a year of sources, a table; beside the page of the same name."""

_READABILITY_BLOCKLIST = re.compile(
    r"-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu"
    r"|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager"
    r"|popup|yom-remote|(?:\b|_)share(?=\b|_)",
    re.I,
)
"""Words in an id or class for which Readability, as in Firefox's reader view, drops the element as an advert or share button."""


def reader_view_id(name: str) -> str:
    """An id that reader views keep: `ev-sponsors-the-team` -> `ev-sponsos-the-team`."""
    return _READABILITY_BLOCKLIST.sub(lambda match: re.sub(r"\w(-?)$", r"\1", match[0]), name)


def year_of(source: records.SourceRow) -> str:
    """The name of the page that tells all about a source: its year of publication, or `undated`."""
    return str(source.published.first_day.year) if source.published else "undated"


def source_address(source: records.SourceRow) -> str:
    return f"{SOURCES}/{year_of(source)}.md#{reader_view_id(f'src-{source.key}')}"


def has_page(kind: type[records.Record]) -> bool:
    """Whether the rows of a table stand on a page of their own."""
    return issubclass(kind, records.FigureRow) or kind is records.ComputedRow


def tables_with_pages(facts: Facts) -> list[str]:
    return [name for name, table in facts.tables.items() if table.rows and has_page(table.kind)]


def anchor(row: records.Record) -> str:
    """The row's anchor on the page of its table."""
    return reader_view_id(row.key or f"line-{row.line}")


def row_address(row: records.Record, edition: Edition) -> str | None:
    """None for a row that no page shows."""
    if has_page(type(row)):
        return f"{DATA}/{row.table_name}.md#{anchor(row)}"
    if isinstance(row, records.ClaimRow):
        return f"{CLAIMS}/{row.key}.md"
    if isinstance(row, records.HistoryRow):  # there its sources are named; the list of all changes names none
        return f"{CLAIMS}/{row.claim_id}.md#h-{row.key}"
    if isinstance(row, records.SourceRow):
        return source_address(row)
    # What is left is listed by the block of its table's name, if a page has it.
    block = "timeline" if isinstance(row, records.EventRow) else row.table_name
    pages = markdown_pages.pages(edition).values()
    page = next((page for page in pages if block in page.block_names), None)
    if not page:
        return None
    return f"{page.name}.md#{reader_view_id(f'st-{row.key}') if isinstance(row, records.StatusRow) else anchor(row)}"
