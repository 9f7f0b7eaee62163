"""Lists of rows: statuses, events, what changed, and a story's own, `/// TABLE` for each docs/lists/TABLE.html."""

import re
from collections.abc import Callable
from functools import partial
from itertools import groupby

from scripts import paths
from scripts.index import markers, written
from scripts.markup import filters
from scripts.markup.page import Page
from scripts.outputs import news


def render_status(page: Page, _argument: str) -> str:
    """`/// status`: the headline statuses, each with the date of its newest evidence and a link to the page that explains it."""
    rows = page.facts.of_kind("status")
    page.show(rows)
    return page.render("status", rows=rows, filled=partial(markers.filled, edition=page.edition))


def render_timeline(page: Page, argument: str) -> str:
    """`/// timeline | 2021 2023+`: every event in order, by year, filterable where scripts run.

    It is folded by era: one more begins with each year given, open with a +.
    """
    asked = [re.fullmatch(r"(\d+)(\+?)", part) for part in argument.split()]
    starts = [int(start[1]) for start in asked if start]
    if not all(asked) or starts != sorted(set(starts)):
        expected = "nothing, or years in their order, such as 2021 2023, those to stand open with a +"
        raise KeyError(f"{argument!r} does not say where eras begin; expected: {expected}")
    events = sorted(page.facts.of_kind("events"), key=lambda row: row.date)
    page.show(events)
    years = [(year, list(rows)) for year, rows in groupby(events, key=lambda row: row.date.first_day.year)]
    # An era lasts until the next one begins, also where nothing is told of its last years.
    ends = [start - 1 for start in starts] + [years[-1][0]]
    eras = []
    for place, members in groupby(years, key=lambda year: sum(year[0] >= start for start in starts)):
        era = list(members)
        eras.append((era[0][0], ends[place], place > 0 and asked[place - 1][2], era))
    bar = filters.bar(({"topic": [row.topic], "status": [row.status]} for row in events), page.fmt)
    return page.render("timeline", bar=bar, eras=eras, folded=bool(starts))


def render_updates(page: Page, _argument: str) -> str:
    """`/// updates`: what changed on the site, the newest first."""
    told = [change for change in news.changes(page.edition) if change.kind != "corrections"]
    return page.render("updates", told=told)


def _log(name: str, page: Page, _argument: str) -> str:
    """`/// corrections`, `/// history`: the rows of the table, the newest first."""
    rows = sorted(page.facts.of_kind(name), key=lambda row: str(row.date), reverse=True)
    return page.render(name, rows=rows, pages=written.pages(page.edition))


def _table(name: str, page: Page, _argument: str) -> str:
    """The rows of a table of the story's own, on which the page then rests."""
    if name not in page.facts.tables:
        raise KeyError(f"{name!r} is not a table; expected: {', '.join(page.facts.tables)}")
    page.show(page.facts.tables[name])
    return page.render(name, rows=page.facts.tables[name])


LISTS: dict[str, Callable[[Page, str], str]] = {
    "corrections": partial(_log, "corrections"), "history": partial(_log, "history"),
    **{file.stem: partial(_table, file.stem) for file in paths.LISTS.glob("*.html")},
}
