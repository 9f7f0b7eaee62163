"""Figures that we compute from rows. Each function takes the operands in the order of computed.csv.

They are pure and work in Decimal, so that a sum of rows is exact. Whatever is shown through them is
marked as our arithmetic.
"""

import inspect
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal


def total(*parts: Decimal) -> Decimal:
    """The sum of the parts."""
    return sum(parts, Decimal(0))


def difference(whole: Decimal, part: Decimal) -> Decimal:
    """What is left of the whole without the part."""
    return whole - part


def product(one: Decimal, other: Decimal) -> Decimal:
    """One multiplied by the other."""
    return one * other


def share(part: Decimal, whole: Decimal) -> Decimal:
    """The part in per cent of the whole."""
    return part / whole * 100


def times(larger: Decimal, smaller: Decimal) -> Decimal:
    """How many times the second fits into the first."""
    return larger / smaller


def change(now: Decimal, before: Decimal) -> Decimal:
    """The change from before to now, in per cent."""
    return (now - before) / before * 100


def undo_change(now: Decimal, percent: Decimal) -> Decimal:
    """The figure before a stated change in per cent."""
    return now / (1 + percent / 100)


def days_of_sales(amount: Decimal, yearly: Decimal) -> Decimal:
    """On which day a seller of `yearly` units a year (365 days) sells the last of `amount` units: a day that has begun counts."""
    return (amount * 365 / yearly).to_integral_value(ROUND_CEILING)


FUNCTIONS: dict[str, Callable[..., Decimal]] = {
    function.__name__: function for function in (total, difference, product, share, times, change, undo_change, days_of_sales)
}
"""Names that computed.csv may use; besides `count_rows`, which scripts/facts/figures.py answers itself."""


def operands(function: str) -> int | None:
    """How many operands a function takes; None: any number of them."""
    parameters = inspect.signature(FUNCTIONS[function]).parameters.values()
    return None if any(one.kind is one.VAR_POSITIONAL for one in parameters) else len(parameters)


def rounded(value: Decimal, digits: int | None) -> Decimal:
    """Rounded half up to `digits` decimals; negative digits round to tens, hundreds...; None: as it is."""
    if digits is None:
        return value
    step = Decimal(1).scaleb(-digits)
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step
