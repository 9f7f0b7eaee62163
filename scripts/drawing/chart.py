"""What a chart is: rows that rest on facts, columns, and texts that are filled from the rows.

A chart is two files in scripts/charts/, described there in README.md. Picture, alt text, takeaway, source line, table and CSV come
from the same rows.
"""

import importlib
import re
import textwrap
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from scripts import paths
from scripts.drawing import chart_settings
from scripts.drawing.chart_settings import ChartColumn, ChartSettings, Texts
from scripts.drawing.chart_texts import ChartFormatter, ColumnCells
from scripts.drawing.rows import Row
from scripts.facts.cells import PartialDate
from scripts.facts.facts import Facts
from scripts.facts.figures import sources_of
from scripts.facts.records import STANDING, SourceRow
from scripts.problems import Location, Problem, ProblemsFound, UnknownName, stop_on
from scripts.toml_file import TomlFile, line_at

PACKAGE = "scripts.charts"
MAX_SUMMARY = 250  # characters
_TEXTS = tuple(name for name in Texts.model_fields if name != "columns")
"""Texts that each chart has in each language: title, question and so on."""


def line_of(error: Exception, file: str) -> int:
    """The line of a module on which it went wrong; 0 if it was not running."""
    calls = reversed(traceback.extract_tb(error.__traceback__))
    return next((call.lineno for call in calls if call.filename == file), 0)


def file_of(slug: str) -> str:
    """The module of a chart, relative to the project."""
    return f"scripts/charts/{slug.replace('-', '_')}.py"


def slug_of(module: str) -> str:
    """The slug of the chart in a module, or in its file without the ending."""
    return module.replace("_", "-")


@dataclass(frozen=True)
class Chart:
    """A chart as its two files say it."""

    slug: str
    module: ModuleType
    settings: ChartSettings
    texts: Mapping[str, Mapping[str, Any]]  # by language, each with `columns` (column -> header)
    toml: TomlFile

    @property
    def file(self) -> str:
        """The module; problems in the texts name its neighbour `text_file`."""
        return paths.relative_path(Path(self.module.__file__))

    @property
    def text_file(self) -> str:
        return paths.relative_path(self.toml.path)

    @property
    def columns(self) -> tuple[ChartColumn, ...]:
        return tuple(self.settings.columns.values())

    @property
    def named_by(self) -> list[ChartColumn]:
        """The columns that name a row."""
        return [self.settings.columns[name] for name in self.settings.named_by] or [self.columns[0]]

    def place_of(self, *keys: str) -> Location:
        """Where a setting or text stands, `("en", "title")`."""
        return Location(self.text_file, line_at(self.toml.text, keys), ".".join(keys))

    @contextmanager
    def located(self, doing: str, language: str = "") -> Iterator[None]:
        """Whatever goes wrong inside becomes a problem at its line of the module, or of the text in a language."""
        try:
            yield
        except ProblemsFound:
            raise
        except Exception as error:
            location = Location(self.file, line_of(error, self.module.__file__), doing)
            if language:
                location = self.place_of(language, doing)
            wrong = f"chart {self.slug} stopped with {type(error).__name__}: {error}"
            remedy = "see scripts/charts/README.md for what it may use"
            raise ProblemsFound([location.problem(f"{wrong}; {remedy}")]) from error


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
    file = paths.relative_path(path)
    try:
        module = importlib.import_module(f"{package}.{path.stem}")
    except Exception as error:  # a keeper's module may fail in any way, and the others are still to be looked at
        location = Location(file, getattr(error, "lineno", 0) or line_of(error, str(path)), "import")
        raise ProblemsFound([location.problem(f"{type(error).__name__}: {error}")]) from error
    for function in ("rows", "draw"):
        if not hasattr(module, function):
            raise ProblemsFound([Problem(file, 0, function, "is missing", "rows(facts), and draw(sheet, rows, fmt)")])
    return module


