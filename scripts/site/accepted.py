"""What was accepted once and must not change unseen: how each chart is drawn (tests/golden), and every address that was published.

`make check` says what differs, `make fix` accepts it as it is now: then the diff is read before it is committed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts import paths
from scripts.drawing import draw, theme
from scripts.drawing.chart import PreparedChart
from scripts.edition import Edition
from scripts.facts.dataset import Facts
from scripts.problems import Problem
from scripts.site import stage

GOLDEN = paths.ROOT / "tests" / "golden"
ADDRESSES = paths.ROOT / "tests" / "published_addresses.txt"
_TRACE = ("type", "orientation", "x", "y", "base", "width", "text", "mode")


def gist(chart: PreparedChart, facts: Facts) -> dict:
    """What a reader would see change: texts, plotted values and colours, annotations."""
    figure = json.loads(json.dumps(draw.figure_of(chart, theme.WIDE, facts), default=float))
    return {
        **{name: chart.text(name) for name in ("title", "takeaway", "alt")},
        "source": chart.source_line(facts),
        "traces": [{name: trace[name] for name in _TRACE if name in trace} | {"color": trace.get("marker", {}).get("color")} for trace in figure["data"]],
        "annotations": [note["text"] for note in figure["layout"].get("annotations", [])],
        "shapes": len(figure["layout"].get("shapes", [])),
    }


def problems(editions: Mapping[str, Edition], golden: Path = GOLDEN, addresses: Path = ADDRESSES) -> list[Problem]:
    """Charts drawn otherwise than accepted, and pages whose address is not on the list of those that live for ever."""
    found = []
    wanted = dict(_golden(editions))
    for name, text in wanted.items():
        file = golden / name
        slug, language, _ = name.split(".")
        if not file.exists() or file.read_text("utf-8") != text:
            said = "is new" if not file.exists() else "is drawn otherwise than accepted"
            found.append(Problem(paths.relative_path(file), 0, "", f"chart {slug} ({language}) {said}; look at it in `make serve`, then `make fix` accepts it"))
    for file in sorted(golden.glob("*.json")):
        if file.name not in wanted:
            found.append(Problem(paths.relative_path(file), 0, "", "is of a chart that is gone; `make fix` deletes it (and its address goes on: docs/moved.csv)"))
    for address in _missing(editions, addresses):
        found.append(Problem(paths.relative_path(addresses), 0, "", f"{address} is not on the list of published addresses; `make fix` adds it"))
    return found


def accept(editions: Mapping[str, Edition], golden: Path = GOLDEN, addresses: Path = ADDRESSES) -> list[str]:
    """Accept everything as it is now; what was written, added or deleted."""
    done = []
    wanted = dict(_golden(editions))
    golden.mkdir(parents=True, exist_ok=True)
    for name, text in wanted.items():
        file = golden / name
        if not file.exists() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")
            done.append(f"accepted {paths.relative_path(file)}")
    for file in sorted(golden.glob("*.json")):
        if file.name not in wanted:
            file.unlink()
            done.append(f"deleted {paths.relative_path(file)}")
    missing = _missing(editions, addresses)
    if missing:
        with addresses.open("a", encoding="utf-8") as opened:
            opened.writelines(f"{address}\n" for address in missing)
        done.append(f"added {', '.join(missing)} to {paths.relative_path(addresses)}")
    return done


def _golden(editions: Mapping[str, Edition]) -> Iterator[tuple[str, str]]:
    for language, edition in editions.items():
        for chart in edition.all_charts:
            text = json.dumps(gist(chart, edition.facts), ensure_ascii=False, indent=1, sort_keys=True)
            yield f"{chart.chart.slug}.{language}.json", f"{text}\n"


def _missing(editions: Mapping[str, Edition], addresses: Path) -> list[str]:
    listed = {line.strip() for line in addresses.read_text("utf-8").splitlines()} if addresses.exists() else set()
    names = [(language, name.removesuffix(".md")) for language, edition in editions.items() for name, _ in stage.pages(edition)]
    return sorted({f"/{paths.prefix(language)}{'' if name == 'index' else f'{name}/'}" for language, name in names} - listed)
