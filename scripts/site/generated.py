"""Pages and files that are written from the data: one page a claim, a year of sources and a table; the dataset as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterator

from scripts.drawing.draw import plain_json
from scripts.edition import Edition
from scripts.facts import datapackage
from scripts.index import addresses, claims
from scripts.outputs import manifest


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Name, relative to the folder of Markdown pages, and content."""
    facts, say, day = edition.facts, edition.say, edition.last_checked
    for name, text in claims.pages(edition):
        yield name, text.encode()
    for year in sorted({addresses.year_of(row) for row in facts.of_kind("sources")}):
        shown = say.word("sources.undated") if year == "undated" else year
        count = str(sum(addresses.year_of(row) == year for row in facts.of_kind("sources")))
        heading = say.word("sources.year.undated") if year == "undated" else say.word("sources.year", year=year)
        about = say.word("sources.year.description", year=shown, n=count)
        # The search finds a source in the list of all.
        yield f"{addresses.SOURCES}/{year}.md", _page(f"{addresses.SOURCES}/{year}", heading, about, f"/// sources | {year}\n///", searched=False)
    for table, rows in facts.tables.items():
        if rows and addresses.has_page(type(rows[0])):
            title = facts.titles[table][edition.language]
            description = say.word("rows.description", title=title, n=say.number(len(rows)))
            yield f"{addresses.DATA}/{table}.md", _page(f"{addresses.DATA}/{table}", title, description, f"/// rows | {table}\n///")
    title = say.word("site.name")
    yield "data/all.json", plain_json(datapackage.everything(facts, title=title, day=day))
    described = datapackage.descriptor(
        facts, title=title, description=say.word("site.strapline"), language=edition.language, homepage=f"{edition.address}data/", day=day,
    )
    yield "data/datapackage.json", plain_json(described)
    yield manifest.NAME, plain_json(manifest.of_data(edition))


def named(file: str, text: str) -> str:
    """A page of ours with the line that tells it its own name, at its end so that line numbers stay those of the file."""
    return f"{text.rstrip()}\n\n/// page | {file.removesuffix('.md')}\n///\n"


def _page(name: str, title: str, description: str, body: str, *, searched: bool = True) -> bytes:
    # JSON strings are YAML strings, whatever quotes a title holds.
    told = {"title": title, "description": description} | ({} if searched else {"search": {"exclude": True}})
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in told.items())
    return f"---\n{head}---\n\n# {title}\n\n/// page | {name}\n///\n\n{body}\n".encode()