@dataclass(frozen=True)
class PreparedChart:
    """A chart of one edition with its rows and finished texts; everything about it but the pictures."""

    definition: Chart
    language: str
    rows: list[Row]
    fmt: ChartFormatter

    @property
    def slug(self) -> str:
        return self.definition.slug

    def text(self, key: str) -> str:
        """One of the chart's texts, filled from its rows. Raises UnknownName for what is missing."""
        return self.fmt.text(key)

    def rows_behind(self, key: str) -> list[Row]:
        """The rows that a text rests on: that of each cell it names, and every row where it says what `values(rows, fmt)` worked out."""
        text = self.definition.texts[self.language].get(key, "")
        rows: list[Row] = []
        for column, cell in re.findall(r"{(\w+)(?:\[(.*?)\])?", text):
            cells = self.fmt.values.get(column)
            if isinstance(cells, ColumnCells):
                rows.append(cells.row(cell))
            else:
                rows += self.rows
        return rows

    @property
    def headers(self) -> list[str]:
        """What its columns are called."""
        return [self.fmt.texts["columns"][column.name] for column in self.definition.columns]

    def summary(self) -> str:
        """The takeaway as a page's description: as many whole sentences as fit, or the first one cut."""
        text = self.text("takeaway")
        if len(text) <= MAX_SUMMARY:
            return text
        sentences = re.match(rf".{{,{MAX_SUMMARY - 1}}}[.!?…](?=\s)", text, re.S)
        return sentences[0] if sentences else textwrap.shorten(text, MAX_SUMMARY, placeholder=" …")

    @property
    def folder(self) -> Path:
        """Where its drawings are kept."""
        return paths.drawings(self.language) / self.slug

    def source_line(self, facts: Facts, most: int = 4, *, rest: str = "chart.source.rest") -> str:
        """`Sources to March 2026: A, B; full list on the chart’s page`, up to the newest that is dated by month.

        Publishers of best standing come first, of these the most used. `rest`: the words that say where all of them are.
        """
        uses = Counter(source_id for row in self.rows for source_id in row.source_ids)
        sources = [facts.sources[source_id] for source_id in sources_of(self.rows)]
        sources.sort(key=lambda source: (STANDING.index(source.standing), -uses[source.key]))
        publishers = _publishers(sources, self.language)
        if not publishers:
            return ""
        label = self.fmt.word("chart.source" if len(publishers) > 1 else "chart.source.one")
        dates = [source.published for source in sources]
        months = [str(date)[:7] for date in dates if date and date.precision != "year"]
        if months:
            label = self.fmt.word("chart.source.to", sources=label, date=self.fmt.date(PartialDate(max(months))))
        text = ", ".join(publishers[:most])
        if len(publishers) > most:
            text = self.fmt.word(rest, sources=text)
        return self.fmt.word("label.text", label=label) + " " + text


def _publishers(sources: Iterable[SourceRow], language: str) -> list[str]:
    """Who published them, each once."""
    names: dict[str, str] = {}
    for source in sources:
        name = source.by(language)
        publisher = name.partition(" (")[0].partition(" / ")[0]
        # Where an issuer's words were read is told in the list of sources.
        names.setdefault(publisher, publisher if source.standing in STANDING[:2] else name)
    return list(names.values())


def prepare(definition: Chart, facts: Facts, language: str) -> PreparedChart:
    """The chart's rows and texts in an edition. Raises `ProblemsFound` with the chart's file for whatever fails."""
    fmt = ChartFormatter(language, facts.of_kind("words"), definition.texts[language])
    with definition.located("rows"):
        rows = definition.module.rows(facts)
    if not sources_of(rows):
        message = f"chart {definition.slug} names no source; every row needs source_ids (use Row.of)"
        raise ProblemsFound([Problem(definition.file, 0, "rows", message)])
    stop_on(_missing_columns(definition, rows))
    with definition.located("values"):
        _fill(fmt, definition, rows)
    for key in _TEXTS:
        with definition.located(key, language):
            fmt.text(key)
    return PreparedChart(definition, language, rows, fmt)


def _missing_columns(definition: Chart, rows: list[Row]) -> Iterator[Problem]:
    """Columns and values that no row has."""
    settings = definition.settings
    cells = sorted({name for row in rows for name in row.cells})
    for section, columns in (("columns", settings.columns), ("values", settings.values)):
        for name in columns:
            if name not in cells:
                expected = UnknownName(name, "a cell", cells).expected
                yield definition.place_of(section, name).problem(f"no row has {name!r}", expected)


def _fill(fmt: ChartFormatter, definition: Chart, rows: list[Row]) -> None:
    """Give the formatter what the chart's texts are filled from: the columns, and what the chart's own `values(rows, fmt)` adds."""
    first = definition.columns[0].name
    named_rows = {"first": _end(definition, "first", rows), "last": _end(definition, "last", reversed(rows))}
    for row in rows:
        name = row.get("id")
        named_rows[fmt.in_language(row[first] if name is None else name)] = row
    for column in (*definition.columns, *definition.settings.values.values()):
        fmt.values[column.name] = ColumnCells(fmt, column, named_rows)
    if hasattr(definition.module, "values"):
        fmt.values |= definition.module.values(rows, fmt)
    for column in definition.columns:
        for row in rows:
            fmt.cell(row, column)  # a cell that cannot be formed stops here


def _end(definition: Chart, end: str, rows: Iterable[Row]) -> Row:
    """The row that texts call `first` or `last`: the first of these with a cell in each column that any text, in any language, names so.

    Raises `ProblemsFound` at a text that does, where there is no such row.
    """
    named: dict[str, Location] = {}  # by column
    for language, texts in definition.texts.items():
        for key, text in texts.items():
            for column in re.findall(rf"{{(\w+)\[{end}\]", str(text)):
                named.setdefault(column, definition.place_of(language, key))
    columns = [column for column in named if column in definition.settings.columns | definition.settings.values]
    for row in rows:
        if all(row.get(column) not in (None, "") for column in columns):
            return row
    wrong = f"no row states all that texts name with [{end}]: {', '.join(columns)}"
    remedy = "one that does, or cells of rows by their names, such as {cars[2025]}"
    raise ProblemsFound([named[columns[0]].problem(wrong, remedy)])
