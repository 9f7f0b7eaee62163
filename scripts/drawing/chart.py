"""What a chart is: rows that rest on facts, columns, and texts that are filled from the rows.

A chart is two files in scripts/charts/, and their name is its slug: `<slug>.toml` holds what a writer edits, `<slug>.py` what is drawn.
Both are described in scripts/drawing/discover.py. Picture, alt text, takeaway, source line, table and CSV come from the same rows.
"""

import re
import textwrap
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any, Self, TypeVar

from scripts import paths
from scripts.facts.cells import PartialDate
from scripts.facts.figures import LEVELS, sources_of
from scripts.facts.records import STANDING, FigureRow, WordRow
from scripts.facts.tables import Facts, Figure
from scripts.language.formatter import Formatter
from scripts.problems import Location, Problem, ProblemsFound, UnknownName, stop_on
from scripts.toml_file import line_at

T = TypeVar("T")
Line = tuple[str, int]

MAX_SUMMARY = 250  # characters
KINDS = ("text", "label", "word", "number", "percent", "year", "date", "term")
"""Kinds of column: `label` names one of the chart's own texts (or is a pair of its name and what fills it), `word` is a key of
data/words.csv, `term` a date promised (`2027-2028`)."""
TEXTS = ("title", "question", "takeaway", "alt", "unit")
"""Texts that each chart has in each language."""


@dataclass(frozen=True)
class Column:
    """A column of a chart's table; `digits` for numbers and per cents."""

    name: str
    kind: str = "text"
    digits: int | None = None


@dataclass(frozen=True)
class Row:
    """One plotted row: its cells by column name, and what it rests on.

    A text cell that differs by language is a mapping from language to text. None is a gap, never zero. A cell that is no column
    may be used by the drawing and by the texts. A cell `id` names the row for texts (`{cars[best]}`); else its first column does.
    """

    cells: Mapping[str, Any]
    source_ids: tuple[str, ...] = ()
    confidence: str = "high"
    places: tuple[str, ...] = ()
    computed: bool = False
    note: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        if name not in self.cells:
            raise UnknownName(name, "a cell of this row", self.cells)
        return self.cells[name]

    def get(self, name: str) -> Any:
        return self.cells.get(name)

    def also(self, **cells: Any) -> Self:
        """The row with more cells."""
        return replace(self, cells=dict(self.cells) | cells)

    def resting_on(self, record: Any) -> Self:
        """The row with one more record that it rests on."""
        return replace(self, source_ids=tuple(dict.fromkeys((*record.source_ids, *self.source_ids))), places=(*self.places, record.place))

    @classmethod
    def of(cls, record: Any, **cells: Any) -> Self:
        """A row that rests on one record or one citable figure."""
        if isinstance(record, Figure):
            return cls(cells, record.source_ids, record.confidence, (record.place,), record.computed, record.notes)
        note = record.each("note") if hasattr(record, "note") else {}
        return cls(cells, record.source_ids, record.confidence, (record.place,), note=note)

    @classmethod
    def gap(cls, **cells: Any) -> Self:
        """A row for which nothing was found stated: drawn as a gap."""
        return cls(cells)


def yearly(records: Iterable[Any], **cells: str) -> list[Row]:
    """One row a year, from the first to the last: of several records of a year the surest, a gap where there is none.

    `cells`: the chart's column -> the table's. Raises LookupError for one that the table lacks, and where there is no record.
    """
    surest: dict[int, FigureRow] = {}
    for record in sorted(records, key=lambda record: LEVELS.index(record.confidence)):
        if not isinstance(record, FigureRow):
            raise LookupError(f"{record.place} is no figure of a year; expected: rows of a table of figures")
        surest.setdefault(record.in_year, record)
    if not surest:
        raise LookupError("there is no record to draw; expected: rows of a table of figures, one a year")
    return [
        Row.of(surest[year], year=year, **{name: surest[year].cell(column) for name, column in cells.items()}) if year in surest
        else Row.gap(year=year, **dict.fromkeys(cells))
        for year in range(min(surest), max(surest) + 1)
    ]


def line_of(wrong: Exception, file: str, at: Line = ("", 0)) -> int:
    """The line of a module on which it went wrong, or where that says nothing, the one that is meant; 0 if neither is of the module."""
    calls = [(call.filename, call.lineno) for call in reversed(traceback.extract_tb(wrong.__traceback__))]
    return next((line for name, line in (*calls, at) if name == file), 0)


def file_of(slug: str) -> str:
    """The module of a chart, relative to the project."""
    return f"scripts/charts/{slug.replace('-', '_')}.py"


def slug_of(module: str) -> str:
    """The slug of the chart in a module, or in its file without the ending."""
    return module.replace("_", "-")


