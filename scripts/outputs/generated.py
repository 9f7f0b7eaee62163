"""Pages and files made from the data: one page a chart, a claim, a digest, a year of sources, a table; the dataset as a whole."""

import json
from collections import Counter
from collections.abc import Iterator

from scripts.edition import Edition
from scripts.facts import datapackage
from scripts.files import plain_json
from scripts.index import addresses, claims, written
from scripts.outputs import digest


def pages(edition: Edition) -> Iterator[tuple[str, str]]:
    """Name (`scorecard/s19`) and Markdown."""
    facts, fmt = edition.facts, edition.fmt
    for chart in edition.all_charts:
        slug = chart.slug
        yield f"charts/{slug}", _page(f"chart-page | {slug}", title=chart.text("title"), description=chart.summary(), chart=slug)
    for claim in facts.of_kind("claims"):
        head = front_matter(title=claims.title_of(claim, edition), description=claims.description_of(claim, edition), claim=claim.key)
        yield f"{addresses.CLAIMS}/{claim.key}", f"{head}\n/// claim | {claim.key}\n///\n"
    for name in digest.pages(edition):
        about = written.menu_name(edition, name)
        title, description = fmt.word("digest.title", page=about), fmt.word("digest.description", page=about)
        yield digest.page_name(name), _page(f"digest | {name}", title=title, description=description, search={"exclude": True})
    for year, count in sorted(Counter(map(addresses.year_of, facts.of_kind("sources"))).items()):
        shown = fmt.word("sources.undated") if year == "undated" else year
        title = fmt.word("sources.year.undated") if year == "undated" else fmt.word("sources.year", year=year)
        # The search finds a source in the list of all.
        description = fmt.word("sources.year.description", year=shown, n=str(count))
        yield f"{addresses.SOURCES}/{year}", _page(f"sources | {year}", title=title, description=description, search={"exclude": True})
    for table, rows in facts.tables.items():
        if rows and addresses.has_page(type(rows[0])):
            title = facts.titles[table][edition.language]
            description = fmt.word("rows.description", title=title, n=fmt.number(len(rows)))
            yield f"{addresses.DATA}/{table}", _page(f"rows | {table}", title=title, description=description)


def _page(block: str, **meta: object) -> str:
    """A page that holds its title and one block."""
    return f"{front_matter(**meta)}\n# {meta['title']}\n\n/// {block}\n///\n"


def front_matter(**values: object) -> str:
    """The head of a Markdown page. JSON strings are YAML strings, whatever quotes a title holds."""
    return "---\n" + "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()) + "---\n"


def dataset(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Name and content of the dataset's files: each table, all in one, and their description."""
    facts, fmt, day = edition.facts, edition.fmt, edition.last_checked
    files = datapackage.published(facts)
    yield from ((f"data/{name}.csv", raw) for name, raw in files.items())
    title = fmt.word("site.name")
    yield "data/all.json", plain_json(datapackage.everything(facts, files, title=title, day=day))
    described = datapackage.descriptor(
        facts, files, title=title, description=fmt.word("site.strapline"), language=edition.language,
        homepage=f"{edition.address}data/", day=day,
    )
    yield "data/datapackage.json", plain_json(described)
