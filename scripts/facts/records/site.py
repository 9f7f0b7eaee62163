"""Tables that every story has: sources, what figures measure, headline statuses, what changed, the words that code draws."""

from typing import Annotated, ClassVar

from scripts import paths
from scripts.facts import cells as c
from scripts.facts import untranslated
from scripts.facts.arithmetic import FUNCTIONS
from scripts.facts.cells import Column
from scripts.facts.records.base import Note, Record, Sources, in_each_language

STANDING = ("issuer", "official", "press", "specialist", "rehost", "weak")
"""Standing of sources, the best first."""

_Language = c.one_of("en", "fr", "de", "it", "es", "pt", "nl", "pl", "hu", "ru", "el", "ja", "tr", "cs", "sv", "id")
_Part = c.one_of("headline", "standfirst", "opening", "body", "table", "caption")


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
