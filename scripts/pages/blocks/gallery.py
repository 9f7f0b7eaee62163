"""`/// gallery`: all charts, each a link to its own page."""

from __future__ import annotations

from scripts.pages import html
from scripts.pages.edition import Page


def render(page: Page, _argument: str) -> str:
    return html.render("gallery", charts=page.edition.all_charts, say=page.edition.say)
