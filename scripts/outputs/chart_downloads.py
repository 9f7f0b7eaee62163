"""The downloads of a chart, at fixed addresses. The CSV is made here, the others in json_ld.py and embed.py."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from scripts.content import json_ld
from scripts.drawing.chart import Chart
from scripts.drawing.chart_formatter import ChartFormatter
from scripts.drawing.chart_settings import ChartColumn
from scripts.editions import Edition
from scripts.files import csv_text, plain_json
from scripts.outputs import embed


def files(chart: Chart, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every download of a chart: (path below the edition's root, content). Pictures that are not drawn are left out."""
    slug = chart.slug
    # With a byte order mark, so that spreadsheets read UTF-8.
    yield f"charts/{slug}/{slug}.csv", csv_text(table(chart)).encode("utf-8-sig")
    yield f"charts/{slug}/{slug}.json", plain_json(json_ld.CONTEXT | json_ld.dataset(chart, edition))
    yield f"charts/{slug}/embed/index.html", embed.page(chart, edition).encode()
    for name in (f"{slug}.png", f"{slug}.svg", "card.png"):
        picture = chart.folder / name
        if picture.exists():
            yield f"charts/{slug}/{name}", picture.read_bytes()


def table(chart: Chart) -> Iterator[list[str]]:
    """Exactly the rows that are plotted, with confidence and sources, under headers in the edition's language."""
    yield [*chart.headers, chart.fmt.word("chart.confidence"), chart.fmt.word("chart.sources.column")]
    for row in chart.rows:
        cells = [cell_raw(row[name], column, chart.fmt) for name, column in chart.definition.columns.items()]
        yield [*cells, row.confidence, ";".join(row.source_ids)]


def cell_raw(value: Any, column: ChartColumn, fmt: ChartFormatter) -> str:
    """One cell for a CSV file: numbers and dates as machines read them, nothing where nothing is stated."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return fmt.form(value, column) if column.kind in ("word", "own_text") else fmt.in_language(value)
