"""What makes a chapter hard to read and can be counted: interruptions, hedges, repeated dates, long paragraphs, nobody who speaks.

A chapter is a page with a section `{#unknown}` and a chart, and without a scorecard, which alone shows verdicts beside statements.
"""

import re
from collections import Counter
from collections.abc import Iterator

from scripts.checks.project import Project
from scripts.index.markers import word_count
from scripts.index.written import UNKNOWN, WrittenPage
from scripts.language import locales
from scripts.problems import Problem

MAX_NOTES_PER_100_WORDS = 4  # notes and verdicts for every 100 words; an underlined figure interrupts nobody
MAX_HEDGES = 2
MAX_SAME_DATE = 3
MAX_PARAGRAPH_WORDS = 110  # words of a paragraph


def check(project: Project) -> Iterator[Problem]:
    for page in project.all_pages:
        if is_chapter(page):
            for rule in (_verdicts, _notes, _quotes, _hedges, _dates, _paragraphs):
                yield from rule(page)


def is_chapter(page: WrittenPage) -> bool:
    sections = {heading.id for heading in page.headings}
    return UNKNOWN in sections and "chart" in page.block_names and "scorecard" not in page.block_names


def _verdicts(page: WrittenPage) -> Iterator[Problem]:
    for marker in page.markers:
        if marker.kind == "verdict":
            wrong = "a verdict in running text seems to judge the sentence before it"
            yield page.problem(marker.line, "marker", wrong, "on the scorecard")


def _notes(page: WrittenPage) -> Iterator[Problem]:
    words = sum(word_count(line) for _, line in page.prose)
    notes = [marker for marker in page.markers if marker.kind in ("cite", "verdict")]
    most = max(1, words * MAX_NOTES_PER_100_WORDS // 100)
    if len(notes) > most:
        expected = f"{most}, {MAX_NOTES_PER_100_WORDS} for every 100 words, so let one note stand for a paragraph"
        yield page.problem(notes[most].line, "marker", f"{len(notes)} notes in {words} words", expected)


def _quotes(page: WrittenPage) -> Iterator[Problem]:
    if not page.names("quote"):
        expected = "a chapter with the words of at least one of the people concerned, {{ quote: key }}"
        yield page.problem(1, "quote", "nobody speaks", expected)


def _hedges(page: WrittenPage) -> Iterator[Problem]:
    """Sentences that say what was not found, outside the section on what is not known."""
    hedge = locales.language(page.language).not_found
    if not hedge:
        return
    hedged: list[int] = []
    for number, line in page.prose:
        if page.section(number) != UNKNOWN:
            hedged += [number] * len(re.findall(rf"\b{hedge}", line, re.I))
    for number in hedged[MAX_HEDGES:]:
        expected = f"{MAX_HEDGES} times outside {{#{UNKNOWN}}}, so say what is known"
        yield page.problem(number, "text", "says once more what was not found", expected)


def _dates(page: WrittenPage) -> Iterator[Problem]:
    months = locales.language(page.language).months
    counts: Counter[str] = Counter()
    for number, line in page.prose:
        for match in re.finditer(rf"\b(?:{months})[ \u00a0]\d{{4}}\b", line, re.I):
            date = match[0].replace("\u00a0", " ").lower()
            counts[date] += 1
            if counts[date] == MAX_SAME_DATE + 1:
                wrong = f"{match[0]!r} for the {MAX_SAME_DATE + 1}th time"
                yield page.problem(number, "text", wrong, f"{MAX_SAME_DATE} times a page")


def _paragraphs(page: WrittenPage) -> Iterator[Problem]:
    for line, text in paragraphs(page):
        words = word_count(text)
        if words > MAX_PARAGRAPH_WORDS:
            yield page.problem(line, "paragraph", f"has {words} words", f"{MAX_PARAGRAPH_WORDS}, so make two of it")


def paragraphs(page: WrittenPage) -> list[tuple[int, str]]:
    """Line and text of each paragraph: lines without an empty one between them; an entry of a list is one by itself."""
    paragraphs: list[tuple[int, str]] = []
    last = 0
    for number, line in page.prose:
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if number != last + 1 or text.startswith(("- ", "* ")):
            paragraphs.append((number, text))
        else:
            start, before = paragraphs[-1]
            paragraphs[-1] = (start, f"{before} {text}")
        last = number
    return paragraphs
