"""One frozen class a kind of row: its columns in order, their meaning, what each cell may hold.

`data/README.md` is written from these classes, the reader checks every cell against them, and the data
package published with the site describes the columns with them. `data/tables.toml` says which file
holds which kind.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict

from scripts.facts import cells as c
from scripts.facts.cells import Column


class Record(BaseModel):
    """A row that knows where it stands. `file` is relative to the project, `line` counts from 1."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    PLACE: ClassVar = ("file", "line")

    file: str
    line: int

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"

    @classmethod
    def columns(cls) -> dict[str, tuple[Column, c.Allowed]]:
        """Column name -> (dictionary entry, what is allowed), in the order of the file."""
        found = {}
        for name, field in cls.model_fields.items():
            if name not in cls.PLACE:
                entry = next(m for m in field.metadata if isinstance(m, Column))
                allowed = next(m for m in field.metadata if isinstance(m, c.Allowed))
                found[name] = (entry, allowed)
        return found

    def word(self, column: str, language: str) -> str:
        """The cell of a text column in an edition's language: `column_en`, or `column` and `column_fr`."""
        own = f"{column}_{language}"
        return getattr(self, own if own in type(self).model_fields else column) or ""


_Key = Annotated[c.Key, Column("name by which pages and charts cite the row; empty: not cited", "alpine-2025", "Alpine 2025")]
_Year = Annotated[c.Year, Column("calendar year of the figure", "2025", "25")]
_Period = Annotated[c.Period, Column("part of the year that was counted", "H1", "first half")]
_Sources = Annotated[c.Ids, Column("ids of rows in sources.csv that state it", "zonebourse-2026-01-20", "see note")]
_Confidence = Annotated[
    c.Confidence,
    Column("high: issuer's document or two independent sources; medium: one good source; low: weak or disputed", "high", "sure"),
]
_Note = Annotated[c.OptionalText, Column("definition, discrepancy, what was counted; required where confidence is low", "Change +33%", "=see")]
_NoteFr = Annotated[c.OptionalText, Column("the note in French", "Variation : +33 %", "=voir")]


class FigureRow(Record):
    """What the tables of figures share."""

    NUMBER: ClassVar[str] = "value"

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
    key: _Key
    year: _Year
    period: _Period
    scope: Annotated[c.Text, Column("area counted", "worldwide", "")]
    model: Annotated[c.Text, Column("model counted, or all", "A110", "")]
    measure: Annotated[c.Text, Column("what was counted; listed in measures.csv", "registrations", "sold")]
    units: Annotated[c.OptionalNumber, Column("the figure, in the unit that measures.csv gives", "10970", "10,970")]
    source_ids: _Sources
    confidence: _Confidence
    note: _Note
    note_fr: _NoteFr


class CompanyRow(FigureRow):
    """A company's figures by year and period."""

    key: _Key
    year: _Year
    period: _Period
    measure: Annotated[c.Text, Column("what was counted; listed in measures.csv", "new_retail_units", "cars")]
    value: Annotated[c.OptionalNumber, Column("the figure, in the unit that measures.csv gives", "262403", "262 403")]
    source_ids: _Sources
    confidence: _Confidence
    note: _Note
    note_fr: _NoteFr


class RankingRow(FigureRow):
    """Groups in the yearly ranking by new vehicles retailed."""

    NUMBER: ClassVar = "new_retail_units"
    key: _Key
    sales_year: Annotated[c.Year, Column("year in which the vehicles were sold; the list appears the year after", "2021", "21")]
    rank: Annotated[c.OptionalInteger, Column("place on the list; empty: no list for that year was found", "1", "first")]
    group: Annotated[c.Text, Column("name of the dealer group", "AutoNation", "")]
    new_retail_units: Annotated[c.OptionalNumber, Column("new vehicles retailed in the year; empty: not stated", "262403", "262k")]
    source_ids: _Sources
    confidence: _Confidence
    note: _Note
    note_fr: _NoteFr

    @property
    def year(self) -> int:
        return self.sales_year


class MarketRow(FigureRow):
    """One figure about a market or a company, named by its item."""

    key: _Key
    year: _Year
    item: Annotated[c.Text, Column("what was counted; listed in measures.csv", "us_bev_share_pct", "EV %")]
    value: Annotated[c.OptionalNumber, Column("the figure, in the unit beside it", "7.8", "7,8")]
    unit: Annotated[c.Text, Column("unit of the figure", "percent", "%")]
    source_ids: _Sources
    confidence: _Confidence
    note: _Note
    valid_from: Annotated[c.OptionalDay, Column("first day on which a rate applied, for steps within a year", "2025-04-03", "April 3")]
    note_fr: _NoteFr


