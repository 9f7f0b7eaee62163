"""What a cell may hold: one type a kind of cell, with the sentence that tells a keeper what is allowed.

Each type parses the raw text of a cell. It raises `ValueError` with what is allowed; the reader
adds file, line, column and the value seen.
"""

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import total_ordering
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import PlainValidator

MAX_LETTERS = 1500  # characters; the longest real cell has about half of this


@dataclass(frozen=True)
class Column:
    """One entry of the column dictionary (`data/README.md`): meaning, a good cell, a bad one, the unit if it has one.

    `translated`: how a text that stands in every language names its column in the main one, `{field}` or `{field}_{language}`;
    `language`: of a column that says the same in a further language.
    """

    meaning: str
    good: str = ""
    bad: str = ""
    unit: str = ""
    translated: str = ""
    language: str = ""


@dataclass(frozen=True)
class Allowed:
    """What a cell may hold, in words for a keeper; `required`: it may not be empty; `shape`: in terms of the data package."""

    text: str
    required: bool
    shape: Mapping[str, Any] = field(default_factory=lambda: {"type": "string"})


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date as exactly as a source gives it: a year, a month or a day."""

    text: str

    @property
    def first_day(self) -> dt.date:
        parts = [int(part) for part in self.text.split("-")]
        return dt.date(*[*parts, 1, 1][:3])

    @property
    def last_day(self) -> dt.date:
        first = self.first_day
        month = 12 if self.precision == "year" else first.month
        return first if self.precision == "day" else first.replace(month=month, day=calendar.monthrange(first.year, month)[1])

    @property
    def precision(self) -> str:
        return ("year", "month", "day")[self.text.count("-")]

    def __lt__(self, other: Self) -> bool:
        return (self.first_day, self.text) < (other.first_day, other.text)

    def __str__(self) -> str:
        return self.text


def _kind(parse: Callable[[str], Any], allowed: str, *, required: bool = True, **shape: Any) -> Any:
    """A pydantic type for cells: `parse` turns text into a value or raises `ValueError`."""

    def check(raw: Any) -> Any:
        if raw is None or raw == "":
            if required:
                raise ValueError(f"is empty; expected: {allowed}")
            return None
        try:
            return parse(raw)
        except ValueError as wrong:
            reason = str(wrong)
            raise ValueError(reason if "; expected:" in reason else f"is not allowed; expected: {allowed}") from None

    return Annotated[Any, PlainValidator(check), Allowed(allowed, required, {"type": "string", **shape})]


def _matching(pattern: str, convert: Callable[[str], Any] = str) -> Callable[[str], Any]:
    whole = re.compile(pattern, re.ASCII)  # ASCII: other scripts' digits would look right and sort wrong

    def parse(raw: str) -> Any:
        if not whole.fullmatch(raw):
            raise ValueError("")
        return convert(raw)

    return parse


def one_of(*words: str) -> Any:
    """A cell that holds one of the given words."""
    return _kind(_matching("|".join(map(re.escape, words))), " | ".join(words))


TAG = re.compile(r"</?[a-zA-Z]\w*")


def _text(raw: str) -> str:
    if raw[0] in "=+-@\t\r":
        raise ValueError(f"begins with {raw[0]!r}, which spreadsheets run as a formula; expected: plain text, so start with a word")
    if len(raw) > MAX_LETTERS:
        raise ValueError(f"has {len(raw)} characters; expected: at most {MAX_LETTERS}")
    if raw != raw.strip():
        raise ValueError("has spaces at its start or end; expected: trimmed text")
    if tag := TAG.search(raw):
        raise ValueError(f"holds the tag {tag[0]!r}, which pictures would obey and pages show; expected: plain text")
    for character in raw:
        if character >= "\U0001f000":
            raise ValueError(f"holds the sign U+{ord(character):04X}, for which pictures have no letter; expected: words")
        # Cf holds the bidirectional controls, which can make a row read as what it is not.
        if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"):
            raise ValueError(f"holds the invisible character U+{ord(character):04X}; expected: visible text on one line")
    return raw


def _date(raw: str) -> PartialDate:
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", raw, re.ASCII):
        raise ValueError("")
    date = PartialDate(raw)
    _ = date.first_day  # raises ValueError for a month 13 or a 30 February
    return date


def _address(raw: str) -> str:
    parts = urlsplit(raw)
    if parts.scheme not in ("http", "https") or "." not in (parts.hostname or "") or re.search(r"[\s<>\"'`|\\^{}]", raw):
        raise ValueError("")
    return _text(raw)


def _ids(raw: str) -> tuple[str, ...]:
    ids = tuple(raw.split(";"))
    if not all(re.fullmatch(_ID, name) for name in ids) or len(set(ids)) != len(ids):
        raise ValueError("")
    return ids


_YEAR = r"(1[89]\d\d|20\d\d)"
_MONTH = r"([1-9]|1[0-2])"
_ID = r"[a-z0-9][a-z0-9._-]*"
_IDS = "ids separated by ; without spaces or repeats, e.g. gazette-2025-12;gazette-2026-01"
_ADDRESS = "an address that begins with http:// or https://; signs such as | are written %7C"
_SEVERAL = {"pattern": f"{_ID}(;{_ID})*"}
_PARTIAL = {"pattern": r"\d{4}(-\d{2}(-\d{2})?)?"}

Id = _kind(_matching(_ID), "a unique id of a-z, 0-9, dot, dash or underscore, e.g. cars-2025")
Page = _kind(_matching(f"{_ID}(/{_ID})?"), "the name of a page, e.g. numbers, index, or charts/ and a chart’s name")
Key = _kind(_matching(_ID), "empty, or a unique id of a-z, 0-9 and dashes, e.g. cars-2025", required=False)
Name = _kind(_matching(r"[a-z][a-z0-9_]*"), "a name of a-z, 0-9 and underscores, as in data/measures.csv, e.g. registrations")
Unit = _kind(
    _matching(r"[a-z][a-z0-9_]*"), "percent, usd_million and the like, or a word of data/words.csv: cars stands there as unit.cars"
)
Topic = _kind(_matching(r"[a-z][a-z0-9-]*"), "a topic with a word in data/words.csv: market stands there as topic.market")
Country = _kind(
    _matching(r"[a-z][a-z0-9-]*"), "empty, or a country with a word in data/words.csv: us stands there as country.us", required=False
)
Table = _kind(_matching(r"[a-z][a-z0-9_]*"), "the name of a table in data/tables.toml, without .csv")
Text = _kind(_text, "text on one line")
OptionalText = _kind(_text, "empty, or text on one line", required=False)
Ids = _kind(_ids, _IDS, constraints=_SEVERAL)
OptionalIds = _kind(_ids, f"empty, or {_IDS}", required=False, constraints=_SEVERAL)
Address = _kind(_address, _ADDRESS, format="uri")
OptionalAddress = _kind(_address, f"empty, or {_ADDRESS}", required=False, format="uri")
Date = _kind(_date, "YYYY, YYYY-MM or YYYY-MM-DD, a real date", constraints=_PARTIAL)
OptionalDate = _kind(_date, "empty, or YYYY, YYYY-MM or YYYY-MM-DD, a real date", required=False, constraints=_PARTIAL)
_day = _matching(r"\d{4}-\d{2}-\d{2}", dt.date.fromisoformat)
Day = _kind(_day, "YYYY-MM-DD, a real date", type="date")
OptionalDay = _kind(_day, "empty, or YYYY-MM-DD, a real date", required=False, type="date")
Year = _kind(_matching(_YEAR, int), "a year from 1800 to 2099, e.g. 2025", type="year")
OptionalNumber = _kind(
    _matching(r"-?\d{1,12}(\.\d{1,6})?", Decimal),
    "empty (not stated), or digits with a point for decimals and no separators, e.g. 10970 or 7.8",
    required=False,
    type="number",
)
OptionalInteger = _kind(_matching(r"-?\d{1,6}", int), "empty, or a whole number", required=False, type="integer")
OldAddress = _kind(_matching(r"(?:[a-z0-9][a-z0-9-]*/)+"), "an address without a slash at its start, e.g. dealers/")
NewAddress = _kind(
    _matching(r"(?:[a-z0-9][a-z0-9-]*/)*(?:#[a-z0-9][a-z0-9-]*)?"), "an address or a place in one, e.g. partnership/#dealers"
)
Term = _kind(
    _matching(rf"{_YEAR}(-(0[1-9]|1[0-2])|( and |-){_YEAR})?"),
    "empty, a year, a month, or two years: 2030, 2026-12, 2027-2028, 2027 and 2028",
    required=False,
)
Period = _kind(
    _matching(rf"FY|H[12]|Q[1-4]|{_MONTH}M|M{_MONTH}-M{_MONTH}|{_YEAR}(-(0[1-9]|1[0-2]))?|YTD|cumulative|lifetime|last batch|peak"),
    "FY, H1, H2, Q1 to Q4, 9M, M1-M7, a year YYYY, a month YYYY-MM, YTD, cumulative, lifetime, last batch, peak",
)
Confidence = one_of("high", "medium", "low")
Operands = _kind(
    _matching(r"[a-z0-9][a-z0-9:=._;*-]*", lambda raw: tuple(raw.split(";"))),
    "keys separated by ;, or for count_rows table:column=value",
)
