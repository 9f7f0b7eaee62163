"""Charts by file: scripts/charts/<slug>.toml and <slug>.py, with `_` for the `-` of the slug.

The TOML file is the writer's:

    pages = ["numbers"]                  # pages that explain it (optional)
    topics = ["market"]                  # words for the gallery's filter (optional)
    order = 20                           # place in the gallery, the most important first
    height = {wide = 380, narrow = 340}  # of the drawing, in px; `poster` (the e-mail picture) as wide where not given
    named_by = ["year"]                  # columns that name a row where its note is read alone (optional; else the first)

    counts = ["all", "held"]             # numbers in words of the title, as in `values(rows, fmt)` (see scripts/checks/counts.py)

    [columns]                            # the table and the CSV, in order: name = kind, or {kind = "number", digits = 1}
    year = "year"                        # kinds: text, label, word, number, percent, year, date, term
    cars = "number"

    [values]                             # cells of rows that are no columns but stand in texts (optional)
    share = "percent"

    [en]                                 # one part a language
    title = "..."                        # also question, takeaway, alt, unit, and any words of the drawing's own
    columns = {year = "Year", cars = "Registrations"}

`{cars[2025]}` in a text is the cell of column `cars` in the row whose first column is 2025, in the edition's form; `{cars[last]}`
and `{year[last]}` follow the newest row, so a text stays true when a row is added.

The module is the drawing:

    rows(facts) -> list[Row]         each row keeps the sources and the confidence of the record that it came from
    marks(rows, fmt)                 what is drawn (scripts/drawing/plot.py), in its order, as list or generator; None is skipped
    SCALE or scale(rows) (optional)  {"y": (from, to)}: the ends of an axis, None where one follows from the marks
    values(rows, fmt) (optional)     {name: text} for what texts say beyond the cells
    picture(rows, fmt, sheet)        instead of marks, for a picture that is a map of its own: the same marks, placed in px from the
                                     top left corner of a sheet, which knows `width`, `height`, `em` and `shape`

The marks:

    bars(rows, x=, y=)               a bar a row, lying down with `across`; `text` stands at its end,
                                     `ticks` (as a rule the cell of its place) under it
    line(rows, x=, y=)               a line through rows; without rows through lists of places,
                                     or straight across where only `x` or `y` is given
    dots(rows, x=, y=)               a dot a row
    label(words, x=, y=)             words at a place
    band(x=, y=)                     a shaded ground between two places of an axis
    stripes(x=, y=)                  slanting lines over a bar that was reckoned, not counted
    path(outline, x=, y=)            a drawing of your own
    ticks({place: text})             what stands along an axis
    only(shapes, marks)              marks of some shapes alone

A string for `text`, `ticks` or `hover` names a column, whose cell is shown raw; give a function of the row for the edition's form,
such as `text=lambda row: fmt.number(row["cars"])`. `ticks=""` leaves the place under a bar empty. The words of `label` are words as
they stand. A `color` is a role, TOKENS in scripts/drawing/theme.py: `accent` the subject, `context` what it is compared with,
`warm` a target or what did not happen.

`facts`: `select("TABLE", period="FY")`, the records of a table with these cells (a tuple: any of them), at least one; `figure(key)`,
with its `number` and `year`; `row("events", key)`, one record of a kind of row.

Rows are made by `Row.of(record or figure, cars=...)`, by `Row.gap(year=..., cars=None)` where nothing is stated, or, one a year with
its gaps, by `yearly(records, cars="units")`; `row.also(...)` has more cells, `row.resting_on(record)` further sources. `row["cars"]`
is a cell. A cell `id` names the row for texts (`{cars[best]}`), else its first column does. Rows, and what each kind of column holds
(`KINDS`), are in scripts/drawing/chart.py.

`fmt` has the edition's forms: `number`, `percent`, `date`, `term`; `label(cell)` and `text("name", n=...)` from the chart's texts,
`word(key)` from data/words.csv, `in_language({"en": ..., "fr": ...})`, and `doubtful(row, text)`, which marks a figure of low confidence.

Shapes are wide, narrow, poster and card. The ends of an axis, and whatever a mark is given, may differ by shape: `{"wide": ...,
"card": ...}` (one not named is as wide). Where more differs, draw two marks, each with its `shapes`, or several by
`only(shapes, marks)`. A share card asks for no `height`: its source and a title of two lines leave the drawing 170 px of 315, so leave
marks out with `shapes=BUT_CARD`.
"""

import importlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, ValidationError, create_model

from scripts import paths
from scripts.drawing.chart import KINDS, TEXTS, Chart, Column, line_of, slug_of
from scripts.facts import untranslated
from scripts.problems import Problem, ProblemsFound, UnknownName, stop_on
from scripts.toml_file import TomlFile, line_at

PACKAGE = "scripts.charts"
_NAMES = Field((), description='a list of names in quotes, such as ["market", "product"]')
_KINDS = Field({}, description=f"a kind, {', '.join(KINDS)}, or {{kind = ..., digits = ...}}")
_Text = Annotated[str, Field(min_length=1)]


class _Kind(BaseModel, extra="forbid", strict=True):
    kind: Literal[KINDS]
    digits: int | None = None


class _Texts(BaseModel, extra="allow", strict=True):
    __pydantic_extra__: dict[str, _Text]
    columns: dict[str, _Text] = {}


class _Settings(BaseModel, extra="forbid", strict=True):
    """A chart's TOML but its languages; a description is what a message says to be expected."""

    pages: list[str] = _NAMES
    topics: list[str] = _NAMES
    order: int = Field(0, description="a whole number without quotes")
    height: dict[Literal["wide", "narrow", "poster"], int] = Field(min_length=2, description="{wide = px, narrow = px}")
    named_by: list[str] = _NAMES
    columns: dict[str, Literal[KINDS] | _Kind] = Field(min_length=1, description=_KINDS.description)
    values: dict[str, Literal[KINDS] | _Kind] = _KINDS
    counts: list[str] = _NAMES


