"""Readability of chapters, as far as it can be counted: interruptions, long paragraphs, no quotation.

A chapter is a page with a section `{#unknown}` and a chart, and without a scorecard, which alone shows verdicts beside statements.
"""

from collections import Counter
from collections.abc import Iterator

from scripts.index.markdown_pages import UNKNOWN, MarkdownPage
from scripts.index.markers import word_count
from scripts.problems import Problem

MAX_NOTES_PER_100_WORDS = 4  # notes and verdicts for every 100 words; an underlined figure interrupts nobody
MAX_PARAGRAPH_WORDS = 110  # words of a paragraph


def check(page: MarkdownPage) -> Iterator[Problem]:
    """Find what makes a chapter hard to read; other pages are not checked."""
    sections = {heading.id for heading in page.headings}
    if UNKNOWN in sections and "chart" in page.block_names and "scorecard" not in page.block_names:
        for rule in (_verdicts, _notes, _quotes, _paragraphs):
            yield from rule(page)


def _verdicts(page: MarkdownPage) -> Iterator[Problem]:
    """Find verdicts in running text."""
    for marker in page.markers:
        if marker.kind == "verdict":
            wrong = "a verdict in running text seems to judge the sentence before it"
            yield page.problem(marker.line, "marker", wrong, "on the scorecard")


def _notes(page: MarkdownPage) -> Iterator[Problem]:
    """Find the first note beyond what the words of a page can bear."""
    words = sum(word_count(line) for _, line in page.prose)
    notes = [marker for marker in page.markers if marker.kind in ("cite", "verdict")]
    most = max(1, words * MAX_NOTES_PER_100_WORDS // 100)
    if len(notes) > most:
        expected = f"{most}, {MAX_NOTES_PER_100_WORDS} for every 100 words, so let one note stand for a paragraph"
        yield page.problem(notes[most].line, "marker", f"{len(notes)} notes in {words} words", expected)


def _quotes(page: MarkdownPage) -> Iterator[Problem]:
    """Find a chapter without a quotation."""
    if not page.names("quote"):
        expected = "a chapter with the words of at least one of the people concerned, {{ quote: key }}"
        yield page.problem(1, "quote", "has no quotation", expected)


def _paragraphs(page: MarkdownPage) -> Iterator[Problem]:
    """Find paragraphs that are too long: lines without an empty one between them; an entry of a list is one by itself."""
    words: Counter[int] = Counter()
    start = 0
    for number, line in page.prose:
        text = line.strip()
        if not text or text.startswith("#"):
            start = 0
            continue
        if not start or text.startswith(("- ", "* ")):
            start = number
        words[start] += word_count(text)
    for number, count in words.items():
        if count > MAX_PARAGRAPH_WORDS:
            yield page.problem(number, "paragraph", f"has {count} words", f"{MAX_PARAGRAPH_WORDS}, so make two of it")
