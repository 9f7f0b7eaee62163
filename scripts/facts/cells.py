"""Cell types: each parses the text of a cell, and says in a sentence what is allowed.

A value that is not allowed raises `InvalidValue`; the reader adds file, line, column and the value seen.
"""

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Annotated, Any, get_args
from urllib.parse import urlsplit

from pydantic_core.core_schema import CoreSchema, no_info_plain_validator_function

from scripts.problems import InvalidValue

LEVELS = ("high", "medium", "low")
"""Levels of confidence, the surest first."""
MAX_LETTERS = 1500  # characters; the longest real cell has about half of this


@dataclass(frozen=True)
class Allowed:
    """What a cell may hold: `text` says it to a keeper, `shape` to the data package.

    `convert` makes the value of a cell that matches the pattern, or raises `ValueError` (`InvalidValue`, where it says more).
    `words`: those of which a cell holds one, the same in every language; none where it may hold others.
    """

    pattern: str
    text: str
    convert: Callable[[str], Any] = str
    words: tuple[str, ...] = ()
    required: bool = True
    shape: Mapping[str, Any] = field(default_factory=dict)

    def parse(self, cell: str) -> Any:
        """The value of a cell; None where it may be empty and is. Raises `InvalidValue` for what is not allowed."""
        if not cell and not self.required:
            return None
        if not cell:
            raise InvalidValue("is empty", self.text)
        # ASCII: other scripts' digits would look right and sort wrong.
        if not re.fullmatch(self.pattern, cell, re.ASCII):
            raise InvalidValue("is not allowed", self.text)
        try:
            return self.convert(cell)
        except InvalidValue:
            raise
        except ValueError:
            raise InvalidValue("is not allowed", self.text) from None

    def __get_pydantic_core_schema__(self, *_: Any) -> CoreSchema:
        return no_info_plain_validator_function(self.parse)


class PartialDate(str):
    """A date as exactly as a source gives it, a year, a month or a day, in ISO's form, which sorts as its first days do."""

    def __init__(self, _text: str):
        _ = self.first_day  # raises ValueError for a month 13 or a 30 February

    @property
    def first_day(self) -> dt.date:
        return dt.date.fromisoformat(f"{self}-01-01"[:10])

    @property
    def last_day(self) -> dt.date:
        first = self.first_day
        if self.precision == "day":
            return first
        month = 12 if self.precision == "year" else first.month
        _, days = calendar.monthrange(first.year, month)
        return dt.date(first.year, month, days)

    @property
    def precision(self) -> str:
        return ("year", "month", "day")[self.count("-")]


class PromisedDate(str):
    """A date as it is promised: a year, a month, or two years, `2027-2028` a span and `2027 and 2028` each of them."""

    def __init__(self, _text: str):
        if self.dates != sorted(self.dates):
            raise ValueError("ends before it begins")

    @property
    def dates(self) -> list[PartialDate]:
        return [PartialDate(date) for date in re.split(r" and |-(?=\d{4})", self)]

    @property
    def first_day(self) -> dt.date:
        return self.dates[0].first_day

    @property
    def last_day(self) -> dt.date:
        return self.dates[-1].last_day


class ScaledUnit(str):
    """A unit of figures: `cars`, or `million_cars` and `usd_million`, of which `name` is counted in millions."""

    @property
    def name(self) -> str:
        return self.removeprefix("million_").removesuffix("_million")

    @property
    def scale(self) -> int:
        return 1 if self == self.name else 1_000_000


def one_of(*words: str) -> Allowed:
    return Allowed("|".join(map(re.escape, words)), " | ".join(words), words=words)


def allowed_in(kind: Any) -> Allowed:
    """What the cells of a type of field may hold."""
    _, allowed = get_args(kind)
    return allowed


def _or_empty(kind: Any) -> Allowed:
    """What the cells of a type of field may hold, or nothing."""
    allowed = allowed_in(kind)
    return replace(allowed, text=f"empty, or {allowed.text}", required=False)


TAG = re.compile(r"</?[a-zA-Z]\w*")


def _text(cell: str) -> str:
    if cell[0] in "=+-@\t\r":
        raise InvalidValue(
            f"begins with {cell[0]!r}, which spreadsheets run as a formula", "plain text, so start with a word"
        )
    if len(cell) > MAX_LETTERS:
        raise InvalidValue(f"has {len(cell)} characters", f"at most {MAX_LETTERS}")
    if cell != cell.strip():
        raise InvalidValue("has spaces at its start or end", "trimmed text")
    if tag := TAG.search(cell):
        raise InvalidValue(f"holds the tag {tag[0]!r}, which pictures would obey and pages show", "plain text")
    for character in cell:
        if character >= "\U0001f000":
            raise InvalidValue(f"holds the sign U+{ord(character):04X}, for which pictures have no letter", "words")
        # Cf holds the bidirectional controls, which can make a row read as what it is not.
        if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"):
            raise InvalidValue(f"holds the invisible character U+{ord(character):04X}", "visible text on one line")
    return cell


def _address(cell: str) -> str:
    parts = urlsplit(cell)
    if parts.scheme not in ("http", "https") or "." not in (parts.hostname or ""):
        raise ValueError
    if re.search(r"[\s<>\"'`|\\^{}]", cell):
        raise ValueError
    return _text(cell)


