"""Quotes: they are short, their source and the rows they prove exist, and their numbers are the row's.

    data/quotes.csv:7: words: has no number that equals 10970 (comet-2025); expected: the passage that states it

What a reader meets first needs a quote: every claim, every status, each figure in a status, a headline, a standfirst, an
"In short", the title or the takeaway of a chart.
Nobody is quoted by hand: what stands in quotation marks on a page stands in the table of quotes, or is a title or a label.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import product

from scripts import paths
from scripts.facts.facts import Facts, Figure
from scripts.facts.records import ClaimRow, QuoteRow, Record, StatusRow, WordRow
from scripts.index import markers
from scripts.language import locales, typography
from scripts.language.typography import QUOTED
from scripts.problems import Location, Problem, UnknownName
from scripts.project import Project

MAX_WORDS = 25  # words of a quotation at most
_SPEECH = 4
"""Words in quotation marks that count as a quotation; fewer may be a term."""
_PRESS = {"m": 6, "bn": 9}
"""Signs of newspapers for millions and billions that CLDR does not know."""
_KEYED = ("events", "catalogue", "status", "claims")
_NUMBER = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:[\u202f\u00a0 ’']\d{3})+(?!\d)|\d+)(?:[.,]\d+)*")
"""Digits with the signs that may stand between them; what they mean depends on who writes."""


def check(project: Project) -> Iterator[Problem]:
    """Find what is wrong with the quotes themselves."""
    facts = project.facts
    by_key = {row.key: row for kind in _KEYED for row in facts.of_kind(kind)} | facts.figures
    for quote in facts.of_kind(QuoteRow):
        yield from _wording(quote, facts)
        yield from _translations(quote)
        for key in quote.proves or ():
            yield from _proof(quote, key, by_key, facts)


def check_first_met(project: Project) -> Iterator[Problem]:
    """Find prominent claims and figures without a quote, and quotations typed by hand."""
    yield from _unproven(project)
    yield from _quoted_by_hand(project)


def _wording(quote: QuoteRow, facts: Facts) -> Iterator[Problem]:
    """Find words that are too long, or without what belongs to them."""
    count = markers.word_count(quote.words or "")
    if count > MAX_WORDS:
        expected = f"at most {MAX_WORDS}, so keep the passage that proves the row"
        yield quote.problem("words", f"has {count} words", expected)
    if bool(quote.words) != bool(quote.seen):
        empty = "seen" if quote.words else "words"
        expected = "both, or neither and a note that says why"
        yield quote.problem(empty, "is empty: words and seen go together", expected)
    source = facts.sources.get(quote.source_id)
    if quote.seen and source and source.published and source.published.first_day > quote.seen:
        wrong = f"'{quote.seen}' is before {source.key} was published, '{source.published}'"
        yield quote.problem("seen", wrong, "that day or later")
    if not quote.words and not quote.note:
        column = quote.column("note", paths.MAIN)
        yield quote.problem(column, "is empty and the words were not seen", "a note that says why")


def _translations(quote: QuoteRow) -> Iterator[Problem]:
    for language in paths.LANGUAGES:
        column = quote.column("words_in", language)
        translation = quote.cell(column)
        if not quote.words or language == quote.language:
            if translation:
                expected = "empty where the words are in that language or were not seen"
                yield quote.problem(column, "translates nothing", expected)
        elif not translation:
            yield quote.problem(column, f"is empty and the words are in {quote.language!r}", "our translation")
        else:
            for digits in untranslated_numbers(quote.words, quote.language, translation, language):
                wrong = f"has no number that equals {digits}, which stands in words"
                yield quote.problem(column, wrong, "the same number")


def _proof(quote: QuoteRow, key: str, by_key: Mapping[str, Record | Figure], facts: Facts) -> Iterator[Problem]:
    """Check that a quote can prove the row of a key: it has its source and its number."""
    row = by_key.get(key)
    if row is None:
        what = "a key of figures, events, catalogues, statuses or claims"
        yield quote.problem("proves", UnknownName(key, what, by_key))
        return
    if isinstance(row, Figure) and row.computed:
        expected = f"the keys that it is computed from, {', '.join(row.operands)}"
        yield quote.problem("proves", f"{key!r} is computed", expected)
        return
    if quote.source_id not in row.source_ids and quote.source_id in facts.sources:
        wrong = f"{quote.source_id!r} is not a source of {key} ({row.place})"
        yield quote.problem("proves", wrong, "one of its sources, or add it there")
    if not quote.words:
        return
    stated = numbers(quote.words, quote.language)
    if isinstance(row, Figure):
        # A number in words is read in our languages alone: of words in another one, in their translation.
        for language in paths.ALL_LANGUAGES:
            stated |= numbers_in_words(quote.wording(language), language)
        if not any(_equal(row, number) for number in stated):
            wrong = f"has no number that equals {row.number.normalize():f} ({key})"
            yield quote.problem("words", wrong, "the passage that states it")
    elif stated and stated.isdisjoint(_numbers_of(row, facts)):
        digits = ", ".join(_NUMBER.findall(quote.words))
        wrong = f"has numbers ({digits}) of which none stands in {key} ({row.place})"
        yield quote.problem("words", wrong, "the passage that the row tells")


def numbers(text: str, language: str) -> set[Decimal]:
    """Every number that a text may state in figures, in the forms of any language: 262,403 · 262 403 · 25,8 milliards."""
    stated = set()
    for match in _NUMBER.finditer(text):
        stated |= _readings(match, language)
    return stated


def numbers_in_words(text: str, language: str) -> set[Decimal]:
    counting = enumerate(locales.language(language).number_patterns.split())
    return {Decimal(number) for number, word in counting if re.search(rf"\b(?:{word})\b", text, re.I)}


def untranslated_numbers(words: str, language: str, translation: str, into: str) -> Iterator[str]:
    """The numbers in figures of a passage that its translation states in no form: `3.546` may be 3,546, and 7 seven."""
    stated = numbers(translation, into) | numbers_in_words(translation, into)
    for match in _NUMBER.finditer(words):
        if stated.isdisjoint(_readings(match, language)):
            yield match[0]


def _readings(match: re.Match[str], language: str) -> set[Decimal]:
    """What a number may mean: `3.546` is 3546 in German and 3.546 in English, and “25.8 billion” also 25,800,000,000."""
    groups = re.findall(r"\d+", match[0])
    readings = set()
    if all(len(group) == 3 for group in groups[1:]):
        readings.add(Decimal("".join(groups)))
    if re.search(r"[.,]\d+$", match[0]):
        readings.add(Decimal(f"{''.join(groups[:-1])}.{groups[-1]}"))
    after = match.string[match.end() :].lstrip(" \u00a0\u202f-").casefold()
    powers = locales.language(language).powers | _PRESS
    fitting = [power for word, power in powers.items() if re.match(rf"{re.escape(word.casefold())}\b", after)]
    power = max(fitting, default=0)
    return readings | {reading.scaleb(power) for reading in readings}


def _equal(figure: Figure, number: Decimal) -> bool:
    """Whether a stated number is the figure, at the figure's own precision and in its unit."""
    wanted = abs(figure.number)
    return any(wanted in (abs(value), value.quantize(wanted)) for value in (number, number / figure.unit.scale))


