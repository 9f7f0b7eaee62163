"""`/// updates`: the rows of data/updates.csv, newest first."""

from __future__ import annotations

from scripts.markup import element_tree
from scripts.markup.page import Page


def render(page: Page, _argument: str) -> str:
    facts = page.edition.facts
    rows = sorted(facts.of_kind("updates"), key=lambda row: str(row.date), reverse=True)
    return element_tree.render("updates", rows=rows, facts=facts, say=page.edition.say)
