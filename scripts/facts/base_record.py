"""The base class of all records, and the columns that many tables share."""

import datetime as dt
import inspect
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from scripts import paths
from scripts.facts import cells as c
from scripts.facts import untranslated
from scripts.problems import InvalidValue, Location, Problem, UnknownName


@dataclass(frozen=True)
class Column:
    """A column of a table: the field of a record that it fills, in which language, and what the column dictionary says of it."""

    name: str
    field: str
    language: str
    meaning: str
    example: str
    allowed: c.Allowed


class Record(BaseModel):
    """A row with its place. `file` is relative to the project, `line` counts from 1.

    A translated field has the main language's text; `others` has those of the other languages, by column: `title_fr`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    PLACE: ClassVar = ("file", "line", "others")
    UNIQUE: ClassVar[tuple[str, ...]] = ("key",)
    """The fields that together name a row: no two rows of a table may share them."""

    NAMES: ClassVar[tuple[str, ...]] = ()
    """Translated fields that are empty where another language has the same name."""

    WHERE_NEEDED: ClassVar[tuple[str, ...]] = ()
    """Translated fields that are empty in the language in which the row's own words stand: a quote is not translated into its own."""

    IN_OWN_LANGUAGE: ClassVar[tuple[str, ...]] = ()
    """Fields of text in the language that the row's column `language` names."""

    file: str
    line: int
    others: dict[str, c.OptionalText] = {}

    # What most tables have a column for; the rows of the others have none.
    key: str | None = None
    source_ids: tuple[str, ...] = ()
    confidence: str = ""
    note: str | None = None
    last_checked: dt.date | None = None

    @model_validator(mode="before")
    @classmethod
    def _by_field(cls, cells: dict[str, Any]) -> dict[str, Any]:
        """Cells by column -> by field, with those of further languages apart."""
        fields: dict[str, Any] = {}
        others: dict[str, str] = {}
        for name, cell in cells.items():
            column = cls.all_columns().get(name)
            if column is None or column.language == paths.MAIN:
                fields[column.field if column else name] = cell
            elif cell:
                others[name] = cell
        return fields | {"others": others}

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def table_name(self) -> str:
        return Path(self.file).stem

    def place_of(self, column: str) -> Location:
        return Location(self.file, self.line, column)

    def problem(self, column: str, wrong: str | InvalidValue, expected: str = "") -> Problem:
        """What is wrong with one of its cells."""
        return self.place_of(column).problem(wrong, expected)

    @classmethod
    @cache
    def all_columns(cls) -> dict[str, Column]:
        """Its columns by name, in every language that is declared."""
        columns: dict[str, Column] = {}
        for field in inspect.get_annotations(cls):
            if field not in cls.model_fields:  # a constant of the class
                continue
            info = cls.model_fields[field]
            [allowed] = info.metadata
            [example] = info.examples or [""]
            name = cls.column(field, paths.MAIN)
            columns[name] = Column(name, field, paths.MAIN, info.description or "", example, allowed)
            if field not in cls.translated():
                continue
            if field in cls.NAMES:
                allowed = c.allowed_in(c.OptionalText)
            for language in paths.ALL_LANGUAGES[1:]:
                name = cls.column(field, language)
                example_there = f"{example} ({language})"
                columns[name] = Column(name, field, language, "the same in {language}", example_there, allowed)
        return columns

    @classmethod
    @cache
    def columns(cls) -> dict[str, Column]:
        """Its columns in the published languages, by name."""
        return {name: column for name, column in cls.all_columns().items() if column.language in paths.LANGUAGES}

    @classmethod
    @cache
    def translated(cls) -> list[str]:
        """The fields whose text stands in every language."""
        extras: dict[str, Any] = {field: info.json_schema_extra or {} for field, info in cls.model_fields.items()}
        return [field for field, extra in extras.items() if extra.get("translated")]

    @classmethod
    @cache
    def text_columns(cls) -> list[Column]:
        """The columns of its translated texts, without those of fields in `WHERE_NEEDED`."""
        fields = set(cls.translated()).difference(cls.WHERE_NEEDED)
        return [column for column in cls.columns().values() if column.field in fields]

    @classmethod
    def column(cls, field: str, language: str) -> str:
        """The column that holds a field in a language: `title_en` and `title_fr`, or `note` in the main one and `note_fr`."""
        extra: Any = cls.model_fields[field].json_schema_extra
        name: str = extra["name"]
        if language != paths.MAIN and "{language}" not in name:
            name = "{field}_{language}"
        return name.format(field=field, language=language)

    def cell(self, name: str) -> Any:
        """The value of a column. Raises UnknownName for a column that the table lacks."""
        column = self.all_columns().get(name)
        if column is None:
            raise UnknownName(name, f"a column of {self.table_name}", self.columns())
        return getattr(self, column.field) if column.language == paths.MAIN else self.others.get(name)

    def text_in(self, field: str, language: str) -> str:
        """A text in an edition's language; where a draft lacks it, the main language's, marked."""
        main = getattr(self, field) or ""
        if language == paths.MAIN or field not in self.translated():
            return main
        translation = self.others.get(self.column(field, language))
        if not translation and language in paths.DRAFTS and field not in self.NAMES:
            return untranslated.mark(main)
        return translation or main

    def each(self, field: str) -> dict[str, str]:
        return {language: self.text_in(field, language) for language in paths.ALL_LANGUAGES}


def documented(meaning: str, example: str, *, name: str = "{field}", translated: bool = False) -> Any:
    """The field of a column, with what the column dictionary says of it. `name`: of the column, where it is not the field's."""
    return Field(description=meaning, examples=[example], json_schema_extra={"name": name, "translated": translated})


def in_each_language(meaning: str, example: str, name: str = "{field}_{language}") -> Any:
    """A translated text, with a column for each language: `title_en`, `title_fr`; or `note`, `note_fr`."""
    return documented(meaning, example, name=name, translated=True)


Sources = Annotated[c.Ids, documented("ids of rows in sources.csv that state it", "gazette-2026-01-20")]
Confidence = Annotated[
    c.Confidence,
    documented(
        "high: issuer's document or two independent sources; medium: one good source; low: weak or disputed", "high"
    ),
]
Note = Annotated[
    c.OptionalText,
    in_each_language(
        "definition, discrepancy, what was counted; required where confidence is low", "Change +33%", "{field}"
    ),
]
Topic = Annotated[c.Topic, documented("what it is about", "product")]
