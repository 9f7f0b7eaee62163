"""`/// timeline`: every event in order, by year, readable as a list and filterable where scripts run."""

from __future__ import annotations

from itertools import groupby

from scripts.markup import element_tree
from scripts.markup.page import Page


def render(page: Page, _argument: str) -> str:
    events = sorted(page.edition.facts.of_kind("events"), key=lambda row: row.date)
    for row in events:
        page.use(page.places, row.place)
    years = [(year, list(rows)) for year, rows in groupby(events, key=lambda row: row.date.first_day.year)]
    return element_tree.render("timeline", years=years, facts=page.edition.facts, say=page.edition.say)
