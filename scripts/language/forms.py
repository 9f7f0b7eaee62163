"""Numbers, money, per cent and dates in the form of a language. The locale data is Babel's."""

import datetime as dt
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from scripts.facts.arithmetic import rounded
from scripts.facts.cells import PartialDate
from scripts.language import locales
from scripts.language.locales import NNBSP

UNITS = ("percent", "usd", "eur", "usd_million", "eur_million", "points", "times", "days", "year", "rank", "count")
"""Units that every story has: per cent, money, what is computed, and what is a number alone."""


class Forms:
    """The forms of one language. `digits`: decimals kept, if not those that the value has. For a gap nothing."""

    def __init__(self, language: str):
        self.language = language

    @property
    def _ours(self) -> locales.Language:
        return locales.of(self.language)

    def number(self, value: Decimal | float | int | None, digits: int | None = None) -> str:
        """`262403` -> `262,403` or `262 403` (narrow no-break space)."""
        # Four digits are grouped too, so that a column of figures reads evenly in both editions.
        return self._formed(value, digits, format_decimal, "#,##0", 1)

    def percent(self, value: Decimal | float | None, digits: int | None = None) -> str:
        """A value that is already in per cent: `7.8` -> `7.8%` or `7,8 %`."""
        return self._formed(value, digits, format_percent, self._ours.cldr.percent_formats[None].pattern, 100)

    def _formed(self, value, digits: int | None, form, pattern: str, parts: int) -> str:
        if value is None:
            return ""
        value = Decimal(str(value))
        places = max(0, -value.normalize().as_tuple().exponent) if digits is None else digits
        pattern = pattern.replace("#,##0", "#,##0" + ("." + "0" * places if places else ""))
        shown = form(rounded(value, places) / parts, format=pattern, locale=self._ours.cldr)
        return shown.replace("\u00a0", NNBSP).replace("-", "−")

    def money(self, value: Decimal, currency: str) -> str:
        """An amount in units of the currency: `25800000000` -> `$25.8 billion` or `25,8 milliards de dollars`."""
        sign, value = "−" if value < 0 else "", abs(value)
        form = self._ours.money.get(currency, f"{{}}{NNBSP}{currency.upper()}")
        if value < 1_000_000:
            return sign + form.format(self.number(value))
        return sign + self._ours.large_money.get(currency, form).format(self._compact(value, 2))

    def _compact(self, value: Decimal, most: int) -> str:
        """`16200000` -> `16.2 million`, `16,2 millions`, in the plural that the language has for 16.2. `most`: decimals kept."""
        cldr, size = self._ours.cldr, 10 ** (9 if value >= 10**9 else 6)
        scaled = rounded(value / size, most).normalize()
        plurals = cldr.compact_decimal_formats["long"]
        pattern = plurals.get(cldr.plural_form(scaled), plurals["other"])[str(size)].pattern
        return pattern.replace("\u00a0", NNBSP).replace("0", self.number(scaled))

    def in_unit(self, value: Decimal, unit: str, digits: int | None = None) -> str:
        """A figure in the form of its unit, if that has one; a story's own units are words, see `Formatter.amount`."""
        if unit == "percent":
            return self.percent(value, digits)
        if unit in ("usd_million", "eur_million"):
            return self.money(value * 1_000_000, unit[:3])
        if unit in ("usd", "eur"):
            return self.money(value, unit)
        if unit.startswith("million_"):
            return self.number(value * 1_000_000) if value < 1 else self._compact(value * 1_000_000, 6)
        if unit == "points":
            plural = self._ours.cldr.plural_form(abs(value.normalize()))
            return f"{self.number(value, digits)} {self._ours.points.get(plural, '')}".rstrip()
        return str(int(value)) if unit in ("year", "rank") else self.number(value, digits)

    def date(self, value: PartialDate | dt.date | str, *, short: bool = False) -> str:
        """`2023-02-16` -> `16 February 2023` or `16 février 2023`; years and months as exactly as known."""
        known, ours = PartialDate(str(value)), self._ours
        skeletons = ours.cldr.datetime_skeletons
        pattern = {
            "year": "y", "month": skeletons["yMMM" if short else "yMMMM"].pattern,
            "day": skeletons["yMMMd"].pattern if short else ours.cldr.date_formats["long"].pattern,
        }[known.precision]
        shown = format_date(known.first_day, format=pattern, locale=ours.cldr)
        return ours.first_of_month + shown[1:] if ours.first_of_month and shown.startswith("1 ") else shown

    def start(self, first: PartialDate, last: PartialDate | None) -> str:
        """What stands before the last day of a period: `3–` before 9 May 2023, `28 May 2023 – ` before 2 June; without one the date."""
        if not last:
            return self.date(first)
        same = first.precision == last.precision == "day" and first.first_day.replace(day=1) == last.first_day.replace(day=1)
        return f"{self.date(first).split()[0]}–" if same else f"{self.date(first)} – "

    def month(self, value: int) -> str:
        """The name of a month, 1 to 12: `January` or `janvier`."""
        return format_date(dt.date(2000, value, 1), format="LLLL", locale=self._ours.cldr)
