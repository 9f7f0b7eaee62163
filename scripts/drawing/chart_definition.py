"""A chart's definition, from its module and its TOML; `discover` finds all charts.

scripts/charts/README.md describes the files. With facts and a language a definition becomes a `Chart` (chart.py).
"""

import importlib
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from scripts import paths
from scripts.drawing import chart_settings
from scripts.drawing.chart_settings import ChartColumn, ChartSettings
from scripts.problems import Location, Problem, ProblemsFound, stop_on
from scripts.toml_file import TomlFile

PACKAGE = "scripts.charts"


def line_of(error: Exception, file: str | None) -> int:
    """The line of a module on which it went wrong, as the error says or as it was running; 0 if it was not."""
    if hasattr(error, "lineno"):
        return error.lineno or 0
    calls = reversed(traceback.extract_tb(error.__traceback__))
    return next((call.lineno or 0 for call in calls if call.filename == file), 0)


def file_of(slug: str) -> str:
    """The module of a chart, relative to the project."""
    return f"scripts/charts/{slug.replace('-', '_')}.py"


@dataclass(frozen=True)
class ChartDefinition:
    """A chart's definition, from its two files."""

    slug: str
    module: ModuleType
    settings: ChartSettings
    texts: Mapping[str, Mapping[str, Any]]  # by language, each with `columns` (column -> header)
    toml: TomlFile

    @property
    def file(self) -> str:
        """The module; problems in the texts name its neighbour `text_file`."""
        return paths.relative_path(Path(self.module.__file__ or ""))

    @property
    def text_file(self) -> str:
        return paths.relative_path(self.toml.path)

    @property
    def columns(self) -> Mapping[str, ChartColumn]:
        """By name, in their order."""
        return self.settings.columns

    def place_of(self, *keys: str) -> Location:
        """Where a setting or text stands, `("en", "title")`."""
        return self.toml.place_of(keys)

    @contextmanager
    def located(self, doing: str, section: str = "") -> Iterator[None]:
        """Whatever goes wrong inside becomes a problem at its line of the module, or of a section of the texts."""
        try:
            yield
        except ProblemsFound:
            raise
        except Exception as error:
            location = Location(self.file, line_of(error, self.module.__file__), doing)
            if section:
                location = self.place_of(section, doing)
            wrong = f"chart {self.slug} stopped with {type(error).__name__}: {error}"
            remedy = "see scripts/charts/README.md for what it may use"
            if isinstance(error, TypeError) and "NoneType" in str(error):
                remedy = f"a cell with a gap is None, so leave out its row; {remedy}"
            raise location.error(f"{wrong}; {remedy}") from error


def discover(package: str = PACKAGE) -> dict[str, ChartDefinition]:
    """All charts by slug, in the order of the gallery. Raises `ProblemsFound` for files that break the contract."""
    folder = Path(next(iter(importlib.import_module(package).__path__)))
    definitions: list[ChartDefinition] = []
    problems: list[Problem] = []
    for name in sorted({file.stem for file in folder.glob("[!_]*.*") if file.suffix in (".py", ".toml")}):
        try:
            module = _module(folder / f"{name}.py", package)
            settings, texts, toml = chart_settings.load(folder / f"{name}.toml")
            definitions.append(ChartDefinition(name.replace("_", "-"), module, settings, texts, toml))
        except ProblemsFound as error:
            problems += error.problems
    stop_on(problems)
    definitions.sort(key=lambda definition: (definition.settings.order, definition.slug))
    return {definition.slug: definition for definition in definitions}


def _module(path: Path, package: str) -> ModuleType:
    """A chart's module. Raises `ProblemsFound` for one that cannot be imported or lacks a function."""
    file = paths.relative_path(path)
    try:
        module = importlib.import_module(f"{package}.{path.stem}")
    except Exception as error:  # a keeper's module may fail in any way, and the others are still to be looked at
        location = Location(file, line_of(error, str(path)), "import")
        raise location.error(f"{type(error).__name__}: {error}") from error
    for function in ("rows", "draw"):
        if not hasattr(module, function):
            raise Location(file, column=function).error("is missing", "rows(facts), and draw(sheet, rows, fmt)")
    return module
