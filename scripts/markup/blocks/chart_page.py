"""`/// chart-page | slug`: what stands on a chart's own page: the chart large, its question, sources, notes and the kit."""

from __future__ import annotations

from functools import partial

from scripts import templates
from scripts.drawing.chart import sources_of
from scripts.index import written
from scripts.markup.chart_html import figure_html, notes
from scripts.markup.page import Page
from scripts.outputs import citation, embed, mail


def render(page: Page, slug: str) -> str:
    edition = page.edition
    drawn = edition.chart(slug)
    return templates.render(
        "chart_page", drawn=drawn, figure=figure_html(page, slug, alone=True), ids=sources_of(drawn.rows), notes=notes(drawn),
        pages=drawn.chart.pages, facts=edition.facts, fmt=edition.fmt, menu_name=partial(written.menu_name, edition),
        cite=citation.chart_citation(drawn, edition), frames=embed.codes(drawn, edition), fit=embed.fitting_script(),
        pictures=[ending for ending in ("png", "svg") if (drawn.folder / f"{slug}.{ending}").exists()],
        mail=mail.chart(drawn, edition),
    )
