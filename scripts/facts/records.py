"""Records: one frozen class a kind of row, its columns in order, their meaning, what each cell may hold.

`data/README.md` is written from these classes, the reader checks every cell against them, and the data
page of the site describes the columns with them. `data/tables.toml` says which file holds which kind; tables of
figures and catalogues declare their columns there: declared.py. What all records share is in base_record.py.
The examples are of an invented car maker, so that the engine depends on no story.
"""

from typing import Annotated, ClassVar

from scripts import paths
from scripts.facts import cells as c
from scripts.facts import untranslated
from scripts.facts.arithmetic import FUNCTIONS
from scripts.facts.base_record import Confidence, Note, Record, Sources, Topic, documented, in_each_language
from scripts.facts.declared import CatalogueRow, FigureRow

STANDING = ("issuer", "official", "press", "specialist", "rehost", "weak")
"""Standing of sources, the best first."""

_Language = Annotated[
    str, c.one_of("en", "fr", "de", "it", "es", "pt", "nl", "pl", "hu", "ru", "el", "ja", "tr", "cs", "sv", "id")
]
VERDICTS = ("held", "pending", "changed", "missed", "imprecise")
STATES = ("held", "changed", "missed", "late", "pending", "imprecise")
"""What became of a promise, in the order of telling: its verdict, or `late` for a changed one with a later date."""
FORMER = {"correct_then": "changed", "superseded": "changed"}
"""Former verdicts, which only the history still has -> the verdict that replaced each."""
_PastVerdict = Annotated[str, c.one_of(*VERDICTS, *FORMER)]


class SourceRow(Record):
    """A document that states facts."""

    NAMES: ClassVar = ("publisher",)
    key: c.Id = documented("unique id, cited in source_ids", "gazette-2026-01-20", name="id")
    publisher: c.Text = in_each_language("who published it", "The Gazette", "{field}")
    title: c.Text = documented("title as printed; in square brackets: our description", "The Comet in 2025")
    url: c.Address = documented("address", "https://example.com/a")
    published: c.OptionalDate = documented("date of publication, as exactly as known", "2026-01-20")
    language: _Language = documented("language of the document", "en")
    kind: Annotated[str, c.one_of("press-release", "filing", "results", "news", "reference", "law", "dataset")] = (
        documented("kind of document", "news")
    )
    note: Note
    standing: Annotated[str, c.one_of(*STANDING)] = documented(
        "issuer or official document, established press, specialist site, re-hosted copy, weak", "issuer"
    )
    accessed: c.Day = documented("day on which it was read", "2026-11-22")
    archive_url: c.OptionalAddress = documented("archived copy, where one is known", "https://example.org/copy")

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
        return self.text_in("publisher", language)


class QuoteRow(Record):
    """A source's own words, and the rows that they prove."""

    WHERE_NEEDED: ClassVar = ("words_in",)
    IN_OWN_LANGUAGE: ClassVar = ("words",)
    key: c.Id = documented("unique id, q- and what it says", "q-comet-2024")
    source_id: c.Id = documented("the source, a row in sources.csv", "gazette-2026-01-20")
    proves: c.OptionalIds = documented(
        "keys of figures, events, models, units and statuses, ids of claims; empty: a mere quotation", "comet-2025"
    )
    language: _Language = documented("language of the words", "de")
    words: c.OptionalText = documented(
        "exact words of the source, at most 25; empty: not seen", "die Comet wurde 10.970-mal verkauft"
    )
    words_in: c.OptionalText = in_each_language(
        "our translation; empty where the words are in that language", "the Comet sold 10,970 times", "words_{language}"
    )
    part: Annotated[str, c.one_of("headline", "standfirst", "opening", "body", "table", "caption")] = documented(
        "part of the text in which they stand", "body"
    )
    seen: c.OptionalDay = documented("day on which we read the words; empty: not seen in the original", "2026-11-22")
    note: c.OptionalText = in_each_language(
        "what to know of the words; required where they were not seen", "Read in a copy."
    )

    def wording(self, language: str) -> str:
        """The words for an edition: the source's own, or our translation; empty where they were not seen."""
        words = self.words if self.language == language else self.text_in("words_in", language)
        if not words and language in paths.DRAFTS:
            return untranslated.mark(self.words or "")
        return words or ""


class EventRow(Record):
    """Something that happened, was announced, or is planned."""

    key: c.Id = documented("unique id", "ev-2024-06-13-comet-shown")
    date: c.Date = documented("when, as exactly as known", "2024-06-13")
    precision: Annotated[str, c.one_of("day", "month", "quarter", "year")] = documented(
        "how exact the date is; a quarter has its first month", "day"
    )
    end_date: c.OptionalDate = documented("last day, month or year of a period, after the date", "2024-06-16")
    title: c.Text = in_each_language("short title", "Comet shown")
    summary: c.Text = in_each_language("one or two sentences", "The maker shows the Comet.")
    topic: Topic
    status: Annotated[str, c.one_of("done", "announced", "delayed", "paused", "cancelled", "unconfirmed")] = documented(
        "state of the event as last seen", "done"
    )
    source_ids: Sources
    confidence: Confidence
    note: Note


