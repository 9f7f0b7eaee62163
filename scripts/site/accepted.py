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
from scripts.facts.dataset import Facts
from scripts.problems import Problem
from scripts.site import stage

GOLDEN = paths.ROOT / "tests" / "golden"
ADDRESSES = paths.ROOT / "tests" / "published_addresses.txt"
_TRACE = ("type", "orientation", "x", "y", "base", "width", "text", "mode")


def gist(chart: PreparedChart, facts: Facts) -> dict:
    """What a reader would see change: texts, values, colours, annotations; and a hash of the rows and texts that it follows from."""
    figure = _plain(figure_of(chart, theme.WIDE, facts), float)
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
        "written": hashlib.sha256(json.dumps(_plain(written, str), sort_keys=True).encode()).hexdigest()[:12],
    }


def _plain(value: object, default: type) -> Any:
    """As JSON has it, with six digits after the point: Python 3.12 adds floats up more exactly than 3.11."""
    return json.loads(json.dumps(value, default=default), parse_float=lambda text: round(float(text), 6))


def problems(editions: Mapping[str, Edition], golden: Path = GOLDEN) -> list[Problem]:
    """Charts drawn otherwise than accepted although neither their rows nor their texts were changed."""
    message = "is drawn otherwise than accepted, from the same rows and texts; look at it in `make serve`, then `make fix` accepts it"
    return [
        Problem(paths.relative_path(file), 0, "", f"chart {chart} {message}")
        for file, chart, old, new in _drawn(editions, golden) if old and new and old != new and old.get("written") == new["written"]
    ]


def notes(editions: Mapping[str, Edition], golden: Path = GOLDEN, addresses: Path = ADDRESSES) -> list[str]:
    """What follows from a change of rows, texts or pages and is not accepted yet: drawings, and addresses to be kept for ever."""
    notes = []
    for file, chart, old, new in _drawn(editions, golden):
        if old != new and not (old and new and old.get("written") == new["written"]):
            change = "is gone" if not new else "follows its changed rows or texts" if old else "is new"
            notes.append(f"{paths.relative_path(file)}: chart {chart} {change}; look at it in `make serve`, then `make fix` accepts it")
    for address in _missing(editions, addresses):
        notes.append(f"{paths.relative_path(addresses)}: {address} is a new address; `make fix` adds it, so that it is never lost")
    return notes


def accept(editions: Mapping[str, Edition], golden: Path = GOLDEN, addresses: Path = ADDRESSES) -> list[str]:
    """Accept everything as it is now; what was written, added or deleted."""
    done = []
    golden.mkdir(parents=True, exist_ok=True)
    for file, _, old, new in _drawn(editions, golden):
        if not new:
            file.unlink()
            done.append(f"deleted {paths.relative_path(file)}")
        elif old != new:
            file.write_text(json.dumps(new, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
            done.append(f"accepted {paths.relative_path(file)}")
    missing = _missing(editions, addresses)
    if missing:
        with addresses.open("a", encoding="utf-8") as opened:
            opened.writelines(f"{address}\n" for address in missing)
        done.append(f"added {', '.join(missing)} to {paths.relative_path(addresses)}")
    return done


def _drawn(editions: Mapping[str, Edition], golden: Path) -> Iterator[tuple[Path, str, dict, dict]]:
    """File, name for people, what was accepted and what is drawn now of each chart; empty where it is new or gone."""
    now = {f"{chart.slug}.{language}": gist(chart, edition.facts) for language, edition in editions.items() for chart in edition.all_charts}
    for name in sorted(now.keys() | {file.stem for file in golden.glob("*.json")}):
        file = golden / f"{name}.json"
        slug, language = name.rsplit(".", 1)
        yield file, f"{slug} ({language})", json.loads(file.read_text("utf-8")) if file.exists() else {}, now.get(name, {})


def _missing(editions: Mapping[str, Edition], addresses: Path) -> list[str]:
    listed = {line.strip() for line in addresses.read_text("utf-8").splitlines()} if addresses.exists() else set()
    names = [(language, name.removesuffix(".md")) for language, edition in editions.items() for name, _ in stage.pages(edition)]
    return sorted({f"/{paths.prefix(language)}{'' if name == 'index' else f'{name}/'}" for language, name in names} - listed)
