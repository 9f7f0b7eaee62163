"""Charts by file: scripts/charts/<slug>.toml and <slug>.py, with `_` for the `-` of the slug."""

import importlib
import re
import sys
from pathlib import Path
from types import ModuleType

from scripts.drawing import chart_settings
from scripts.drawing.chart import Chart, line_of, slug_of
from scripts.paths import relative_path
from scripts.problems import Location, Problem, ProblemsFound, UnknownName, stop_on

PACKAGE = "scripts.charts"


def discover(languages: tuple[str, ...], package: str = PACKAGE) -> dict[str, Chart]:
    """All charts by slug, in the order of the gallery. Raises `ProblemsFound` for files that break the contract."""
    folder = Path(next(iter(importlib.import_module(package).__path__)))
    charts: list[Chart] = []
    problems: list[Problem] = []
    for name in sorted({file.stem for file in folder.glob("[!_]*.*") if file.suffix in (".py", ".toml")}):
        try:
            charts.append(_chart(folder / name, package, languages))
        except ProblemsFound as error:
            problems += error.problems
    stop_on(problems)
    return {chart.slug: chart for chart in sorted(charts, key=lambda chart: (chart.settings.order, chart.slug))}


def _chart(path: Path, package: str, languages: tuple[str, ...]) -> Chart:
    """The chart whose two files have this path, but for their ending."""
    module = _module(path.with_suffix(".py"), package)
    settings, texts, file = chart_settings.load(path.with_suffix(".toml"), languages)
    return Chart(slug_of(path.name), module, settings, texts, file)


def _module(path: Path, package: str) -> ModuleType:
    """A chart's module. Raises `ProblemsFound` for one that cannot be imported or lacks a function."""
    file = relative_path(path)
    try:
        module = importlib.import_module(f"{package}.{path.stem}")
    except Exception as error:  # a keeper's module may fail in any way, and the others are still to be looked at
        location = Location(file, getattr(error, "lineno", 0) or line_of(error, str(path)), "import")
        expected = ""
        if isinstance(error, ImportError):
            match = re.search(r"cannot import name '(\w+)'", str(error))
            there = sys.modules.get(error.name or "")  # none where the module itself cannot be found
            if match and there:
                expected = UnknownName(match[1], "", dir(there)).expected
        raise ProblemsFound([location.problem(f"{type(error).__name__}: {error}", expected)]) from error
    for function in ("rows", "draw"):
        if not hasattr(module, function):
            raise ProblemsFound([Problem(file, 0, function, "is missing", "rows(facts), and draw(sheet, rows, fmt)")])
    return module
