"""Tables of figures, the list of what they count, and the figures that we compute from them."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from scripts.facts import cells as c
from scripts.facts.arithmetic import FUNCTIONS
from scripts.facts.cells import Column
from scripts.facts.records.base import Confidence, Note, NoteFr, Period, Record, Sources, Year, key, name, text

UNITS = (
    "cars", "vehicles", "count", "percent", "usd_million", "eur_million", "usd", "million_vehicles", "kg", "year", "rank", "cars_per_day", "hp",
)
COMPUTED_UNITS = (*UNITS, "times", "days", "points")


class FigureRow(Record):
    """What the tables of figures share."""

    NUMBER: ClassVar[str] = "value"
    UNIQUE: ClassVar = ()  # keys are unique over all tables: the book of facts sees to it

    @property
    def number(self) -> Any:
        """The figure as Decimal, or None where the source states none."""
        return getattr(self, self.NUMBER)

    @property
    def measured(self) -> str:
        """The name of what is counted, as in measures.csv."""
        return getattr(self, "measure", None) or getattr(self, "item", None) or self.NUMBER


class SalesRow(FigureRow):
    """Cars registered, ordered, built or aimed for, by year, period, place and model."""

    NUMBER: ClassVar = "units"
    key: key("comet-2025")
    year: Year
    period: Period
    scope: text("area counted", "worldwide")
    model: text("model counted, or all", "all")
    measure: name("registrations")
    units: Annotated[c.OptionalNumber, Column("the figure; empty: not stated", "10970", "10,970", "as measures.csv says")]
    source_ids: Sources
    confidence: Confidence
    note: Note
    note_fr: NoteFr
    scope_fr: text("area counted, in French", "monde entier")
    model_fr: text("model counted, or all, in French", "tous")


class CompanyRow(FigureRow):
    """A company's figures by year and period."""

    key: key("wheelhouse-new-2025")
    year: Year
    period: Period
    measure: name("new_retail_units")
    value: Annotated[c.OptionalNumber, Column("the figure; empty: not stated", "262403", "262 403", "as measures.csv says")]
    source_ids: Sources
    confidence: Confidence
    note: Note
    note_fr: NoteFr


class RankingRow(FigureRow):
    """Groups in the yearly ranking by new vehicles retailed."""

    NUMBER: ClassVar = "new_retail_units"
    key: key("wheelhouse-list-2025")
    sales_year: Annotated[c.Year, Column("year in which the vehicles were sold; the list appears the year after", "2025", "25", "year")]
    rank: Annotated[c.OptionalInteger, Column("place on the list; empty: no list for that year was found", "1", "first", "rank")]
    group: text("name of the dealer group", "Wheelhouse")
    new_retail_units: Annotated[c.OptionalNumber, Column("new vehicles retailed in the year; empty: not stated", "262403", "262k", "vehicles")]
    source_ids: Sources
    confidence: Confidence
    note: Note
    note_fr: NoteFr

    @property
    def year(self) -> int:
        return self.sales_year


class MarketRow(FigureRow):
    """One figure about a market or a company, named by its item."""

    key: key("electric-share-2025")
    year: Year
    item: name("electric_share_pct")
    value: Annotated[c.OptionalNumber, Column("the figure; empty: not stated", "7.8", "7,8", "as the cell beside it says")]
    unit: Annotated[c.one_of(*UNITS), Column("unit of the figure, as measures.csv gives it", "percent", "%")]
    source_ids: Sources
    confidence: Confidence
    note: Note
    valid_from: Annotated[c.OptionalDay, Column("first day on which a rate applied, for steps within a year", "2025-04-03", "April 3")]
    note_fr: NoteFr


class MeasureRow(Record):
    """What a table of figures counts, and in which unit."""

    UNIQUE: ClassVar = ("table", "measure")
    table: Annotated[c.Table, Column("name of the table, without .csv", "wheelhouse", "wheelhouse.csv")]
    measure: Annotated[c.Name, Column("measure or item as in that table", "new_retail_units", "new units")]
    unit: Annotated[c.one_of(*UNITS), Column("unit of its figures", "vehicles", "units")]
    least: Annotated[c.OptionalNumber, Column("the smallest that a figure may be; empty: any", "0", "none")]
    most: Annotated[c.OptionalNumber, Column("the largest that a figure may be; empty: any", "1000000", "100%")]
    whole: Annotated[c.one_of("yes", "no"), Column("whether only whole numbers can be", "yes", "true")]
    label_en: text("name for readers", "New vehicles retailed")
    label_fr: text("name for readers, in French", "Véhicules neufs vendus")


class ComputedRow(Record):
    """A figure that we compute from keyed rows."""

    UNIQUE: ClassVar = ()
    key: Annotated[c.Id, Column("unique id", "comet-total-2025", "sum 2025")]
    function: Annotated[
        c.one_of(*FUNCTIONS, "count_rows"), Column("a function of scripts/facts/arithmetic.py, or count_rows", "total", "sum()")
    ]
    operands: Annotated[c.Operands, Column("keys it is computed from, in order", "comet-2024;comet-2025", "4585 + 10970")]
    unit: Annotated[c.one_of(*COMPUTED_UNITS), Column("unit of the result", "cars", "units")]
    digits: Annotated[c.OptionalInteger, Column("decimals shown; -2 rounds to hundreds; empty: exact", "-2", "two", "decimals")]
    label_en: text("name for readers", "Comets of 2024 and 2025, our sum")
    label_fr: text("name for readers, in French", "Comet de 2024 et 2025, notre somme")
    note: Note
    note_fr: NoteFr
