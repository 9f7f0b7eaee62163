"""What a cell may hold: one type a kind of cell, with the sentence that tells a keeper what is allowed.

Each type parses the raw text of a cell. It raises `InvalidValue` with what is allowed; the reader
adds file, line, column and the value seen. A cell may be empty where that sentence begins with "empty".
"""

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import PlainValidator

from scripts.problems import InvalidValue

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
    """What a cell may hold, in words for a keeper; `shape`: in terms of the data package.

    `words`: those of which a cell holds one, the same in every language; none where it may hold others.
    """

    text: str
    shape: Mapping[str, Any]
    words: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        """Whether a cell may not be empty."""
        return not self.text.startswith("empty")

@dataclass(frozen=True, order=True)
class PartialDate:
    """A date as exactly as a source gives it, a year, a month or a day, in ISO's form, which sorts as its first days do."""

    text: str

    def __post_init__(self) -> None:
        _ = self.first_day  # raises ValueError for a month 13 or a 30 February

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

    def __str__(self) -> str:
        return self.text


def _kind(
    pattern: str, allowed: str, convert: Callable[[str], Any] = str, words: tuple[str, ...] = (), **shape: Any
) -> Any:
    """A pydantic type for cells of this pattern, of which `convert` makes a value or raises `ValueError` (`InvalidValue` to say more)."""
    whole = re.compile(pattern, re.ASCII)  # ASCII: other scripts' digits would look right and sort wrong
    told = Allowed(allowed, {"type": "string", **shape}, words)

    def check(raw: str) -> Any:
        if not raw:
            if told.required:
                raise InvalidValue("is empty", allowed)
            return None
        if whole.fullmatch(raw):
            try:
                return convert(raw)
            except InvalidValue:
                raise
            except ValueError:
                pass
        raise InvalidValue("is not allowed", allowed)

    return Annotated[Any, PlainValidator(check), told]


def one_of(*words: str) -> Any:
    """A cell that holds one of the given words."""
    return _kind("|".join(map(re.escape, words)), " | ".join(words), words=words)


TAG = re.compile(r"</?[a-zA-Z]\w*")


def _text(raw: str) -> str:
    if raw[0] in "=+-@\t\r":
        raise InvalidValue(f"begins with {raw[0]!r}, which spreadsheets run as a formula", "plain text, so start with a word")
    if len(raw) > MAX_LETTERS:
        raise InvalidValue(f"has {len(raw)} characters", f"at most {MAX_LETTERS}")
    if raw != raw.strip():
        raise InvalidValue("has spaces at its start or end", "trimmed text")
    if tag := TAG.search(raw):
        raise InvalidValue(f"holds the tag {tag[0]!r}, which pictures would obey and pages show", "plain text")
    for character in raw:
        if character >= "\U0001f000":
            raise InvalidValue(f"holds the sign U+{ord(character):04X}, for which pictures have no letter", "words")
        # Cf holds the bidirectional controls, which can make a row read as what it is not.
        if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"):
            raise InvalidValue(f"holds the invisible character U+{ord(character):04X}", "visible text on one line")
    return raw


def _address(raw: str) -> str:
    parts = urlsplit(raw)
    if parts.scheme not in ("http", "https") or "." not in (parts.hostname or "") or re.search(r"[\s<>\"'`|\\^{}]", raw):
        raise ValueError
    return _text(raw)


def _ids(raw: str) -> tuple[str, ...]:
    ids = tuple(raw.split(";"))
    if len(set(ids)) != len(ids):
        raise ValueError
    return ids


_YEAR = r"(1[89]\d\d|20\d\d)"
_MONTH = r"([1-9]|1[0-2])"
_ID = r"[a-z0-9][a-z0-9._-]*"
_NAME = r"[a-z][a-z0-9_]*"
_ANY = r"(?s:.*)"
_SEVERAL = {"pattern": f"{_ID}(;{_ID})*"}
_PARTIAL = {"pattern": r"\d{4}(-\d{2}(-\d{2})?)?"}
_DAY = r"\d{4}-\d{2}-\d{2}"
_IDS = "ids separated by ; without spaces or repeats, e.g. gazette-2025-12;gazette-2026-01"
_ADDRESS = "an address that begins with http:// or https://; signs such as | are written %7C"
_DATES = "YYYY, YYYY-MM or YYYY-MM-DD, a real date"

