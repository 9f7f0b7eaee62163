"""What readers are told in feeds: headlines that stand alone, nothing from before the site was public, no name that only we know.

    data/corrections.csv:2: now_en: 'Held' cannot stand alone; expected: a first sentence of 4 words or more, so that it can be a headline
"""

import datetime as dt
import re
from collections.abc import Iterator

from scripts.facts.dataset import Facts
from scripts.facts.records import FORMER, Record
from scripts.index import claims
from scripts.outputs import news
from scripts.problems import Problem

SHORTEST, LONGEST = 4, 120
"""Words at least, and characters at most, of what a reader sees in a list of headlines."""
_TEXTS = {"updates": ("title", "summary"), "corrections": ("was", "now", "why"), "history": ("because",)}
_HEADLINES = {"updates": "title", "corrections": "now", "history": "because"}
_LEANS = re.compile(r"(It|They|He|She|This|That|These|Those|There|Il|Ils|Elle|Elles|Ceci|Cela|Ce|On)\b|C[’']")
"""How a sentence begins that needs another one before it."""


def problems(facts: Facts, languages: tuple[str, ...]) -> list[Problem]:
    """Every row that would make bad news."""
    day = news.opened(facts)
    keys = {getattr(row, "key", None) for row in facts.rows} | set(facts.figures) | set(facts.sources)
    ids = {key for key in keys if key and re.search(r"\d", key)}  # one without a digit can be read as a word
    told = [(kind, row) for kind in _TEXTS for row in facts.of_kind(kind) if kind != "history" or row.date.first_day > day]
    return [problem for kind, row in told for found in (_date(kind, row, day), _texts(kind, row, ids, languages)) for problem in found]


def _date(kind: str, row: Record, day: dt.date) -> Iterator[Problem]:
    if kind != "history":
        if row.date < day:
            yield row.problem("date", f"{str(row.date)!r} is before the site opened, {day}; expected: what readers could see, so delete the row")
        return
    if len(str(row.date)) < len(str(day)):
        yield row.problem("date", f"{str(row.date)!r} is no whole day; expected: the day, since the site opened feeds tell of it as of that day")
    if row.after in FORMER:
        yield row.problem("after", f"{row.after!r} is a verdict of before the site opened; expected: {FORMER[row.after]}")


def _texts(kind: str, row: Record, ids: set[str], languages: tuple[str, ...]) -> Iterator[Problem]:
    reread = kind == "history" and row.because.startswith(claims.REREAD)
    for column in _TEXTS[kind]:
        for language in languages:
            text, name = row.word(column, language), row.column(column, language)
            for word in re.findall(r"[\w-]+", text):
                if word in ids:
                    yield row.problem(name, f"{word!r} is a key that only we know; expected: words, such as what was promised")
            first = news.sentences(text)[0]
            if column != _HEADLINES[kind] or reread:
                continue
            if len(re.findall(r"[\w’']+", first)) < SHORTEST or _LEANS.match(first):
                yield row.problem(name, f"{first!r} cannot stand alone; expected: a first sentence of {SHORTEST} words or more that names who or what, so that it can be a headline")
            elif len(first) > LONGEST:
                yield row.problem(name, f"{first!r} has {len(first)} characters; expected: at most {LONGEST} in the first sentence, which is the headline")
