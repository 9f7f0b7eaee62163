"""A chart's TOML: its settings, its columns and its texts in each language, as scripts/charts/README.md describes them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, Field, create_model, model_validator

from scripts import paths, toml_file
from scripts.facts import untranslated
from scripts.problems import Problem, ProblemsFound, UnknownName, stop_on
from scripts.toml_file import TomlFile, one_of

COLUMN_KINDS = ("text", "own_text", "word", "number", "percent", "year", "date", "term")
"""Kinds of column: `own_text` names one of the chart's own texts (or is a pair of its name and what fills it), `word` is a key of
data/words.csv, `term` a date promised (`2027-2028`)."""
_Text = Annotated[str, Field(min_length=1)]


class ChartColumn(BaseModel, extra="forbid", strict=True, frozen=True):
    """A column of a chart's table; `digits` for numbers and per cents."""

    kind: Annotated[str, one_of(COLUMN_KINDS)] = "text"
    digits: int | None = None

    @model_validator(mode="before")
    @classmethod
    def _in_short(cls, settings: Any) -> Any:
        """`cars = "number"` says only its kind."""
        return {"kind": settings} if isinstance(settings, str) else settings


class Heights(BaseModel, extra="forbid", strict=True, frozen=True):
    """Height of the drawing by shape, in px; a share card's is given."""

    wide: int
    narrow: int
    poster: int | None = None

    def of(self, shape: str) -> int:
        return getattr(self, shape, None) or self.wide


class DraftTexts(BaseModel, extra="allow", strict=True):
    """The texts of a language that is a draft: any may be missing."""

    __pydantic_extra__: dict[str, _Text] = Field(init=False)
    columns: dict[str, _Text] = {}


class Texts(DraftTexts):
    """The texts of a language: those that each chart has, the headers of its columns, and whatever words its drawing has."""

    title: _Text
    question: _Text
    takeaway: _Text
    alt: _Text
    unit: _Text


class ChartSettings(BaseModel, extra="forbid", strict=True, frozen=True):
    """What the file holds beside the texts."""

    pages: list[str] = []
    topics: list[str] = []
    order: int = 1000
    height: Heights
    named_by: list[str] = []
    columns: dict[str, ChartColumn] = Field(min_length=1)
    cells: dict[str, ChartColumn] = {}
    title_says: dict[str, int | str] = {}  # what a text would have in braces -> what the titles' own words say of it


def load(path: Path) -> tuple[ChartSettings, dict[str, dict[str, Any]], TomlFile]:
    """A chart's settings, its texts by language, and the file that both are from. Raises `ProblemsFound`."""
    sections: dict[str, Any] = dict.fromkeys(paths.LANGUAGES, (Texts, ...))
    sections |= dict.fromkeys(paths.DRAFTS, (DraftTexts, DraftTexts()))
    model = create_model("ChartFile", __base__=ChartSettings, **sections)
    expected = f"TOML with the texts and columns of the chart that {path.stem}.py draws"
    settings, file = toml_file.load(path, model, expected)
    if settings is None:
        raise ProblemsFound(file.problems)
    texts = {language: getattr(settings, language).model_dump(exclude_unset=True) for language in sections}
    stop_on(_contradictions(file, settings, texts))
    for language in paths.DRAFTS:
        texts[language] = _completed(texts[language], texts[paths.MAIN])
    return settings, texts, file


def _completed(draft: dict[str, Any], main: dict[str, Any]) -> dict[str, Any]:
    """A draft's texts; where it lacks one, that of the main language, marked."""
    marked = {name: untranslated.mark(text) for name, text in main.items() if name != "columns"}
    headers = {name: untranslated.mark(header) for name, header in main["columns"].items()}
    return marked | draft | {"columns": headers | draft.get("columns", {})}


def _contradictions(file: TomlFile, settings: ChartSettings, texts: dict[str, dict[str, Any]]) -> Iterator[Problem]:
    """Columns that are not there or have no header, and texts that stand in one language only."""
    columns = settings.columns
    for name in settings.named_by:
        if name not in columns:
            yield file.problem(("named_by",), UnknownName(name, "a column", columns))
    for language in paths.LANGUAGES:
        section = texts[language]
        for name in columns.keys() - section.get("columns", {}).keys():
            wrong = f"has no header for column {name!r}"
            yield file.problem((language, "columns"), wrong, f"one for each of {', '.join(columns)}")
        for name in texts[paths.MAIN].keys() ^ section.keys():
            yield file.problem((language, name), "stands in one language only", "the same names in all")
