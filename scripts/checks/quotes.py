"""Sources' own words: that they are short, that source and proved rows exist, that numbers and names in them are the row's.

    data/quotes.csv:7: words: has no number that equals 10970 (comet-2025); expected: the passage that states it

What a reader meets first needs a quote: every claim, every status, each figure in a status, a headline, a standfirst, an
"In short", the title or the takeaway of a chart.
Nobody is quoted by hand: what stands in quotation marks on a page stands in the table of quotes, or is a title or a label.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import product
from pathlib import Path

from scripts import paths
from scripts.checks.project import Project
from scripts.drawing.chart import PreparedChart
from scripts.facts.records import QuoteRow, Record
from scripts.facts.tables import Facts, Figure
from scripts.index import markers
from scripts.index.written import IN_SHORT, Pages
from scripts.language import locales, typography
from scripts.problems import Problem, UnknownName

MAX_WORDS = 25  # words of a quotation at most

Place = tuple[str, int, str]  # file, line, column
Told = tuple[str, str, str]  # column, what is wrong there, what is expected
_SPEECH = 4
"""Words in quotation marks that are taken for somebody's; fewer may be a word that a page speaks of."""
_PRESS = {"m": 6, "bn": 9}
"""Signs of newspapers for millions and billions that CLDR does not know."""
_KEYED = ("events", "catalogue", "status", "claims")
_ORDINAL = locales.all_of(lambda language: language.ordinals)
_NUMBER = re.compile(
    rf"(?<![\w.,])\d+(?:[.,\u202f\u00a0 ’'](?=\d)\d+)*(?:{_ORDINAL})?(?!\w)|(?<=[$€£])\d+(?:[.,]\d+)*"
)


def check(project: Project) -> Iterator[Problem]:
    """What is wrong with the quotes themselves."""
    facts = project.facts
    known = {row.key: row for kind in _KEYED for row in facts.of_kind(kind)} | facts.figures
    for quote in facts.of_kind("quotes"):
        proves = (told for key in quote.proves or () for told in _proves(quote, key, known, facts))
        for told in (*_words(quote, facts), *proves):
            yield quote.problem(*told)


def check_first_met(project: Project) -> Iterator[Problem]:
    """What readers meet first and no quote proves, and words that were quoted by hand.

    The rows must be sound: what follows from a bad cell is not told here.
    """
    yield from _lacking(project.facts, project.pages, list(project.prepared_charts))
    yield from _typed(project.facts, project.pages)


def _words(quote: QuoteRow, facts: Facts) -> Iterator[Told]:
    count = markers.word_count(quote.words or "")
    if count > MAX_WORDS:
        yield "words", f"has {count} words", f"at most {MAX_WORDS}, so keep the passage that proves the row"
    if bool(quote.words) != bool(quote.seen):
        yield (
            "seen" if quote.words else "words", "stands without the other of words and seen",
            "both, or neither and a note that says why",
        )
    published = facts.sources[quote.source_id].published if quote.source_id in facts.sources else None
    if quote.seen and published and published.first_day > quote.seen:
        yield (
            "seen", f"'{quote.seen}' is before {quote.source_id} was published, {str(published)!r}",
            "that day or later",
        )
    if not quote.words and not quote.note:
        yield quote.column("note", paths.MAIN), "is empty and the words were not seen", "a note that says why"
    for language in paths.LANGUAGES:
        column = quote.column("words_in", language)
        translation = quote.cell(column)
        if translation and (language == quote.language or not quote.words):
            yield column, "translates nothing", "empty where the words are in that language or were not seen"
        elif quote.words and not translation and language != quote.language:
            yield column, f"is empty and the words are in {quote.language!r}", "our translation"
    for language in paths.ALL_LANGUAGES:
        column = quote.column("words_in", language)
        for written in _not_in(quote.cell(column), language, quote):
            yield column, f"has no number that equals {written}, which stands in words", "the same number"


