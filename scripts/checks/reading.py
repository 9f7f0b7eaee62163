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
            yield from problems(page)


def is_chapter(page: WrittenPage) -> bool:
    shows = page.block_names
    return any(heading.id == UNKNOWN for heading in page.headings) and "chart" in shows and "scorecard" not in shows


def problems(page: WrittenPage) -> Iterator[Problem]:
    for marker in page.markers:
        if marker.kind == "verdict":
            yield page.problem(
                marker.line, "marker", "a verdict in running text seems to judge the sentence before it", "on the scorecard",
            )
    words = sum(word_count(line) for _, line in page.prose)
    notes = [marker for marker in page.markers if marker.kind in ("cite", "verdict")]
    most = max(1, words * MAX_NOTES_PER_100_WORDS // 100)
    if len(notes) > most:
        yield page.problem(
            notes[most].line, "marker", f"{len(notes)} notes in {words} words",
            f"{most}, {MAX_NOTES_PER_100_WORDS} for every 100 words, so let one note stand for a paragraph",
        )
    if not page.names("quote"):
        yield page.problem(
            1, "quote", "nobody speaks", "a chapter with the words of at least one of the people concerned, {{ quote: key }}",
        )
    yield from _hedges(page)
    yield from _dates(page)
    for start, text in paragraphs(page):
        if (words := word_count(text)) > MAX_PARAGRAPH_WORDS:
            yield page.problem(start, "paragraph", f"has {words} words", f"{MAX_PARAGRAPH_WORDS}, so make two of it")


def _hedges(page: WrittenPage) -> Iterator[Problem]:
    hedge = locales.of(page.language).not_found
    lines = [(number, line) for number, line in page.prose if hedge and page.section(number) != UNKNOWN]
    hedged = [number for number, line in lines for _ in re.finditer(rf"\b{hedge}", line, re.I)]
    for number in hedged[MAX_HEDGES:]:
        yield page.problem(
            number, "text", "says once more what was not found",
            f"{MAX_HEDGES} times outside {{#{UNKNOWN}}}, so say what is known",
        )


def _dates(page: WrittenPage) -> Iterator[Problem]:
    months = locales.of(page.language).months
    seen: Counter[str] = Counter()
    for number, line in page.prose:
        for found in re.finditer(rf"\b(?:{months})[ \u00a0]\d{{4}}\b", line, re.I):
            seen[date := found[0].replace("\u00a0", " ").lower()] += 1
            if seen[date] == MAX_SAME_DATE + 1:
                yield page.problem(number, "text", f"{found[0]!r} for the {MAX_SAME_DATE + 1}th time", f"{MAX_SAME_DATE} times a page")


def paragraphs(page: WrittenPage) -> list[tuple[int, str]]:
    """Line and text of each paragraph: lines without an empty one between them; an entry of a list is one by itself."""
    found: list[tuple[int, list[str]]] = []
    last = 0
    for number, line in page.prose:
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if number != last + 1 or text.startswith(("- ", "* ")):
            found.append((number, []))
        found[-1][1].append(text)
        last = number
    return [(start, " ".join(lines)) for start, lines in found]
