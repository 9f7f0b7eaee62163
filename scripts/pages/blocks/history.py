"""`/// history`: the rows of data/history.csv, newest first."""

from __future__ import annotations

from scripts.pages import html
from scripts.pages.edition import Page


def render(page: Page, _argument: str) -> str:
    facts = page.edition.facts
    rows = sorted(facts.of_kind("history"), key=lambda row: str(row.date), reverse=True)
    return html.render("history", rows=rows, facts=facts, say=page.edition.say)
