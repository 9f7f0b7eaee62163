"""Records: one frozen class a kind of row, its columns in order, their meaning, what each cell may hold.

`data/README.md` is written from these classes, the reader checks every cell against them, and the data
page of the site describes the columns with them. `data/tables.toml` says which file holds which kind; tables of
figures and catalogues declare their columns there: declared.py. What all records share is in base_record.py.
The examples tell of an invented maker, so that the engine knows no story.
"""

from typing import Annotated, ClassVar

from scripts import paths
from scripts.facts import cells as c
from scripts.facts import untranslated
from scripts.facts.arithmetic import FUNCTIONS
from scripts.facts.base_record import Confidence, Note, Record, Sources, Topic, in_each_language
from scripts.facts.cells import Column
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
_VerdictOnce = c.one_of(*VERDICTS, *FORMER)


class SourceRow(Record):
    """A document that states facts."""

    UNIQUE: ClassVar = ("id",)
    NAMES: ClassVar = ("publisher",)
    id: Annotated[c.Id, Column("unique id, cited in source_ids", "gazette-2026-01-20", "Gazette, January")]
    publisher: in_each_language("who published it", "The Gazette", "{field}")
    title: Annotated[c.Text, Column("title as printed; in square brackets: our description", "The Comet in 2025", "=title")]
    url: Annotated[c.Address, Column("address", "https://example.com/a", "example.com/a")]
    published: Annotated[c.OptionalDate, Column("date of publication, as exactly as known", "2026-01-20", "20 January")]
    language: Annotated[_Language, Column("language of the document", "en", "English")]
    kind: Annotated[
        c.one_of("press-release", "filing", "results", "news", "reference", "law", "dataset"), Column("kind of document", "news", "blog")
    ]
    note: Note
    standing: Annotated[
        c.one_of(*STANDING),
        Column("issuer or official document, established press, specialist site, re-hosted copy, weak", "issuer", "good"),
    ]
    accessed: Annotated[c.Day, Column("day on which it was read", "2026-11-22", "November")]
    archive_url: Annotated[c.OptionalAddress, Column("archived copy, where one is known", "https://example.org/copy", "archive")]

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
        return f"https://web.archive.org/web/{str(self.published or self.accessed).replace('-', '')}/{self.url}"

    def by(self, language: str) -> str:
        """The publisher as an edition names it."""
        return self.word("publisher", language)


class QuoteRow(Record):
    """A source's own words, and the rows that they prove."""

    WHERE_NEEDED: ClassVar = ("words_in",)
    key: Annotated[c.Id, Column("unique id, q- and what it says", "q-comet-2024", "The Comet")]
    source_id: Annotated[c.Id, Column("the source, a row in sources.csv", "gazette-2026-01-20", "the Gazette")]
    proves: Annotated[
        c.OptionalIds,
        Column("keys of figures, events, models, units and statuses, ids of claims; empty: a mere quotation", "comet-2025", "the Comet"),
    ]
    language: Annotated[_Language, Column("language of the words", "de", "German")]
    words: Annotated[
        c.OptionalText,
        Column("exact words of the source, at most 25; empty: not seen", "die Comet wurde 10.970-mal verkauft", "=words"),
    ]
    words_in: in_each_language(
        "our translation; empty where the words are in that language",
        "the Comet sold 10,970 times", "words_{language}", c.OptionalText,
    )
    part: Annotated[_Part, Column("part of the text in which they stand", "body", "page 3")]
    seen: Annotated[c.OptionalDay, Column("day on which we read the words; empty: not seen in the original", "2026-11-22", "today")]
    note: in_each_language("what to know of the words; required where they were not seen", "Read in a copy.", kind=c.OptionalText)

    def said(self, language: str) -> str:
        """The words for an edition: the source's own, or our translation; empty where they were not seen."""
        words = self.words if self.language == language else self.word("words_in", language)
        return words or (untranslated.mark(self.words or "") if language in paths.DRAFTS else "")


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


