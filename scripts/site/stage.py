"""Stages what MkDocs reads for an edition: our pages, one page a chart, the files of the kit, the data.

Everything lands in build/<language>/pages/. A file is written only if it changes, and what no longer belongs there goes.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts import paths
from scripts.drawing.chart import PreparedChart
from scripts.drawing.draw import write
from scripts.drawing.live import live_json
from scripts.edition import Edition
from scripts.outputs import chart_files, chart_json_ld, feeds
from scripts.site import generated


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
        put(f"charts/{drawn.chart.slug}.md", chart_page(drawn).encode())
        put(f"charts/{drawn.chart.slug}/live.json", live_json(drawn, edition.facts))
        for name, content in chart_files.files(drawn, edition):
            put(name, content)
    shared = paths.share_files(edition.language)
    for picture in sorted(shared.rglob("*.png")):
        put(f"share/{picture.relative_to(shared).as_posix()}", picture.read_bytes())
    for name, content in feeds.files(edition):
        put(name, content)
    _sweep(target, wanted)
    return target


def _sweep(folder: Path, wanted: set[Path]) -> None:
    for file in [path for path in folder.rglob("*") if path.is_file() and path not in wanted]:
        file.unlink()
    for empty in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(empty.iterdir()):
            shutil.rmtree(empty)


def chart_page(drawn: PreparedChart) -> str:
    """The Markdown of a chart's own page."""
    title, description = (text.replace('"', "”") for text in (drawn.text("title"), chart_json_ld.summary(drawn)))
    return f'---\ntitle: "{title}"\ndescription: "{description}"\nchart: {drawn.chart.slug}\n---\n\n# {drawn.text("title")}\n\n/// chart-page | {drawn.chart.slug}\n///\n'
