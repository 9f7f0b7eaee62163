"""`/// pictures | SLUG; SLUG`: charts in this order, each with its title, its message, and the way to what can be taken of it."""

from __future__ import annotations

from scripts import templates
from scripts.index import markers
from scripts.markup.page import Page


def render(page: Page, argument: str) -> str:
    return templates.render("pictures", charts=[page.edition.chart(slug) for slug in markers.names_of(argument)], fmt=page.edition.fmt)