def _proves(
    quote: QuoteRow, key: str, known: Mapping[str, Record | Figure], facts: Facts
) -> Iterator[Told]:
    """Whether the words can stand behind the row of a key: its source, its number, its names."""
    row = known.get(key)
    if row is None:
        if not facts.may_be_damaged(key, "figures", "computed", *_KEYED):
            error = UnknownName(key, "a key of figures, events, catalogues, statuses or claims", known)
            yield "proves", error.wrong, error.expected
        return
    if isinstance(row, Figure) and row.computed:
        yield "proves", f"{key!r} is computed", f"the keys that it is computed from, {', '.join(row.operands)}"
        return
    if quote.source_id not in row.source_ids and quote.source_id in facts.sources:
        yield "proves", f"{quote.source_id!r} is not a source of {key} ({row.place})", "one of its sources, or add it there"
    if not quote.words:
        return
    texts = _texts(row, facts)
    if isinstance(row, Figure):
        # A number in words is read in our languages alone: of words in another one, in their translation.
        spoken = [numbers_in_words(quote.said(language), language) for language in paths.ALL_LANGUAGES]
        if not any(_equal(row, number) for number in numbers(quote.words, quote.language).union(*spoken)):
            yield "words", f"has no number that equals {row.number.normalize():f} ({key})", "the passage that states it"
    elif (digits := numbers(quote.words, quote.language)) and not digits & _in_any_language(texts):
        shown = ", ".join(match[0] for match in _NUMBER.finditer(quote.words))
        yield "words", f"has numbers ({shown}) of which none stands in {key} ({row.place})", "the passage that the row tells"
    names = _names(facts) & set(re.findall(r"[^\W\d_]{3,}", quote.words))
    if names and not names & set(re.findall(r"[^\W\d_]{3,}", texts)):
        yield "words", f"names {', '.join(sorted(names))}, and {key} ({row.place}) does not", "the passage on what the row is about"


def numbers(text: str, language: str) -> set[Decimal]:
    """Every number that a text may state in figures, in the forms of any language: 262,403 · 262 403 · 25,8 milliards."""
    found = [(value, _scale(match, language)) for match in _NUMBER.finditer(text) for value in _readings(match[0])]
    return {value for value, _ in found} | {value.scaleb(power) for value, power in found}


def numbers_in_words(text: str, language: str) -> set[Decimal]:
    counting = enumerate(locales.of(language).counting.split())
    return {Decimal(number) for number, word in counting if re.search(rf"\b(?:{word})\b", text, re.I)}


def _in_any_language(text: str) -> set[Decimal]:
    readings = [(numbers(text, language), numbers_in_words(text, language)) for language in paths.ALL_LANGUAGES]
    return set().union(*(found for pair in readings for found in pair))


def _not_in(translation: str | None, language: str, quote: QuoteRow) -> Iterator[str]:
    """The numbers that a passage gives in figures and its translation in no form: `3.546` may be 3,546, and 7 seven."""
    told = numbers(translation or "", language) | numbers_in_words(translation or "", language)
    for match in _NUMBER.finditer(quote.words or "") if translation else ():
        whole = max(_readings(match[0]))
        if not {whole, whole.scaleb(_scale(match, quote.language))} & told:
            yield match[0]


def _scale(match: re.Match[str], language: str) -> int:
    """The power of ten that the word after a number stands for: 9 in “25.8 billion”."""
    rest = match.string[match.end():].lstrip(" \u00a0\u202f-").casefold()
    powers = {**locales.of(language).powers, **_PRESS}
    met = (power for word, power in powers.items() if re.match(rf"{re.escape(word.casefold())}\b", rest))
    return max(met, default=0)


def _readings(written: str) -> set[Decimal]:
    """`3.546` is 3546 in German and 3.546 in English: both."""
    written = re.sub(r"\D+$", "", written)
    groups = re.split(r"[^\d]", written)
    plain = {Decimal("".join(groups))} if all(len(group) == 3 for group in groups[1:]) else set()
    head, mark, tail = re.fullmatch(r"(.*?)(?:([.,])(\d+))?", written).groups()
    if mark:
        plain.add(Decimal(f"{re.sub(r'[^0-9]', '', head)}.{tail}"))
    # Spaces also stand between numbers that have nothing to do with each other: 2025 10970.
    return plain | {Decimal(group) for group in groups if re.search(r"[ \u00a0]", written)}


def _equal(figure: Figure, number: Decimal) -> bool:
    """Whether a stated number is the figure, at the figure's own precision and in its unit."""
    wanted, power = abs(figure.number), 6 if "million" in figure.unit.split("_") else 0
    exact = Decimal(1).scaleb(wanted.as_tuple().exponent)
    return any(wanted in (abs(value), value.quantize(exact)) for value in (number, number.scaleb(-power)))


