"""`/// tables`: each table of the dataset with its download and its column dictionary."""

from __future__ import annotations

from scripts import templates
from scripts.facts import datapackage
from scripts.facts.columns import ColumnTexts
from scripts.index import addresses
from scripts.markup.page import Page


def render(page: Page, _argument: str) -> str:
    facts, language = page.edition.facts, page.edition.language
    listing, told = [], ColumnTexts(language)
    for name, rows in facts.tables.items():
        kind = facts.kinds[name]
        columns = [(column, told.meaning(entry), told.allowed(allowed.text)) for column, (entry, allowed) in facts.columns(name).items()]
        listing.append((name, facts.titles[name][language], len(rows), columns, bool(rows) and addresses.has_page(kind)))
    return templates.render("tables", listing=listing, fmt=page.edition.fmt, whole=datapackage.FILES)
