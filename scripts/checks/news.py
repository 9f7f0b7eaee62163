"""What readers are told in feeds: headlines that stand alone, nothing from before the site was public.

    data/corrections.csv:2: now_en: 'Held' cannot stand alone; expected: a first sentence of 4 words or more, so that it can be a headline
"""

import datetime as dt
import re
from collections.abc import Iterator

from scripts.facts.dataset import Facts
from scripts.facts.records import FORMER, Record
from scripts.index import claims
from scripts.index.markers import word_count
from scripts.outputs import news
from scripts.problems import Problem

SHORTEST, LONGEST = 4, 120
"""Words at least, and characters at most, of what a reader sees in a list of headlines."""
_HEADLINES = {"updates": "title", "corrections": "now", "history": "because"}
_LEANS = re.compile(r"(It|They|He|She|This|That|These|Those|There|Il|Ils|Elle|Elles|Ceci|Cela|Ce|On)\b|C[’']")
"""How a sentence begins that needs another one before it."""


def problems(facts: Facts, languages: tuple[str, ...]) -> list[Problem]:
    """Every row that would make bad news."""
    day = news.opened(facts)
    told = [(kind, row) for kind in _HEADLINES for row in facts.of_kind(kind) if kind != "history" or row.date.first_day > day]
    return [problem for kind, row in told for found in (_date(kind, row, day), _headline(kind, row, languages)) for problem in found]


def _date(kind: str, row: Record, day: dt.date) -> Iterator[Problem]:
    if kind != "history":
        if row.date < day:
            expected = "what readers could see, so delete the row"
            yield row.problem("date", f"{str(row.date)!r} is before the site opened, {day}; expected: {expected}")
        return
    if len(str(row.date)) < len(str(day)):
        expected = "the day, since the site opened feeds tell of it as of that day"
        yield row.problem("date", f"{str(row.date)!r} is no whole day; expected: {expected}")
    if row.after in FORMER:
        yield row.problem("after", f"{row.after!r} is a verdict of before the site opened; expected: {FORMER[row.after]}")


def _headline(kind: str, row: Record, languages: tuple[str, ...]) -> Iterator[Problem]:
    """In the first sentence, but of a second reading, which makes no news."""
    for language in languages if kind != "history" or not row.because.startswith(claims.REREAD) else ():
        column, first = row.column(_HEADLINES[kind], language), news.sentences(row.word(_HEADLINES[kind], language))[0]
        if word_count(first) < SHORTEST or _LEANS.match(first):
            expected = f"a first sentence of {SHORTEST} words or more that names who or what, so that it can be a headline"
            yield row.problem(column, f"{first!r} cannot stand alone; expected: {expected}")
        elif len(first) > LONGEST:
            expected = f"at most {LONGEST} in the first sentence, which is the headline"
            yield row.problem(column, f"{first!r} has {len(first)} characters; expected: {expected}")
