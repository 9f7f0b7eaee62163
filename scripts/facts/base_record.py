"""What every record is, and the columns that many tables share."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from scripts import paths
from scripts.facts import cells as c
from scripts.facts import untranslated
from scripts.facts.cells import Column
from scripts.problems import Problem, UnknownName

_MAY_LACK = get_args(c.OptionalText)[-1]


class Record(BaseModel):
    """A row that knows where it stands. `file` is relative to the project, `line` counts from 1.

    A field of text that is translated holds the main language's words; those of the others stand in `others`, by column: `title_fr`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    PLACE: ClassVar = ("file", "line", "others")
    UNIQUE: ClassVar[tuple[str, ...]] = ("key",)
    """The columns that together name a row: no two rows of a table may share them."""

    NAMES: ClassVar[tuple[str, ...]] = ()
    """Translated fields that are empty where another language has the same name."""

    WHERE_NEEDED: ClassVar[tuple[str, ...]] = ()
    """Translated fields that are empty in the language in which the row's own words stand: a quote is not translated into its own."""

    LEFT_EMPTY: ClassVar[tuple[str, ...]] = ()
    """Columns that the example row leaves empty: beside its other cells their own example would contradict."""

    file: str
    line: int
    others: dict[str, c.OptionalText] = {}

    @model_validator(mode="before")
    @classmethod
    def _by_field(cls, cells: dict[str, Any]) -> dict[str, Any]:
        """Cells by column -> by field, with those of further languages apart."""
        fields = cls.fields()
        further = [column for column in cells if column in fields and fields[column][1] != paths.MAIN]
        own = {fields.get(column, (column,))[0]: cell for column, cell in cells.items() if column not in further}
        return own | {"others": {column: cells[column] for column in further if cells[column]}}

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"

    def problem(self, column: str, wrong: str, expected: str = "") -> Problem:
        """What is wrong with one of its cells."""
        return Problem(self.file, self.line, column, wrong, expected)

    @classmethod
    @cache
    def fields(cls) -> dict[str, tuple[str, str]]:
        """Column -> its field and language, in every language that is declared."""
        return {
            cls.column(name, language): (name, language)
            for name, (entry, _) in cls._described().items()
            for language in (paths.ALL_LANGUAGES if entry.translated else (paths.MAIN,))
        }

    @classmethod
    @cache
    def translated(cls) -> dict[str, Column]:
        """Field -> its entry, for every text that stands in each language."""
        return {name: entry for name, (entry, _) in cls._described().items() if entry.translated}

    @classmethod
    @cache
    def _described(cls) -> dict[str, tuple[Column, c.Allowed]]:
        """Field -> its entry and what is allowed, which stand behind the validator of its type."""
        described = {name: field.metadata for name, field in cls.model_fields.items() if name not in cls.PLACE}
        return {name: (entry, allowed) for name, (_, allowed, entry) in described.items()}

    @classmethod
    def column(cls, field: str, language: str) -> str:
        """The column that holds a field in a language: `title_en` and `title_fr`, or `note` in the main one and `note_fr`."""
        entry = cls._described().get(field, (Column(""),))[0]
        named = entry.translated or "{field}"
        return (named if language == paths.MAIN or "{language}" in named else "{field}_{language}").format(field=field, language=language)

    @classmethod
    def columns(cls) -> dict[str, tuple[Column, c.Allowed]]:
        """Column -> (dictionary entry, what is allowed) in published languages: the order of the file, but for its translations."""
        found = {}
        for column, (field, language) in cls.fields().items():
            entry, allowed = cls._described()[field]
            if language == paths.MAIN:
                found[column] = entry, allowed
            elif language in paths.LANGUAGES:
                entry = Column("the same in {language}", f"{entry.good} ({language})", "=" + entry.good, language=language)
                found[column] = entry, _MAY_LACK if field in (*cls.NAMES, *cls.WHERE_NEEDED) else allowed
        return found

    def cell(self, column: str) -> Any:
        """What the row holds in a column of its file. Raises UnknownName for a column that the file has not."""
        if column not in self.fields():
            raise UnknownName(column, f"a column of {Path(self.file).stem}", self.columns())
        field, language = self.fields()[column]
        return getattr(self, field) if language == paths.MAIN else self.others.get(column)

    def word(self, field: str, language: str) -> str:
        """A text in an edition's language; in the main one, and marked, where a draft lacks it."""
        own = self.others.get(self.column(field, language)) if language != paths.MAIN else None
        lacking = not own and language in paths.DRAFTS and field in self.translated() and field not in self.NAMES
        return own or (untranslated.mark(getattr(self, field) or "") if lacking else getattr(self, field) or "")

    def each(self, field: str) -> dict[str, str]:
        """A text in every language."""
        return {language: self.word(field, language) for language in paths.ALL_LANGUAGES}


def in_each_language(meaning: str, good: str, named: str = "{field}_{language}", kind: Any = c.Text) -> Any:
    """A text that stands in every language, each in a column of its own: `title_en`, `title_fr`; or `note`, `note_fr`."""
    return Annotated[kind, Column(meaning, good, "" if kind is c.Text else "=" + good, translated=named)]


Sources = Annotated[c.Ids, Column("ids of rows in sources.csv that state it", "gazette-2026-01-20", "see note")]
Confidence = Annotated[
    c.Confidence,
    Column("high: issuer's document or two independent sources; medium: one good source; low: weak or disputed", "high", "sure"),
]
Note = in_each_language(
    "definition, discrepancy, what was counted; required where confidence is low", "Change +33%", "{field}", c.OptionalText
)
Topic = Annotated[c.Topic, Column("what it is about", "product", "Cars")]
