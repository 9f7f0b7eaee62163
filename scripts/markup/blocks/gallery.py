"""`/// gallery`: all charts, each a link to its own page."""

from __future__ import annotations

from scripts import templates
from scripts.markup.page import Page


def render(page: Page, _argument: str) -> str:
    return templates.render("gallery", charts=page.edition.all_charts, fmt=page.edition.fmt)
