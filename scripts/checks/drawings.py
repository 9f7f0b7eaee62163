"""Whether charts can be drawn; and how each was when it was accepted (tests/golden), which must not change unseen.

A drawing guards the code: it stops `make check` where a chart is drawn otherwise from the same rows and texts. Where the rows or
texts themselves were changed the drawing follows, which is only noted, since a web editor cannot run `make fix`; a pull request
shows it before and after, and the nightly tests ask for `make fix`, which accepts everything as it is now.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

from scripts import paths
from scripts.checks.project import Project
from scripts.drawing import theme
from scripts.drawing.chart import PreparedChart
from scripts.drawing.figure import figure_of
from scripts.facts.tables import Facts
from scripts.problems import Problem, ProblemsFound

GOLDEN = paths.ROOT / "tests" / "golden"
_TRACE = ("type", "orientation", "x", "y", "base", "width", "text", "mode")


def check(project: Project) -> list[Problem]:
    """Charts whose rows, texts or drawings stop with an error, or leave a value outside an axis; the browser measures their letters."""
    problems: dict[tuple[str, int, str], Problem] = {}  # by place, since what is wrong in one language is wrong in all
    for edition, slug in product(project.editions.values(), project.charts):
        try:
            for shape in theme.IN_PAGES.values():
                figure_of(edition.chart(slug), shape, project.facts)
        except ProblemsFound as error:
            for problem in error.problems:
                problems.setdefault((problem.file, problem.line, problem.column), problem)
    return list(problems.values())


def visible_parts(chart: PreparedChart, facts: Facts) -> dict:
    """What a reader would see change: texts, values, colours, annotations; and a hash of the rows and texts that it follows from."""
    figure = _plain(figure_of(chart, theme.WIDE, facts))
    layout = figure["layout"]
    source = chart.source_line(facts)
    cells = [{name: _in_language(cell, chart) for name, cell in row.cells.items()} for row in chart.rows]
    follows_from = _plain([cells, chart.definition.texts[chart.language], source])
    return {
        "title": chart.text("title"),
        "takeaway": chart.text("takeaway"),
        "alt": chart.text("alt"),
        "source": source,
        "traces": [_visible_trace(trace) for trace in figure["data"]],
        "annotations": [annotation["text"] for annotation in layout.get("annotations", [])],
        "shapes": len(layout.get("shapes", [])),
        "written": hashlib.sha256(json.dumps(follows_from, sort_keys=True).encode()).hexdigest()[:12],
    }


def _in_language(cell: object, chart: PreparedChart) -> object:
    return chart.fmt.in_language(cell) if isinstance(cell, Mapping) else cell


def _visible_trace(trace: dict) -> dict:
    parts = {name: trace[name] for name in _TRACE if name in trace}
    return parts | {"color": trace.get("marker", {}).get("color")}


def _plain(value: object) -> Any:
    """As JSON has it, with six digits after the point: Python 3.12 adds floats up more exactly than 3.11."""
    return json.loads(json.dumps(value, default=str), parse_float=lambda text: round(float(text), 6))


def check_accepted(project: Project) -> Iterator[Problem]:
    """Charts drawn otherwise although neither their rows nor their texts were changed. What follows from a change of these is noted."""
    remedy = "look at it in `make serve`, then `make fix` accepts it"
    for file, old, new in _changed_drawings(project):
        if old and new and old.get("written") == new["written"]:
            yield Problem(
                paths.relative_path(file),
                0,
                "",
                f"is drawn otherwise than accepted, from the same rows and texts; {remedy}",
            )
        else:
            change = "is gone" if not new else "follows its changed rows or texts" if old else "is new"
            yield Problem(paths.relative_path(file), 0, "", f"{change}; {remedy}", severity="note")


def accept(project: Project) -> Iterator[str]:
    """Accept every drawing as it is now; what was written or deleted."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for file, _, new in list(_changed_drawings(project)):
        if new:
            file.write_text(json.dumps(new, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
        else:
            file.unlink()
        yield f"{'accepted' if new else 'deleted'} {paths.relative_path(file)}"


def _changed_drawings(project: Project) -> Iterator[tuple[Path, dict, dict]]:
    """File, what was accepted and what is drawn now of each chart where these differ; empty where it is new or gone."""
    drawn = {
        GOLDEN / f"{chart.slug}.{chart.language}.json": visible_parts(chart, project.facts)
        for chart in project.prepared_charts
    }
    for file in sorted({*drawn, *GOLDEN.glob("*.json")}):
        old = json.loads(file.read_text("utf-8")) if file.exists() else {}
        new = drawn.get(file, {})
        if old != new:
            yield file, old, new
