"""What a row of figures counts, in words: who, what, where and when."""

from __future__ import annotations

from scripts.facts.records import FigureRow
from scripts.language.formatter import Say


def describe_row(row: FigureRow, say: Say) -> list[str]:
    """`["Comet", "worldwide", "first half of 2025"]`, `["Wheelhouse", "2025", "rank 2 on the list"]`."""
    words = [row.word(column, say.language) for column in ("group", "model", "scope") if getattr(row, column, "all") != "all"]
    words.append(say.period(row.period, row.year) if hasattr(row, "period") else str(row.year))
    if getattr(row, "rank", None):
        words.append(say.word("rows.rank", rank=str(row.rank)))
    if getattr(row, "valid_from", None):
        words.append(say.word("rows.from", date=say.date(row.valid_from)))
    return words
