"""Charts by file: scripts/charts/<slug>.toml and <slug>.py, with `_` for the `-` of the slug."""

import importlib
from pathlib import Path
from types import ModuleType

from scripts.drawing import chart_settings
from scripts.drawing.chart import Chart, line_of, slug_of
from scripts.paths import relative_path
from scripts.problems import Location, Problem, ProblemsFound, stop_on

PACKAGE = "scripts.charts"


def discover(package: str = PACKAGE) -> dict[str, Chart]:
    """All charts by slug, in the order of the gallery. Raises `ProblemsFound` for files that break the contract."""
    folder = Path(next(iter(importlib.import_module(package).__path__)))
    charts: list[Chart] = []
    problems: list[Problem] = []
    for name in sorted({file.stem for file in folder.glob("[!_]*.*") if file.suffix in (".py", ".toml")}):
        try:
            module = _module(folder / f"{name}.py", package)
            charts.append(Chart(slug_of(name), module, *chart_settings.load(folder / f"{name}.toml")))
        except ProblemsFound as error:
            problems += error.problems
    stop_on(problems)
    return {chart.slug: chart for chart in sorted(charts, key=lambda chart: (chart.settings.order, chart.slug))}


def _module(path: Path, package: str) -> ModuleType:
    """A chart's module. Raises `ProblemsFound` for one that cannot be imported or lacks a function."""
    file = relative_path(path)
    try:
        module = importlib.import_module(f"{package}.{path.stem}")
    except Exception as error:  # a keeper's module may fail in any way, and the others are still to be looked at
        location = Location(file, getattr(error, "lineno", 0) or line_of(error, str(path)), "import")
        raise ProblemsFound([location.problem(f"{type(error).__name__}: {error}")]) from error
    for function in ("rows", "draw"):
        if not hasattr(module, function):
            raise ProblemsFound([Problem(file, 0, function, "is missing", "rows(facts), and draw(sheet, rows, fmt)")])
    return module