@dataclass(frozen=True)
class Chart:
    """A chart as its two files say it. `texts`: by language, each with `columns` (column -> header)."""

    slug: str
    module: ModuleType
    written: str  # its TOML as it stands
    columns: tuple[Column, ...]
    extra: tuple[Column, ...]
    heights: Mapping[str, int]
    texts: Mapping[str, Mapping[str, Any]]
    named_by: tuple[Column, ...]
    topics: Sequence[str] = ()
    pages: Sequence[str] = ()
    counts: Sequence[str] = ()
    order: int = 1000

    @property
    def file(self) -> str:
        """The module; problems in the texts name its neighbour `text_file`."""
        return file_of(self.slug)

    @property
    def text_file(self) -> str:
        return self.file.removesuffix(".py") + ".toml"

    def place_of(self, language: str, text: str) -> Location:
        """Where one of its texts stands."""
        line = line_at(self.written, tuple(filter(None, (language, text))))
        return Location(self.text_file, line, f"[{language}] {text}" if language else text)

    def guard(self, doing: str, call: Callable[[], T], language: str = "", at: Callable[[], Line] = lambda: ("", 0)) -> T:
        """What a call into the chart gives; an error becomes a problem at its line of the module, or of the text in a language.

        `at`: file and line that are meant where no line of the module was running.
        """
        try:
            return call()
        except ProblemsFound:
            raise
        except Exception as wrong:
            message = f"chart {self.slug} stopped with {type(wrong).__name__}: {wrong}"
            line = line_of(wrong, self.module.__file__, at())
            contract = "see scripts/drawing/discover.py for what it may use"
            place = self.place_of(language, doing) if language else (self.file, line, doing)
            raise ProblemsFound([Problem(*place, f"{message}; {contract}")]) from wrong


class ChartFormatter(Formatter):
    """Everything that a chart says in one language. `text` gives one of its texts, filled from the rows."""

    def __init__(self, language: str, words: Iterable[WordRow], texts: Mapping[str, Any]):
        super().__init__(language, words)
        self.texts = texts
        self.values: dict[str, Any] = {}

    def text(self, key: str, **more: Any) -> str:
        """One of the chart's own texts, filled in. Raises UnknownName."""
        if key not in self.texts:
            raise UnknownName(key, f"a text of this chart in {self.language!r}", self.texts)
        return str(self.texts[key]).format_map(_Values(self.values | more))

    def cell(self, row: Row, column: Column) -> str:
        """One cell of the visible table; a dash where nothing is stated."""
        return self.form(row.get(column.name), column) or "–"

    def form(self, value: Any, column: Column) -> str:
        """The value of a cell in the form of its column; nothing where nothing is stated."""
        if value is None or value == "":
            return ""
        forms = {
            "label": self.label, "word": self.word, "date": self.date, "term": self.term,
            "number": lambda number: self.number(number, column.digits),
            "percent": lambda number: self.percent(number, column.digits),
        }
        return forms.get(column.kind, self.in_language)(value)

    def label(self, value: str | tuple[str, Mapping[str, Any]]) -> str:
        """The text that a cell of kind `label` names, in one line."""
        name, fill = (value, {}) if isinstance(value, str) else value
        return self.text(name, **fill).replace("<br>", " ")

    def doubtful(self, row: Row, text: str) -> str:
        """A figure as drawn: a word follows it where its confidence is low."""
        return text and text + self.doubt(row)


class _Values(dict[str, Any]):
    """What a text is filled from."""

    def __missing__(self, name: str) -> Any:
        raise UnknownName(name, "a value of this chart", self)