Id = _kind(_ID, "a unique id of a-z, 0-9, dot, dash or underscore, e.g. cars-2025")
Page = _kind(f"{_ID}(/{_ID})?", "the name of a page, e.g. numbers, index, or charts/ and a chart’s name")
Key = _kind(_ID, "empty, or a unique id of a-z, 0-9 and dashes, e.g. cars-2025")
Name = _kind(_NAME, "a name of a-z, 0-9 and underscores, as in data/measures.csv, e.g. registrations")
Unit = _kind(_NAME, "percent, usd_million and the like, or a word of data/words.csv: cars stands there as unit.cars")
Topic = _kind(r"[a-z][a-z0-9-]*", "a topic with a word in data/words.csv: market stands there as topic.market")
Country = _kind(r"[a-z][a-z0-9-]*", "empty, or a country with a word in data/words.csv: us stands there as country.us")
Table = _kind(_NAME, "the name of a table in data/tables.toml, without .csv")
Text = _kind(_ANY, "text on one line", _text)
OptionalText = _kind(_ANY, "empty, or text on one line", _text)
Ids = _kind(_SEVERAL["pattern"], _IDS, _ids, constraints=_SEVERAL)
OptionalIds = _kind(_SEVERAL["pattern"], f"empty, or {_IDS}", _ids, constraints=_SEVERAL)
Address = _kind(_ANY, _ADDRESS, _address, format="uri")
OptionalAddress = _kind(_ANY, f"empty, or {_ADDRESS}", _address, format="uri")
Date = _kind(_PARTIAL["pattern"], _DATES, PartialDate, constraints=_PARTIAL)
OptionalDate = _kind(_PARTIAL["pattern"], f"empty, or {_DATES}", PartialDate, constraints=_PARTIAL)
Day = _kind(_DAY, "YYYY-MM-DD, a real date", dt.date.fromisoformat, type="date")
OptionalDay = _kind(_DAY, "empty, or YYYY-MM-DD, a real date", dt.date.fromisoformat, type="date")
Year = _kind(_YEAR, "a year from 1800 to 2099, e.g. 2025", int, type="year")
OptionalNumber = _kind(
    r"-?\d{1,12}(\.\d{1,6})?",
    "empty (not stated), or digits with a point for decimals and no separators, e.g. 10970 or 7.8",
    Decimal, type="number",
)
OptionalInteger = _kind(r"-?\d{1,6}", "empty, or a whole number", int, type="integer")
OldAddress = _kind(r"(?:[a-z0-9][a-z0-9-]*/)+", "an address without a slash at its start, e.g. dealers/")
NewAddress = _kind(
    r"(?:[a-z0-9][a-z0-9-]*/)*(?:#[a-z0-9][a-z0-9-]*)?", "an address or a place in one, e.g. partnership/#dealers"
)
Term = _kind(
    rf"{_YEAR}(-(0[1-9]|1[0-2])|( and |-){_YEAR})?",
    "empty, a year, a month, or two years: 2030, 2026-12, 2027-2028, 2027 and 2028",
)
Period = _kind(
    rf"FY|H[12]|Q[1-4]|{_MONTH}M|M{_MONTH}-M{_MONTH}|{_YEAR}(-(0[1-9]|1[0-2]))?|YTD|cumulative|lifetime|last batch|peak",
    "FY, H1, H2, Q1 to Q4, 9M, M1-M7, a year YYYY, a month YYYY-MM, YTD, cumulative, lifetime, last batch, peak",
)
Confidence = one_of("high", "medium", "low")
Operands = _kind(
    r"[a-z0-9][a-z0-9:=._;*-]*", "keys separated by ;, or for count_rows table:column=value", lambda raw: tuple(raw.split(";"))
)