def _numbers_of(row: Record, facts: Facts) -> set[Decimal]:
    """All that a row states, in any language, and the figures that its markers show."""
    cells = [cell for name, cell in row if name not in (*row.PLACE, "source_ids")]
    text = " ".join(map(str, [*cells, *row.others.values()]))
    stated = {
        facts.figures[key].number for marker in markers.find(text) for key in marker.names if key in facts.figures
    }
    for language in paths.ALL_LANGUAGES:
        stated |= numbers(text, language) | numbers_in_words(text, language)
    return stated


def _quoted_by_hand(project: Project) -> Iterator[Problem]:
    """Find four words or more in quotation marks that are not in quotes.csv, nor the title of a source or table, nor a label of ours."""
    facts = project.facts
    for language, pages_by_name in project.pages.items():
        texts = [quote.wording(language) for quote in facts.of_kind(QuoteRow)]
        texts += [source.title for source in facts.sources.values()]
        texts += [word.text_in("text", language) for word in facts.of_kind(WordRow)]
        texts += [table.titles.get(language, "") for table in facts.tables.values()]
        quotable = typography.normalized(" | ".join(texts))
        for page in pages_by_name.values():
            quotations = [(number, match[1]) for number, line in page.prose for match in QUOTED.finditer(line)]
            for number, words in quotations:
                if len(words.split()) >= _SPEECH and typography.normalized(words) not in quotable:
                    expected = "{{ quote: key }} of a row in quotes.csv, or no quotation marks"
                    yield page.problem(number, "quotation", f"{words!r} is quoted by hand", expected)


def _unproven(project: Project) -> Iterator[Problem]:
    """Report each claim, status and stated figure that readers meet first and no quote proves."""
    facts = project.facts
    needed: dict[str, Location] = {}
    headlines: list[StatusRow | ClaimRow] = [*facts.of_kind(StatusRow), *facts.of_kind(ClaimRow)]
    for row in headlines:
        needed[row.key] = row.place_of(row.column("key", paths.MAIN))
    for keys, location in _first_met(project):
        for key in keys:
            for stated in _stated(key, facts):
                needed.setdefault(stated, location)
    table = Location(paths.relative_path(paths.DATA / "quotes.csv"), column="proves")
    expected = "a row with the source’s own words (or, not seen, with a note that says why)"
    for key, location in needed.items():
        if not facts.quotes_of(key):
            yield table.problem(f"no row proves {key!r}, which stands in {location}", expected)


def _first_met(project: Project) -> Iterator[tuple[Iterable[str], Location]]:
    """Keys of figures and where they stand: in a status, at the head of a page, behind the title or takeaway of a chart
    (a cell that one names stands for its row, all else for all rows)."""
    facts = project.facts
    for status, field in product(facts.of_kind(StatusRow), ("state", "detail")):
        for marker in markers.find(getattr(status, field)):
            yield marker.names, status.place_of(status.column(field, paths.MAIN))
    for page in project.all_pages:
        for marker in page.markers:
            if marker.kind == "figure" and page.part_of_head(marker.line):
                yield marker.names, page.place_of(marker.line, "marker")
    key_by_place = {figure.place: figure.key for figure in facts.figures.values()}
    for chart, text in product(project.all_charts, ("title", "takeaway")):
        for row in chart.rows_behind(text):
            keys = [key_by_place[place] for place in row.places if place in key_by_place]
            yield keys, chart.definition.place_of(chart.language, text)


def _stated(key: str, facts: Facts) -> Iterator[str]:
    """The figures that sources state and this one rests on: itself, or those that it is computed from."""
    figure = facts.figures.get(key)
    if figure and figure.computed:
        for operand in figure.operands:
            yield from _stated(operand, facts)
    elif figure:
        yield key
