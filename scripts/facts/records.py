"""Records: one frozen class a kind of row, its columns in order, their meaning, what each cell may hold.

`data/README.md` is written from these classes, the reader checks every cell against them, and the data
page of the site describes the columns with them. `data/tables.toml` says which file holds which kind; tables of
figures and catalogues declare their columns there: declared.py. What all records share is in base_record.py.
The examples tell of an invented maker, so that the engine knows no story.
"""

from typing import ClassVar

from pydantic import Field

from scripts import paths
from scripts.facts import cells as c
from scripts.facts import untranslated
from scripts.facts.arithmetic import FUNCTIONS
from scripts.facts.base_record import Confidence, Note, Record, Sources, Topic, in_each_language
from scripts.facts.declared import CatalogueRow, FigureRow

STANDING = ("issuer", "official", "press", "specialist", "rehost", "weak")
"""Standing of sources, the best first."""

_Language = c.one_of("en", "fr", "de", "it", "es", "pt", "nl", "pl", "hu", "ru", "el", "ja", "tr", "cs", "sv", "id")
_Part = c.one_of("headline", "standfirst", "opening", "body", "table", "caption")
VERDICTS = ("held", "pending", "changed", "missed", "imprecise")
STATES = ("held", "changed", "missed", "late", "pending", "imprecise")
"""What became of a promise, in the order of telling: its verdict, or `late` for a changed one with a later date."""
FORMER = {"correct_then": "changed", "superseded": "changed"}
"""Verdicts of before, which only the history still holds -> the one that took each in."""
_Verdict = c.one_of(*VERDICTS)
_PastVerdict = c.one_of(*VERDICTS, *FORMER)
_SourceKind = c.one_of("press-release", "filing", "results", "news", "reference", "law", "dataset")
_Standing = c.one_of(*STANDING)
_Precision = c.one_of("day", "month", "quarter", "year")
_EventStatus = c.one_of("done", "announced", "delayed", "paused", "cancelled", "unconfirmed")
_Cause = c.one_of("facts", "reading")
_CountedAs = c.one_of("promise", "sentence", "aside")
_YesOrNo = c.one_of("yes", "no")
_Function = c.one_of(*FUNCTIONS, "count_rows")
_Tone = c.one_of("stopped", "none_found", "changed", "pending", "done")
_UpdateKind = c.one_of("launch", "facts", "verdict", "chart", "page")


class SourceRow(Record):
    """A document that states facts."""

    UNIQUE: ClassVar = ("id",)
    NAMES: ClassVar = ("publisher",)
    id: c.Id = Field(description="unique id, cited in source_ids", examples=["gazette-2026-01-20"])
    publisher: c.Text = in_each_language("who published it", "The Gazette", "{field}")
    title: c.Text = Field(
        description="title as printed; in square brackets: our description", examples=["The Comet in 2025"]
    )
    url: c.Address = Field(description="address", examples=["https://example.com/a"])
    published: c.OptionalDate = Field(description="date of publication, as exactly as known", examples=["2026-01-20"])
    language: _Language = Field(description="language of the document", examples=["en"])
    kind: _SourceKind = Field(description="kind of document", examples=["news"])
    note: Note
    standing: _Standing = Field(
        description="issuer or official document, established press, specialist site, re-hosted copy, weak",
        examples=["issuer"],
    )
    accessed: c.Day = Field(description="day on which it was read", examples=["2026-11-22"])
    archive_url: c.OptionalAddress = Field(
        description="archived copy, where one is known", examples=["https://example.org/copy"]
    )

    @property
    def name(self) -> str:
        """The title as readers see it: our descriptions without their brackets, which mean something in the table only."""
        return self.title.removeprefix("[").removesuffix("]") if self.described else self.title

    @property
    def described(self) -> bool:
        """Whether the title is ours."""
        return self.title.startswith("[")

    @property
    def archive_search(self) -> str:
        """Address by which the Internet Archive gives its copy nearest to the source's date; undated: to our reading."""
        day = str(self.published or self.accessed).replace("-", "")
        return f"https://web.archive.org/web/{day}/{self.url}"

    def by(self, language: str) -> str:
        """The publisher as an edition names it."""
        return self.word("publisher", language)


