"""`/// sources`: every source on a line, first those that carry most; `/// sources | 2025`: those of a year, each with all that rests on it.

One page with everything would weigh more than a whole page may (CONTRIBUTING.md, budgets), so it is one page a year.
"""

from __future__ import annotations

from collections.abc import Iterable

from scripts import templates
from scripts.facts.records import SourceRow
from scripts.index import addresses, backlinks
from scripts.language.formatter import Formatter
from scripts.markup import filters
from scripts.markup.page import Page

FIRST = 20
"""Sources that stand open, by how much rests on them; the others are folded by year."""


def render(page: Page, year: str) -> str:
    facts, fmt = page.edition.facts, page.edition.fmt
    found = sorted(facts.of_kind("sources"), key=lambda row: (row.published.text if row.published else "0"), reverse=True)
    resting = backlinks.used_by(page.edition)
    years = sorted({addresses.year_of(row) for row in found}, reverse=True)
    if not year:
        archived = sum(bool(row.archive_url) for row in found)
        state = fmt.word("sources.archive.some", n=str(archived), all=str(len(found))) if archived else fmt.word("sources.archive.none")
        first = sorted(found, key=lambda row: len(resting[row.id]), reverse=True)[:FIRST]
        rest = [(year, [row for row in found if addresses.year_of(row) == year and row not in first]) for year in years]
        return templates.render("sources", bar=_bar(found, fmt), first=first, rest=[(year, rows) for year, rows in rest if rows], resting=resting, years=years, fmt=fmt, state=state)
    if year not in years:
        raise KeyError(f"no source is of {year!r}; expected: {', '.join(years)}")
    chosen = [row for row in found if addresses.year_of(row) == year]
    return templates.render("sources_year", bar=_bar(chosen, fmt), sources=chosen, facts=facts, resting=resting, years=years, year=year, fmt=fmt)


def _bar(found: Iterable[SourceRow], fmt: Formatter) -> str:
    return filters.bar(({"standing": [row.standing], "language": [row.language], "kind": [row.kind]} for row in found), fmt)
