"""`/// divisions`: the business units, then and now."""

from __future__ import annotations

from scripts.markup import element_tree
from scripts.markup.page import Page


def render(page: Page, _argument: str) -> str:
    return element_tree.render("divisions", rows=page.edition.facts.of_kind("divisions"), facts=page.edition.facts, say=page.edition.say)