class QuoteRow(Record):
    """A source's own words, and the rows that they prove."""

    WHERE_NEEDED: ClassVar = ("words_in",)
    key: c.Id = Field(description="unique id, q- and what it says", examples=["q-comet-2024"])
    source_id: c.Id = Field(description="the source, a row in sources.csv", examples=["gazette-2026-01-20"])
    proves: c.OptionalIds = Field(
        description="keys of figures, events, models, units and statuses, ids of claims; empty: a mere quotation",
        examples=["comet-2025"],
    )
    language: _Language = Field(description="language of the words", examples=["de"])
    words: c.OptionalText = Field(
        description="exact words of the source, at most 25; empty: not seen",
        examples=["die Comet wurde 10.970-mal verkauft"],
    )
    words_in: c.OptionalText = in_each_language(
        "our translation; empty where the words are in that language", "the Comet sold 10,970 times", "words_{language}"
    )
    part: _Part = Field(description="part of the text in which they stand", examples=["body"])
    seen: c.OptionalDay = Field(
        description="day on which we read the words; empty: not seen in the original", examples=["2026-11-22"]
    )
    note: c.OptionalText = in_each_language(
        "what to know of the words; required where they were not seen", "Read in a copy."
    )

    def wording(self, language: str) -> str:
        """The words for an edition: the source's own, or our translation; empty where they were not seen."""
        words = self.words if self.language == language else self.word("words_in", language)
        if not words and language in paths.DRAFTS:
            return untranslated.mark(self.words or "")
        return words or ""


class EventRow(Record):
    """Something that happened, was announced, or is planned."""

    key: c.Id = Field(description="unique id", examples=["ev-2024-06-13-comet-shown"])
    date: c.Date = Field(description="when, as exactly as known", examples=["2024-06-13"])
    precision: _Precision = Field(description="how exact the date is; a quarter has its first month", examples=["day"])
    end_date: c.OptionalDate = Field(
        description="last day, month or year of a period, after the date", examples=["2024-06-16"]
    )
    title: c.Text = in_each_language("short title", "Comet shown")
    summary: c.Text = in_each_language("one or two sentences", "The maker shows the Comet.")
    topic: Topic
    status: _EventStatus = Field(description="state of the event as last seen", examples=["done"])
    source_ids: Sources
    confidence: Confidence
    note: Note


class ClaimRow(Record):
    """A statement or promise, with our verdict on it."""

    UNIQUE: ClassVar = ("claim_id",)
    LEFT_EMPTY: ClassVar = ("now_due",)  # the promise of the example was kept
    key: c.Id = Field(
        description="unique id; s01... stand in the order of the article examined",
        examples=["x01"],
        json_schema_extra={"column": "claim_id"},
    )
    said_in: c.Text = in_each_language("what was said, in our words", "The Comet comes in 2024.")
    speaker: c.Text = in_each_language("who said it", "Ada Martin, chief executive", "{field}")
    said_on: c.Date = Field(description="when", examples=["2021-01-14"])
    about: Topic
    promised_for: c.Term = Field(description="when it was to come true; empty: not a promise", examples=["2024"])
    verdict: _Verdict = Field(description="our verdict; the rules are on the method page", examples=["held"])
    verdict_as_of: c.Date = Field(description="date of the newest evidence", examples=["2024-06-13"])
    evidence: c.Text = in_each_language("what happened", "The Comet was unveiled in June 2024.")
    source_ids: Sources
    confidence: Confidence
    last_checked: c.Day = Field(description="day on which we last looked for evidence", examples=["2026-11-22"])
    although: c.OptionalText = in_each_language(
        "what sources say against each other, and why that does not lower the confidence", "The Herald says 2025."
    )
    counted_as: _CountedAs = Field(
        description="promise; or a sentence of the article that the story began with; "
        "or an aside, which decides nothing and no count counts",
        examples=["promise"],
    )
    outcome: c.OptionalText = in_each_language(
        "of a promise: what came of it, in at most eight words", "Shown in June 2024"
    )
    now_due: c.Term = Field(
        description="of a changed promise: the later date that is now given; empty: none", examples=["2026"]
    )
    country: c.Country = Field(
        description="country whose promises are shown as such; empty: another, or none", examples=["us"]
    )

    @property
    def state(self) -> str:
        """One of `STATES`."""
        return "late" if self.now_due else self.verdict


