"""`/// gallery`: all charts, each a link to its own page."""

from __future__ import annotations

from scripts import templates
from scripts.markup import filters
from scripts.markup.page import Page


def render(page: Page, _argument: str) -> str:
    charts, fmt = page.edition.all_charts, page.edition.fmt
    return templates.render("gallery", charts=charts, bar=filters.bar(({"topic": drawn.chart.topics} for drawn in charts), fmt), fmt=fmt)
