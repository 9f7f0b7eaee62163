"""Tables whose columns a story declares in data/tables.toml: what a column may hold, and the class that is made of a declaration."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any, ClassVar, NamedTuple, Self

from pydantic import BaseModel, create_model, model_validator

from scripts.facts import cells as c
from scripts.facts.base_record import Confidence, Note, Record, Sources, documented, in_each_language
from scripts.paths import MAIN
from scripts.problems import InvalidValue
from scripts.toml_file import one_of


class ColumnType(NamedTuple):
    """A type of column for `holds` in tables.toml: its cell type, and its default meaning and example for the dictionary."""

    cell: Any
    meaning: str
    example: str


COLUMN_TYPES = {
    "value": ColumnType(c.OptionalNumber, "the figure; empty: not stated", "10970"),
    "year": ColumnType(c.Year, "calendar year of the figure", "2025"),
    "date": ColumnType(c.Date, "when, as exactly as known", "2025-03"),
    "maybe-date": ColumnType(c.OptionalDate, "when, as exactly as known; empty: not known", "2025-03"),
    "day": ColumnType(c.OptionalDay, "first day for which it holds", "2025-04-03"),
    "term": ColumnType(c.Term, "date promised", "2027"),
    "period": ColumnType(c.Period, "part of the year that was counted", "FY"),
    "measure": ColumnType(c.Name, "what was counted; listed in measures.csv, which gives its unit", "registrations"),
    "unit": ColumnType(c.Unit, "unit of the figure, as measures.csv gives it", "percent"),
    "text": ColumnType(c.Text, "what it is about, in words", "worldwide"),
    "name": ColumnType(c.Text, "a name, the same in every language", "Wheelhouse"),
    "word": ColumnType(None, "one of a few words", ""),
    "number": ColumnType(c.OptionalNumber, "a number that is no figure to cite; empty: not stated", "120"),
    "rank": ColumnType(c.OptionalInteger, "place on a list", "1"),
}


class Declared(BaseModel, extra="forbid", strict=True):
    """One column, as `columns.NAME` of a table gives it. `about`: its meaning; `good`: an example.

    Of words: `values`, and `words`, the beginning of their keys in words.csv. `not_before`: a column with a date that must not be later.
    """

    holds: Annotated[str, one_of(COLUMN_TYPES)]
    about: str = ""
    good: str = ""
    values: list[str] = []
    words: str = ""
    not_before: str = ""

    @model_validator(mode="before")
    @classmethod
    def _in_short(cls, settings: Any) -> Any:
        """`columns.price = "value"` says only what it holds."""
        return {"holds": settings} if isinstance(settings, str) else settings

    @model_validator(mode="after")
    def _values_of_words(self) -> Self:
        if bool(self.values) != (self.holds == "word"):
            wrong = f"holds {self.holds!r} and has {len(self.values)} values"
            raise InvalidValue(wrong, "values where it holds a word, and only there")
        return self

    def field(self, name: str) -> tuple[str, Any]:
        """The field of this column, and its type. A text is translated: `then_en` is the main language's column of a field `then`."""
        usual = COLUMN_TYPES[self.holds]
        cell = Annotated[str, c.one_of(*self.values)] if self.values else usual.cell
        meaning = self.about or usual.meaning
        example = self.good or usual.example or self.values[0]
        if self.holds != "text":
            return name, Annotated[cell, documented(meaning, example)]
        field = name.removesuffix(f"_{MAIN}")
        column = "{field}" if name == field else "{field}_{language}"
        return field, Annotated[cell, in_each_language(meaning, example, column)]


class DeclaredRow(Record):
    """A row of a declared table. `DECLARED`: its columns by field; `NUMBER`, `MEASURE`: the first field with a value, a measure."""

    DECLARED: ClassVar[dict[str, Declared]] = {}
    NUMBER: ClassVar[str] = ""
    MEASURE: ClassVar[str] = ""
    KEY: ClassVar[Any] = Annotated[c.Id, documented("unique id", "model-comet")]

    @classmethod
    def holding(cls, *kinds: str) -> list[str]:
        """Declared columns that hold one of these, in their order."""
        return [name for name, column in cls.DECLARED.items() if column.holds in kinds]

    def values(self, *kinds: str) -> list[Any]:
        """The cells of these columns that are not empty."""
        cells = [getattr(self, name) for name in self.holding(*kinds)]
        return [cell for cell in cells if cell is not None]

    @classmethod
    def lacks(cls, holds: Sequence[str]) -> str:
        """The kind of column that a table with columns of these types still needs; empty: none."""
        return "" if "text" in holds or "name" in holds else "a text or name, by which its rows are called"


class CatalogueRow(DeclaredRow):
    """A thing that the story follows: what was said of it, when, and what became of it."""


class FigureRow(DeclaredRow):
    """One figure: its value, when and what it counts."""

    UNIQUE: ClassVar = ()  # keys are unique over all tables: scripts/facts/figures.py sees to it
    KEY: ClassVar = Annotated[
        c.Key, documented("name by which pages and charts cite the row; empty: not cited", "comet-2025")
    ]

    @classmethod
    def lacks(cls, holds: Sequence[str]) -> str:
        if holds.count("value") != 1:
            return "exactly one column that holds the value"
        if holds.count("year") + holds.count("date") != 1:
            return "exactly one column that holds its year or date"
        return "" if holds.count("measure") <= 1 else "a single measure"

    @property
    def number(self) -> Decimal | None:
        """The figure; None where the source states none."""
        return getattr(self, self.NUMBER)

    @property
    def measured(self) -> str:
        """What is counted, as in measures.csv: a cell, or else the name of the column."""
        return getattr(self, self.MEASURE) if self.MEASURE else self.NUMBER

    @property
    def in_year(self) -> int:
        [date] = self.values("year", "date")
        return date if isinstance(date, int) else date.first_day.year

    @property
    def series(self) -> tuple[str, ...]:
        """What its figures of other years share with it."""
        return (self.file, self.measured, *self.values("text", "name"))


def check_columns(base: type[DeclaredRow], columns: dict[str, Declared]) -> None:
    """Raises `InvalidValue` for the first that cannot be a column of such a table, or where they lack one that it needs."""
    for name, column in columns.items():
        is_taken = hasattr(base, name) or name in base.model_fields
        if is_taken or not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            expected = "a-z, 0-9 and underscores, and no name that every row has already"
            raise InvalidValue("is not a name for a column", expected, at=("columns", name))
        if column.not_before and column.not_before not in columns:
            raise InvalidValue(f"cannot be before {column.not_before!r}", ", ".join(columns), at=("columns", name))
    lacking = base.lacks([column.holds for column in columns.values()])
    if lacking:
        names = ", ".join(columns) or "(none)"
        raise InvalidValue(f"has the columns {names} and lacks {lacking}", 'lines such as columns.price = "value"')


def declare(base: type[DeclaredRow], table: str, about: str, columns: dict[str, Declared]) -> type[DeclaredRow]:
    """The class of a table's rows: a key, the declared columns in their order, and what every row has."""
    declared = dict(column.field(name) for name, column in columns.items())
    types = {"key": base.KEY, **declared, "source_ids": Sources, "confidence": Confidence, "note": Note}
    fields: dict[str, Any] = {field: (kind, ...) for field, kind in types.items()}
    row_class = create_model(table, __base__=base, __doc__=about, **fields)
    row_class.DECLARED = dict(zip(declared, columns.values(), strict=True))
    row_class.NUMBER = next(iter(row_class.holding("value")), "")
    row_class.MEASURE = next(iter(row_class.holding("measure")), "")
    return row_class
