"""What readers are told in feeds: sentences, nothing from before the site was public, no name that only we know.

    data/corrections.csv:2: now_en: 'Held' is not a sentence; expected: what is right, so that it can stand as a headline
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from scripts.facts.dataset import Facts
from scripts.facts.records import Record
from scripts.outputs import feeds
from scripts.problems import Problem

SHORTEST = 3
"""Words of a sentence."""
_TEXTS = {"updates": ("title", "summary"), "corrections": ("was", "now", "why"), "history": ("because",)}
_HEADLINES = ("title", "was", "now")


def problems(facts: Facts, languages: tuple[str, ...]) -> list[Problem]:
    """Every row that would make bad news."""
    day, ids = feeds.opened(facts), _ids(facts)
    return [problem for kind in _TEXTS for row in facts.of_kind(kind) for found in (_date(kind, row, day), _texts(kind, row, ids, languages)) for problem in found]


def _date(kind: str, row: Record, day: dt.date) -> Iterator[Problem]:
    if kind == "history":
        if row.date.first_day > day and len(str(row.date)) < 10:
            yield Problem(row.file, row.line, "date", f"{str(row.date)!r} is no whole day; expected: the day, since the site opened feeds tell of it as of that day")
    elif row.date < day:
        yield Problem(row.file, row.line, "date", f"{str(row.date)!r} is before the site opened, {day}; expected: what readers could see, so delete the row")


def _texts(kind: str, row: Record, ids: set[str], languages: tuple[str, ...]) -> Iterator[Problem]:
    for column in _TEXTS[kind]:
        for language in languages:
            text = row.word(column, language)
            name = f"{column}_{language}"
            for word in re.findall(r"[\w-]+", text):
                if word in ids:
                    yield Problem(row.file, row.line, name, f"{word!r} is a key that only we know; expected: words, such as what was promised")
            if column in _HEADLINES and len(re.findall(r"\w+", text)) < SHORTEST:
                yield Problem(row.file, row.line, name, f"{text!r} is not a sentence; expected: what is new, so that it can stand as a headline")


def _ids(facts: Facts) -> set[str]:
    """Keys that cannot be read as words: with a digit or a dash."""
    keys = {getattr(row, "key", None) for rows in facts.tables.values() for row in rows} | set(facts.figures) | set(facts.sources)
    return {key for key in keys if key and re.search(r"\d", key)}
