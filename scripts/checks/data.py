"""Consistency of data/ across rows and tables. The form of each cell is checked when it is read."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from scripts import paths
from scripts.facts.base_record import Column
from scripts.facts.facts import Facts
from scripts.facts.records import FigureRow, QuoteRow, Record, SourceRow, StatusRow, WordRow
from scripts.index import markers
from scripts.language.formatter import units
from scripts.problems import InvalidValue, Problem, UnknownName, choices_near
from scripts.project import Project

MAX_SAME_LETTERS = 25
"""Characters up to which a text may be the same in two languages: names, loan words, units."""

_MACHINE = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b|\b\w+\.csv\b|(?<![\w-])[12]\d{3}-[01]\d(?:-[0-3]\d)?\b")
_ISSUERS = ("issuer", "official")
_OWN_DOCUMENTS = ("press-release", "filing", "results", "law", "dataset")
"""Kinds of source that state what their issuer does, even when they are read in a copy."""
_IDS = {"source_ids": "sources", "source_id": "sources", "claim_id": "claims"}
"""Column -> kind of the rows that it names."""
_NAMED = (
    ("events", "topic", "topic"),
    ("claims", "about", "topic"),
    ("claims", "country", "country"),
    ("measures", "unit", "unit"),
    ("computed", "unit", "unit"),
)
"""Kind of row, its column that names something of the story's own, and the beginning of the key of its word."""


def check(project: Project) -> Iterator[Problem]:
    """Find rows that contradict, or lack, other rows, sources, translations or words."""
    for rule in (
        _unknown_ids,
        _archives,
        _confidence,
        _languages,
        _for_machines,
        _contradictions,
        _named_alike,
        _named_in_words,
        _statuses,
    ):
        yield from rule(project.facts)
    yield from _unknown_names(project)


def _unknown_ids(facts: Facts) -> Iterator[Problem]:
    """Find ids of sources and claims that no row has."""
    for column, kind in _IDS.items():
        ids = facts.by_key[kind]
        for row in facts.rows:
            cell = getattr(row, column, ())
            for name in (cell,) if isinstance(cell, str) else cell:
                if name not in ids:
                    yield row.problem(column, UnknownName(name, f"in the table of {kind}", sorted(ids)))


def check_unused_sources(project: Project) -> Iterator[Problem]:
    """Find sources on which no row, quote or page rests."""
    facts = project.facts
    used = {source for row in facts.rows for source in row.source_ids}
    used |= {source for page in project.all_pages for source in page.names("cite")}
    used |= {quote.source_id for quote in facts.of_kind(QuoteRow)}
    for source in facts.of_kind(SourceRow):
        if source.key not in used:
            wrong = f"{source.key!r} is used by no row and no page"
            yield source.problem("id", wrong, "sources in use, so cite it or delete it")


def _archives(facts: Facts) -> Iterator[Problem]:
    """Find archived copies at the source's own address."""
    for source in facts.of_kind(SourceRow):
        if source.archive_url == source.url:
            expected = "that of a copy kept elsewhere, or empty"
            yield source.problem("archive_url", "is the source's own address", expected)


def _confidence(facts: Facts) -> Iterator[Problem]:
    """Find rows of low confidence without a note, and of high confidence on one publisher that is not the issuer (copies are one)."""
    for row in facts.rows:
        if row.confidence == "low" and "note" in row.columns() and not row.note:
            yield row.problem("note", "is empty and the confidence is low", "a note that says why it is low")
        if row.confidence != "high":
            continue
        sources = [facts.sources[name] for name in row.source_ids if name in facts.sources]
        publishers = {source.publisher.split(" (")[0] for source in sources}
        from_issuer = any(source.standing in _ISSUERS or source.kind in _OWN_DOCUMENTS for source in sources)
        if len(publishers) == 1 and not from_issuer:
            wrong = f"'high' rests on {sources[0].publisher} alone"
            yield row.problem("confidence", wrong, "medium, or the issuer's own document, or a second publisher")


def _translations(rows: Iterable[Record]) -> Iterator[tuple[Record, Column, str, str]]:
    """The cells of translations: row, column, the text of the main language, and its translation (empty: none)."""
    for row in rows:
        for column in row.text_columns():
            if column.language != paths.MAIN:
                yield row, column, getattr(row, column.field) or "", row.cell(column.name) or ""


def _languages(facts: Facts) -> Iterator[Problem]:
    """Find texts that lack their translation, translations of nothing, and texts that are the same in both languages."""
    for row, column, text, translation in _translations(facts.rows):
        main = row.column(column.field, paths.MAIN)
        if text and not translation and column.field not in row.NAMES:
            yield row.problem(column.name, f"is empty and {main} is not", "both languages, or neither")
        elif translation and not text:
            yield row.problem(main, f"is empty and {column.name} is not", "both languages, or neither")
        elif text == translation and len(text) > MAX_SAME_LETTERS:
            expected = f"its own language, in texts over {MAX_SAME_LETTERS} characters"
            yield row.problem(column.name, f"is the same as {main}", expected)


