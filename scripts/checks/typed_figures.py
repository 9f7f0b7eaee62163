"""Figures typed by hand: numbers in prose that no row of data/ stands behind.

Free: dates, years from 1900 to 2039, ordinals, and the names in data/allowed_figures.toml. All else has to be a marker.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from scripts.index import allowed_figures
from scripts.index.markdown_pages import MarkdownPage
from scripts.language import locales, typography
from scripts.problems import Problem

_NOT_PROSE = re.compile(r"&#\w+;|^\s*\d{1,3}\.\s")  # character references, numbers of list items
_APART = " \u2009 "
"""Placeholder for what is left out; it is part of no number."""
_GAP = "[ \u00a0\u202f]"
_NUMBER = rf"\d+(?:(?:[.,]|{_GAP}(?=\d{{3}}\b))\d+)*"
_DOUBLE = re.compile(rf"[$€£]{_GAP}?\{{\{{[^{{}}]*\}}\}}|\{{\{{[^{{}}:]*\}}\}}{_GAP}?[%€$£]")


@lru_cache(maxsize=8)
def _patterns(language: str, allowed: tuple[str, ...], counted: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """What may stand without a marker in a language, what a figure looks like, and what one in words, of any language."""
    countable = "|".join([locales.all_of(lambda form: form.units_after_numbers), *map(re.escape, counted)])
    unit = rf"(?:{_GAP}?[%€$£]|{_GAP}(?:{countable})\b)"
    year = rf"(?<![\d.,$€£+−])(?:19\d\d|20[0-3]\d)(?!\d|[.,]\d|{_GAP}\d{{3}}\b|{unit})"
    form = locales.language(language)
    first = form.first_of_month
    if first:
        first = f"{first}|{unicodedata.normalize('NFKC', first)}|"
    day = rf"(?:{first}0?[1-9]|[12]\d|3[01])\.?"
    date = rf"\b{day}(?:[–-]{day})?{_GAP}(?:{form.months})\b"
    names = [rf"(?<!\w){re.escape(name)}s?(?!\w|[.,]\d)" for name in allowed]
    ordinal = rf"\b\d{{1,3}}(?:{locales.all_of(lambda form: form.ordinals)})s?\b"
    free = re.compile("|".join([*names, date, year, ordinal]), re.I)
    figure = re.compile(rf"[$€£]{_GAP}?{_NUMBER}|{_NUMBER}{unit}|\w*{_NUMBER}(?:\w*)|[%€$£]")
    words = locales.all_of(lambda form: form.number_words)
    after = locales.all_of(lambda form: form.units_after_number_words)
    return free, figure, re.compile(rf"\b(?:(?:{words})[ -])*(?:{words}){_GAP}(?:{after})\b", re.I)


def check_text(page: MarkdownPage, line: int, column: str, text: str, expected: str) -> Iterator[Problem]:
    """Find the figures typed by hand in a text of a page."""
    for figure in typed(text, page.language):
        yield page.problem(line, column, f"{figure!r} is typed by hand", expected)


def typed(text: str, language: str) -> list[str]:
    """The figures of a line that should be markers, as they are written; none as long as the list of names cannot be read."""
    allowed = allowed_figures.load()
    if allowed.problems:
        return []
    free, figure, in_words = _patterns(language, allowed.names, allowed.counted)
    figures = _DOUBLE.findall(text)
    rest = _NOT_PROSE.sub(_APART, typography.words(_DOUBLE.sub(_APART, text)))
    figures += [match[0] for match in in_words.finditer(rest)]
    return figures + [match[0].strip() for match in figure.finditer(free.sub(_APART, rest))]
