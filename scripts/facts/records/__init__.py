"""Records: one frozen class a kind of row, its columns in order, their meaning, what each cell may hold.

`data/README.md` is written from these classes, the reader checks every cell against them, and the data
page of the site describes the columns with them. `data/tables.toml` says which file holds which kind.
The examples in them tell of an invented maker, so that the engine knows no story.
"""

from scripts.facts.records.base import Record
from scripts.facts.records.declared import CatalogueRow, DeclaredRow, FigureRow
from scripts.facts.records.site import STANDING, ComputedRow, CorrectionRow, MeasureRow, QuoteRow, SourceRow, StatusRow, UpdateRow, WordRow
from scripts.facts.records.story import FORMER, STATES, ClaimRow, EventRow, HistoryRow

KINDS: dict[str, type[Record]] = {
    "sources": SourceRow,
    "quotes": QuoteRow,
    "figures": FigureRow,
    "events": EventRow,
    "catalogue": CatalogueRow,
    "claims": ClaimRow,
    "measures": MeasureRow,
    "computed": ComputedRow,
    "status": StatusRow,
    "updates": UpdateRow,
    "corrections": CorrectionRow,
    "history": HistoryRow,
    "words": WordRow,
}
"""Kind of row, as `data/tables.toml` names it -> its class, of which figures and catalogues have one for each table."""

__all__ = [
    "FORMER", "KINDS", "STANDING", "STATES", "CatalogueRow", "ClaimRow", "ComputedRow", "CorrectionRow", "DeclaredRow",
    "EventRow", "FigureRow", "HistoryRow", "MeasureRow", "QuoteRow", "Record", "SourceRow", "StatusRow", "UpdateRow", "WordRow",
]
