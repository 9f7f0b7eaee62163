"""`/// models`: every model promised: then, now, state."""

from __future__ import annotations

from scripts.pages import html
from scripts.pages.edition import Page


def render(page: Page, _argument: str) -> str:
    return html.render("models", rows=page.edition.facts.of_kind("models"), facts=page.edition.facts, say=page.edition.say)
