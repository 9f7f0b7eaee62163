"""`/// divisions`: the business units, then and now."""

from __future__ import annotations

from scripts.pages import html
from scripts.pages.edition import Page


def render(page: Page, _argument: str) -> str:
    return html.render("divisions", rows=page.edition.facts.of_kind("divisions"), facts=page.edition.facts, say=page.edition.say)
