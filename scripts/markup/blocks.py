"""Blocks: `/// name | argument` in a page. A function `render_name(page, argument)` gives the HTML, from the template of its name.

`renderers`, at the end, lists them all; those that show charts are in chart_blocks.py.
"""

import datetime as dt
from collections.abc import Callable
from functools import cache, partial
from itertools import groupby, pairwise
from operator import attrgetter

from scripts import paths
from scripts.content import digest, mail, news
from scripts.facts.column_dictionary import ColumnTexts
from scripts.facts.records import STATES, ClaimRow, EventRow, SourceRow, StatusRow
from scripts.index import addresses, markdown_pages, markers, uses
from scripts.markup import chart_blocks, filter_bar
from scripts.markup.page import Page
from scripts.outputs import dataset_downloads, feeds, status
from scripts.problems import InvalidValue, UnknownName

FIRST_SOURCES = 20  # shown open, the most used first; the others are folded by year


def render_claim(page: Page, key: str) -> str:
    """`/// claim | s19`: what was said, the verdict, what happened, what changed, what rests on it."""
    claim = page.facts.row(ClaimRow, key)
    page.show([claim])
    rows = page.facts.of_kind(ClaimRow)
    index = rows.index(claim)
    pages = markdown_pages.pages(page.edition)
    return page.render(
        "claim",
        claim=claim,
        neighbours={"previous": rows[index - 1 : index], "next": rows[index + 1 : index + 2]},
        disputed=markdown_pages.disputes(pages).get(key),
        pages=[other for name, other in pages.items() if key in other.names("verdict") and name != addresses.CLAIMS],
    )


def render_scorecard(page: Page, group: str) -> str:
    """`/// scorecard | promises` or `| article`: who said what, for when, and what came of it; the evidence folded behind each.

    Promises are grouped by outcome, those with a country first, then by due year. Sentences of the article
    that the story began with are in its order, folded, those that decide nothing last.
    """
    if group not in markers.GROUPS:
        raise UnknownName(group, "a group of claims", markers.GROUPS)
    rows = [row for row in page.facts.of_kind(ClaimRow) if row.counted_as in markers.GROUPS[group]]
    page.show(rows)
    outcomes = {}
    if group == "promises":
        promises = sorted(
            rows, key=lambda row: (not row.country, row.promised_for.last_day if row.promised_for else dt.date.min)
        )
        outcomes = {state: [row for row in promises if row.state == state] for state in STATES}
    return page.render(
        "scorecard", rows=rows, outcomes=outcomes, disputed=markdown_pages.disputes(markdown_pages.pages(page.edition))
    )


def render_tables(page: Page, _argument: str) -> str:
    """`/// tables`: each table of the dataset with its download and its column dictionary."""
    return page.render("tables", files=dataset_downloads.FILES, texts=ColumnTexts(page.fmt.language))


def render_rows(page: Page, table: str) -> str:
    """`/// rows | table`: the rows of a table of figures, each with an anchor, its confidence and its sources."""
    allowed = addresses.tables_with_pages(page.facts)
    if table not in allowed:
        raise UnknownName(table, "a table with a page of rows", allowed)
    return page.render("rows", table=table)


def render_sources(page: Page, year: str) -> str:
    """`/// sources`: every source on a line, the most used first; `| 2025`: those of a year, each with all that uses it.

    One page for all would exceed the size limit, so there is one a year.
    """
    sources = sorted(page.facts.of_kind(SourceRow), key=lambda row: str(row.published or "0"), reverse=True)
    years = sorted({addresses.year_of(row) for row in sources}, reverse=True)
    if year and year not in years:
        raise UnknownName(year, "a year of a source", years)
    entries = [row for row in sources if year in ("", addresses.year_of(row))]
    bar = filter_bar.of_rows(page, entries, "standing", "language", "kind")
    used_by = uses.by_source(page.edition)
    if year:
        return page.render("sources_year", bar=bar, sources=entries, used_by=used_by, years=years, year=year)
    first = sorted(sources, key=lambda row: len(used_by[row.key]), reverse=True)[:FIRST_SOURCES]
    others = [row for row in sources if row not in first]
    folded = {year: [row for row in others if addresses.year_of(row) == year] for year in years}
    return page.render("sources", bar=bar, first=first, folded=folded, used_by=used_by)


