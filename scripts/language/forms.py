"""Numbers, money, per cent and dates in the form of an edition. The locale data is Babel's."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from scripts.facts.arithmetic import rounded
from scripts.facts.cells import PartialDate

NNBSP = "\u202f"
_MONEY = {
    "en": {"usd": "${}", "eur": "€{}"},
    "fr": {"usd": f"{{}}{NNBSP}dollars", "eur": f"{{}}{NNBSP}euros"},
}
QUOTATION = {"en": ("“([^”]*)”", r"‘\1’"), "fr": ("«[\u202f\u00a0 ]?([^»]*?)[\u202f\u00a0 ]?»", r"“\1”")}
"""A language's quotation marks, as a pattern, and what stands for them inside others."""
UNITS = ("percent", "usd", "eur", "usd_million", "eur_million", "points", "times", "days", "year", "rank", "count")
"""Units that every story has: per cent, money, what is computed, and what is a number alone."""
_OF_MONEY = {"en": _MONEY["en"], "fr": {"usd": "{} de dollars", "eur": "{} d’euros"}}


def number(value: Decimal | float | int, language: str, digits: int | None = None) -> str:
    """`262403` -> `262,403` or `262 403` (narrow no-break space). `digits`: decimals kept, if any."""
    value = Decimal(str(value))
    places = _decimals(value) if digits is None else digits
    shown = format_decimal(rounded(value, places), format="#,##0" + ("." + "0" * places if places else ""), locale=language)
    # Four digits are grouped too, so that a column of figures reads evenly in both editions.
    return shown.replace("\u00a0", NNBSP).replace("-", "−")


def _decimals(value: Decimal) -> int:
    """How many decimals a value has."""
    return max(0, -value.normalize().as_tuple().exponent)


def percent(value: Decimal | float, language: str, digits: int | None = None) -> str:
    """A value that is already in per cent: `7.8` -> `7.8%` or `7,8 %`."""
    value = Decimal(str(value))
    places = _decimals(value) if digits is None else digits
    pattern = Locale.parse(language).percent_formats[None].pattern.replace("#,##0", "#,##0" + ("." + "0" * places if places else ""))
    return format_percent(rounded(value, places) / 100, format=pattern, locale=language).replace("\u00a0", NNBSP).replace("-", "−")


def money(value: Decimal, currency: str, language: str) -> str:
    """An amount in units of the currency: `25800000000` -> `$25.8 billion` or `25,8 milliards de dollars`."""
    sign, value = "−" if value < 0 else "", abs(value)
    if value < 1_000_000:
        return sign + _MONEY[language][currency].format(number(value, language))
    places = _decimals(value / 10 ** (9 if value >= 10**9 else 6))
    return sign + _OF_MONEY[language][currency].format(_compact(value, language, min(places, 2)))


def _compact(value: Decimal, language: str, places: int) -> str:
    """`16200000` -> `16.2 million`, `16,2 millions`; French says `1,5 milliard`: the plural begins at two."""
    shown = format_compact_decimal(value, format_type="long", locale=language, fraction_digits=places).replace("\u00a0", NNBSP)
    first = value / 10 ** (9 if value >= 10**9 else 6)
    return shown.removesuffix("s") if language == "fr" and first < 2 else shown


def figure(value: Decimal, unit: str, language: str, digits: int | None = None) -> str:
    """A figure in the form of its unit, if that has one; a story's own units are words, see `Formatter.amount`."""
    if unit == "percent":
        return percent(value, language, digits)
    if unit in ("usd_million", "eur_million"):
        return money(value * 1_000_000, unit[:3], language)
    if unit in ("usd", "eur"):
        return money(value, unit, language)
    if unit.startswith("million_"):
        if value < 1:
            return number(value * 1_000_000, language)
        return _compact(value * 1_000_000, language, _decimals(value))
    if unit == "points":
        return f"{number(value, language, digits)} {'point' if abs(value) == 1 or (language == 'fr' and abs(value) < 2) else 'points'}"
    if unit in ("year", "rank"):
        return str(int(value))
    return number(value, language, digits)


def date(value: PartialDate | dt.date | str, language: str, *, short: bool = False) -> str:
    """`2023-02-16` -> `16 February 2023` or `16 février 2023`; years and months as exactly as known."""
    if isinstance(value, dt.date):
        value = value.isoformat()
    known = value if isinstance(value, PartialDate) else PartialDate(value)
    month = "MMM" if short else "MMMM"
    pattern = {"year": "y", "month": f"{month} y", "day": f"d {month} y"}[known.precision]
    shown = format_date(known.first_day, format=pattern, locale=language)
    # French writes the first of a month as an ordinal, with raised letters.
    return "1ᵉʳ" + shown[1:] if language == "fr" and shown.startswith("1 ") else shown


def month(value: int, language: str) -> str:
    """The name of a month, 1 to 12: `January` or `janvier`."""
    return format_date(dt.date(2000, value, 1), format="LLLL", locale=language)