class SourceRow(Record):
    """A document that states facts."""

    id: Annotated[c.Id, Column("unique id, cited in source_ids", "cox-dec-2025", "Cox Dec")]
    publisher: Annotated[c.Text, Column("who published it", "Cox Automotive", "")]
    title: Annotated[c.Text, Column("title as printed; in square brackets: our description", "Alpine in 2025", "=title")]
    url: Annotated[c.Address, Column("address", "https://example.com/a", "example.com/a")]
    published: Annotated[c.OptionalDate, Column("date of publication, as exactly as known", "2026-01-20", "20 January")]
    language: Annotated[c.one_of("en", "fr", "de", "it", "es", "pt", "nl", "pl", "hu", "ru", "el", "ja", "tr", "cs", "sv"), Column("language of the document", "fr", "French")]
    kind: Annotated[
        c.one_of("press-release", "filing", "results", "news", "reference", "law", "dataset"), Column("kind of document", "news", "blog")
    ]
    note: _Note
    note_fr: _NoteFr
    standing: Annotated[
        c.one_of("issuer", "official", "press", "specialist", "rehost", "weak"),
        Column("issuer or official document, established press, specialist site, re-hosted copy, weak", "press", "good"),
    ]
    accessed: Annotated[c.Day, Column("day on which it was read", "2026-11-22", "November")]
    archive_url: Annotated[c.OptionalAddress, Column("archived copy, where one is known", "https://example.org/copy", "archive")]


_Topic = c.one_of("strategy", "partnership", "product", "people", "market", "motorsport")


class EventRow(Record):
    """Something that happened, was announced, or is planned."""

    key: Annotated[c.Id, Column("unique id", "ev-2023-02-16-talks", "talks")]
    date: Annotated[c.Date, Column("when, as exactly as known", "2023-02-16", "Feb 2023")]
    precision: Annotated[c.one_of("day", "month", "quarter", "year"), Column("how exact the date is", "day", "exact")]
    end_date: Annotated[c.OptionalDate, Column("last day or month of a period", "2023-05-09", "May")]
    title_en: Annotated[c.Text, Column("short title", "A290 unveiled", "")]
    title_fr: Annotated[c.Text, Column("short title in French", "L’A290 dévoilée", "")]
    summary_en: Annotated[c.Text, Column("one or two sentences", "Alpine shows the A290.", "")]
    topic: Annotated[_Topic, Column("what it is about", "product", "cars")]
    status: Annotated[
        c.one_of("done", "announced", "delayed", "cancelled", "unconfirmed"), Column("state of the event as last seen", "done", "ok")
    ]
    source_ids: _Sources
    confidence: _Confidence
    note: _Note
    summary_fr: Annotated[c.Text, Column("the summary in French", "Alpine montre l’A290.", "")]
    note_fr: _NoteFr


class ModelRow(Record):
    """A car: what was promised, when, and what became of it."""

    key: Annotated[c.Id, Column("unique id", "model-a290", "A290")]
    model: Annotated[c.Text, Column("name of the model", "A290", "")]
    body: Annotated[c.Text, Column("body", "five-seat hot hatch", "")]
    powertrain: Annotated[c.Text, Column("what drives it", "electric", "")]
    for_us: Annotated[c.one_of("yes", "no", "planned", "dropped", "unknown"), Column("meant for the United States", "dropped", "maybe")]
    announced_on: Annotated[c.OptionalDate, Column("first announcement", "2021-01-14", "2021 January")]
    promised_for: Annotated[c.Term, Column("first date promised", "2024", "soon")]
    launched_on: Annotated[c.OptionalDate, Column("public unveiling", "2024-06-13", "June")]
    status: Annotated[c.Text, Column("state in words", "on sale", "")]
    status_as_of: Annotated[c.Date, Column("date of the newest evidence for the state", "2026-03", "now")]
    source_ids: _Sources
    confidence: _Confidence
    note: _Note
    expected_for: Annotated[c.Term, Column("date given now for a car not yet shown; empty: shown, or none given", "2027-12", "soon")]
    model_fr: Annotated[c.Text, Column("name in French", "A290", "")]
    body_fr: Annotated[c.Text, Column("body in French", "citadine sportive", "")]
    powertrain_fr: Annotated[c.Text, Column("what drives it, in French", "électrique", "")]
    status_fr: Annotated[c.Text, Column("state in French", "en vente", "")]
    note_fr: _NoteFr


