"""The chart contract. One module in scripts/charts/ is one chart; its file name is its slug.

A chart module has:

    TEXT      {"en": {...}, "fr": {...}}: title, question, takeaway, alt, unit, columns (name -> header),
              and any other words of this chart. `{name}` in a text is filled from `values`.
    COLUMNS   the columns of its table and CSV, in order
    HEIGHT    {"wide": px, "narrow": px} of the drawing
    rows(facts)          -> list[Row]; each row keeps the sources and the confidence of the record it came from
    values(rows, say)    -> {name: text} for the texts, so that no text can disagree with the picture
    figure(rows, pen)    -> plotly figure, for the shape and language of the pen
    TOPICS (optional)    words for the gallery's filter
    PAGES (optional)     names of pages that explain it
    NAMED_BY (optional)  the columns that name a row where its note is read apart from the table; else the first column

Figure, alt text, takeaway, source line, table and CSV all come from the same rows.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from scripts.facts.dataset import LEVELS, Facts, Figure
from scripts.problems import Problem, ProblemsFound, stop_on

PACKAGE = "scripts.charts"
NEEDED_TEXTS = ("title", "question", "takeaway", "alt", "unit", "columns")
NEEDED_NAMES = ("TEXT", "COLUMNS", "HEIGHT", "rows", "values", "figure")


@dataclass(frozen=True)
class Column:
    """A column of a chart's table. `kind`: text, word, number, percent, year, date, term (a date promised). `digits` for numbers."""

    name: str
    kind: str = "text"
    digits: int | None = None


@dataclass(frozen=True)
class Row:
    """One plotted row: its cells by column name, and what it rests on.

    A text cell that differs by language is a mapping from language to text. None is a gap, never zero.
    """

    cells: Mapping[str, Any]
    source_ids: tuple[str, ...] = ()
    confidence: str = "high"
    places: tuple[str, ...] = ()
    computed: bool = False
    note: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.cells[name]

    @classmethod
    def of(cls, record: Any, **cells: Any) -> Row:
        """A row that rests on one record or one citable figure."""
        if isinstance(record, Figure):
            return cls(cells, record.source_ids, record.confidence, (record.place,), record.computed, record.notes)
        note = {"en": getattr(record, "note", None) or "", "fr": getattr(record, "note_fr", None) or ""}
        return cls(cells, record.source_ids, record.confidence, (record.place,), False, note)

    @classmethod
    def gap(cls, **cells: Any) -> Row:
        """A row for which nothing was found stated: drawn as a gap."""
        return cls(cells)


@dataclass(frozen=True)
class Chart:
    """A discovered chart module with its slug."""

    slug: str
    module: ModuleType

    @property
    def file(self) -> str:
        return f"scripts/charts/{self.module.__name__.rsplit('.', 1)[1]}.py"

    def text(self, language: str) -> dict[str, Any]:
        return self.module.TEXT[language]

    def rows(self, facts: Facts) -> list[Row]:
        """The chart's rows. Whatever goes wrong is reported with the chart and its file."""
        return self.guard("rows", lambda: self.module.rows(facts))

    def guard(self, doing: str, call: Any) -> Any:
        try:
            return call()
        except ProblemsFound:
            raise
        except Exception as wrong:
            said = wrong.args[0] if isinstance(wrong, KeyError) and wrong.args else wrong
            line = _line_in(wrong, self.module.__file__ or "")
            raise ProblemsFound(
                [Problem(self.file, line, doing, f"chart {self.slug} stopped with {type(wrong).__name__}: {said}; see `Row` and `Pen` for what it may use")]
            ) from wrong


def _line_in(wrong: BaseException, file: str) -> int:
    line, trace = 0, wrong.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == file:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def weakest(rows: list[Row]) -> str:
    """The lowest confidence among the rows."""
    return LEVELS[max((LEVELS.index(row.confidence) for row in rows), default=0)]


def named_by(module: ModuleType) -> list[Column]:
    """The columns that name a row of the chart in a few words."""
    columns = {column.name: column for column in module.COLUMNS}
    return [columns[name] for name in getattr(module, "NAMED_BY", [module.COLUMNS[0].name])]


def sources_of(rows: list[Row]) -> tuple[str, ...]:
    """Ids of all sources of the rows, in their order, without repeats."""
    return tuple(dict.fromkeys(source for row in rows for source in row.source_ids))


def discover(languages: tuple[str, ...], package: str = PACKAGE) -> dict[str, Chart]:
    """All charts by slug, in the order of their names. Raises `ProblemsFound` for modules that break the contract."""
    charts: dict[str, Chart] = {}
    problems: list[Problem] = []
    folder = importlib.import_module(package)
    for found in sorted(pkgutil.iter_modules(folder.__path__), key=lambda module: module.name):
        if found.name.startswith("_"):
            continue
        file = f"{package.replace('.', '/')}/{found.name}.py"
        try:
            module = importlib.import_module(f"{package}.{found.name}")
        except Exception as wrong:  # noqa: BLE001 - a keeper's module may fail in any way, and the others are still to be looked at
            problems.append(Problem(file, getattr(wrong, "lineno", 0) or 0, "import", f"{type(wrong).__name__}: {wrong}"))
            continue
        slug = found.name.replace("_", "-")
        problems += _breaches(module, file, languages)
        charts[slug] = Chart(slug, module)
    stop_on(problems)
    return charts


def _breaches(module: ModuleType, file: str, languages: tuple[str, ...]) -> list[Problem]:
    problems = [
        Problem(file, 0, name, f"is missing; a chart needs {', '.join(NEEDED_NAMES)}") for name in NEEDED_NAMES if not hasattr(module, name)
    ]
    if problems:
        return problems
    known = [column.name for column in module.COLUMNS]
    problems += [
        Problem(file, 0, "NAMED_BY", f"{name!r} is not one of the chart's columns; allowed: {', '.join(known)}")
        for name in getattr(module, "NAMED_BY", ())
        if name not in known
    ]
    for language in languages:
        text = module.TEXT.get(language, {})
        problems += [
            Problem(file, 0, f"TEXT[{language!r}]", f"{name!r} is missing or empty; allowed: a text in every language")
            for name in NEEDED_TEXTS
            if not text.get(name)
        ]
        headers = text.get("columns") or {}
        problems += [
            Problem(file, 0, f"TEXT[{language!r}]['columns']", f"no header for column {column.name!r}")
            for column in module.COLUMNS
            if not headers.get(column.name)
        ]
    first, *others = languages
    for language in others:
        for name in sorted(set(module.TEXT.get(first, {})) ^ set(module.TEXT.get(language, {}))):
            problems.append(Problem(file, 0, f"TEXT[{language!r}]", f"{name!r} stands in one language only; allowed: the same names in all"))
    return problems
