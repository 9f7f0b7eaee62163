"""The dataset for readers: each table as CSV, one JSON of everything, and a Frictionless data package that describes the CSVs.

The descriptor follows https://specs.frictionlessdata.io/data-package/; it is written from the same classes that check each
cell, so it cannot promise what the reader does not enforce.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from scripts import paths
from scripts.content.citation import LICENCE
from scripts.editions import Edition
from scripts.facts import cells as c
from scripts.facts import reader
from scripts.facts.base_record import Column, Record
from scripts.facts.column_dictionary import ColumnTexts
from scripts.facts.facts import Facts, Figure
from scripts.files import csv_text, plain_json

FILES = (("data/all.json", "data.all"), ("data/datapackage.json", "data.package"))
"""Files about the whole dataset, with the key of the word that says what each is."""


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every file: (path below the edition's root, content)."""
    tables = _tables(edition.facts)
    for name, raw in tables.items():
        yield f"data/{name}.csv", raw
    # A 12-digit digest of all tables, so that two copies of the data can be compared.
    digest = hashlib.sha256(b"".join(name.encode() + b"\0" + raw for name, raw in tables.items())).hexdigest()[:12]
    version = f"{edition.facts.last_checked}.{digest}"
    yield "data/all.json", plain_json(_everything(edition, version))
    yield "data/datapackage.json", plain_json(_descriptor(edition, version, tables))


def _tables(facts: Facts) -> dict[str, bytes]:
    """Table -> its file, in the form of csv_text and without the columns of drafts."""
    files = {}
    for name, table in facts.tables.items():
        text = (paths.ROOT / table.file).read_text("utf-8-sig")
        rows = [cells for _, cells in reader.parse_csv(text, table.file)]
        places = [rows[0].index(column) for column in table.columns]
        files[name] = csv_text([cells[place] for place in places] for cells in rows).encode()
    return files


def _descriptor(edition: Edition, version: str, tables: Mapping[str, bytes]) -> dict:
    """datapackage.json."""
    title = edition.site_name
    homepage = edition.address_of("data")
    texts = ColumnTexts(edition.language)
    return {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-"),
        "title": title,
        "description": edition.fmt.word("site.strapline"),
        "homepage": homepage,
        "version": version,
        "created": f"{edition.facts.last_checked}T00:00:00Z",
        "licenses": [LICENCE],
        "contributors": [{"title": title, "path": homepage, "role": "publisher"}],
        "resources": [_resource(name, edition.facts.tables[name], raw, texts) for name, raw in tables.items()],
    }


def _resource(name: str, table: reader.Table, raw: bytes, texts: ColumnTexts) -> dict:
    schema = {"fields": [_field(column, texts) for column in table.columns.values()], "missingValues": [""]}
    first = next(iter(table.kind.columns().values()))
    if first.allowed == c.allowed_in(c.Id):  # its cells are unique and never empty
        schema["primaryKey"] = first.name
    return {
        "profile": "tabular-data-resource",
        "name": name.replace("_", "-"),
        "title": table.titles[texts.language],
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
        "schema": schema,
    }


def _field(column: Column, texts: ColumnTexts) -> dict:
    allowed = column.allowed
    field = {"name": column.name, "type": "string", **allowed.shape}
    field["description"] = f"{texts.meaning(column)} ({texts.allowed(allowed)})"
    constraints = dict(allowed.shape.get("constraints", {}))
    if allowed.words:
        constraints["enum"] = allowed.words
    if allowed.required:
        constraints["required"] = True
    if constraints:
        field["constraints"] = constraints
    return field


def _everything(edition: Edition, version: str) -> dict:
    """all.json: every row of every table, and every citable figure as pages show it."""
    facts = edition.facts
    return {
        "title": edition.site_name,
        "version": version,
        "last_checked": str(facts.last_checked),
        "license": LICENCE,
        "tables": {name: [_record(row, table.columns) for row in table.rows] for name, table in facts.tables.items()},
        "figures": {key: _figure(figure) for key, figure in sorted(facts.figures.items())},
    }


def _record(row: Record, columns: Iterable[str]) -> dict:
    return {"line": row.line} | {column: plain(row.cell(column)) for column in columns}


def _figure(figure: Figure) -> dict:
    return {
        "value": plain(figure.number),
        "unit": figure.unit,
        "label": {language: figure.labels[language] for language in paths.LANGUAGES},
        "year": figure.year,
        "confidence": figure.confidence,
        "computed_from": figure.operands,
        "source_ids": figure.source_ids,
        "row": figure.place,
    }


def plain(value: Any) -> Any:
    """A cell as JSON has it: numbers as numbers, dates as text; the rest is JSON's own."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dt.date):
        return str(value)
    return value