class HistoryRow(Record):
    """A verdict that changed."""

    key: c.Id = Field(description="unique id", examples=["x01-2024-06-13"])
    claim_id: c.Id = Field(description="claim in claims.csv", examples=["x01"])
    date: c.Date = Field(
        description="when the facts changed; where they did not, the day on which we read them again",
        examples=["2024-06-13"],
    )
    before: _PastVerdict = Field(description="verdict until then", examples=["pending"])
    after: _PastVerdict = Field(
        description="verdict from then on; of the last row: the verdict in claims.csv", examples=["held"]
    )
    cause: _Cause = Field(description="what changed: the facts, or only our reading of them", examples=["facts"])
    because: c.Text = in_each_language("why", "The Comet was unveiled.")
    source_ids: Sources


class MeasureRow(Record):
    """What a table of figures counts, and in which unit."""

    UNIQUE: ClassVar = ("table", "measure")
    table: c.Table = Field(description="name of the table, without .csv", examples=["wheelhouse"])
    measure: c.Name = Field(description="measure or item as in that table", examples=["new_retail_units"])
    unit: c.Unit = Field(description="unit of its figures", examples=["vehicles"])
    least: c.OptionalNumber = Field(description="the smallest that a figure may be; empty: any", examples=["0"])
    most: c.OptionalNumber = Field(description="the largest that a figure may be; empty: any", examples=["1000000"])
    whole: _YesOrNo = Field(description="whether only whole numbers can be", examples=["yes"])
    label: c.Text = in_each_language("name for readers", "New vehicles retailed")


class ComputedRow(Record):
    """A figure that we compute from keyed rows."""

    UNIQUE: ClassVar = ()
    key: c.Id = Field(description="unique id", examples=["comet-total-2025"])
    function: _Function = Field(
        description="a function of scripts/facts/arithmetic.py, or count_rows", examples=["total"]
    )
    operands: c.Operands = Field(description="keys it is computed from, in order", examples=["comet-2024;comet-2025"])
    unit: c.Unit = Field(description="unit of the result", examples=["vehicles"])
    digits: c.OptionalInteger = Field(
        description="decimals shown; -2 rounds to hundreds; empty: exact",
        examples=["-2"],
        json_schema_extra={"unit": "decimals"},
    )
    label: c.Text = in_each_language("name for readers", "Comets of 2024 and 2025, our sum")
    note: Note


class StatusRow(Record):
    """A headline status of the story."""

    key: c.Id = Field(description="unique id", examples=["us-launch"])
    label: c.Text = in_each_language("what it is about", "US launch")
    state: c.Text = in_each_language("the state in two to five words; may hold a fact marker", "On hold")
    tone: _Tone = Field(description="how the pill is drawn", examples=["stopped"])
    detail: c.Text = in_each_language("one sentence; may hold fact markers", "Studies were halted.")
    since: c.OptionalDate = Field(
        description="month since which the state holds; empty: none can be named", examples=["2025-04"]
    )
    as_of: c.Date = Field(description="date of the newest evidence", examples=["2026-03-10"])
    last_checked: c.Day = Field(description="day on which we last looked", examples=["2026-11-22"])
    source_ids: Sources
    confidence: c.Confidence = Field(
        description="high or medium: nothing of low confidence stands in a headline", examples=["high"]
    )
    page: c.Id = Field(description="page that explains it", examples=["strategy"])


class UpdateRow(Record):
    """A change of the site that readers are told about."""

    key: c.Id = Field(description="unique id, also the feed's", examples=["2026-11-22-launch"])
    date: c.Day = Field(description="when", examples=["2026-11-22"])
    kind: _UpdateKind = Field(description="kind of change", examples=["facts"])
    page: c.Page = Field(description="page it concerns; a chart’s own is charts/ and its name", examples=["numbers"])
    title: c.Text = in_each_language("short title", "The site opens")
    summary: c.Text = in_each_language("one or two sentences", "All pages are online.")


class CorrectionRow(Record):
    """A mistake that we made and mended."""

    key: c.Id = Field(description="unique id, also the feed's", examples=["2026-12-01-comet-year"])
    date: c.Day = Field(description="when it was mended", examples=["2026-11-24"])
    page: c.Id = Field(description="page it stood on, or index", examples=["numbers"])
    was: c.Text = in_each_language("what was wrong", "The page gave 2022.")
    now: c.Text = in_each_language("what is right", "The Comet came in 2021.")
    why: c.Text = in_each_language("why it happened", "A slip of ours.")
    source_ids: Sources


class WordRow(Record):
    """A word or phrase that code draws."""

    key: c.Id = Field(description="unique id; dots group", examples=["verdict.held"])
    text: c.Text = in_each_language("the words; {name} is filled in", "held", "{language}")


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
