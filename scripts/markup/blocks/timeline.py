"""`/// timeline | 2021 2023`: every event in order, by year, filterable where scripts run; folded by era, one more from each year given."""

from __future__ import annotations

from itertools import groupby

from scripts import templates
from scripts.markup import filters
from scripts.markup.page import Page


def render(page: Page, argument: str) -> str:
    starts = argument.split()
    if not all(start.isdecimal() for start in starts) or starts != sorted(set(starts)):
        raise KeyError(f"{argument!r} does not say where eras begin; expected: nothing, or years in their order, such as 2021 2023")
    events = sorted(page.edition.facts.of_kind("events"), key=lambda row: row.date)
    for row in events:
        page.use(page.places, row.place)
    years = [(year, list(rows)) for year, rows in groupby(events, key=lambda row: row.date.first_day.year)]
    # An era lasts until the next one begins, also where nothing is told of its last years.
    ends = [int(start) - 1 for start in starts] + [years[-1][0]]
    eras = [(ends[place], list(found)) for place, found in groupby(years, key=lambda one: sum(one[0] >= int(start) for start in starts))]
    return templates.render(
        "timeline", bar=filters.bar(({"topic": [row.topic], "status": [row.status]} for row in events), page.edition.fmt), eras=[(era[0][0], end, era) for end, era in eras], folded=bool(starts), facts=page.edition.facts, fmt=page.edition.fmt,
    )
