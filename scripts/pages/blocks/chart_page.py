"""`/// chart-page | slug`: what stands on a chart's own page: the chart large, its question, sources, notes and files."""

from __future__ import annotations

from scripts.drawing.contract import sources_of
from scripts.pages import html
from scripts.pages.edition import Page
from scripts.pages.figures import figure_html


def render(page: Page, slug: str) -> str:
    drawn = page.edition.chart(slug)
    notes = list(dict.fromkeys(row.note.get(page.edition.language, "") for row in drawn.rows))
    return html.render(
        "chart_page", drawn=drawn, figure=figure_html(page, slug, alone=True), ids=sources_of(drawn.rows), notes=[n for n in notes if n],
        pages=getattr(drawn.chart.module, "PAGES", ()), facts=page.edition.facts, say=page.edition.say,
    )
