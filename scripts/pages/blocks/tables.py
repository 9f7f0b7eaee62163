"""`/// tables`: each table of the dataset with its download and its column dictionary."""

from __future__ import annotations

from scripts.facts import package
from scripts.facts.columns import Told
from scripts.pages import addresses, html
from scripts.pages.edition import Page


def render(page: Page, _argument: str) -> str:
    facts, language = page.edition.facts, page.edition.language
    listing, told = [], Told(language)
    for name, rows in facts.tables.items():
        kind = facts.kinds[name]
        columns = [(column, told.meaning(entry.meaning), told.allowed(allowed.text)) for column, (entry, allowed) in kind.columns().items()]
        listing.append((name, facts.titles[name][language], len(rows), columns, bool(rows) and addresses.has_page(kind)))
    return html.render("tables", listing=listing, say=page.edition.say, whole=package.FILES)
