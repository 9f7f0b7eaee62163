"""What every record is, and the columns that many tables share."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict

from scripts.facts import cells as c
from scripts.facts.cells import Column
from scripts.problems import Problem


class Record(BaseModel):
    """A row that knows where it stands. `file` is relative to the project, `line` counts from 1."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    PLACE: ClassVar = ("file", "line")
    UNIQUE: ClassVar[tuple[str, ...]] = ("key",)
    """The columns that together name a row: no two rows of a table may share them."""

    OWN_LANGUAGE: ClassVar[tuple[str, ...]] = ()
    """Texts in a language of their own, whose translations stand only where they are needed."""

    file: str
    line: int

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"

    def problem(self, column: str, message: str) -> Problem:
        """What is wrong with one of its cells."""
        return Problem(self.file, self.line, column, message)

    @classmethod
    def columns(cls) -> dict[str, tuple[Column, c.Allowed]]:
        """Column name -> (dictionary entry, what is allowed), in the order of the file."""
        found = {}
        for name, field in cls.model_fields.items():
            if name not in cls.PLACE:
                entry = next(m for m in field.metadata if isinstance(m, Column))
                allowed = next(m for m in field.metadata if isinstance(m, c.Allowed))
                found[name] = (entry, allowed)
        return found

    def word(self, column: str, language: str) -> str:
        """The cell of a text column in an edition's language: `column_en`, or `column` and `column_fr`."""
        own = f"{column}_{language}"
        return getattr(self, own if own in type(self).model_fields else column) or ""


def key(good: str) -> Any:
    """The column by which a figure is cited; a row that nobody cites has none."""
    return Annotated[c.Key, Column("name by which pages and charts cite the row; empty: not cited", good, good.replace("-", " ").title())]


def text(meaning: str, good: str) -> Any:
    """A column of text that may not be empty."""
    return Annotated[c.Text, Column(meaning, good, "")]


Sources = Annotated[c.Ids, Column("ids of rows in sources.csv that state it", "gazette-2026-01-20", "see note")]
Confidence = Annotated[
    c.Confidence,
    Column("high: issuer's document or two independent sources; medium: one good source; low: weak or disputed", "high", "sure"),
]
Note = Annotated[c.OptionalText, Column("definition, discrepancy, what was counted; required where confidence is low", "Change +33%", "=see")]
NoteFr = Annotated[c.OptionalText, Column("the note in French; empty only where the note is", "Variation : +33 %", "=voir")]
Topic = c.one_of("strategy", "partnership", "product", "people", "market", "motorsport")