def render_digest(page: Page, name: str) -> str:
    """`/// digest | NAME`: a page's newsletter texts, each part shown and ready to copy."""
    edition = page.edition
    texts = digest.read(edition, name)
    return page.render(
        "digest",
        digest=texts,
        parts=digest.parts(texts, edition),
        as_html=mail.as_html,
        chart=edition.chart(texts.chart),
    )


def render_digests(page: Page, argument: str) -> str:
    """`/// digests | NAME; NAME`: the texts for newsletters, these pages' first."""
    edition = page.edition
    names = dict.fromkeys([*markers.names_of(argument), *digest.texts(edition)])
    entries = [
        (digest.page_name(name), markdown_pages.menu_name(edition, name), digest.read(edition, name)) for name in names
    ]
    return page.render("digests", entries=entries, as_html=mail.as_html)


def render_feeds(page: Page, _argument: str) -> str:
    """`/// feeds`: the edition's feeds, each in its formats."""
    return page.render("feeds", by_title=groupby(feeds.listing(page.edition), key=attrgetter("title")))


def render_status_line(page: Page, _argument: str) -> str:
    """`/// status-line`: where the story stands, in one line, with the ways to show it elsewhere."""
    edition = page.edition
    return page.render("status_line", line=status.headline(edition), frame_code=status.code(edition))


def render_status(page: Page, _argument: str) -> str:
    """`/// status`: the headline statuses, each with the date of its newest evidence and a link to the page that explains it."""
    rows = page.facts.of_kind(StatusRow)
    page.show(rows)
    return page.render("status", rows=rows, filled=partial(digest.filled, edition=page.edition))


def render_timeline(page: Page, argument: str) -> str:
    """`/// timeline | 2021 2023`: every event in order, by year, filterable where scripts run.

    It is folded by era: one more begins with each year given. Without years it is one, open.
    """
    parts = argument.split()
    starts = [int(part) for part in parts if part.isdecimal()]
    if len(starts) < len(parts) or starts != sorted(set(starts)):
        expected = "nothing, or years in their order, such as 2021 2023"
        raise InvalidValue(f"{argument!r} does not say where eras begin", expected)
    events = sorted(page.facts.of_kind(EventRow), key=lambda row: row.date)
    page.show(events)
    years = {year: list(rows) for year, rows in groupby(events, key=lambda row: row.date.first_day.year)}
    # An era lasts until the next one begins, also where nothing is told of its last years.
    eras = []
    for start, end in pairwise([0, *starts, max(years) + 1]):
        of_era = {year: rows for year, rows in years.items() if start <= year < end}
        if of_era:
            eras.append((min(of_era), end - 1, of_era))
    bar = filter_bar.of_rows(page, events, "topic", "status")
    return page.render("timeline", bar=bar, eras=eras, open=not starts)


def render_updates(page: Page, _argument: str) -> str:
    """`/// updates`: what changed on the site, the newest first."""
    changes = [change for change in news.changes(page.edition) if change.kind != "corrections"]
    return page.render("updates", changes=changes)


def _log(name: str, page: Page, _argument: str) -> str:
    """`/// corrections`, `/// history`: the rows of the table, the newest first."""
    rows = sorted(page.facts.of_kind(name), key=lambda row: str(row.date), reverse=True)
    return page.render(name, rows=rows, pages=markdown_pages.pages(page.edition))


def _table(name: str, page: Page, _argument: str) -> str:
    """The rows of a table of the story's own; they become sources of the page."""
    rows = page.facts.rows_of(name)
    page.show(rows)
    return page.render(name, rows=rows)


@cache
def renderers() -> dict[str, Callable[[Page, str], str]]:
    """The function that renders each block, by its name."""
    return {
        "chart": chart_blocks.render_chart,
        "chart-page": chart_blocks.render_chart_page,
        "gallery": chart_blocks.render_gallery,
        "chart-list": chart_blocks.render_chart_list,
        "claim": render_claim,
        "scorecard": render_scorecard,
        "history": partial(_log, "history"),
        "status": render_status,
        "status-line": render_status_line,
        "timeline": render_timeline,
        "tables": render_tables,
        "rows": render_rows,
        "sources": render_sources,
        "digest": render_digest,
        "digests": render_digests,
        "feeds": render_feeds,
        "updates": render_updates,
        "corrections": partial(_log, "corrections"),
        **{file.stem: partial(_table, file.stem) for file in sorted(paths.LISTS.glob("*.html"))},
    }
