"""What a row of figures counts, in words: who, what, where and when."""

from __future__ import annotations

from scripts.facts.records import FigureRow
from scripts.language.formatter import Formatter


def describe_row(row: FigureRow, fmt: Formatter) -> list[str]:
    """`["Comet", "worldwide", "first half of 2025"]`, `["Wheelhouse", "2025", "rank 2 on the list"]`: texts from the last declared to the first."""
    words = [row.word(column, fmt.language) for column in reversed(row.holding("text", "name")) if getattr(row, column) != "all"]
    when = [fmt.period(getattr(row, column), row.in_year) for column in row.holding("period")]
    words += when or [fmt.date(str(getattr(row, column))) for column in row.holding("year", "date")]
    words += [fmt.word("rows.rank", rank=str(getattr(row, column))) for column in row.holding("rank") if getattr(row, column)]
    words += [fmt.word("rows.from", date=fmt.date(getattr(row, column))) for column in row.holding("day") if getattr(row, column)]
    return words
