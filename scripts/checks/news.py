"""News for the feeds: headlines make sense alone, and nothing predates the site's launch.

A message reads: `data/corrections.csv:2: now_en: 'Held' cannot stand alone; expected: a first sentence of 4 words or more ...`.
"""

import re
from collections.abc import Iterator

from scripts import paths
from scripts.content import news
from scripts.facts.records import FORMER, CorrectionRow, HistoryRow, Record, UpdateRow
from scripts.index.markers import word_count
from scripts.language import locales
from scripts.problems import Problem
from scripts.project import Project

SHORTEST, LONGEST = 4, 120
"""Words at least, and characters at most, of what a reader sees in a list of headlines."""


def check(project: Project) -> Iterator[Problem]:
    """Find rows that make no news item. For a second reading the headline is the claim, not the reason."""
    facts = project.facts
    opened = news.opened(facts)
    rows: list[UpdateRow | CorrectionRow] = [*facts.of_kind(UpdateRow), *facts.of_kind(CorrectionRow)]
    for row in rows:
        if row.date < opened:
            wrong = f"'{row.date}' is before the site opened, {opened}"
            yield row.problem("date", wrong, "what readers could see, so delete the row")
        yield from _headline(row, "title" if isinstance(row, UpdateRow) else "now")
    for change in facts.of_kind(HistoryRow):
        if change.date.first_day <= opened:
            continue
        if change.date.precision != "day":
            expected = "the day, since the site opened feeds tell of it as of that day"
            yield change.problem("date", f"'{change.date}' is no whole day", expected)
        if change.after in FORMER:
            wrong = f"{change.after!r} is a verdict of before the site opened"
            yield change.problem("after", wrong, FORMER[change.after])
        if change.cause == "facts":
            yield from _headline(change, "because")


def _headline(row: Record, field: str) -> Iterator[Problem]:
    """Find a first sentence that cannot be a headline, in each language."""
    for language in paths.LANGUAGES:
        column = row.column(field, language)
        sentence = news.sentences(row.text_in(field, language))[0]
        leans = locales.language(language).dependent_openings
        if word_count(sentence) < SHORTEST or (leans and re.match(leans, sentence)):
            expected = (
                f"a first sentence of {SHORTEST} words or more that names who or what, so that it can be a headline"
            )
            yield row.problem(column, f"{sentence!r} cannot stand alone", expected)
        elif len(sentence) > LONGEST:
            expected = f"at most {LONGEST} in the first sentence, which is the headline"
            yield row.problem(column, f"{sentence!r} has {len(sentence)} characters", expected)
