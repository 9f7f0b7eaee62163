"""Each page by itself: front matter, headings, standfirst, figures, pictures, and the names in it. Editions are compared elsewhere."""

import math
import re
from collections.abc import Iterator, Mapping

from PIL import Image, UnidentifiedImageError

from scripts.checks import figures
from scripts.checks.project import Project
from scripts.index import addresses, markers
from scripts.index.written import IN_SHORT, Heading, WrittenPage
from scripts.language import names
from scripts.markup.pictures import FOLDER, MAX_BYTES, file_of
from scripts.problems import Problem

DESCRIPTION = (110, 160)  # characters that search engines and link previews show of a description, whole
_BRACES = re.compile(r"\{\{|\}\}")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<address>[^)\s]*)\)")


def check(project: Project) -> Iterator[Problem]:
    yield from names.allowed().problems
    for page in project.all_pages:
        for rule in (_meta, _headings, _standfirst, _in_short, prose, picture_problems):
            yield from rule(page)


def _meta(page: WrittenPage) -> Iterator[Problem]:
    lengths = {"title": (1, math.inf), "description": DESCRIPTION}
    yield from front_matter(page, lengths, ("chart", "counts", "read_together"))
    if (day := page.meta.get("read_together")) and not re.fullmatch(r"20\d\d-[01]\d-[0-3]\d", day):
        yield page.problem(
            page.meta_line("read_together"), "read_together", repr(day),
            "the day on which the editions were read side by side, such as 2026-11-26",
        )


def front_matter(
    page: WrittenPage, lengths: Mapping[str, tuple[int, float]], others: tuple[str, ...]
) -> Iterator[Problem]:
    """What is wrong with its keys. `lengths`: key -> characters at least and at most; `others`: keys that may be left out."""
    if page.broken:
        yield page.problem(1, "front matter", *page.broken)
        return
    *keys, last = *lengths, *others
    for key in page.meta.keys() - {*keys, last}:
        yield page.problem(page.meta_line(key), key, "is not a key of ours", f"{', '.join(keys)} and {last}")
    for key, (low, high) in lengths.items():
        text, line = page.meta.get(key, "").strip(), page.meta_line(key)
        if not text:
            yield page.problem(1, key, "is missing", " and ".join(lengths))
        elif not low <= len(text) <= high:
            remedy = "say more" if len(text) < low else "shorten it"
            yield page.problem(line, key, f"has {len(text)} characters", f"{low} to {high}, so {remedy}")
        yield from figures.problems(page, line, key, text, "words, since markers do not work in front matter")


def _headings(page: WrittenPage) -> Iterator[Problem]:
    if not any(heading.level == 1 for heading in page.headings):
        yield page.problem(1, "heading", "there is no `# Headline`", "one")
    for place, heading in enumerate(page.headings):
        for told in _heading(heading, page.headings[:place]):
            yield page.problem(heading.line, "heading", *told)


def _heading(heading: Heading, before: list[Heading]) -> Iterator[tuple[str, str]]:
    """What is wrong with it under those before it, and what is expected."""
    if heading.level == 1 and any(one.level == 1 for one in before):
        yield f"{heading.text!r} is a second h1", "one, so begin it with ##"
    if before and heading.level > before[-1].level + 1:
        yield f"{heading.text!r} has level {heading.level} under level {before[-1].level}", "one step down"
    if heading.level > 1 and not heading.id:
        yield f"{heading.text!r} has no id", "`{#english-words}` at its end, the same in every edition"
    elif heading.id and not addresses.NAME.fullmatch(heading.id):
        yield f"id {heading.id!r} is not allowed", "a-z, 0-9 and dashes, beginning with a letter"
    if heading.id and (same := next((one.line for one in before if one.id == heading.id), 0)):
        yield f"id {heading.id!r} stands already in line {same}", "once a page"


def _standfirst(page: WrittenPage) -> Iterator[Problem]:
    first = next((heading.line for heading in page.headings if heading.level == 1), 0)
    place = page.standfirst
    if not place:
        yield page.problem(
            first or 1, "standfirst", "is missing", "a paragraph right under the headline with `{ .standfirst }` on its last line",
        )
    elif first and any(first < number < place.start and line.strip() for number, line in page.prose):
        yield page.problem(place.start, "standfirst", "does not follow the headline", "the first paragraph of the page")


def _in_short(page: WrittenPage) -> Iterator[Problem]:
    for heading in (heading for heading in page.headings if heading.id == IN_SHORT):
        points = sum(line.startswith(("- ", "* ")) for number, line in page.prose if page.section(number) == IN_SHORT)
        if points != 3:
            yield page.problem(heading.line, "in short", f"has {points} points", "three")


def prose(page: WrittenPage) -> Iterator[Problem]:
    """Figures typed by hand, and braces that give none."""
    for number, line in page.prose:
        rest = re.sub(markers.PATTERN, "", line)
        if _BRACES.search(rest):
            yield page.problem(
                number, "marker", "braces that are no marker",
                "{{ key }}, {{ date: key }}, {{ verdict: key }}, {{ cite: key; key }}",
            )
        yield from figures.problems(
            page, number, "figure", line,
            "a marker such as {{ key }} of a row in data/, or a name in data/allowed_figures.toml",
        )


def picture_problems(page: WrittenPage) -> Iterator[Problem]:
    """Pictures that are missing, cannot be opened, weigh too much, or have no text that says what they show."""
    for number, line in page.prose:
        for found in _PICTURE.finditer(line):
            for told in _picture(page, found["alt"], found["address"]):
                yield page.problem(number, "picture", *told)


def _picture(page: WrittenPage, alt: str, address: str) -> Iterator[tuple[str, str]]:
    folder = f"docs/{page.language}/{FOLDER}/"
    if not alt.strip():
        yield f"{address!r} has no text", f"![what it shows]({address})"
    if not address.startswith(f"{FOLDER}/"):
        yield f"{address!r} is not in the pictures' folder", f"a file in {folder}, named {FOLDER}/name.jpg"
        return
    file = file_of(page.language, address)
    if file is None:
        yield f"{address!r} does not exist", f"a file in {folder}"
        return
    try:
        with Image.open(file) as picture:
            picture.verify()
    except (UnidentifiedImageError, OSError, SyntaxError):
        yield f"{address!r} cannot be opened as a picture", "PNG, JPEG or WebP"
        return
    over = file.stat().st_size - MAX_BYTES
    if over > 0:
        expected = "a smaller one, 1,200 px wide at most, saved as JPEG or WebP"
        yield f"{address!r} is {over:,} bytes over {MAX_BYTES:,}", expected
