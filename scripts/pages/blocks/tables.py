"""`/// tables`: each table of the dataset with its download and its column dictionary."""

from __future__ import annotations

from scripts.facts.records import Record
from scripts.pages import html
from scripts.pages.edition import Page


def render(page: Page, _argument: str) -> str:
    facts, language = page.edition.facts, page.edition.language
    listing = []
    for name, rows in facts.tables.items():
        kind: type[Record] | None = type(rows[0]) if rows else None
        columns = [(column, entry.meaning, allowed.text) for column, (entry, allowed) in kind.columns().items()] if kind else []
        listing.append((name, facts.titles[name][language], len(rows), columns))
    return html.render("tables", listing=listing, say=page.edition.say)
