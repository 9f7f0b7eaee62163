"""Stages what MkDocs reads for an edition: our pages, one page a chart, the files of the kit, the data.

Everything lands in build/<language>/pages/. A file is written only if it changes, and what no longer belongs there goes.
"""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

from scripts import paths
from scripts.drawing.contract import sources_of, weakest
from scripts.drawing.draw import Drawn, plain_json, write
from scripts.pages import generated
from scripts.pages.edition import Edition
from scripts.pages.figures import headers, raw

KIT = ("{slug}.png", "{slug}.svg", "card.png")


def stage(edition: Edition, address: str) -> Path:
    """Write the pages of an edition; the folder that MkDocs reads. `address` is the edition's own, with a slash at its end."""
    edition.address = address
    target = paths.pages(edition.language)
    target.mkdir(parents=True, exist_ok=True)
    wanted: set[Path] = set()

    def put(name: str, content: bytes) -> None:
        wanted.add(target / name)
        write(target / name, content)

    source = paths.DOCS / edition.language
    for file in sorted(source.rglob("*")):
        if file.is_file():
            name = file.relative_to(source).as_posix()
            put(name, generated.named(name, file.read_text("utf-8")).encode() if file.suffix == ".md" else file.read_bytes())
    for name, content in generated.files(edition):
        put(name, content)
    for name in edition.facts.tables:
        put(f"data/{name}.csv", (paths.DATA / f"{name}.csv").read_bytes())
    for drawn in edition.all_charts:
        slug = drawn.chart.slug
        put(f"charts/{slug}.md", chart_page(drawn).encode())
        put(f"charts/{slug}/{slug}.csv", chart_csv(drawn).encode())
        put(f"charts/{slug}/{slug}.json", plain_json(chart_json(drawn, edition, address)))
        for pattern in KIT:
            picture = drawn.folder / pattern.format(slug=slug)
            if picture.exists():
                put(f"charts/{slug}/{picture.name}", picture.read_bytes())
    _sweep(target, wanted)
    return target


def _sweep(folder: Path, wanted: set[Path]) -> None:
    for file in [path for path in folder.rglob("*") if path.is_file() and path not in wanted]:
        file.unlink()
    for empty in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(empty.iterdir()):
            shutil.rmtree(empty)


def chart_page(drawn: Drawn) -> str:
    """The Markdown of a chart's own page."""
    title, description = (text.replace('"', "”") for text in (drawn.text("title"), drawn.text("takeaway")))
    return f'---\ntitle: "{title}"\ndescription: "{description}"\nchart: {drawn.chart.slug}\n---\n\n# {drawn.text("title")}\n\n/// chart-page | {drawn.chart.slug}\n///\n'


def chart_csv(drawn: Drawn) -> str:
    """Exactly what is plotted, one row a plotted row, with confidence and sources."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    columns = drawn.chart.module.COLUMNS
    table.writerow([*headers(drawn), drawn.say.word("chart.confidence"), drawn.say.word("chart.sources.column")])
    for row in drawn.rows:
        table.writerow([*(raw(row, column, drawn.say) for column in columns), row.confidence, ";".join(row.source_ids)])
    return out.getvalue()


def chart_json(drawn: Drawn, edition: Edition, address: str) -> dict:
    """The chart described in schema.org's terms for a Dataset, which search engines and reference managers read."""
    slug, facts = drawn.chart.slug, edition.facts
    page = f"{address}charts/{slug}/"
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": page,
        "url": page,
        "name": drawn.text("title"),
        "description": drawn.text("takeaway"),
        "abstract": drawn.text("question"),
        "inLanguage": edition.language,
        "variableMeasured": drawn.text("unit"),
        "measurementTechnique": edition.say.word(f"confidence.{weakest(drawn.rows)}"),
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "dateModified": edition.last_checked,
        "creator": {"@type": "Organization", "name": edition.say.word("site.name"), "url": address},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{page}{slug}.{ending}"}
            for ending, kind in (("csv", "text/csv"), ("png", "image/png"), ("svg", "image/svg+xml"))
        ],
        "citation": [
            {"@type": "CreativeWork", "name": source.title, "publisher": source.publisher, "url": source.url}
            | ({"datePublished": str(source.published)} if source.published else {})
            for source in map(facts.source, sources_of(drawn.rows))
        ],
    }
