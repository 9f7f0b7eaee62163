"""`/// sources`: every source, and what rests on it."""

from __future__ import annotations

from collections import defaultdict

from scripts.drawing.contract import sources_of
from scripts.pages import html
from scripts.pages.edition import Page


def render(page: Page, _argument: str) -> str:
    facts = page.edition.facts
    rows, charts = defaultdict(list), defaultdict(list)
    for table in facts.tables.values():
        for row in table:
            for source in getattr(row, "source_ids", ()):
                rows[source].append(row.place.removeprefix("data/"))
    for drawn in page.edition.all_charts:
        for source in sources_of(drawn.rows):
            charts[source].append(drawn)
    found = sorted(facts.of_kind("sources"), key=lambda row: (row.published.text if row.published else "0"), reverse=True)
    return html.render("sources", sources=found, rows=rows, charts=charts, say=page.edition.say)
