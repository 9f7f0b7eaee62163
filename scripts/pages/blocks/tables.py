"""`/// tables`: each table of the dataset with its download and its column dictionary."""

from __future__ import annotations

from scripts.pages import html
from scripts.pages.edition import Page


def render(page: Page, _argument: str) -> str:
    facts, language = page.edition.facts, page.edition.language
    listing = []
    for name, rows in facts.tables.items():
        columns = [(column, entry.meaning, allowed.text) for column, (entry, allowed) in facts.kinds[name].columns().items()]
        listing.append((name, facts.titles[name][language], len(rows), columns))
    return html.render("tables", listing=listing, say=page.edition.say)
