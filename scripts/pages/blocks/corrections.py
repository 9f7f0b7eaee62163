"""`/// corrections`: the rows of data/corrections.csv, newest first."""

from __future__ import annotations

from scripts.pages import html, uses
from scripts.pages.edition import Page


def render(page: Page, _argument: str) -> str:
    facts = page.edition.facts
    rows = sorted(facts.of_kind("corrections"), key=lambda row: str(row.date), reverse=True)
    titles = {name: used.title for name, used in uses.of(page.edition).items()}
    return html.render("corrections", rows=rows, titles=titles, facts=facts, say=page.edition.say)
