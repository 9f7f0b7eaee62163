"""Blocks: `/// name | argument` in a page. A function `render_name(page, argument)` gives the HTML, from the template of its name.

`RENDERERS`, at the end, lists them all.
"""

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain

from scripts import paths
from scripts.drawing import theme
from scripts.drawing.chart import PreparedChart
from scripts.drawing.live import live_json
from scripts.facts import datapackage
from scripts.facts.columns import ColumnTexts
from scripts.facts.figures import sources_of
from scripts.facts.records import STATES, ClaimRow, EventRow, SourceRow
from scripts.index import addresses, claims, markers, uses, written
from scripts.markup.page import Page
from scripts.outputs import citation, digest, embed, feeds, mail, news, status
from scripts.problems import InvalidValue, UnknownName

FIRST_SOURCES = 20  # that stand open, by how much rests on them; the others are folded by year
_FILTERS = {
    "topic": ("filter.topic", "topic"),
    "status": ("filter.status", "event"),
    "standing": ("filter.standing", "standing"),
    "language": ("filter.language", "lang"),
    "kind": ("filter.kind", "kind"),
}
"""What a list is filtered by, as its entries' `data-` attributes name it -> the key of its label, the group of its values' words."""
_FORMATS = {"application/atom+xml": "feed.format.atom", "application/feed+json": "feed.format.json"}


def render_chart(page: Page, slug: str, *, alone: bool = False) -> str:
    """`/// chart | slug`: a chart with its title, drawing in two shapes, takeaway, source line and table.

    `alone`: on its own page, which has the interactive version, and names the sources itself.
    """
    chart = page.edition.chart(slug)
    if not alone:
        page.use(page.charts, slug)
    files = {shape: chart.folder / f"{shape}.svg" for shape in theme.IN_PAGES}
    return page.render(
        "chart",
        chart=chart,
        files=files,
        drawn_all=all(file.exists() for file in files.values()),
        alone=alone,
        address=page.edition.address_of(f"charts/{slug}"),
        tall=chart.definition.settings.height.wide > theme.WIDE.width,
        interactive=alone and bool(live_json(chart, page.facts)),
    )


def render_chart_page(page: Page, slug: str) -> str:
    """`/// chart-page | slug`: what stands on a chart's own page: the chart large, its question, sources, notes and the kit."""
    edition = page.edition
    chart = edition.chart(slug)
    return page.render(
        "chart_page",
        chart=chart,
        figure=render_chart(page, slug, alone=True),
        ids=sources_of(chart.rows),
        notes=chart_notes(chart),
        mail=mail.chart_part(chart, edition),
        pages={name: written.menu_name(edition, name) for name in chart.definition.settings.pages},
        cite=citation.chart_citation(chart, edition),
        frames=embed.codes(chart, edition),
        fit=embed.fitting_script(),
        pictures=[ending for ending in ("png", "svg") if (chart.folder / f"{slug}.{ending}").exists()],
    )


def render_gallery(page: Page, _argument: str) -> str:
    """`/// gallery`: all charts, each a link to its own page."""
    charts = page.edition.all_charts
    bar = _filter_bar(page, [{"topic": chart.definition.settings.topics} for chart in charts])
    return page.render("gallery", charts=charts, bar=bar)


def render_pictures(page: Page, argument: str) -> str:
    """`/// pictures | SLUG; SLUG`: charts in this order, each with its title, its message, and the way to what can be taken of it."""
    return page.render("pictures", charts=[page.edition.chart(slug) for slug in markers.names_of(argument)])


def chart_notes(chart: PreparedChart) -> list[tuple[str, str]]:
    """The rows' notes, each after the names of the rows that it is about: read alone, a note would not say of what."""
    names: dict[str, list[str]] = {}
    for row in chart.rows:
        note = row.note.get(chart.language)
        if note:
            cells = [chart.fmt.cell(row, column) for column in chart.definition.named_by if row[column.name] not in (None, "")]
            names.setdefault(note, []).append(", ".join(cells))
    return [(" · ".join(dict.fromkeys(names_of_rows)), note) for note, names_of_rows in names.items()]


def render_claim(page: Page, key: str) -> str:
    """`/// claim | s19`: what was said, the verdict, what happened, what changed, what rests on it."""
    claim = page.facts.row("claims", key)
    page.show([claim])
    rows = page.facts.of_kind("claims")
    index = rows.index(claim)
    neighbours = {"previous": rows[index - 1 : index], "next": rows[index + 1 : index + 2]}
    pages = written.pages(page.edition)
    return page.render(
        "claim", claim=claim, neighbours=neighbours, disputed=claims.disputes(pages).get(key), pages=claims.cited_on(claim, pages)
    )


