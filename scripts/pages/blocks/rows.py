"""`/// rows | table`: the rows of a table of figures, each with an anchor, its confidence and its sources."""

from __future__ import annotations

import datetime as dt

from scripts.facts.cells import PartialDate
from scripts.facts.records import ComputedRow, Record
from scripts.pages import addresses, html
from scripts.pages.edition import Page

_APART = {"key", "source_ids", "confidence", "note", "note_fr", "label_en", "label_fr", "operands"}
"""Columns that have a cell of their own, or whose text depends on the edition."""


def render(page: Page, table: str) -> str:
    edition, facts, say = page.edition, page.edition.facts, page.edition.say
    allowed = [name for name, rows in facts.tables.items() if rows and addresses.has_page(type(rows[0]))]
    if table not in allowed:
        raise KeyError(f"{table!r} has no page of rows; allowed: {', '.join(allowed)}")
    rows = facts.table(table)
    columns = [name for name in type(rows[0]).columns() if name not in _APART]
    known = facts.sources

    def cell(row: Record, column: str) -> str:
        value = getattr(row, column)
        if isinstance(value, dt.date | PartialDate):
            return say.date(value)
        return "–" if value is None else f"{value.normalize():f}" if hasattr(value, "normalize") else str(value)

    def figure(row: Record):
        return facts.figures.get(row.key) if row.key else None

    return html.render(
        "rows", table=table, rows=rows, columns=columns, cell=cell, figure=figure, anchor=addresses.anchor,
        computed=isinstance(rows[0], ComputedRow), row_page=addresses.of_figure, source_page=addresses.of_source,
        known=known, facts=facts, say=say, title=facts.titles[table][edition.language],
    )
