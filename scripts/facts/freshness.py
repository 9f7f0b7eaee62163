"""Freshness of facts: which rows are due for another check, when, how much it matters, and what to search for.

The rules are in data/freshness.toml. `due(facts, day)` gives every row that ages, the most urgent first. A row is good
until `good_until` and due on the day after. A broken rule is reported with the file and the rule's number.

Builds have to be the same on any day, so pages are not compared with today: `build_day` is BUILD_DATE where the keeper
(or the weekly run) sets it, otherwise the day on which the facts were last checked, on which nothing is overdue.
"""

import datetime as dt
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, Field, ValidationInfo, model_validator

from scripts import paths, toml_file
from scripts.facts.facts import Facts
from scripts.facts.records import FigureRow, Record
from scripts.problems import Location, ProblemsFound

MAX_KEY_IMPORTANCE = 2  # facts of this importance or more are a page's key facts


class Rule(BaseModel, frozen=True, extra="forbid", strict=True):
    """One `[[rule]]` of freshness.toml: which rows it is for, for how many days they are good, how much they matter (1 most).

    `where`: column -> cells that match; `term`: a column with a date that also ends the time; `newest`: only a series' newest.
    """

    tables: list[str]
    days: Annotated[int, Field(ge=1, le=3650)]
    importance: Annotated[int, Field(ge=1, le=3)]
    search: str
    where: dict[str, list[str]] = {}
    term: str = ""
    newest: bool = False

    @model_validator(mode="after")
    def _of_tables_that_exist(self, info: ValidationInfo[Facts]) -> Self:
        """`info.context`: the facts."""
        columns = [*self.where, *filter(None, [self.term]), *re.findall(r"\{(.*?)\}", self.search)]
        for table in self.tables:
            info.context.rows_of(table, *columns)
        return self


class Rules(BaseModel, frozen=True, extra="forbid", strict=True):
    """The file freshness.toml."""

    rule: list[Rule] = []


@dataclass(frozen=True)
class Due:
    """A row that ages. `checked`: the day of its last check; `good_until`: the last day on which it is fresh."""

    row: Record
    importance: int
    checked: dt.date
    good_until: dt.date
    search: str

    def overdue(self, day: dt.date) -> bool:
        return day > self.good_until


def build_day(last_checked: dt.date) -> dt.date:
    """The day that pages are compared with: BUILD_DATE, or else the day of the last check."""
    given = os.environ.get("BUILD_DATE")
    try:
        return dt.date.fromisoformat(given) if given else last_checked
    except ValueError:
        raise Location("BUILD_DATE").error(f"{given!r} is not a day", "YYYY-MM-DD, or leave it out") from None


def load(facts: Facts, folder: Path = paths.DATA) -> list[Rule]:
    """The rules, in the order in which they are tried; without a file nothing ages. Raises `ProblemsFound` for wrong ones."""
    path = folder / "freshness.toml"
    if not path.exists():
        return []
    rules, file = toml_file.load(path, Rules, "TOML with [[rule]] entries", context=facts)
    if rules is None:
        raise ProblemsFound(file.problems)
    return rules.rule


def due(facts: Facts, rules: list[Rule], year: int) -> list[Due]:
    """Every row that ages, soonest first, then by importance. `year`: figures older than the year before it do not age."""
    newest = _newest(facts, year)
    ageing = []
    for row in facts.rows:
        rule = next((rule for rule in rules if _fits(rule, row, newest)), None)
        checked = checked_on(row, facts)
        if not rule or not checked:
            continue
        good_until = checked + dt.timedelta(days=rule.days)
        term = row.cell(rule.term) if rule.term else None
        if term and term.last_day >= checked:  # a promised date that has passed since the last look is news by itself
            good_until = min(good_until, term.last_day)
        cells = {column: _text(row, column).replace("_", " ") for column in row.all_columns()}
        search = re.sub(r" +", " ", rule.search.format(**cells))
        ageing.append(Due(row, rule.importance, checked, good_until, search))
    return sorted(ageing, key=lambda due: (due.good_until, due.importance, due.row.file, due.row.line))


def checked_on(row: Record, facts: Facts) -> dt.date | None:
    """The day on which a row was last checked: its own, or the newest on which one of its sources was read. None: it states no fact."""
    if row.last_checked:
        return row.last_checked
    sources = [facts.sources[name] for name in row.source_ids if name in facts.sources]
    return max((source.accessed for source in sources), default=None)


def _fits(rule: Rule, row: Record, newest: set[str]) -> bool:
    if row.table_name not in rule.tables or (rule.newest and row.place not in newest):
        return False
    return all(_text(row, column) in texts for column, texts in rule.where.items())


def _newest(facts: Facts, year: int) -> set[str]:
    """Places of the newest figures of each current series, one with a figure of last year or later."""
    stated = [row for row in facts.of_kind(FigureRow) if row.number is not None]
    last_years: dict[tuple, int] = {}
    for row in stated:
        last_years[row.series] = max(row.in_year, last_years.get(row.series, 0))
    return {row.place for row in stated if row.in_year == last_years[row.series] >= year - 1}


def _text(row: Record, column: str) -> str:
    """A cell as it stands in the file."""
    value = row.cell(column)
    if value is None:
        return ""
    return ";".join(value) if isinstance(value, tuple) else str(value)
