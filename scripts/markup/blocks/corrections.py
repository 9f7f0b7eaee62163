"""`/// corrections`: the rows of data/corrections.csv, newest first."""

from __future__ import annotations

from scripts.index import page_references
from scripts.markup import element_tree
from scripts.markup.page import Page


def render(page: Page, _argument: str) -> str:
    facts = page.edition.facts
    rows = sorted(facts.of_kind("corrections"), key=lambda row: str(row.date), reverse=True)
    titles = {name: used.title for name, used in page_references.of(page.edition).items()}
    return element_tree.render("corrections", rows=rows, titles=titles, facts=facts, say=page.edition.say)