class ColumnTexts:
    """A column for texts: `{cars[2025]}` is the cell of that row, `{cars[first]}` and `{cars[last]}` the first and last one stated.

    `cells`: name of the row -> the cell's text and the row.
    """

    def __init__(self, cells: Mapping[str, tuple[str, Row]]):
        stated = [cell for cell in cells.values() if cell[0]]
        self._cells = ({"first": stated[0], "last": stated[-1]} if stated else {}) | cells

    def __getitem__(self, name: Any) -> str:
        if str(name) not in self._cells:
            raise UnknownName(name, "a row of this chart", self._cells)
        return self._cells[str(name)][0]

    def row(self, name: str) -> Row:
        """The row that a cell stands in."""
        return self._cells[name][1]


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

    def behind(self, key: str) -> list[Row]:
        """The rows that a text rests on: that of each cell it names, and every row where it says what `values(rows, fmt)` worked out."""
        found: list[Row] = []
        for column, cell in re.findall(r"{(\w+)(?:\[(.*?)\])?", self.definition.texts[self.language].get(key, "")):
            cells = self.fmt.values.get(column)
            found += [cells.row(cell)] if isinstance(cells, ColumnTexts) else self.rows
        return found

    @property
    def headers(self) -> list[str]:
        """What its columns are called."""
        return [self.fmt.texts["columns"][column.name] for column in self.definition.columns]

    def summary(self) -> str:
        """The takeaway as a page's description: as many whole sentences as fit, or the first one cut."""
        text = self.text("takeaway")
        while len(text) > MAX_SUMMARY and (shorter := re.match(r"(.+[.!?…])\s+\S.*$", text, re.S)):
            text = shorter[1]
        return textwrap.shorten(text, MAX_SUMMARY, placeholder=" …") if len(text) > MAX_SUMMARY else text

    @property
    def folder(self) -> Path:
        """Where its drawings are kept."""
        return paths.chart_files(self.language) / self.slug

    def source_line(self, facts: Facts, most: int = 4, *, rest: str = "chart.source.rest") -> str:
        """`Sources to March 2026: A, B; full list on the chart’s page`, up to the newest that is dated by month.

        Publishers of best standing come first, of these the most used. `rest`: the words that say where all of them are.
        """
        records = {row.places: row for row in self.rows}.values()  # each counts once
        used = Counter(source for row in records for source in row.source_ids)
        ids = sorted(sources_of(self.rows), key=lambda source: (STANDING.index(facts.sources[source].standing), -used[source]))
        publishers: list[str] = []
        for source in map(facts.sources.get, ids):
            name = source.by(self.language)
            whole = name.partition(" (")[0].partition(" / ")[0]
            # Where an issuer's words, or a second copy, were read is told in the list of sources.
            name = whole if source.standing in STANDING[:2] or whole in publishers else name
            publishers += [name] if name not in publishers else []
        if not publishers:
            return ""
        dated = [str(date)[:7] for date in (facts.sources[source].published for source in ids) if date and date.precision != "year"]
        label = self.fmt.word("chart.source" if len(publishers) > 1 else "chart.source.one")
        label = self.fmt.word("chart.source.to", sources=label, date=self.fmt.date(PartialDate(max(dated)))) if dated else label
        named = ", ".join(publishers[:most])
        if len(publishers) > most:
            named = self.fmt.word(rest, sources=named)
        return self.fmt.word("label.text", label=label) + " " + named


def prepare(definition: Chart, facts: Facts, language: str) -> PreparedChart:
    """The chart's rows and texts in an edition. Raises `ProblemsFound` with the chart's file for whatever fails."""
    fmt = ChartFormatter(language, facts.of_kind("words"), definition.texts[language])
    rows = definition.guard("rows", lambda: definition.module.rows(facts))
    if not sources_of(rows):
        message = f"chart {definition.slug} names no source; every row needs source_ids (use Row.of)"
        raise ProblemsFound([Problem(definition.file, 0, "rows", message)])
    cells = {name for row in rows for name in row.cells}
    stop_on(
        definition.place_of(part, name).problem(f"no row has {name!r}", UnknownName(name, "a cell", sorted(cells)).expected)
        for part, columns in (("columns", definition.columns), ("values", definition.extra)) for name in (one.name for one in columns)
        if name not in cells
    )
    definition.guard("values", lambda: _fill(fmt, definition, rows))
    chart = PreparedChart(definition, language, rows, fmt)
    for key in TEXTS:
        definition.guard(key, lambda key=key: chart.text(key), language)
    return chart


def _fill(fmt: ChartFormatter, definition: Chart, rows: list[Row]) -> None:
    """Give the formatter what the chart's texts are filled from: the columns, and what the chart's own `values(rows, fmt)` adds."""
    first, columns = definition.columns[0], (*definition.columns, *definition.extra)

    def name(row: Row) -> str:
        if row.get("id") is not None:
            return str(row["id"])
        return fmt.form(row[first.name], first) if first.kind in ("text", "label") else str(row[first.name])

    def cells(column: Column) -> ColumnTexts:
        return ColumnTexts({name: (fmt.form(row.get(column.name), column), row) for name, row in named})

    named = [(name(row), row) for row in rows]
    fmt.values = {column.name: cells(column) for column in columns if column.kind != "label"}
    if hasattr(definition.module, "values"):
        fmt.values |= definition.module.values(rows, fmt)
    # Labels come last: they are texts themselves, filled from the rest.
    fmt.values |= {column.name: cells(column) for column in columns if column.kind == "label"}


def cell_raw(row: Row, column: Column, fmt: ChartFormatter) -> str:
    """One cell for a CSV file: numbers and dates as machines read them, nothing where nothing is stated."""
    value = row[column.name]
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return fmt.form(value, column) if column.kind in ("word", "label") else fmt.in_language(value)