def _texts(row: Record | Figure, facts: Facts) -> str:
    """All that is said of a row: its cells, what its table and measure are called, the figures that its markers show."""
    parts: list[str] = []
    if isinstance(row, Figure):
        parts += [*row.labels.values(), *row.notes.values()]
        row = facts.by_place[row.place]
    parts += [*row.others.values(), *(str(cell) for name, cell in row if name not in (*row.PLACE, "source_ids") and cell is not None)]
    parts += facts.titles[Path(row.file).stem].values()
    shown = [facts.figures[name] for part in parts for marker in markers.find(part) for name in marker.names if name in facts.figures]
    dates = [part for whole in parts for part in re.findall(r"\d{4}(?=-\d\d)", whole)]
    return " ".join([*parts, *dates, *(f"{figure.number.normalize():f}" for figure in shown)])


def _names(facts: Facts) -> set[str]:
    """Names that a passage may confuse: those in tables of figures by their first word, of people by their last.

    A word that is both names nobody: `Group`, with which one company begins and another ends.
    """
    people = [part.split(" (")[0] for row in facts.of_kind("claims") for part in row.speaker.split(", ")]
    things = {getattr(row, name).split()[0] for row in facts.of_kind("figures") for name in row.holding("name")}
    words = things ^ {name.split()[-1] for name in people if " " in name}
    return {word for word in words if len(word) > 3 and word[0].isupper()}


def _typed(facts: Facts, pages: Pages) -> Iterator[Problem]:
    """Four words or more in quotation marks that stand in no quote, and are no title of a source or a table and no label of ours."""
    for language, edition in pages.items():
        texts = [quote.said(language) for quote in facts.of_kind("quotes")] + [source.title for source in facts.sources.values()]
        texts += [row.word("text", language) for row in facts.of_kind("words")]
        texts += [title.get(language, "") for title in facts.titles.values()]
        known = typography.even(" | ".join(texts))
        for page in edition.values():
            for number, line in page.prose:
                for found in typography.QUOTED.finditer(line):
                    words = typography.even(found[1])
                    if len(words.split()) >= _SPEECH and words not in known:
                        yield page.problem(
                            number, "quotation", f"{found[1]!r} is quoted by hand",
                            "{{ quote: key }} of a row in quotes.csv, or no quotation marks",
                        )


def _lacking(facts: Facts, pages: Pages, charts: Iterable[PreparedChart]) -> Iterator[Problem]:
    """Every claim and status, and the stated figures behind all else that comes first, each where it is first met."""
    rows = (row for kind in ("status", "claims") for row in facts.of_kind(kind))
    needed: dict[str, Place] = {row.key: (row.file, row.line, *row.UNIQUE) for row in rows}
    for names, place in _met_first(facts, pages, charts):
        for key in (key for name in names for key in _stated(name, facts)):
            needed.setdefault(key, place)
    for key, (file, line, column) in needed.items():
        if not facts.quotes_of(key):
            where = f"{file}{f':{line}' if line else ''}, {column}"
            yield Problem(
                paths.relative_path(paths.DATA / "quotes.csv"), 0, "proves",
                f"no row proves {key!r}, which stands in {where}",
                "a row with the source’s own words (or, not seen, with a note that says why)",
            )


def _met_first(facts: Facts, pages: Pages, charts: Iterable[PreparedChart]) -> Iterator[tuple[Iterable[str], Place]]:
    """Names of figures and where they stand: in a status, at the head of a page, behind the title or takeaway of a chart
    (a cell that these name stands for its row, anything else for all rows)."""
    for row, field in product(facts.of_kind("status"), ("state", "detail")):
        for marker in markers.find(getattr(row, field)):
            yield marker.names, (row.file, row.line, row.column(field, paths.MAIN))
    for page in (page for edition in pages.values() for page in edition.values()):
        heads = {heading.line for heading in page.headings} | set(page.standfirst)
        for marker in page.markers:
            if marker.kind == "figure" and (marker.line in heads or page.section(marker.line) == IN_SHORT):
                yield marker.names, (page.file, marker.line, "marker")
    at = {figure.place: figure.key for figure in facts.figures.values()}
    for chart, text in product(charts, ("title", "takeaway")):
        where = chart.definition.place_of(chart.language, text)
        yield (at[place] for row in chart.behind(text) for place in row.places if place in at), where


def _stated(name: str, facts: Facts) -> Iterator[str]:
    """The figures that sources state behind one: itself, or what it is computed from."""
    figure = facts.figures.get(name)
    if figure and figure.computed:
        for operand in figure.operands:
            yield from _stated(operand, facts)
    elif figure:
        yield name
