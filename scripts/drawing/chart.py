"""A chart of an edition: rows that rest on facts, and texts that are filled from the rows.

Picture, alt text, takeaway, source line, table and CSV come from the same rows. Its two files: chart_definition.py.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from scripts import paths
from scripts.drawing.chart_definition import ChartDefinition
from scripts.drawing.chart_formatter import ChartFormatter
from scripts.drawing.chart_settings import Texts
from scripts.drawing.rows import Row
from scripts.facts.facts import Facts
from scripts.facts.figures import sources_of
from scripts.facts.records import WordRow
from scripts.language import typography
from scripts.problems import Location

_TEXTS = tuple(name for name in Texts.model_fields if name != "columns")
"""Texts that each chart has in each language: title, question and so on."""


@dataclass(frozen=True)
class Chart:
    """A chart of one edition with its rows and finished texts; everything about it but the pictures."""

    definition: ChartDefinition
    language: str
    rows: list[Row]
    fmt: ChartFormatter

    @property
    def slug(self) -> str:
        return self.definition.slug

    @property
    def headers(self) -> list[str]:
        return [self.fmt.texts["columns"][name] for name in self.definition.columns]

    @property
    def folder(self) -> Path:
        """Where its drawings are kept."""
        return paths.drawings(self.language) / self.slug

    def name_of(self, row: Row) -> str:
        """Label of a row outside the table, such as in a tooltip or note: its cells of `named_by`."""
        columns = self.definition.columns
        names = self.definition.settings.named_by or list(columns)[:1]
        cells = [self.fmt.form(row.get(name), columns[name]) for name in names]
        return ", ".join(filter(None, cells))

    def text(self, key: str) -> str:
        """One of the chart's texts, filled from its rows. Raises InvalidValue for what is missing."""
        return self.fmt.text(key)

    def rows_behind(self, key: str) -> list[Row]:
        """The rows behind a text: those of the cells it names, or all where it names a result of `values(rows, fmt)`."""
        text = self.fmt.texts.get(key, "")
        if key == "title":
            text += "".join(f"{{{name}}}" for name in self.definition.settings.title_says)
        rows: list[Row] = []
        for name in re.findall(r"{\w+(?:\[(.*?)\])?", text):
            rows += [self.fmt.row(name)] if name else self.rows
        return rows

    def summary(self) -> str:
        """The takeaway as a page's description."""
        return typography.shortened(self.text("takeaway"))


def prepare(definition: ChartDefinition, facts: Facts, language: str) -> Chart:
    """The chart's rows and texts in an edition. Raises `ProblemsFound` with the chart's file for whatever fails."""
    with definition.located("rows"):
        rows = definition.module.rows(facts)
    if not sources_of(rows):
        wrong = f"chart {definition.slug} names no source; every row needs source_ids (use Row.of)"
        raise Location(definition.file, column="rows").error(wrong)
    with definition.located("values"):
        fmt = ChartFormatter(definition, language, facts.of_kind(WordRow), rows)
        if hasattr(definition.module, "values"):
            fmt.values |= definition.module.values(rows, fmt)
    for name, column in definition.columns.items():
        with definition.located(name, "columns"):
            for row in rows:
                fmt.form(row[name], column)  # one that is missing or cannot be formed stops here
    for name in definition.settings.title_says:
        with definition.located(name, "title_says"):
            fmt.filled(f"{{{name}}}")
    for key in _TEXTS:
        with definition.located(key, language):
            fmt.text(key)
    return Chart(definition, language, rows, fmt)
