"""What was accepted once and must not change unseen: how each chart is drawn (tests/golden), and every published address.

`python -m tests.accepted`, which `make fix` runs, accepts all of it as it is now.
"""

import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts import paths
from scripts.content import generated_pages
from scripts.drawing import theme
from scripts.drawing.chart import Chart
from scripts.drawing.plot import plot_of
from scripts.drawing.source_line import source_line
from scripts.facts.facts import Facts
from scripts.index import markdown_pages
from scripts.problems import command
from tests import editions

GOLDEN = paths.ROOT / "tests" / "golden"
PUBLISHED = paths.ROOT / "tests" / "published_addresses.txt"
_TRACE = ("type", "orientation", "x", "y", "base", "width", "text", "mode")


def visible_parts(chart: Chart, facts: Facts) -> dict:
    """What a reader would see change: texts, values, colours, annotations; and a hash of the rows and texts that it follows from."""
    plot = _plain(plot_of(chart, theme.WIDE, facts))
    layout = plot["layout"]
    source = source_line(chart, facts)
    cells = [{name: _in_language(cell, chart) for name, cell in row.cells.items()} for row in chart.rows]
    follows_from = _plain([cells, chart.fmt.texts, source])
    return {
        "title": chart.text("title"),
        "takeaway": chart.text("takeaway"),
        "alt": chart.text("alt"),
        "source": source,
        "traces": [_visible_trace(trace) for trace in plot["data"]],
        "annotations": [annotation["text"] for annotation in layout.get("annotations", [])],
        "shapes": len(layout.get("shapes", [])),
        "written": hashlib.sha256(json.dumps(follows_from, sort_keys=True).encode()).hexdigest()[:12],
    }


def _in_language(cell: object, chart: Chart) -> object:
    return chart.fmt.in_language(cell) if isinstance(cell, Mapping) else cell


def _visible_trace(trace: dict) -> dict:
    parts = {name: trace[name] for name in _TRACE if name in trace}
    return parts | {"color": trace.get("marker", {}).get("color")}


def _plain(value: object) -> Any:
    """As JSON has it, with six digits after the point: Python 3.12 adds floats up more exactly than 3.11."""
    return json.loads(json.dumps(value, default=str), parse_float=lambda text: round(float(text), 6))


def changed_drawings() -> list[tuple[Path, dict, dict]]:
    """File, what was accepted and what is drawn now of each chart where these differ; empty where it is new or gone."""
    drawn = {}
    for edition in editions.everything().values():
        for chart in edition.all_charts:
            drawn[GOLDEN / f"{chart.slug}.{chart.language}.json"] = visible_parts(chart, edition.facts)
    changed = []
    for file in sorted({*drawn, *GOLDEN.glob("*.json")}):
        old = json.loads(file.read_text("utf-8")) if file.exists() else {}
        new = drawn.get(file, {})
        if old != new:
            changed.append((file, old, new))
    return changed


def drawn_otherwise() -> list[Path]:
    """Charts that code draws otherwise than accepted, from the same rows and texts. What follows from a change of these is no fault."""
    return [file for file, old, new in changed_drawings() if old and new and old.get("written") == new["written"]]


def new_addresses() -> list[str]:
    """Addresses of pages that are not yet on the list."""
    published = PUBLISHED.read_text("utf-8").split() if PUBLISHED.exists() else []
    addresses = set()
    for edition in editions.everything().values():
        addresses.update(map(edition.address_of, markdown_pages.pages(edition)))
        addresses.update(edition.address_of(name) for name, _ in generated_pages.pages(edition))
    return sorted(addresses.difference(published))


@command
def main(_: list[str] | None = None) -> None:
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for file, _old, new in changed_drawings():
        if new:
            file.write_text(json.dumps(new, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
        else:
            file.unlink()
        print(f"{'accepted' if new else 'deleted'} {paths.relative_path(file)}")
    with PUBLISHED.open("a", encoding="utf-8") as published:
        for address in new_addresses():
            published.write(f"{address}\n")
            print(f"added {address} to {paths.relative_path(PUBLISHED)}")


if __name__ == "__main__":
    sys.exit(main())