def render_scorecard(page: Page, group: str) -> str:
    """`/// scorecard | promises` or `| article`: who said what, for when, and what came of it; the evidence folded behind each.

    Promises stand under what became of them, those about a country of their own first, by the year in which they fall due. The
    sentences of the article that the story began with stand in its order, folded, those that decide nothing at their end.
    """
    if group not in claims.GROUPS:
        raise UnknownName(group, "a group of claims", claims.GROUPS)
    rows = [row for row in page.facts.of_kind("claims") if row.counted_as in claims.GROUPS[group]]
    page.show(rows)
    outcomes: dict[str, list[ClaimRow]] = {}
    if group == "promises":
        by_date = sorted(rows, key=lambda row: row.promised_for.last_day if row.promised_for else dt.date.min)
        promises = sorted(by_date, key=lambda row: not row.country)
        outcomes = {state: [] for state in STATES}
        for row in promises:
            outcomes[row.state].append(row)
    return page.render("scorecard", rows=rows, outcomes=outcomes, disputed=claims.disputes(written.pages(page.edition)))


def render_tables(page: Page, _argument: str) -> str:
    """`/// tables`: each table of the dataset with its download and its column dictionary."""
    return page.render("tables", files=datapackage.FILES, texts=ColumnTexts(page.fmt.language))


def render_rows(page: Page, table: str) -> str:
    """`/// rows | table`: the rows of a table of figures in words, each with an anchor, its confidence and its sources."""
    allowed = [name for name, rows in page.facts.tables.items() if rows and addresses.has_page(type(rows[0]))]
    if table not in allowed:
        raise UnknownName(table, "a table with a page of rows", allowed)
    return page.render("rows", table=table)


def render_sources(page: Page, year: str) -> str:
    """`/// sources`: every source on a line, first those that carry most; `| 2025`: those of a year, each with all that rests on it.

    One page with everything would weigh more than a page may, so it is one page a year.
    """
    sources = sorted(page.facts.of_kind("sources"), key=lambda row: row.published.text if row.published else "0", reverse=True)
    used_by = uses.by_source(page.edition)
    years = sorted({addresses.year_of(row) for row in sources}, reverse=True)
    if not year:
        first = sorted(sources, key=lambda row: len(used_by[row.id]), reverse=True)[:FIRST_SOURCES]
        folded: dict[str, list[SourceRow]] = {year: [] for year in years}
        for row in sources:
            if row not in first:
                folded[addresses.year_of(row)].append(row)
        return page.render("sources", bar=_sources_bar(page, sources), first=first, folded=folded, used_by=used_by)
    if year not in years:
        raise UnknownName(year, "a year of a source", years)
    of_year = [row for row in sources if addresses.year_of(row) == year]
    return page.render("sources_year", bar=_sources_bar(page, of_year), sources=of_year, used_by=used_by, years=years, year=year)


def _sources_bar(page: Page, sources: Iterable[SourceRow]) -> str:
    return _filter_bar(page, [{"standing": [row.standing], "language": [row.language], "kind": [row.kind]} for row in sources])


def render_digest(page: Page, name: str) -> str:
    """`/// digest | NAME`: what a newsletter takes from a page, each part shown and ready to copy."""
    edition = page.edition
    texts = digest.read(edition, name)
    return page.render(
        "digest", digest=texts, parts=digest.parts(texts, edition), as_html=mail.as_html, chart=edition.chart(texts.chart)
    )


def render_digests(page: Page, argument: str) -> str:
    """`/// digests | NAME; NAME`: the texts for newsletters, these pages' first."""
    edition = page.edition
    names = dict.fromkeys([*markers.names_of(argument), *digest.pages(edition)])
    entries = [(digest.page_name(name), written.menu_name(edition, name), digest.read(edition, name)) for name in names]
    return page.render("digests", entries=entries, as_html=mail.as_html)


def render_feeds(page: Page, _argument: str) -> str:
    """`/// feeds`: the edition's feeds, each in its formats."""
    by_title: dict[str, list[feeds.Feed]] = {}
    for feed in feeds.listing(page.edition):
        by_title.setdefault(feed.title, []).append(feed)
    return page.render("feeds", by_title=by_title, words=_FORMATS)


