"""Tables of the story: what happened, what was promised, what became of it."""

from typing import Annotated, ClassVar

from scripts.facts import cells as c
from scripts.facts.cells import Column
from scripts.facts.records.base import Confidence, Note, Record, Sources, Topic, in_each_language

VERDICTS = ("held", "pending", "changed", "missed", "imprecise")
STATES = ("held", "changed", "missed", "late", "pending", "imprecise")
"""What became of a promise, in the order of telling: its verdict, or `late` for a changed one with a later date."""
FORMER = {"correct_then": "changed", "superseded": "changed"}
"""Verdicts of before, which only the history still holds -> the one that took each in."""
_Verdict = c.one_of(*VERDICTS)
_VerdictOnce = c.one_of(*VERDICTS, *FORMER)


class EventRow(Record):
    """Something that happened, was announced, or is planned."""

    key: Annotated[c.Id, Column("unique id", "ev-2024-06-13-comet-shown", "Comet shown")]
    date: Annotated[c.Date, Column("when, as exactly as known", "2024-06-13", "June 2024")]
    precision: Annotated[
        c.one_of("day", "month", "quarter", "year"), Column("how exact the date is; a quarter has its first month", "day", "exact")
    ]
    end_date: Annotated[c.OptionalDate, Column("last day, month or year of a period, after the date", "2024-06-16", "16 June")]
    title: in_each_language("short title", "Comet shown")
    summary: in_each_language("one or two sentences", "The maker shows the Comet.")
    topic: Topic
    status: Annotated[
        c.one_of("done", "announced", "delayed", "paused", "cancelled", "unconfirmed"),
        Column("state of the event as last seen", "done", "ok"),
    ]
    source_ids: Sources
    confidence: Confidence
    note: Note


class ClaimRow(Record):
    """A statement or promise, with our verdict on it."""

    UNIQUE: ClassVar = ("claim_id",)
    LEFT_EMPTY: ClassVar = ("now_due",)  # the promise of the example was kept
    claim_id: Annotated[c.Id, Column("unique id; s01... stand in the order of the article examined", "x01", "claim 1")]
    said_in: in_each_language("what was said, in our words", "The Comet comes in 2024.")
    speaker: in_each_language("who said it", "Ada Martin, chief executive", "{field}")
    said_on: Annotated[c.Date, Column("when", "2021-01-14", "Jan 2021")]
    about: Topic
    promised_for: Annotated[c.Term, Column("when it was to come true; empty: not a promise", "2024", "soon")]
    verdict: Annotated[_Verdict, Column("our verdict; the rules are on the method page", "held", "true")]
    verdict_as_of: Annotated[c.Date, Column("date of the newest evidence", "2024-06-13", "now")]
    evidence: in_each_language("what happened", "The Comet was unveiled in June 2024.")
    source_ids: Sources
    confidence: Confidence
    last_checked: Annotated[c.Day, Column("day on which we last looked for evidence", "2026-11-22", "today")]
    although: in_each_language(
        "what sources say against each other, and why that does not lower the confidence",
        "The Herald says 2025.", kind=c.OptionalText,
    )
    counted_as: Annotated[c.one_of("promise", "sentence", "aside"), Column(
        "promise; or a sentence of the article that the story began with; or an aside, which decides nothing and no count counts",
        "promise", "x",
    )]
    outcome: in_each_language("of a promise: what came of it, in at most eight words", "Shown in June 2024", kind=c.OptionalText)
    now_due: Annotated[c.Term, Column("of a changed promise: the later date that is now given; empty: none", "2026", "later")]
    country: Annotated[c.Country, Column("country whose promises are shown as such; empty: another, or none", "us", "U.S.")]

    @property
    def key(self) -> str:
        return self.claim_id

    @property
    def state(self) -> str:
        """One of `STATES`."""
        return "late" if self.now_due else self.verdict


class HistoryRow(Record):
    """A verdict that changed."""

    key: Annotated[c.Id, Column("unique id", "x01-2024-06-13", "x01, June")]
    claim_id: Annotated[c.Id, Column("claim in claims.csv", "x01", "claim 1")]
    date: Annotated[c.Date, Column("when the facts changed; where they did not, the day on which we read them again", "2024-06-13", "June")]
    before: Annotated[_VerdictOnce, Column("verdict until then", "pending", "open")]
    after: Annotated[_VerdictOnce, Column("verdict from then on; of the last row: the verdict in claims.csv", "held", "true")]
    because: in_each_language("why", "The Comet was unveiled.")
    source_ids: Sources
