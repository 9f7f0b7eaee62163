"""What was accepted once and must not change unseen: how each chart is drawn (tests/golden), and every address that was published.

A drawing guards the code: it stops `make check` where a chart is drawn otherwise from the same rows and texts. Where the rows or
texts themselves were changed the drawing follows, which is only said, since a web editor cannot run `make fix`; a pull request shows
it before and after, and the nightly tests ask for `make fix`, which accepts everything as it is now.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scripts import paths
from scripts.drawing import theme
from scripts.drawing.chart import PreparedChart
from scripts.drawing.sheet import figure_of
from scripts.edition import Edition
from scripts.facts.tables import Facts
from scripts.problems import Problem
from scripts.site import stage

GOLDEN = paths.ROOT / "tests" / "golden"
ADDRESSES = paths.ROOT / "tests" / "published_addresses.txt"
_TRACE = ("type", "orientation", "x", "y", "base", "width", "text", "mode")


def visible_parts(chart: PreparedChart, facts: Facts) -> dict:
    """What a reader would see change: texts, values, colours, annotations; and a hash of the rows and texts that it follows from."""
    figure = _plain(figure_of(chart, theme.WIDE, facts))
    source = chart.source_line(facts)
    fmt = chart.fmt
    cells = [
        {name: fmt.in_language(cell) if isinstance(cell, Mapping) else cell for name, cell in row.cells.items()} for row in chart.rows
    ]
    written = [cells, chart.definition.texts[fmt.language], source]
    return {
        **{name: chart.text(name) for name in ("title", "takeaway", "alt")},
        "source": source,
        "traces": [
            {name: trace[name] for name in _TRACE if name in trace} | {"color": trace.get("marker", {}).get("color")}
            for trace in figure["data"]
        ],
        "annotations": [note["text"] for note in figure["layout"].get("annotations", [])],
        "shapes": len(figure["layout"].get("shapes", [])),
        "written": hashlib.sha256(json.dumps(_plain(written), sort_keys=True).encode()).hexdigest()[:12],
    }


def _plain(value: object) -> Any:
    """As JSON has it, with six digits after the point: Python 3.12 adds floats up more exactly than 3.11."""
    return json.loads(json.dumps(value, default=str), parse_float=lambda text: round(float(text), 6))


def differences(editions: Mapping[str, Edition]) -> tuple[list[Problem], list[str]]:
    """What is not accepted: charts drawn otherwise although neither their rows nor their texts were changed, which are problems; and
    what only follows from a change of rows, texts or pages: other drawings, and addresses to be kept for ever."""
    problems, notes = [], []
    for file, chart, old, new in _drawn(editions):
        place, remedy = paths.relative_path(file), "look at it in `make serve`, then `make fix` accepts it"
        if old and new and old.get("written") == new["written"]:
            message = f"chart {chart} is drawn otherwise than accepted, from the same rows and texts; {remedy}"
            problems.append(Problem(place, 0, "", message))
        else:
            change = "is gone" if not new else "follows its changed rows or texts" if old else "is new"
            notes.append(f"{place}: chart {chart} {change}; {remedy}")
    place = paths.relative_path(ADDRESSES)
    notes += [f"{place}: {address} is a new address; `make fix` adds it, so that it is never lost" for address in _new_addresses(editions)]
    return problems, notes


def accept(editions: Mapping[str, Edition]) -> list[str]:
    """Accept everything as it is now; what was written, added or deleted."""
    done = []
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for file, _, _, new in _drawn(editions):
        if new:
            file.write_text(json.dumps(new, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
        else:
            file.unlink()
        done.append(f"{'accepted' if new else 'deleted'} {paths.relative_path(file)}")
    if added := _new_addresses(editions):
        with ADDRESSES.open("a", encoding="utf-8") as opened:
            opened.writelines(f"{address}\n" for address in added)
        done.append(f"added {', '.join(added)} to {paths.relative_path(ADDRESSES)}")
    return done


def _drawn(editions: Mapping[str, Edition]) -> Iterator[tuple[Path, str, dict, dict]]:
    """File, name for people, what was accepted and what is drawn now of each chart where these differ; empty where it is new or gone."""
    now = {f"{chart.slug}.{one.language}": visible_parts(chart, one.facts) for one in editions.values() for chart in one.all_charts}
    for name in sorted(now.keys() | {file.stem for file in GOLDEN.glob("*.json")}):
        file = GOLDEN / f"{name}.json"
        slug, language = name.rsplit(".", 1)
        old, new = json.loads(file.read_text("utf-8")) if file.exists() else {}, now.get(name, {})
        if old != new:
            yield file, f"{slug} ({language})", old, new


def _new_addresses(editions: Mapping[str, Edition]) -> list[str]:
    listed = ADDRESSES.read_text("utf-8").split() if ADDRESSES.exists() else []
    pages = ((edition, name.removesuffix(".md")) for edition in editions.values() for name, _ in stage.pages(edition))
    return sorted({edition.address_of(name) for edition, name in pages}.difference(listed))
