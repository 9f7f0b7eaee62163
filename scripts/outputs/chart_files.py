"""What readers take with them from a chart: files at fixed addresses, and texts that are ready to paste.

One module each: their description, citations, the frame to embed, the piece for an e-mail; here the table of the rows.
Each is a pure function of the prepared chart and the edition, so any host can write the result wherever it likes.
"""

import csv
import io
from collections.abc import Iterator

from scripts.drawing.chart import PreparedChart, cell_raw
from scripts.edition import Edition
from scripts.files import plain_json
from scripts.outputs import embed, json_ld

PICTURES = ("{slug}.png", "{slug}.svg", "card.png")


def files(drawn: PreparedChart, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every file of a chart's kit: (path below the edition's root, content). Pictures that are not drawn are left out."""
    slug = drawn.chart.slug
    # With the mark by which spreadsheets know the letters.
    yield f"charts/{slug}/{slug}.csv", csv_text(drawn).encode("utf-8-sig")
    yield f"charts/{slug}/{slug}.json", plain_json(json_ld.CONTEXT | json_ld.dataset(drawn, edition))
    yield f"charts/{slug}/embed/index.html", embed.page(drawn, edition).encode()
    for pattern in PICTURES:
        picture = drawn.folder / pattern.format(slug=slug)
        if picture.exists():
            yield f"charts/{slug}/{picture.name}", picture.read_bytes()


def csv_text(drawn: PreparedChart) -> str:
    """Exactly the rows that are plotted, with confidence and sources, under headers in the edition's language."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow([*drawn.headers, drawn.fmt.word("chart.confidence"), drawn.fmt.word("chart.sources.column")])
    for row in drawn.rows:
        table.writerow([*(cell_raw(row, column, drawn.fmt) for column in drawn.chart.columns), row.confidence, ";".join(row.source_ids)])
    return out.getvalue()
