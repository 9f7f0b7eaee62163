"""Each page by itself: front matter, headings, standfirst, figures, pictures. Names in it and editions are compared elsewhere."""

import math
import re
from collections.abc import Iterator, Mapping

from PIL import Image, UnidentifiedImageError

from scripts.checks import typed_figures
from scripts.index import addresses, markers
from scripts.index.markdown_pages import IN_SHORT, Heading, MarkdownPage
from scripts.markup.images import FOLDER, MAX_BYTES, file_of
from scripts.problems import Problem

DESCRIPTION = (110, 160)  # characters that search engines and link previews show of a description, whole
_BRACES = re.compile(r"\{\{|\}\}")
_DAY = re.compile(r"20\d\d-[01]\d-[0-3]\d")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<address>[^)\s]*)\)")


def check(page: MarkdownPage) -> Iterator[Problem]:
    """Find what is wrong with a page by itself."""
    for rule in (_front_matter, _headings, _standfirst, _in_short, prose, pictures):
        yield from rule(page)


def _front_matter(page: MarkdownPage) -> Iterator[Problem]:
    """Find wrong front matter, and a reading of both editions that is no day."""
    lengths = {"title": (1, math.inf), "description": DESCRIPTION}
    yield from front_matter(page, lengths, ("chart", "counts", "read_together"))
    day = page.meta.get("read_together")
    if day and not _DAY.fullmatch(day):
        expected = "the day on which the editions were read side by side, such as 2026-11-26"
        yield page.problem(page.meta_line("read_together"), "read_together", repr(day), expected)


def front_matter(
    page: MarkdownPage, lengths: Mapping[str, tuple[int, float]], optional: tuple[str, ...]
) -> Iterator[Problem]:
    """Find keys that are missing, unknown, too short or too long. `lengths`: key -> characters at least and at most."""
    if page.broken:
        yield page.problem(1, "front matter", page.broken)
        return
    *keys, last = [*lengths, *optional]
    for key in page.meta.keys() - {*keys, last}:
        yield page.problem(page.meta_line(key), key, "is not a key of ours", f"{', '.join(keys)} and {last}")
    for key, (least, most) in lengths.items():
        text = page.meta.get(key, "").strip()
        line = page.meta_line(key)
        if not text:
            yield page.problem(1, key, "is missing", " and ".join(lengths))
        elif not least <= len(text) <= most:
            remedy = "say more" if len(text) < least else "shorten it"
            yield page.problem(line, key, f"has {len(text)} characters", f"{least} to {most}, so {remedy}")
        yield from typed_figures.check_text(page, line, key, text, "words, since markers do not work in front matter")


def _headings(page: MarkdownPage) -> Iterator[Problem]:
    """Find a page without a headline, and headings out of order."""
    if not any(heading.level == 1 for heading in page.headings):
        yield page.problem(1, "heading", "there is no `# Headline`", "one")
    line_by_id: dict[str, int] = {}
    levels = [0]  # of the headings above
    for heading in page.headings:
        for wrong, expected in _heading(heading, levels, line_by_id):
            yield page.problem(heading.line, "heading", wrong, expected)
        levels.append(heading.level)
        line_by_id.setdefault(heading.id, heading.line)


def _heading(heading: Heading, levels: list[int], line_by_id: dict[str, int]) -> Iterator[tuple[str, str]]:
    """What is wrong with a heading under those with these levels and ids, and what is expected."""
    if heading.level == 1 and 1 in levels:
        yield f"{heading.text!r} is a second h1", "one, so begin it with ##"
    if len(levels) > 1 and heading.level > levels[-1] + 1:
        yield f"{heading.text!r} has level {heading.level} under level {levels[-1]}", "one step down"
    if not heading.id:
        if heading.level > 1:
            yield f"{heading.text!r} has no id", "`{#english-words}` at its end, the same in every edition"
        return
    if not addresses.NAME.fullmatch(heading.id):
        yield f"id {heading.id!r} is not allowed", "a-z, 0-9 and dashes, beginning with a letter"
    if heading.id in line_by_id:
        yield f"id {heading.id!r} is a duplicate, first in line {line_by_id[heading.id]}", "once a page"


def _standfirst(page: MarkdownPage) -> Iterator[Problem]:
    """Find a standfirst that is missing or does not follow the headline."""
    headline = next((heading.line for heading in page.headings if heading.level == 1), 0)
    if not page.standfirst:
        expected = "a paragraph right under the headline with `{ .standfirst }` on its last line"
        yield page.problem(headline or 1, "standfirst", "is missing", expected)
        return
    start = page.standfirst.start
    between = [number for number, line in page.prose if headline < number < start and line.strip()]
    if headline and between:
        yield page.problem(start, "standfirst", "does not follow the headline", "the first paragraph of the page")


def _in_short(page: MarkdownPage) -> Iterator[Problem]:
    """Find an “In short” that has not three points."""
    for heading in page.headings:
        if heading.id == IN_SHORT:
            lines = [line for number, line in page.prose if page.section(number) == IN_SHORT]
            count = sum(line.startswith(("- ", "* ")) for line in lines)
            if count != 3:
                yield page.problem(heading.line, "in short", f"has {count} points", "three")


def prose(page: MarkdownPage) -> Iterator[Problem]:
    """Find figures typed by hand, and braces that are no marker."""
    for number, line in page.prose:
        if _BRACES.search(re.sub(markers.PATTERN, "", line)):
            expected = "{{ key }}, {{ date: key }}, {{ verdict: key }}, {{ cite: key; key }}"
            yield page.problem(number, "marker", "braces that are no marker", expected)
        expected = "a marker such as {{ key }} of a row in data/, or a name in data/allowed_figures.toml"
        yield from typed_figures.check_text(page, number, "figure", line, expected)


def pictures(page: MarkdownPage) -> Iterator[Problem]:
    """Find pictures that are missing, cannot be opened, weigh too much, or have no text that says what they show."""
    for number, line in page.prose:
        for match in _PICTURE.finditer(line):
            for wrong, expected in _picture(page.language, match["alt"], match["address"]):
                yield page.problem(number, "picture", f"{match['address']!r} {wrong}", expected)


def _picture(language: str, alt: str, address: str) -> Iterator[tuple[str, str]]:
    folder = f"docs/{language}/{FOLDER}/"
    if not alt.strip():
        yield "has no text", f"![what it shows]({address})"
    if not address.startswith(f"{FOLDER}/"):
        yield "is not in the pictures' folder", f"a file in {folder}, named {FOLDER}/name.jpg"
        return
    file = file_of(language, address)
    if file is None:
        yield "does not exist", f"a file in {folder}"
        return
    try:
        with Image.open(file) as picture:
            picture.verify()
    except (UnidentifiedImageError, OSError, SyntaxError):
        yield "cannot be opened as a picture", "PNG, JPEG or WebP"
        return
    over = file.stat().st_size - MAX_BYTES
    if over > 0:
        yield f"is {over:,} bytes over {MAX_BYTES:,}", "a smaller one, 1,200 px wide at most, saved as JPEG or WebP"
