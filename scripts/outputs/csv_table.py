"""A chart's rows as CSV: exactly what is plotted, one row a plotted row, with confidence and sources."""

from __future__ import annotations

import csv
import io

from scripts.drawing.chart import PreparedChart, cell_raw


def csv_text(drawn: PreparedChart) -> str:
    """The whole file, with a header line in the edition's language."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    columns = drawn.chart.columns
    table.writerow([*drawn.headers, drawn.fmt.word("chart.confidence"), drawn.fmt.word("chart.sources.column")])
    for row in drawn.rows:
        table.writerow([*(cell_raw(row, column, drawn.fmt) for column in columns), row.confidence, ";".join(row.source_ids)])
    return out.getvalue()
