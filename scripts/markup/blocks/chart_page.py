"""`/// chart-page | slug`: what stands on a chart's own page: the chart large, its question, sources, notes and the kit."""

from __future__ import annotations

from functools import partial

from scripts import templates
from scripts.drawing.chart import sources_of
from scripts.index import written
from scripts.markup.chart_html import figure_html, notes
from scripts.markup.page import Page
from scripts.outputs import citation, email_chart, embed
from scripts.outputs.chart_json_ld import chart_address


def render(page: Page, slug: str) -> str:
    edition = page.edition
    drawn = edition.chart(slug)
    piece = email_chart.piece(drawn, edition)
    return templates.render(
        "chart_page", drawn=drawn, figure=figure_html(page, slug, alone=True), ids=sources_of(drawn.rows), notes=notes(drawn),
        pages=drawn.chart.pages, facts=edition.facts, fmt=edition.fmt, menu_name=partial(written.menu_name, edition), address=chart_address(drawn, edition),
        cite=citation.chart_citation(drawn, edition), frames=embed.codes(drawn, edition), fit=embed.fitting_script(),
        pictures=[ending for ending in ("png", "svg") if (drawn.folder / f"{slug}.{ending}").exists()],
        mail=[("html", email_chart.as_html(piece)), ("markdown", email_chart.as_markdown(piece)), ("text", email_chart.as_text(piece))] if piece else [],
    )
