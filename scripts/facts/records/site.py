"""Tables of the site itself: sources, headline statuses, what changed, the words that code draws."""

from __future__ import annotations

from typing import Annotated, ClassVar

from scripts.facts import cells as c
from scripts.facts.cells import Column
from scripts.facts.records.base import Note, NoteFr, Record, Sources, text

PARTS = ("headline", "standfirst", "opening", "body", "table", "caption")
_LANGUAGES = ("en", "fr", "de", "it", "es", "pt", "nl", "pl", "hu", "ru", "el", "ja", "tr", "cs", "sv")


class SourceRow(Record):
    """A document that states facts."""

    UNIQUE: ClassVar = ("id",)
    id: Annotated[c.Id, Column("unique id, cited in source_ids", "gazette-2026-01-20", "Gazette, January")]
    publisher: text("who published it", "The Gazette")
    title: Annotated[c.Text, Column("title as printed; in square brackets: our description", "The Comet in 2025", "=title")]
    url: Annotated[c.Address, Column("address", "https://example.com/a", "example.com/a")]
    published: Annotated[c.OptionalDate, Column("date of publication, as exactly as known", "2026-01-20", "20 January")]
    language: Annotated[c.one_of(*_LANGUAGES), Column("language of the document", "en", "English")]
    kind: Annotated[
        c.one_of("press-release", "filing", "results", "news", "reference", "law", "dataset"), Column("kind of document", "news", "blog")
    ]
    note: Note
    note_fr: NoteFr
    standing: Annotated[
        c.one_of("issuer", "official", "press", "specialist", "rehost", "weak"),
        Column("issuer or official document, established press, specialist site, re-hosted copy, weak", "issuer", "good"),
    ]
    accessed: Annotated[c.Day, Column("day on which it was read", "2026-11-22", "November")]
    archive_url: Annotated[c.OptionalAddress, Column("archived copy, where one is known", "https://example.org/copy", "archive")]
    publisher_fr: Annotated[c.OptionalText, Column("the publisher in French; empty where it is the same", "La Gazette", "=La Gazette")]

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
        return self.word("publisher", language) or self.publisher


class QuoteRow(Record):
    """A source's own words, and the rows that they prove."""

    OWN_LANGUAGE: ClassVar = ("words",)
    key: Annotated[c.Id, Column("unique id, q- and what it says", "q-comet-2024", "The Comet")]
    source_id: Annotated[c.Id, Column("the source, a row in sources.csv", "gazette-2026-01-20", "the Gazette")]
    proves: Annotated[
        c.OptionalIds, Column("keys of figures, events, models, units and statuses, ids of claims; empty: a mere quotation", "comet-2025", "the Comet")
    ]
    language: Annotated[c.one_of(*_LANGUAGES), Column("language of the words", "de", "German")]
    words: Annotated[c.OptionalText, Column("exact words of the source, at most 25; empty: not seen", "die Comet wurde 10.970-mal verkauft", "=words")]
    words_en: Annotated[c.OptionalText, Column("our translation for the English edition; empty where the words are English", "the Comet sold 10,970 times", "=words")]
    words_fr: Annotated[
        c.OptionalText, Column("our translation for the French edition; empty where the words are French", "la Comet s’est vendue 10 970 fois", "=mots")
    ]
    part: Annotated[c.one_of(*PARTS), Column("part of the text in which they stand", "body", "page 3")]
    seen: Annotated[c.OptionalDay, Column("day on which we read the words; empty: not seen in the original", "2026-11-22", "today")]
    note_en: Annotated[c.OptionalText, Column("what to know of the words; required where they were not seen", "Read in a copy.", "=see")]
    note_fr: Annotated[c.OptionalText, Column("the same in French", "Lu dans une copie.", "=voir")]

    def said(self, language: str) -> str:
        """The words for an edition: the source's own, or our translation; empty where they were not seen."""
        return (self.words if self.language == language else self.word("words", language)) or ""


class StatusRow(Record):
    """A headline status of the story."""

    key: Annotated[c.Id, Column("unique id", "us-launch", "US")]
    label_en: text("what it is about", "US launch")
    label_fr: text("the same in French", "Arrivée aux États-Unis")
    state_en: text("the state in two to five words; may hold a fact marker", "On hold")
    state_fr: text("the same in French", "En suspens")
    tone: Annotated[c.one_of("stopped", "none_found", "changed", "pending", "done"), Column("how the pill is drawn", "stopped", "red")]
    detail_en: text("one sentence; may hold fact markers", "Studies were halted.")
    detail_fr: text("the same in French", "Les études sont arrêtées.")
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
    title_en: text("short title", "The site opens")
    title_fr: text("the same in French", "Le site ouvre")
    summary_en: text("one or two sentences", "All pages are online.")
    summary_fr: text("the same in French", "Toutes les pages sont en ligne.")


class CorrectionRow(Record):
    """A mistake that we made and mended."""

    key: Annotated[c.Id, Column("unique id, also the feed's", "2026-12-01-comet-year", "wrong year")]
    date: Annotated[c.Day, Column("when it was mended", "2026-12-01", "December")]
    page: Annotated[c.Id, Column("page it stood on, or index", "numbers", "/numbers/")]
    was_en: text("what was wrong", "The page gave 2022.")
    was_fr: text("the same in French", "La page donnait 2022.")
    now_en: text("what is right", "It was 2021.")
    now_fr: text("the same in French", "C’était 2021.")
    why_en: text("why it happened", "A slip of ours.")
    why_fr: text("the same in French", "Une erreur de notre part.")
    source_ids: Sources


class WordRow(Record):
    """A word or phrase that code draws."""

    key: Annotated[c.Id, Column("unique id; dots group", "verdict.held", "Held")]
    en: text("English", "held")
    fr: text("French", "tenu")