class DivisionRow(Record):
    """A business unit of the group: what it was to be, what it is now."""

    key: Annotated[c.Id, Column("unique id", "unit-ampere", "Ampere")]
    name: Annotated[c.Text, Column("name of the unit", "Ampere", "")]
    then_en: Annotated[c.Text, Column("what it was announced as", "electric cars", "")]
    then_fr: Annotated[c.Text, Column("the same in French", "voitures électriques", "")]
    now_en: Annotated[c.Text, Column("what became of it", "to be folded back", "")]
    now_fr: Annotated[c.Text, Column("the same in French", "doit être réintégrée", "")]
    state: Annotated[c.one_of("kept", "partner", "reduced", "folded"), Column("kept, shared with a partner, cut down, folded back", "folded", "gone")]
    announced_on: Annotated[c.Date, Column("when it was announced", "2022-11-08", "2022 Nov")]
    changed_on: Annotated[c.OptionalDate, Column("when it changed; empty: it did not", "2026-01-21", "2026 Jan")]
    source_ids: _Sources
    confidence: _Confidence
    note: _Note
    note_fr: _NoteFr


VERDICTS = ("held", "correct_then", "imprecise", "pending", "changed", "superseded", "missed")
_Verdict = c.one_of(*VERDICTS)


class ClaimRow(Record):
    """A statement or promise, with our verdict on it."""

    claim_id: Annotated[c.Id, Column("s01...: the seed article's sentences in order; x01...: promises around it", "s19", "19")]
    said_in_en: Annotated[c.Text, Column("what was said, in our words", "Alpine was relaunched in 2017.", "")]
    said_in_fr: Annotated[c.Text, Column("the same in French", "Alpine a été relancée en 2017.", "")]
    speaker: Annotated[c.Text, Column("who said it", "Luca de Meo", "")]
    said_on: Annotated[c.Date, Column("when", "2023-02-16", "2023 Feb")]
    about: Annotated[_Topic, Column("what it is about", "partnership", "deal")]
    promised_for: Annotated[c.Term, Column("when it was to come true; empty: not a promise", "2027", "soon")]
    verdict: Annotated[_Verdict, Column("our verdict; the rules are on the method page", "held", "true")]
    verdict_as_of: Annotated[c.Date, Column("date of the newest evidence", "2026-03-10", "now")]
    evidence_en: Annotated[c.Text, Column("what happened", "The A290 was unveiled.", "")]
    source_ids: _Sources
    confidence: _Confidence
    speaker_fr: Annotated[c.Text, Column("who said it, in French", "Luca de Meo", "")]
    evidence_fr: Annotated[c.Text, Column("what happened, in French", "L’A290 a été dévoilée.", "")]
    last_checked: Annotated[c.Day, Column("day on which we last looked for evidence", "2026-11-22", "today")]

    @property
    def key(self) -> str:
        return self.claim_id


class MeasureRow(Record):
    """What a table of figures counts, and in which unit."""

    table: Annotated[c.Id, Column("name of the table, without .csv", "autonation", "autonation.csv")]
    measure: Annotated[c.Text, Column("measure or item as in that table", "new_retail_units", "")]
    unit: Annotated[
        c.one_of(
            "cars", "vehicles", "count", "percent", "usd_million", "eur_million", "usd", "million_vehicles", "kg", "year", "rank",
            "cars_per_day", "hp",
        ),
        Column("unit of its figures", "vehicles", "units"),
    ]
    label_en: Annotated[c.Text, Column("name for readers", "New vehicles retailed", "")]
    label_fr: Annotated[c.Text, Column("name for readers, in French", "Véhicules neufs vendus", "")]


class ComputedRow(Record):
    """A figure that we compute from keyed rows."""

    key: Annotated[c.Id, Column("unique id", "autonation-new-2023", "sum 2023")]
    function: Annotated[c.Text, Column("a function of scripts/facts/arithmetic.py", "total", "sum()")]
    operands: Annotated[c.Operands, Column("keys it is computed from, in order", "alpine-2025;alpine-2024", "10970-4585")]
    unit: Annotated[c.Text, Column("unit of the result", "vehicles", "")]
    digits: Annotated[c.OptionalInteger, Column("decimals shown; -2 rounds to hundreds; empty: exact", "-2", "two")]
    label_en: Annotated[c.Text, Column("name for readers", "New vehicles in 2023, our sum", "")]
    label_fr: Annotated[c.Text, Column("name for readers, in French", "Véhicules neufs en 2023, notre somme", "")]
    note: _Note
    note_fr: _NoteFr