def _named_alike(facts: Facts) -> Iterator[Problem]:
    """Find names that are translated in two ways within a column of a table."""
    first_of: dict[tuple[str, ...], tuple[str, str]] = {}
    for row, column, name, translation in _translations(facts.of_kind(FigureRow)):
        if column.field == "note":
            continue
        first, place = first_of.setdefault((row.file, column.name, name), (translation, row.place))
        if translation != first:
            wrong = f"{name!r} is {translation!r} here and {first!r} at {place}"
            yield row.problem(column.name, wrong, "one name for one thing")


def _for_machines(facts: Facts) -> Iterator[Problem]:
    """Find texts for readers that hold what only programs read: names of columns and files, keys of rows, dates of tables."""
    # Without a digit a key can be read as words.
    keys = {row.key for row in facts.rows if row.key and re.search(r"\d", row.key)}
    for row in facts.rows:
        if isinstance(row, WordRow):
            continue
        for column in row.text_columns():
            text = re.sub(markers.PATTERN, "", row.cell(column.name) or "")
            for name in [*_MACHINE.findall(text), *keys.intersection(re.findall(r"[\w-]+", text))]:
                yield row.problem(column.name, f"{name!r} is for programs", "words, and dates such as 16 January 2024")


def _contradictions(facts: Facts) -> Iterator[Problem]:
    """Find two figures of high confidence for the same thing, which cannot both be right."""
    first_of: dict[tuple, FigureRow] = {}
    for row in facts.of_kind(FigureRow):
        if row.confidence != "high" or row.number is None:
            continue
        counted = [name for name, column in row.DECLARED.items() if column.holds not in ("value", "rank", "unit")]
        subject = [getattr(row, name) for name in counted]
        first = first_of.setdefault((row.file, *subject), row)
        if first.number != row.number:
            same = ", ".join(str(cell) for cell in subject if cell is not None)
            wrong = f"{row.number} contradicts {first.number} in {first.place} ({same}), both of high confidence"
            yield row.problem(row.NUMBER, wrong, "one such figure, so lower the other and say why in its note")


def _named_in_words(facts: Facts) -> Iterator[Problem]:
    """Find units, topics and countries, which are the story's own, without a word in words.csv."""
    names_by_group = defaultdict(list, unit=units())
    for word in facts.of_kind(WordRow):
        group, _, name = word.key.partition(".")
        names_by_group[group].append(name)
    for kind, column, group in _NAMED:
        for row in facts.of_kind(kind):
            cell = getattr(row, column)
            name = cell.name if group == "unit" else cell
            if name and name not in names_by_group[group]:
                expected = f"{choices_near(cell, names_by_group[group])}, or a word {group}.{name} in data/words.csv"
                yield row.problem(column, f"{cell!r} is not a {group}", expected)


def _statuses(facts: Facts) -> Iterator[Problem]:
    """Find headline statuses that are not sure enough, or name no figure."""
    for status in facts.of_kind(StatusRow):
        if status.confidence == "low":
            yield status.problem("confidence", "'low' in a headline", "high or medium")
        for field, language in product(("state", "detail"), paths.LANGUAGES):
            for marker in markers.find(status.text_in(field, language)):
                for error in _marker(marker, facts):
                    yield status.problem(status.column(field, language), error)


def _marker(marker: markers.Marker, facts: Facts) -> Iterator[InvalidValue]:
    """Why a marker cannot stand in a headline, and what can."""
    if marker.kind != "figure":
        yield InvalidValue(f"{marker.kind!r} marker in a headline", "keys of figures")
        return
    yield from markers.errors_in(marker, facts)
    for key in marker.names:
        figure = facts.figures.get(key)
        if figure and figure.confidence == "low":
            yield InvalidValue(f"{key!r} is a figure of low confidence ({figure.place})", "high or medium")


def _unknown_names(project: Project) -> Iterator[Problem]:
    """Find measures of a table that does not exist; statuses, updates and corrections that name a page that does not exist."""
    facts = project.facts
    named = [("measures", "table", "a table of figures", facts.tables_of("figures"))]
    for kind in ("status", "updates", "corrections"):
        named.append((kind, "page", "a page", sorted(project.page_names)))
    for kind, column, what, choices in named:
        for row in facts.of_kind(kind):
            name = getattr(row, column)
            if name not in choices:
                yield row.problem(column, UnknownName(name, what, choices))
