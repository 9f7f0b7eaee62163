"""Figures typed by hand: numbers in prose that no row of data/ stands behind.

Free: dates, years from 1900 to 2039, ordinals, and the names in data/allowed_figures.toml. All else has to be a marker.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from babel.dates import get_month_names

from scripts.language import names
from scripts.language.names import ALLOWED

_NOT_PROSE = re.compile(
    r"\{\{[^{}]*\}\}"  # markers
    r"|\{:?\s*(?:[#.][^{}]*|\w+=[^{}]*)\}"  # ids, classes and other attributes
    r"|<[a-z][^<>]*>"  # tags with theirs
    r"|\]\([^()]*(?:\([^()]*\)[^()]*)*\)"  # targets of links
    r"|<?https?://\S+"
    r"|^\s*\d{1,3}\.\s"  # numbers of a list
)
_GAP = "[ \u00a0\u202f]"
_NUMBER = rf"\d+(?:(?:[.,]|{_GAP}(?=\d{{3}}\b))\d+)*"
_COUNTED = r"per cent|percent|pour cent|millions?|billions?|milliards?|dollars?|euros?"
_ORDINAL = r"\b\d{1,3}(?:st|nd|rd|th|er|re|ère|e|ème)s?\b"
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion"
    "|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|mille|millions|milliards"
)
_IN_WORDS = re.compile(rf"\b(?:(?:{_WORDS})[ -])*(?:{_WORDS}){_GAP}(?:of |de |d’)?(?:per cent|percent|pour cent|dollars?|euros?)\b", re.I)
_DOUBLE = re.compile(rf"[$€£]{_GAP}?\{{\{{[^{{}}]*\}}\}}|\{{\{{[^{{}}:]*\}}\}}{_GAP}?[%€$£]")


@lru_cache(maxsize=8)
def _patterns(language: str, allowed: tuple[str, ...], counted: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand without a marker in a language, and what a figure looks like."""
    unit = rf"(?:{_GAP}?[%€$£]|{_GAP}(?:{'|'.join((_COUNTED, *map(re.escape, counted)))})\b)"
    year = rf"(?<![\d.,$€£+−])(?:19\d\d|20[0-3]\d)(?!\d|[.,]\d|{_GAP}\d{{3}}\b|{unit})"
    months = "|".join(map(re.escape, get_month_names("wide", locale=language).values()))
    day = r"(?:1ᵉʳ|1er|0?[1-9]|[12]\d|3[01])"
    date = rf"\b{day}(?:[–-]{day})?{_GAP}(?:{months})\b"
    named = "|".join(rf"(?<!\w){re.escape(name)}s?(?!\w|[.,]\d)" for name in allowed)
    free = re.compile("|".join(filter(None, (named, date, year, _ORDINAL))), re.I)
    return free, re.compile(rf"[$€£]{_GAP}?{_NUMBER}|{_NUMBER}{unit}|\w*{_NUMBER}(?:\w*)|[%€$£]")


def typed(text: str, language: str, allowed: Path = ALLOWED) -> list[str]:
    """The figures of a line that should be markers, as they are written."""
    found = [match[0] for match in _DOUBLE.finditer(text)]
    rest = _NOT_PROSE.sub(" \u2009 ", text)
    found += [match[0] for match in _IN_WORDS.finditer(rest)]
    free, figure = _patterns(language, names.names(allowed), names.counted(allowed))
    rest = free.sub(" \u2009 ", rest)
    return found + [match[0].strip() for match in figure.finditer(rest) if not _part_of(match[0], found)]


def _part_of(figure: str, found: list[str]) -> bool:
    """A lone sign that was reported already together with its marker."""
    return figure in "%€$£" and any(figure in whole for whole in found)
