"""What a chart says in one language: its cells in the edition's form, and its texts filled from them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from scripts.drawing.chart_definition import ChartDefinition
from scripts.drawing.chart_settings import ChartColumn
from scripts.drawing.rows import Row
from scripts.facts.records import WordRow
from scripts.language.formatter import Formatter
from scripts.problems import InvalidValue, UnknownName


class ChartFormatter(Formatter):
    """Everything that a chart says in one language. `text` gives one of its texts, filled from the rows.

    `values`: what texts may name, which is the columns, and what `prepare` adds of the chart's own.
    """

    def __init__(self, definition: ChartDefinition, language: str, words: Iterable[WordRow], rows: Sequence[Row]):
        super().__init__(language, words)
        self.texts = definition.texts[language]
        self.values: dict[str, Any] = {}
        whole = [row for row in rows if all(row.get(name) not in (None, "") for name in definition.columns)]
        self._rows: dict[str, list[Row]] = {"first": whole[:1], "last": whole[-1:]} if whole else {}
        for row in rows:
            name = row.get("id")
            name = self.in_language(row[next(iter(definition.columns))] if name is None else name)
            self._rows.setdefault(name, []).append(row)
        for name, column in (definition.settings.columns | definition.settings.cells).items():
            self.values[name] = _ColumnCells(self, name, column)

    def row(self, name: str) -> Row:
        """The row of this name: its `id`, or its first cell. Raises InvalidValue for a name that no row has, or several."""
        if name not in self._rows:
            raise UnknownName(name, "a row of this chart", self._rows)
        row, *others = self._rows[name]
        if others:
            raise InvalidValue(f"{name!r} names {len(others) + 1} rows", "a cell id that tells them apart")
        return row

    def text(self, key: str, **more: Any) -> str:
        """One of the chart's own texts, filled in. Raises InvalidValue."""
        if key not in self.texts:
            raise UnknownName(key, f"a text of this chart in {self.language!r}", self.texts)
        return self.filled(str(self.texts[key]), **more)

    def filled(self, text: str, **more: Any) -> str:
        """A text with what it names between braces. Raises InvalidValue."""
        return text.format_map(_Values(self.values | more))

    def form(self, value: Any, column: ChartColumn) -> str:
        """The value of a cell in the form of its column; nothing where nothing is stated."""
        if value is None or value == "":
            return ""
        forms: dict[str, Callable[[Any], str]] = {
            "own_text": self.one_line,
            "word": self.word,
            "date": self.date,
            "term": self.term,
            "number": lambda number: self.number(number, column.digits),
            "percent": lambda number: self.percent(number, column.digits),
        }
        return forms.get(column.kind, self.in_language)(value)

    def one_line(self, value: str | tuple[str, Mapping[str, Any]]) -> str:
        """The text of the chart that a cell of kind `own_text` names, in one line."""
        name, fill = (value, {}) if isinstance(value, str) else value
        return self.text(name, **fill).replace("<br>", " ")


class _Values(dict[str, Any]):
    """What a text is filled from."""

    def __missing__(self, name: str) -> Any:
        raise UnknownName(name, "a value of this chart", self)


class _ColumnCells:
    """A column for texts: `{cars[2025]}` is the cell of that row."""

    def __init__(self, fmt: ChartFormatter, name: str, column: ChartColumn):
        self._fmt = fmt
        self._name = name
        self._column = column

    def __getitem__(self, row: object) -> str:
        return self._fmt.form(self._fmt.row(str(row))[self._name], self._column)
