"""`/// chart-page | slug`: what stands on a chart's own page: the chart large, its question, sources, notes and the kit."""

from __future__ import annotations

from scripts.drawing.contract import sources_of
from scripts.pages import html
from scripts.pages.edition import Page
from scripts.pages.figures import figure_html, notes
from scripts.pages.kit import cite, embed, mail
from scripts.pages.kit.describe import chart_address


def render(page: Page, slug: str) -> str:
    edition = page.edition
    drawn = edition.chart(slug)
    piece = mail.piece(drawn, edition)
    return html.render(
        "chart_page", drawn=drawn, figure=figure_html(page, slug, alone=True), ids=sources_of(drawn.rows), notes=notes(drawn),
        pages=getattr(drawn.chart.module, "PAGES", ()), facts=edition.facts, say=edition.say, address=chart_address(drawn, edition),
        cite_text=cite.text(drawn, edition), bibtex=cite.bibtex(drawn, edition), frame=embed.code(drawn, edition), fit=embed.fitting_script(edition),
        pictures=[ending for ending in ("png", "svg") if (drawn.folder / f"{slug}.{ending}").exists()],
        mail=[("html", mail.as_html(piece)), ("markdown", mail.as_markdown(piece)), ("text", mail.as_text(piece))] if piece else [],
    )
