"""The files of the dataset: each table, all in one, and their description."""

from collections.abc import Iterator

from scripts.editions import Edition
from scripts.facts import datapackage
from scripts.files import plain_json


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every file: (path below the edition's root, content)."""
    facts = edition.facts
    tables = datapackage.published(facts)
    for name, content in tables.items():
        yield f"data/{name}.csv", content
    title = edition.site_name
    yield "data/all.json", plain_json(datapackage.everything(facts, tables, title=title))
    descriptor = datapackage.descriptor(
        facts,
        tables,
        title=title,
        description=edition.fmt.word("site.strapline"),
        language=edition.language,
        homepage=edition.address_of("data"),
    )
    yield "data/datapackage.json", plain_json(descriptor)
