"""`/// chart | slug`: a chart with its title, drawing in two shapes, takeaway, source line and table."""

from __future__ import annotations

from scripts.markup.chart_html import figure_html
from scripts.markup.page import Page


def render(page: Page, slug: str) -> str:
    page.use(page.charts, slug)
    return figure_html(page, slug)
