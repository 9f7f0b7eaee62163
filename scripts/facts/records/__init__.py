"""Records: one frozen class a kind of row, its columns in order, their meaning, what each cell may hold.

`data/README.md` is written from these classes, the reader checks every cell against them, and the data
page of the site describes the columns with them. `data/tables.toml` says which file holds which kind.
The examples in them tell of an invented maker, so that the engine knows no story.
"""

from __future__ import annotations

from scripts.facts.records.base import Record
from scripts.facts.records.figures import CompanyRow, ComputedRow, FigureRow, MarketRow, MeasureRow, RankingRow, SalesRow
from scripts.facts.records.site import CorrectionRow, QuoteRow, SourceRow, StatusRow, UpdateRow, WordRow
from scripts.facts.records.story import FORMER, VERDICTS, ClaimRow, DivisionRow, EventRow, HistoryRow, ModelRow

KINDS: dict[str, type[Record]] = {
    "sources": SourceRow,
    "quotes": QuoteRow,
    "sales": SalesRow,
    "company": CompanyRow,
    "ranking": RankingRow,
    "market": MarketRow,
    "events": EventRow,
    "models": ModelRow,
    "claims": ClaimRow,
    "divisions": DivisionRow,
    "measures": MeasureRow,
    "computed": ComputedRow,
    "status": StatusRow,
    "updates": UpdateRow,
    "corrections": CorrectionRow,
    "history": HistoryRow,
    "words": WordRow,
}
"""Kind of row, as `data/tables.toml` names it -> its class."""

__all__ = [
    "FORMER", "KINDS", "VERDICTS", "ClaimRow", "CompanyRow", "ComputedRow", "CorrectionRow", "DivisionRow", "EventRow", "FigureRow", "HistoryRow",
    "MarketRow", "MeasureRow", "ModelRow", "QuoteRow", "RankingRow", "Record", "SalesRow", "SourceRow", "StatusRow", "UpdateRow", "WordRow",
]
