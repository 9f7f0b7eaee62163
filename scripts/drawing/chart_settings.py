"""A chart's TOML: its settings, its columns and its texts in each language, as scripts/charts/README.md describes them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, field_validator

from scripts import paths
from scripts.facts import untranslated
from scripts.problems import Problem, UnknownName, stop_on
from scripts.toml_file import TomlFile

KINDS = ("text", "label", "word", "number", "count", "percent", "year", "date", "term")
"""Kinds of column: `label` names one of the chart's own texts (or is a pair of its name and what fills it), `word` is a key of
data/words.csv, `count` a small number in words, `term` a date promised (`2027-2028`)."""
_Text = Annotated[str, Field(min_length=1)]


class Column(BaseModel, extra="forbid", strict=True, frozen=True):
    """A column of a chart's table; `digits` for numbers and per cents."""

    name: str
    kind: Literal[KINDS] = "text"
    digits: int | None = None


class Heights(BaseModel, extra="forbid", strict=True, frozen=True):
    """Height of the drawing by shape, in px; a share card's is given."""

    wide: int
    narrow: int
    poster: int | None = None

    def of(self, shape: str) -> int:
        return getattr(self, shape, None) or self.wide


class DraftTexts(BaseModel, extra="allow", strict=True):
    """The texts of a language that is a draft: any may be missing."""

    __pydantic_extra__: dict[str, _Text]
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
    columns: dict[str, Column] = Field(min_length=1)
    values: dict[str, Column] = {}
    counts: list[str] = []

    @field_validator("columns", "values", mode="before")
    @classmethod
    def _named(cls, kinds: Any) -> Any:
        """`cars = "number"` is short for `cars = {kind = "number"}`."""
        if not isinstance(kinds, dict):
            return kinds
        columns = {}
        for name, kind in kinds.items():
            columns[name] = {"name": name, **(kind if isinstance(kind, dict) else {"kind": kind})}
        return columns


def load(path: Path, languages: tuple[str, ...]) -> tuple[ChartSettings, dict[str, dict[str, Any]], TomlFile]:
    """A chart's settings, and its texts by language. Raises `ProblemsFound`."""
    file = TomlFile(path, f"TOML with the texts and columns of the chart that {path.stem}.py draws")
    stop_on(file.problems)
    every_language = (*languages, *paths.DRAFTS)
    sections = {language: file.settings.pop(language) for language in every_language if language in file.settings}
    head = file.fit(ChartSettings)
    file.settings = sections
    sections = {
        language: file.fit(DraftTexts if language in paths.DRAFTS else Texts, language) for language in sections
    }
    for language in languages:
        if language not in sections:
            file.problems.append(file.problem((language,), "is missing", "a [table] with the texts of this language"))
    stop_on(file.problems)
    texts = {language: section.model_dump(exclude_unset=True) for language, section in sections.items()}
    stop_on(_contradictions(file, head, {language: texts[language] for language in languages}))
    for language in paths.DRAFTS:
        texts[language] = _completed(texts.get(language, {}), texts[languages[0]])
    return head, texts, file


def _completed(draft: dict[str, Any], main: dict[str, Any]) -> dict[str, Any]:
    """A draft's texts, with those of the main language, marked, where it lacks one."""
    headers = _marked(main["columns"]) | draft.get("columns", {})
    return _marked(main) | draft | {"columns": headers}


def _marked(texts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: untranslated.mark(text) for name, text in texts.items() if isinstance(text, str)}


def _contradictions(file: TomlFile, head: ChartSettings, texts: dict[str, dict[str, Any]]) -> Iterator[Problem]:
    """Columns that are not there or have no header, and texts that stand in one language only."""
    for name in head.named_by:
        if name not in head.columns:
            unknown = UnknownName(name, "a column", head.columns)
            yield file.problem(("named_by",), unknown.wrong, unknown.expected)
    main, *_ = texts.values()
    for language, section in texts.items():
        for name in head.columns.keys() - section.get("columns", {}).keys():
            wrong = f"has no header for column {name!r}"
            yield file.problem((language, "columns"), wrong, f"one for each of {', '.join(head.columns)}")
        for name in sorted(main.keys() ^ section.keys()):
            yield file.problem((language, name), "stands in one language only", "the same names in all")