class MeasureRow(Record):
    """What a table of figures counts, and in which unit."""

    UNIQUE: ClassVar = ("table", "measure")
    table: Annotated[c.Table, Column("name of the table, without .csv", "wheelhouse", "wheelhouse.csv")]
    measure: Annotated[c.Name, Column("measure or item as in that table", "new_retail_units", "new units")]
    unit: Annotated[c.Unit, Column("unit of its figures", "vehicles", "%")]
    least: Annotated[c.OptionalNumber, Column("the smallest that a figure may be; empty: any", "0", "none")]
    most: Annotated[c.OptionalNumber, Column("the largest that a figure may be; empty: any", "1000000", "100%")]
    whole: Annotated[c.one_of("yes", "no"), Column("whether only whole numbers can be", "yes", "true")]
    label: in_each_language("name for readers", "New vehicles retailed")


class ComputedRow(Record):
    """A figure that we compute from keyed rows."""

    UNIQUE: ClassVar = ()
    key: Annotated[c.Id, Column("unique id", "comet-total-2025", "sum 2025")]
    function: Annotated[
        c.one_of(*FUNCTIONS, "count_rows"), Column("a function of scripts/facts/arithmetic.py, or count_rows", "total", "sum()")
    ]
    operands: Annotated[c.Operands, Column("keys it is computed from, in order", "comet-2024;comet-2025", "4585 + 10970")]
    unit: Annotated[c.Unit, Column("unit of the result", "vehicles", "%")]
    digits: Annotated[c.OptionalInteger, Column("decimals shown; -2 rounds to hundreds; empty: exact", "-2", "two", "decimals")]
    label: in_each_language("name for readers", "Comets of 2024 and 2025, our sum")
    note: Note


class StatusRow(Record):
    """A headline status of the story."""

    key: Annotated[c.Id, Column("unique id", "us-launch", "US")]
    label: in_each_language("what it is about", "US launch")
    state: in_each_language("the state in two to five words; may hold a fact marker", "On hold")
    tone: Annotated[c.one_of("stopped", "none_found", "changed", "pending", "done"), Column("how the pill is drawn", "stopped", "red")]
    detail: in_each_language("one sentence; may hold fact markers", "Studies were halted.")
    since: Annotated[c.OptionalDate, Column("month since which the state holds; empty: none can be named", "2025-04", "April")]
    as_of: Annotated[c.Date, Column("date of the newest evidence", "2026-03-10", "now")]
    last_checked: Annotated[c.Day, Column("day on which we last looked", "2026-11-22", "today")]
    source_ids: Sources
    confidence: Annotated[c.Confidence, Column("high or medium: nothing of low confidence stands in a headline", "high", "sure")]
    page: Annotated[c.Id, Column("page that explains it", "strategy", "/strategy/")]


class UpdateRow(Record):
    """A change of the site that readers are told about."""

    key: Annotated[c.Id, Column("unique id, also the feed's", "2026-11-22-launch", "launch!")]
    date: Annotated[c.Day, Column("when", "2026-11-22", "November")]
    kind: Annotated[c.one_of("launch", "facts", "verdict", "chart", "page"), Column("kind of change", "facts", "misc")]
    page: Annotated[c.Page, Column("page it concerns; a chart’s own is charts/ and its name", "numbers", "/numbers/")]
    title: in_each_language("short title", "The site opens")
    summary: in_each_language("one or two sentences", "All pages are online.")


class CorrectionRow(Record):
    """A mistake that we made and mended."""

    key: Annotated[c.Id, Column("unique id, also the feed's", "2026-12-01-comet-year", "wrong year")]
    date: Annotated[c.Day, Column("when it was mended", "2026-11-24", "November")]
    page: Annotated[c.Id, Column("page it stood on, or index", "numbers", "/numbers/")]
    was: in_each_language("what was wrong", "The page gave 2022.")
    now: in_each_language("what is right", "The Comet came in 2021.")
    why: in_each_language("why it happened", "A slip of ours.")
    source_ids: Sources


class WordRow(Record):
    """A word or phrase that code draws."""

    key: Annotated[c.Id, Column("unique id; dots group", "verdict.held", "Held")]
    text: in_each_language("the words; {name} is filled in", "held", "{language}")


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
