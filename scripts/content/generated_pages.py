"""Pages generated from the data: one per chart, claim, digest, year of sources, table."""

import json
from collections import Counter
from collections.abc import Iterator

from scripts.content import claim_texts, digest
from scripts.editions import Edition
from scripts.facts.records import ClaimRow, SourceRow
from scripts.index import addresses, markdown_pages


def pages(edition: Edition) -> Iterator[tuple[str, str]]:
    """Name (`scorecard/s19`) and Markdown."""
    facts = edition.facts
    fmt = edition.fmt
    for chart in edition.all_charts:
        head: dict[str, object] = {"title": chart.text("title"), "description": chart.summary(), "chart": chart.slug}
        yield f"charts/{chart.slug}", _page(f"chart-page | {chart.slug}", **head)
    for claim in facts.of_kind(ClaimRow):
        title = claim_texts.title_of(claim, fmt)
        front = front_matter(title=title, description=claim_texts.description_of(claim, fmt), claim=claim.key)
        yield f"{addresses.CLAIMS}/{claim.key}", f"{front}\n/// claim | {claim.key}\n///\n"
    for name in digest.texts(edition):
        page = markdown_pages.menu_name(edition, name)
        head = {
            "title": fmt.word("digest.title", page=page),
            "description": fmt.word("digest.description", page=page),
            "search": {"exclude": True},
        }
        yield digest.page_name(name), _page(f"digest | {name}", **head)
    for year, count in sorted(Counter(map(addresses.year_of, facts.of_kind(SourceRow))).items()):
        undated = year == "undated"
        label = fmt.word("sources.undated") if undated else year
        head = {
            "title": fmt.word("sources.year.undated") if undated else fmt.word("sources.year", year=year),
            "description": fmt.word("sources.year.description", year=label, n=count),
            "search": {"exclude": True},  # the search finds a source in the list of all
        }
        yield f"{addresses.SOURCES}/{year}", _page(f"sources | {year}", **head)
    for table in addresses.tables_with_pages(facts):
        title = facts.tables[table].titles[edition.language]
        description = fmt.word("rows.description", title=title, n=fmt.number(len(facts.tables[table].rows)))
        yield f"{addresses.DATA}/{table}", _page(f"rows | {table}", title=title, description=description)


def _page(block: str, **meta: object) -> str:
    """A page that holds its title and one block."""
    return f"{front_matter(**meta)}\n# {meta['title']}\n\n/// {block}\n///\n"


def front_matter(**values: object) -> str:
    """The head of a Markdown page. JSON strings are YAML strings, whatever quotes a title holds."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()]
    return f"---\n{''.join(lines)}---\n"
