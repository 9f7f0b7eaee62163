"""Numbers, money, per cent and dates in the form of an edition. The locale data is Babel's."""

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


def number(value: Decimal | float | int, language: str, digits: int | None = None) -> str:
    """`262403` -> `262,403` or `262 403` (narrow no-break space). `digits`: decimals kept, if any."""
    value = Decimal(str(value))
    places = _decimals(value) if digits is None else digits
    shown = format_decimal(rounded(value, places), format="#,##0" + ("." + "0" * places if places else ""), locale=locales.of(language).cldr)
    # Four digits are grouped too, so that a column of figures reads evenly in both editions.
    return shown.replace("\u00a0", NNBSP).replace("-", "−")


def _decimals(value: Decimal) -> int:
    """How many decimals a value has."""
    return max(0, -value.normalize().as_tuple().exponent)


def percent(value: Decimal | float, language: str, digits: int | None = None) -> str:
    """A value that is already in per cent: `7.8` -> `7.8%` or `7,8 %`."""
    value = Decimal(str(value))
    places = _decimals(value) if digits is None else digits
    locale = locales.of(language).cldr
    pattern = locale.percent_formats[None].pattern.replace("#,##0", "#,##0" + ("." + "0" * places if places else ""))
    return format_percent(rounded(value, places) / 100, format=pattern, locale=locale).replace("\u00a0", NNBSP).replace("-", "−")


def money(value: Decimal, currency: str, language: str) -> str:
    """An amount in units of the currency: `25800000000` -> `$25.8 billion` or `25,8 milliards de dollars`."""
    sign, value, ours = "−" if value < 0 else "", abs(value), locales.of(language)
    form = ours.money.get(currency, f"{{}}{NNBSP}{currency.upper()}")
    if value < 1_000_000:
        return sign + form.format(number(value, language))
    return sign + ours.large_money.get(currency, form).format(_compact(value, language, 2))


def _compact(value: Decimal, language: str, most: int) -> str:
    """`16200000` -> `16.2 million`, `16,2 millions`, in the plural that the language has for 16.2. `most`: decimals kept."""
    cldr, size = locales.of(language).cldr, 10 ** (9 if value >= 10**9 else 6)
    scaled = rounded(value / size, most).normalize()
    plurals = cldr.compact_decimal_formats["long"]
    pattern = plurals.get(cldr.plural_form(scaled), plurals["other"])[str(size)].pattern
    return pattern.replace("\u00a0", NNBSP).replace("0", number(scaled, language))


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
        return _compact(value * 1_000_000, language, 6)
    if unit == "points":
        ours = locales.of(language)
        return f"{number(value, language, digits)} {ours.points.get(ours.cldr.plural_form(abs(value.normalize())), '')}".rstrip()
    if unit in ("year", "rank"):
        return str(int(value))
    return number(value, language, digits)


def date(value: PartialDate | dt.date | str, language: str, *, short: bool = False) -> str:
    """`2023-02-16` -> `16 February 2023` or `16 février 2023`; years and months as exactly as known."""
    if isinstance(value, dt.date):
        value = value.isoformat()
    known = value if isinstance(value, PartialDate) else PartialDate(value)
    ours = locales.of(language)
    skeletons = ours.cldr.datetime_skeletons
    pattern = {
        "year": "y", "month": skeletons["yMMM" if short else "yMMMM"].pattern,
        "day": skeletons["yMMMd"].pattern if short else ours.cldr.date_formats["long"].pattern,
    }[known.precision]
    shown = format_date(known.first_day, format=pattern, locale=ours.cldr)
    return ours.first_of_month + shown[1:] if ours.first_of_month and shown.startswith("1 ") else shown


def start(first: PartialDate, last: PartialDate, language: str) -> str:
    """`3–` where `9 May 2023` follows, of one month; otherwise the whole date and a spaced dash."""
    same = first.precision == last.precision == "day" and first.first_day.replace(day=1) == last.first_day.replace(day=1)
    return f"{date(first, language).split()[0]}–" if same else f"{date(first, language)} – "


def month(value: int, language: str) -> str:
    """The name of a month, 1 to 12: `January` or `janvier`."""
    return format_date(dt.date(2000, value, 1), format="LLLL", locale=locales.of(language).cldr)
