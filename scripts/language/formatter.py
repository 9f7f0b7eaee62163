"""What a chart or block says in one language: words, numbers, money and dates. The locale data is Babel's."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from scripts import paths
from scripts.facts.arithmetic import rounded
from scripts.facts.cells import PartialDate, PromisedDate, ScaledUnit
from scripts.facts.facts import Figure
from scripts.facts.records import FigureRow, WordRow
from scripts.language import locales
from scripts.language.locales import NNBSP
from scripts.problems import Location, UnknownName

_MONTHS = re.compile(r"M1-M(\d{1,2})|(\d{1,2})M")  # `9M` and `M1-M9`: January to September


def units() -> list[str]:
    """Units that every story has: per cent, money, what is computed, and what is a number alone."""
    money = [f"{currency}{scale}" for scale in ("", "_million") for currency in locales.currencies()]
    return ["percent", *money, "points", "times", "days", "year", "rank", "count"]


def _decimals(value: Decimal) -> int:
    """How many decimals a value has: none of `7.0`."""
    return len(f"{value.normalize():f}".partition(".")[2])


class Formatter:
    """The forms of one language, and the words that the whole edition shares.

    `digits`: decimals kept, if not those that the value has; money and what is counted in millions have their own. A gap
    gives nothing.
    """

    def __init__(self, language: str, words: Iterable[WordRow]):
        self.language = language
        self.words = {row.key: row.text_in("text", language) for row in words}
        self._locale = locales.language(language)

    def word(self, key: str, **values: object) -> str:
        """A word of the shared list, filled in. Raises `ProblemsFound`."""
        if key not in self.words:
            raise Location("data/words.csv", column="key").error(UnknownName(key, "a word of this list", self.words))
        return self.words[key].format(**values) if values else self.words[key]

    def number(self, value: Decimal | float | int | None, digits: int | None = None) -> str:
        """`262403` -> `262,403` or `262 403` (narrow no-break space)."""
        # Four digits are grouped too, so that a column of figures reads evenly in both editions.
        return self._formed(value, digits, "#,##0", 1)

    def count(self, number: int) -> str:
        """A small number as a word: `seven`; in digits where the language has none yet."""
        words = self._locale.number_names
        return words[number] if 0 <= number < len(words) else self.number(number)

    def percent(self, value: Decimal | float | None, digits: int | None = None) -> str:
        """A value that is already in per cent: `7.8` -> `7.8%` or `7,8 %`."""
        return self._formed(value, digits, self._locale.cldr.percent_formats[None].pattern, 100)

    def _formed(self, value: Decimal | float | None, digits: int | None, pattern: str, parts: int) -> str:
        if value is None:
            return ""
        value = Decimal(str(value))
        if digits is None:
            digits = _decimals(value)
        if digits:
            pattern = pattern.replace("#,##0", "#,##0." + "0" * digits)
        text = format_decimal(rounded(value, digits) / parts, format=pattern, locale=self._locale.cldr)
        return text.replace("\u00a0", NNBSP).replace("-", "−")

    def money(self, value: Decimal, currency: str) -> str:
        """An amount in units of the currency: `25800000000` -> `$25.8 billion` or `25,8 milliards de dollars`."""
        sign = "−" if value < 0 else ""
        value = abs(value)
        form = self._locale.money.get(currency, f"{{}}{NNBSP}{currency.upper()}")
        if value < 1_000_000:
            decimals = _decimals(value)
            return sign + form.format(self.number(value, max(decimals, 2) if decimals else 0))  # `7.50`, never `7.5`
        return sign + self._locale.large_money.get(currency, form).format(self._compact(value, digits=2))

    def _compact(self, value: Decimal, digits: int) -> str:
        """`16200000` -> `16.2 million`, `16,2 millions`, in the plural that the language has for 16.2."""
        cldr = self._locale.cldr
        size = 10**9 if rounded(abs(value) / 10**6, digits) >= 1000 else 10**6
        scaled = rounded(value / size, digits).normalize()
        plurals = cldr.compact_decimal_formats["long"]
        pattern = plurals.get(cldr.plural_form(scaled), plurals["other"])[str(size)].pattern
        return pattern.replace("\u00a0", NNBSP).replace("0", self.number(scaled))

    def amount(self, value: Decimal, unit: str, digits: int | None = None) -> str:
        """A number in the form of its unit, or in the story's own words for it, `unit.NAME` (of millions of them too)."""
        unit = ScaledUnit(unit)
        if unit == "percent":
            return self.percent(value, digits)
        if unit.name in locales.currencies():
            return self.money(value * unit.scale, unit.name)
        if unit == "points":
            plural = self._locale.cldr.plural_form(abs(value.normalize()))
            return f"{self.number(value, digits)} {self._locale.points.get(plural, '')}".rstrip()
        if unit in ("year", "rank"):
            return str(int(value))
        whole = value * unit.scale
        number = self._compact(whole, digits=6) if unit.scale > 1 and abs(value) >= 1 else self.number(whole, digits)
        key = f"unit.{unit.name}"
        return self.word(key).replace(" ", NNBSP).format(n=number) if key in self.words else number

    def date(self, value: PartialDate | dt.date | str, *, short: bool = False) -> str:
        """`2023-02-16` -> `16 February 2023` or `16 février 2023`; years and months as exactly as known."""
        date = PartialDate(str(value))
        cldr = self._locale.cldr
        if date.precision == "year":
            return str(date)
        if date.precision == "month":
            pattern = cldr.datetime_skeletons["yMMM" if short else "yMMMM"].pattern
        else:
            pattern = cldr.datetime_skeletons["yMMMd"].pattern if short else cldr.date_formats["long"].pattern
        return self._dated(date.first_day, pattern)

    def day_of_year(self, day: PartialDate | dt.date) -> str:
        """A day without its year: `16 February`."""
        return self._dated(PartialDate(str(day)).first_day, self._locale.cldr.datetime_skeletons["MMMMd"].pattern)

    def month(self, value: PartialDate | dt.date, *, short: bool = False) -> str:
        """The month and year of a date: `February 2023`; a year alone where no month is known."""
        year_and_month = str(value)[:7]  # of `2023-02-16`: a date's text is ISO 8601's in every language
        return self.date(year_and_month, short=short)

    def month_name(self, day: dt.date, *, short: bool = False) -> str:
        """The month of a day, without its year: `February`."""
        return self._dated(day, "LLL" if short else "LLLL")

    def _dated(self, day: dt.date, pattern: str) -> str:
        text = format_date(day, format=pattern, locale=self._locale.cldr)
        if self._locale.first_of_month and text.startswith("1 "):
            return self._locale.first_of_month + text[1:]
        return text

    def period_prefix(self, first: PartialDate, last: PartialDate | None) -> str:
        """What stands before the last day of a period: `3–` before 9 May 2023, `28 May 2023 – ` before 2 June; without one the date."""
        if not last:
            return self.date(first)
        days = first.precision == last.precision == "day"
        if days and first.first_day.replace(day=1) == last.first_day.replace(day=1):
            return f"{self.date(first).split()[0]}–"
        return f"{self.date(first)} – "

    def quoted(self, words: str) -> str:
        """Words in the edition's quotation marks; those inside them become its inner ones."""
        opening, closing, *inner = self._locale.quotes
        start = rf"{opening.strip()}[\u202f\u00a0 ]?"
        end = rf"[\u202f\u00a0 ]?{closing.strip()}"
        words = re.sub(rf"{start}([^{closing.strip()}]*?){end}", r"\1".join(inner), words)
        return f"{opening}{words}{closing}"

    @property
    def semicolon(self) -> str:
        """What stands between two entries on one line, with its spaces."""
        return f"{NNBSP}; " if self._locale.space_before_marks else "; "

    def period(self, period: str, year: int) -> str:
        """The part of a year that a row counts, in words: `H1`, 2025 -> `first half of 2025` or `premier semestre 2025`."""
        if months := _MONTHS.fullmatch(period):
            first_of_last = dt.date(year, int(months[1] or months[2]), 1)
            return self.word("period.months", last=self.month_name(first_of_last), year=year)
        if period[0].isdigit():
            return self.date(PartialDate(period))
        return self.word(f"period.{period.lower().replace(' ', '-')}", year=year)

    def term(self, value: str) -> str:
        """A term as promised: `2030`, `2026-12`, `2027-2028` or `2027 and 2028`."""
        first, *last = PromisedDate(value).dates
        if not last:
            return self.date(first)
        return self.word("term.and" if " and " in value else "term.to", a=first, b=last[0])

    def figure(self, figure: Figure) -> str:
        return self.amount(figure.number, figure.unit, figure.digits)

    def doubt(self, stated: Any) -> str:
        """What follows a figure where it is shown: ` (doubtful)` after one of low confidence. `stated`: a figure, or a row of a chart."""
        return f" ({self.word('figure.doubtful')})" if stated.confidence == "low" else ""

    def doubtful(self, stated: Any, text: str) -> str:
        """The text of a figure with what follows it where its confidence is low; nothing where there is no figure."""
        return text and text + self.doubt(stated)

    def described(self, row: FigureRow) -> list[str]:
        """What a figure counts: `["Comet", "worldwide", "first half of 2025"]`, `["Wheelhouse", "2025", "rank 2 on the list"]`."""
        words = []
        for field in reversed(row.holding("text", "name")):
            if row.text_in(field, paths.MAIN) != "all":
                words.append(row.text_in(field, self.language))
        periods = [self.period(period, row.in_year) for period in row.values("period")]
        words += periods or [self.date(str(date)) for date in row.values("year", "date")]
        words += [self.word("rows.rank", rank=rank) for rank in row.values("rank")]
        words += [self.word("rows.from", date=self.date(day)) for day in row.values("day")]
        return words

    def in_language(self, value: Any) -> str:
        """A text that may differ by language: a mapping from language to text, or plain text."""
        return value[self.language] if isinstance(value, Mapping) else str(value)
