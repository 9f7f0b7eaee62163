"""`/// history`: the rows of data/history.csv, newest first."""

from __future__ import annotations

from scripts.index import addresses
from scripts.markup import element_tree
from scripts.markup.page import Page


def render(page: Page, _argument: str) -> str:
    facts = page.edition.facts
    rows = sorted(facts.of_kind("history"), key=lambda row: str(row.date), reverse=True)
    said = {row.key: row.word("said_in", page.edition.language) for row in facts.of_kind("claims")}
    return element_tree.render("history", rows=rows, said=said, folder=addresses.CLAIMS, facts=facts, say=page.edition.say)