def render_status_line(page: Page, _argument: str) -> str:
    """`/// status-line`: where the story stands, in one line, with the ways to show it elsewhere."""
    edition = page.edition
    return page.render("status_line", line=status.headline(edition), frame_code=status.code(edition))


def render_status(page: Page, _argument: str) -> str:
    """`/// status`: the headline statuses, each with the date of its newest evidence and a link to the page that explains it."""
    rows = page.facts.of_kind("status")
    page.show(rows)
    return page.render("status", rows=rows, filled=partial(markers.filled, edition=page.edition))


def render_timeline(page: Page, argument: str) -> str:
    """`/// timeline | 2021 2023+`: every event in order, by year, filterable where scripts run.

    It is folded by era: one more begins with each year given, open with a +.
    """
    matches = [re.fullmatch(r"(\d+)(\+?)", part) for part in argument.split()]
    starts = [int(match[1]) for match in matches if match]
    if not all(matches) or starts != sorted(set(starts)):
        expected = "nothing, or years in their order, such as 2021 2023, those to stand open with a +"
        raise InvalidValue(f"{argument!r} does not say where eras begin", expected)
    events = sorted(page.facts.of_kind("events"), key=lambda row: row.date)
    page.show(events)
    years: dict[int, list[EventRow]] = {}
    for event in events:
        years.setdefault(event.date.first_day.year, []).append(event)
    # An era lasts until the next one begins, also where nothing is told of its last years.
    eras = []
    ends = [*(start - 1 for start in starts), max(years)]
    opened = [False, *(bool(match[2]) for match in matches)]
    for start, end, is_open in zip([0, *starts], ends, opened, strict=True):
        of_era = {year: rows for year, rows in years.items() if start <= year <= end}
        if of_era:
            eras.append((min(of_era), end, is_open, of_era))
    bar = _filter_bar(page, [{"topic": [row.topic], "status": [row.status]} for row in events])
    return page.render("timeline", bar=bar, eras=eras, folded=bool(starts))


def render_updates(page: Page, _argument: str) -> str:
    """`/// updates`: what changed on the site, the newest first."""
    changes = [change for change in news.changes(page.edition) if change.kind != "corrections"]
    return page.render("updates", changes=changes)


def _log(name: str, page: Page, _argument: str) -> str:
    """`/// corrections`, `/// history`: the rows of the table, the newest first."""
    rows = sorted(page.facts.of_kind(name), key=lambda row: str(row.date), reverse=True)
    return page.render(name, rows=rows, pages=written.pages(page.edition))


def _table(name: str, page: Page, _argument: str) -> str:
    """The rows of a table of the story's own, on which the page then rests."""
    rows = page.facts.rows_of(name)
    page.show(rows)
    return page.render(name, rows=rows)


def _filter_bar(page: Page, entries: Sequence[Mapping[str, Iterable[str]]]) -> str:
    """The bar above a list that can be filtered: what there is to choose, and of how many entries each is true.

    `entries`: for each entry of the list, what it is filtered by -> its values, in the same order for all.
    It stands in the page, so that nothing moves when the script comes that brings it to life (overrides/js/filters.js).
    """
    choices = []
    for name in entries[0] if entries else ():
        label, group = _FILTERS[name]
        options = []
        counts = Counter(chain.from_iterable(entry[name] for entry in entries))
        for value, count in counts.items():
            word = page.fmt.word(f"{group}.{value}")
            options.append((value, f"{word} ({count})"))
        choices.append((name, label, sorted(options, key=lambda option: _letters(option[1]))))
    return page.render("filter_bar", choices=choices, total=str(len(entries)))


def _letters(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()


RENDERERS: dict[str, Callable[[Page, str], str]] = {
    "chart": render_chart, "chart-page": render_chart_page, "gallery": render_gallery, "pictures": render_pictures,
    "claim": render_claim, "scorecard": render_scorecard, "history": partial(_log, "history"),
    "status": render_status, "status-line": render_status_line, "timeline": render_timeline,
    "tables": render_tables, "rows": render_rows, "sources": render_sources,
    "digest": render_digest, "digests": render_digests, "feeds": render_feeds,
    "updates": render_updates, "corrections": partial(_log, "corrections"),
    **{file.stem: partial(_table, file.stem) for file in sorted(paths.LISTS.glob("*.html"))},
}
