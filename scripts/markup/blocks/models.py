"""`/// models`: every model promised: then, now, state."""

from __future__ import annotations

from scripts.markup import element_tree
from scripts.markup.page import Page


def render(page: Page, _argument: str) -> str:
    rows = page.edition.facts.of_kind("models")
    for row in rows:
        page.use(page.places, row.place)
    return element_tree.render("models", rows=rows, facts=page.edition.facts, say=page.edition.say)
