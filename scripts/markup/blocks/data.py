"""The data themselves: the tables with their columns, the rows of one in words, and the sources with all that rests on them."""

from collections.abc import Iterable

from scripts.facts import datapackage
from scripts.facts.columns import ColumnTexts
from scripts.facts.records import SourceRow
from scripts.index import addresses, backlinks
from scripts.language.formatter import Formatter
from scripts.markup import filters
from scripts.markup.page import Page

FIRST = 20  # sources that stand open, by how much rests on them; the others are folded by year


def render_tables(page: Page, _argument: str) -> str:
    """`/// tables`: each table of the dataset with its download and its column dictionary."""
    return page.render("tables", files=datapackage.FILES, said=ColumnTexts(page.fmt.language))


def render_rows(page: Page, table: str) -> str:
    """`/// rows | table`: the rows of a table of figures in words, each with an anchor, its confidence and its sources."""
    allowed = [name for name, rows in page.facts.tables.items() if rows and addresses.has_page(type(rows[0]))]
    if table not in allowed:
        raise KeyError(f"{table!r} has no page of rows; expected: {', '.join(allowed)}")
    return page.render("rows", table=table)


def render_sources(page: Page, year: str) -> str:
    """`/// sources`: every source on a line, first those that carry most; `| 2025`: those of a year, each with all that rests on it.

    One page with everything would weigh more than a page may, so it is one page a year.
    """
    fmt = page.fmt
    sources = sorted(page.facts.of_kind("sources"), key=lambda row: (row.published.text if row.published else "0"), reverse=True)
    resting = backlinks.used_by(page.edition)
    years = sorted({addresses.year_of(row) for row in sources}, reverse=True)
    if not year:
        first = sorted(sources, key=lambda row: len(resting[row.id]), reverse=True)[:FIRST]
        others = [(year, [row for row in sources if addresses.year_of(row) == year and row not in first]) for year in years]
        rest = [(year, rows) for year, rows in others if rows]
        return page.render("sources", bar=_bar(sources, fmt), first=first, rest=rest, resting=resting, years=years)
    if year not in years:
        raise KeyError(f"no source is of {year!r}; expected: {', '.join(years)}")
    chosen = [row for row in sources if addresses.year_of(row) == year]
    return page.render("sources_year", bar=_bar(chosen, fmt), sources=chosen, resting=resting, years=years, year=year)


def _bar(sources: Iterable[SourceRow], fmt: Formatter) -> str:
    return filters.bar(({"standing": [row.standing], "language": [row.language], "kind": [row.kind]} for row in sources), fmt)
