"""What a row of figures counts, in words: who, what, where and when."""

from __future__ import annotations

from scripts.facts.records import FigureRow
from scripts.language.formatter import Formatter


def describe_row(row: FigureRow, fmt: Formatter) -> list[str]:
    """`["Comet", "worldwide", "first half of 2025"]`, `["Wheelhouse", "2025", "rank 2 on the list"]`."""
    words = [row.word(column, fmt.language) for column in ("group", "model", "scope") if getattr(row, column, "all") != "all"]
    words.append(fmt.period(row.period, row.year) if hasattr(row, "period") else str(row.year))
    if getattr(row, "rank", None):
        words.append(fmt.word("rows.rank", rank=str(row.rank)))
    if getattr(row, "valid_from", None):
        words.append(fmt.word("rows.from", date=fmt.date(row.valid_from)))
    return words