@cache
def _settings_in(languages: tuple[str, ...], drafts: tuple[str, ...]) -> type[_Settings]:
    """The settings with the texts of each language; a draft's may be missing. Made once, not for each chart."""
    texts = create_model("Texts", __base__=_Texts, **dict.fromkeys(TEXTS, (_Text, ...)))
    expected = 'texts in quotes, in every language, and columns = {NAME = "its header"}'
    parts = {one: (texts, Field(description=expected)) for one in languages}
    parts |= {one: (_Texts, Field({}, description=expected)) for one in drafts}
    return create_model("Settings", __base__=_Settings, **parts)


def discover(languages: tuple[str, ...], package: str = PACKAGE) -> dict[str, Chart]:
    """All charts by slug, in the order of the gallery. Raises `ProblemsFound` for files that break the contract."""
    found: list[Chart] = []
    problems: list[Problem] = []
    folder = importlib.import_module(package)
    place = Path(next(iter(folder.__path__)))
    for name in sorted({file.stem for file in place.glob("[!_]*.*") if file.suffix in (".py", ".toml")}):
        file = f"{package.replace('.', '/')}/{name}.py"
        try:
            module = importlib.import_module(f"{package}.{name}")
            found.append(_chart(name, module, place / f"{name}.toml", file, languages))
        except ProblemsFound as several:
            problems += several.problems
        except Exception as wrong:  # noqa: BLE001 - a keeper's module may fail in any way, and the others are still to be looked at
            line = getattr(wrong, "lineno", 0) or line_of(wrong, str(place / f"{name}.py"))
            expected = ""
            if isinstance(wrong, ImportError):
                expected = UnknownName(str(wrong).split("'")[1], "", dir(sys.modules.get(wrong.name))).expected
            problems.append(Problem(file, line, "import", f"{type(wrong).__name__}: {wrong}", expected))
    stop_on(problems)
    return {chart.slug: chart for chart in sorted(found, key=lambda chart: (chart.order, chart.slug))}


def _chart(name: str, module: ModuleType, toml: Path, file: str, languages: tuple[str, ...]) -> Chart:
    there = {"rows": hasattr(module, "rows"), "marks": hasattr(module, "marks") or hasattr(module, "picture")}
    missing = "is missing", "rows(facts), and marks(rows, fmt) or picture(rows, fmt, sheet)"
    stop_on(Problem(file, 0, function, *missing) for function, found in there.items() if not found)
    settings_file = TomlFile(toml, f"TOML with the texts and columns of the chart that {file} draws")
    stop_on(settings_file.problems)
    said, written = settings_file.settings, settings_file.text
    text_file, broken = file.removesuffix(".py") + ".toml", []
    for section, key, *told in _problems(said, languages):
        line = line_at(written, tuple(filter(None, (section, key))))
        broken.append(Problem(text_file, line, f"[{section}] {key}" if section and key else section or key, *told))
    stop_on(broken)
    columns = {column.name: column for column in _columns(said, "columns")}
    main = said[languages[0]]
    return Chart(
        slug=slug_of(name), module=module, written=written, columns=tuple(columns.values()), extra=_columns(said, "values"),
        texts={language: said[language] for language in languages}
        | {draft: _completed(said.get(draft, {}), main) for draft in paths.DRAFTS},
        named_by=tuple(columns[one] for one in said.get("named_by", list(columns)[:1])), heights=said["height"],
        **{key: said[key] for key in ("topics", "pages", "order", "counts") if key in said},
    )


def _completed(texts: dict[str, Any], main: dict[str, Any]) -> dict[str, Any]:
    """A draft's texts, with those of the main language, marked, where it lacks one."""
    return {name: texts.get(name) or untranslated.mark(text) for name, text in main.items() if name != "columns"} | {
        "columns": {name: texts.get("columns", {}).get(name) or untranslated.mark(text) for name, text in main["columns"].items()},
    }


def _columns(said: dict[str, Any], part: str) -> tuple[Column, ...]:
    """The columns of a part, each said by its kind or by a table of settings."""
    return tuple(Column(name, **kind if isinstance(kind, dict) else {"kind": kind}) for name, kind in said.get(part, {}).items())


def _problems(said: dict[str, Any], languages: tuple[str, ...]) -> Iterator[tuple[str, str, str, str]]:
    """What is wrong in a chart's TOML: the section, the setting, what is wrong there and what is expected."""
    model = _settings_in(languages, tuple(paths.DRAFTS))
    try:
        model(**said)
    except ValidationError as wrong:
        for name, key in ((*error["loc"], "")[:2] for error in wrong.errors()):
            section = isinstance(said.get(name), dict) and name != "height"
            value = said[name].get(key) if section and key else said.get(name)
            seen = repr(value) if value else "is missing or empty"
            known = model.model_fields.get(name)
            unknown = UnknownName(name, "a setting", model.model_fields)
            told = (seen, known.description) if known else (unknown.wrong, unknown.expected)
            yield *((name, key) if section else ("", name)), *told
        return
    columns = said["columns"]
    for one in said.get("named_by", []):
        if one not in columns:
            unknown = UnknownName(one, "a column", columns)
            yield "", "named_by", unknown.wrong, unknown.expected
    for language in languages:
        for name in columns.keys() - said[language].get("columns", {}).keys():
            yield language, "columns", f"has no header for column {name!r}", f"one for each of {', '.join(columns)}"
        for name in sorted(set(said[languages[0]]) ^ set(said[language])):
            yield language, name, "stands in one language only", "the same names in all"