def _ids(cell: str) -> tuple[str, ...]:
    ids = _parts(cell)
    if len(set(ids)) != len(ids):
        raise ValueError
    return ids


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";"))


_YEAR = r"(1[89]\d\d|20\d\d)"
_MONTH = r"([1-9]|1[0-2])"
_ID = r"[a-z0-9][a-z0-9._-]*"
_NAME = r"[a-z][a-z0-9_]*"
_WORD = r"[a-z][a-z0-9-]*"
_FOLDER = r"(?:[a-z0-9][a-z0-9-]*/)"
_IDS = f"{_ID}(;{_ID})*"
_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
_ANYTHING = r"(?s:.*)"  # what it may not be, a function says

Id = Annotated[str, Allowed(_ID, "a unique id of a-z, 0-9, dot, dash or underscore, e.g. cars-2025")]
Key = Annotated[
    str | None, Allowed(_ID, "empty, or a unique id of a-z, 0-9 and dashes, e.g. cars-2025", required=False)
]
Page = Annotated[
    str, Allowed(f"{_ID}(/{_ID})?", "the name of a page, e.g. numbers, index, or charts/ and a chart’s name")
]
Table = Annotated[str, Allowed(_NAME, "the name of a table in data/tables.toml, without .csv")]
Name = Annotated[str, Allowed(_NAME, "a name of a-z, 0-9 and underscores, as in data/measures.csv, e.g. registrations")]
Unit = Annotated[
    ScaledUnit,
    Allowed(
        _NAME,
        "percent, usd_million and the like, or a word of data/words.csv: cars stands there as unit.cars",
        ScaledUnit,
    ),
]
Topic = Annotated[str, Allowed(_WORD, "a topic with a word in data/words.csv: market stands there as topic.market")]
Country = Annotated[
    str | None,
    Allowed(_WORD, "empty, or a country with a word in data/words.csv: us stands there as country.us", required=False),
]
Confidence = Annotated[str, one_of(*LEVELS)]
Text = Annotated[str, Allowed(_ANYTHING, "text on one line", _text)]
OptionalText = Annotated[str | None, _or_empty(Text)]
Ids = Annotated[
    tuple[str, ...],
    Allowed(
        _IDS,
        "ids separated by ; without spaces or repeats, e.g. gazette-2025-12;gazette-2026-01",
        _ids,
        shape={"constraints": {"pattern": _IDS}},
    ),
]
OptionalIds = Annotated[tuple[str, ...] | None, _or_empty(Ids)]
Operands = Annotated[
    tuple[str, ...],
    Allowed(r"[a-z0-9][a-z0-9:=._;*-]*", "keys separated by ;, or for count_rows table:column=value", _parts),
]
Address = Annotated[
    str,
    Allowed(
        _ANYTHING,
        "an address that begins with http:// or https://; signs such as | are written %7C",
        _address,
        shape={"format": "uri"},
    ),
]
OptionalAddress = Annotated[str | None, _or_empty(Address)]
OldAddress = Annotated[str, Allowed(f"{_FOLDER}+", "an address without a slash at its start, e.g. dealers/")]
NewAddress = Annotated[
    str, Allowed(f"{_FOLDER}*(?:#[a-z0-9][a-z0-9-]*)?", "an address or a place in one, e.g. partnership/#dealers")
]
Date = Annotated[
    PartialDate,
    Allowed(_DATE, "YYYY, YYYY-MM or YYYY-MM-DD, a real date", PartialDate, shape={"constraints": {"pattern": _DATE}}),
]
OptionalDate = Annotated[PartialDate | None, _or_empty(Date)]
Day = Annotated[
    dt.date, Allowed(r"\d{4}-\d{2}-\d{2}", "YYYY-MM-DD, a real date", dt.date.fromisoformat, shape={"type": "date"})
]
OptionalDay = Annotated[dt.date | None, _or_empty(Day)]
Year = Annotated[int, Allowed(_YEAR, "a year from 1800 to 2099, e.g. 2025", int, shape={"type": "year"})]
Term = Annotated[
    PromisedDate | None,
    Allowed(
        rf"{_YEAR}(-(0[1-9]|1[0-2])|( and |-){_YEAR})?",
        "empty, a year, a month, or two years: 2030, 2026-12, 2027-2028, 2027 and 2028",
        PromisedDate,
        required=False,
    ),
]
Period = Annotated[
    str,
    Allowed(
        rf"FY|H[12]|Q[1-4]|{_MONTH}M|M1-M{_MONTH}|{_YEAR}(-(0[1-9]|1[0-2]))?|YTD|cumulative|lifetime|last batch|peak",
        "FY, H1, H2, Q1 to Q4, 9M, M1-M7, a year YYYY, a month YYYY-MM, YTD, cumulative, lifetime, last batch, peak",
    ),
]
OptionalNumber = Annotated[
    Decimal | None,
    Allowed(
        r"-?\d{1,12}(\.\d{1,6})?",
        "empty (not stated), or digits with a point for decimals and no separators, e.g. 10970 or 7.8",
        Decimal,
        required=False,
        shape={"type": "number"},
    ),
]
OptionalInteger = Annotated[
    int | None, Allowed(r"-?\d{1,6}", "empty, or a whole number", int, required=False, shape={"type": "integer"})
]
