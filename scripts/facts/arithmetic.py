"""Figures that we compute from rows. Each function takes the operands in the order of computed.csv.

They are pure and work in Decimal, so that a sum of rows is exact. Whatever is shown through them is
marked as our arithmetic.
"""

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

FUNCTIONS: dict[str, Callable[..., Decimal]] = {
    "total": lambda *parts: sum(parts, Decimal(0)),
    "difference": lambda whole, part: whole - part,
    "product": lambda left, right: left * right,
    "share": lambda part, whole: part / whole * 100,  # in per cent
    "times": lambda larger, smaller: larger / smaller,
    "change": lambda now, before: (now - before) / before * 100,  # in per cent
    "undo_change": lambda now, percent: now / (1 + percent / 100),  # the figure before a stated change in per cent
    # The day on which a seller of `yearly` units in 365 days sells the last of `amount` units: one that has begun counts.
    "days_of_sales": lambda amount, yearly: (amount * 365 / yearly).to_integral_value(ROUND_CEILING),
}
"""By the names that computed.csv may use; besides `count_rows`, which scripts/facts/figures.py answers itself."""


def rounded(value: Decimal, digits: int | None) -> Decimal:
    """Rounded half up to `digits` decimals; negative digits round to tens, hundreds...; None: as it is."""
    if digits is None:
        return value
    step = Decimal(1).scaleb(-digits)
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step