class ClaimRow(Record):
    """A statement or promise, with our verdict on it."""

    key: c.Id = documented("unique id; s01... stand in the order of the article examined", "x01", name="claim_id")
    said_in: c.Text = in_each_language("what was said, in our words", "The Comet comes in 2024.")
    speaker: c.Text = in_each_language("who said it", "Ada Martin, chief executive", "{field}")
    said_on: c.Date = documented("when", "2021-01-14")
    about: Topic
    promised_for: c.Term = documented("when it was to come true; empty: not a promise", "2024")
    verdict: Annotated[str, c.one_of(*VERDICTS)] = documented("our verdict; the rules are on the method page", "held")
    verdict_as_of: c.Date = documented("date of the newest evidence", "2024-06-13")
    evidence: c.Text = in_each_language("what happened", "The Comet was unveiled in June 2024.")
    source_ids: Sources
    confidence: Confidence
    last_checked: c.Day = documented("day on which we last looked for evidence", "2026-11-22")
    although: c.OptionalText = in_each_language(
        "what sources say against each other, and why that does not lower the confidence", "The Herald says 2025."
    )
    counted_as: Annotated[str, c.one_of("promise", "sentence", "aside")] = documented(
        "promise; or a sentence of the article that the story began with; "
        "or an aside, which decides nothing and no count counts",
        "promise",
    )
    outcome: c.OptionalText = in_each_language(
        "of a promise: what came of it, in at most eight words", "Shown in June 2024"
    )
    now_due: c.Term = documented("of a changed promise: the later date that is now given; empty: none", "2026")
    country: c.Country = documented("country whose promises are shown as such; empty: another, or none", "us")

    @property
    def state(self) -> str:
        """One of `STATES`."""
        return "late" if self.now_due else self.verdict


class HistoryRow(Record):
    """A verdict that changed."""

    key: c.Id = documented("unique id", "x01-2024-06-13")
    claim_id: c.Id = documented("claim in claims.csv", "x01")
    date: c.Date = documented(
        "when the facts changed; where they did not, the day on which we read them again", "2024-06-13"
    )
    before: _PastVerdict = documented("verdict until then", "pending")
    after: _PastVerdict = documented("verdict from then on; of the last row: the verdict in claims.csv", "held")
    cause: Annotated[str, c.one_of("facts", "reading")] = documented(
        "what changed: the facts, or only our reading of them", "facts"
    )
    because: c.Text = in_each_language("why", "The Comet was unveiled.")
    source_ids: Sources


class MeasureRow(Record):
    """What a table of figures counts, and in which unit."""

    UNIQUE: ClassVar = ("table", "measure")
    table: c.Table = documented("name of the table, without .csv", "wheelhouse")
    measure: c.Name = documented("measure or item as in that table", "new_retail_units")
    unit: c.Unit = documented("unit of its figures", "vehicles")
    least: c.OptionalNumber = documented("the smallest that a figure may be; empty: any", "0")
    most: c.OptionalNumber = documented("the largest that a figure may be; empty: any", "1000000")
    whole: Annotated[str, c.one_of("yes", "no")] = documented("whether only whole numbers can be", "yes")
    label: c.Text = in_each_language("name for readers", "New vehicles retailed")


class ComputedRow(Record):
    """A figure that we compute from keyed rows."""

    UNIQUE: ClassVar = ()
    key: c.Id = documented("unique id", "comet-total-2025")
    function: Annotated[str, c.one_of(*FUNCTIONS, "count_rows")] = documented(
        "a function of scripts/facts/arithmetic.py, or count_rows", "total"
    )
    operands: c.Operands = documented("keys it is computed from, in order", "comet-2024;comet-2025")
    unit: c.Unit = documented("unit of the result", "vehicles")
    digits: c.OptionalInteger = documented("decimals shown; -2 rounds to hundreds; empty: exact", "-2")
    label: c.Text = in_each_language("name for readers", "Comets of 2024 and 2025, our sum")
    note: Note


class StatusRow(Record):
    """A headline status of the story."""

    key: c.Id = documented("unique id", "us-launch")
    label: c.Text = in_each_language("what it is about", "US launch")
    state: c.Text = in_each_language("the state in two to five words; may hold a fact marker", "On hold")
    tone: Annotated[str, c.one_of("stopped", "none_found", "changed", "pending", "done")] = documented(
        "how the pill is drawn", "stopped"
    )
    detail: c.Text = in_each_language("one sentence; may hold fact markers", "Studies were halted.")
    since: c.OptionalDate = documented("month since which the state holds; empty: none can be named", "2025-04")
    as_of: c.Date = documented("date of the newest evidence", "2026-03-10")
    last_checked: c.Day = documented("day on which we last looked", "2026-11-22")
    source_ids: Sources
    confidence: c.Confidence = documented("high or medium: nothing of low confidence stands in a headline", "high")
    page: c.Id = documented("page that explains it", "strategy")


class UpdateRow(Record):
    """A change of the site that readers are told about."""

    key: c.Id = documented("unique id, also the feed's", "2026-11-22-launch")
    date: c.Day = documented("when", "2026-11-22")
    kind: Annotated[str, c.one_of("launch", "facts", "verdict", "chart", "page")] = documented(
        "kind of change", "facts"
    )
    page: c.Page = documented("page it concerns; a chart’s own is charts/ and its name", "numbers")
    title: c.Text = in_each_language("short title", "The site opens")
    summary: c.Text = in_each_language("one or two sentences", "All pages are online.")


class CorrectionRow(Record):
    """A mistake that we made and mended."""

    key: c.Id = documented("unique id, also the feed's", "2026-12-01-comet-year")
    date: c.Day = documented("when it was mended", "2026-11-24")
    page: c.Id = documented("page it stood on, or index", "numbers")
    was: c.Text = in_each_language("what was wrong", "The page gave 2022.")
    now: c.Text = in_each_language("what is right", "The Comet came in 2021.")
    why: c.Text = in_each_language("why it happened", "A slip of ours.")
    source_ids: Sources


class WordRow(Record):
    """A word or phrase that code draws."""

    key: c.Id = documented("unique id; dots group", "verdict.held")
    text: c.Text = in_each_language("the words; {name} is filled in", "held", "{language}")


RECORD_KINDS: dict[str, type[Record]] = {
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