class StatusRow(Record):
    """A headline status of the story."""

    key: Annotated[c.Id, Column("unique id", "us-launch", "US")]
    label_en: Annotated[c.Text, Column("what it is about", "US launch", "")]
    label_fr: Annotated[c.Text, Column("the same in French", "Arrivée aux États-Unis", "")]
    state_en: Annotated[c.Text, Column("the state in two to five words; may hold a fact marker", "On hold", "")]
    state_fr: Annotated[c.Text, Column("the same in French", "En suspens", "")]
    tone: Annotated[c.one_of("stopped", "none_found", "changed", "pending", "done"), Column("how the pill is drawn", "stopped", "red")]
    detail_en: Annotated[c.Text, Column("one sentence", "Studies were halted.", "")]
    detail_fr: Annotated[c.Text, Column("the same in French", "Les études sont arrêtées.", "")]
    as_of: Annotated[c.Date, Column("date of the newest evidence", "2026-03-10", "now")]
    last_checked: Annotated[c.Day, Column("day on which we last looked", "2026-11-22", "today")]
    source_ids: _Sources
    confidence: _Confidence
    page: Annotated[c.Id, Column("page that explains it", "strategy", "/strategy/")]


class UpdateRow(Record):
    """A change of the site that readers are told about."""

    key: Annotated[c.Id, Column("unique id, also the feed's", "2026-11-22-launch", "launch!")]
    date: Annotated[c.Day, Column("when", "2026-11-22", "November")]
    kind: Annotated[c.one_of("launch", "facts", "verdict", "chart", "page"), Column("kind of change", "facts", "misc")]
    page: Annotated[c.Id, Column("page it concerns, or index", "numbers", "/numbers/")]
    title_en: Annotated[c.Text, Column("short title", "The site opens", "")]
    title_fr: Annotated[c.Text, Column("the same in French", "Le site ouvre", "")]
    summary_en: Annotated[c.Text, Column("one or two sentences", "All pages are online.", "")]
    summary_fr: Annotated[c.Text, Column("the same in French", "Toutes les pages sont en ligne.", "")]


class CorrectionRow(Record):
    """A mistake that we made and mended."""

    key: Annotated[c.Id, Column("unique id, also the feed's", "2026-12-01-lithia", "1")]
    date: Annotated[c.Day, Column("when it was mended", "2026-12-01", "December")]
    page: Annotated[c.Id, Column("page it stood on, or index", "partnership", "/partnership/")]
    was_en: Annotated[c.Text, Column("what was wrong", "The page gave 2022.", "")]
    was_fr: Annotated[c.Text, Column("the same in French", "La page donnait 2022.", "")]
    now_en: Annotated[c.Text, Column("what is right", "It was 2021.", "")]
    now_fr: Annotated[c.Text, Column("the same in French", "C’était 2021.", "")]
    why_en: Annotated[c.Text, Column("why it happened", "A slip of ours.", "")]
    why_fr: Annotated[c.Text, Column("the same in French", "Une erreur de notre part.", "")]
    source_ids: _Sources


class HistoryRow(Record):
    """A verdict that changed."""

    key: Annotated[c.Id, Column("unique id", "s19-2023-04-02", "1")]
    claim_id: Annotated[c.Id, Column("claim in claims.csv", "s19", "claim 19")]
    date: Annotated[c.Date, Column("when the facts changed", "2023-04-02", "April")]
    before: Annotated[_Verdict, Column("verdict until then", "held", "true")]
    after: Annotated[_Verdict, Column("verdict from then on", "correct_then", "false")]
    because_en: Annotated[c.Text, Column("why", "The new list put Lithia first.", "")]
    because_fr: Annotated[c.Text, Column("the same in French", "Le nouveau classement place Lithia en tête.", "")]
    source_ids: _Sources


class WordRow(Record):
    """A word or phrase that code draws."""

    key: Annotated[c.Id, Column("unique id; dots group", "verdict.held", "Held")]
    en: Annotated[c.Text, Column("English", "held", "")]
    fr: Annotated[c.Text, Column("French", "tenu", "")]


KINDS: dict[str, type[Record]] = {
    "sources": SourceRow,
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

