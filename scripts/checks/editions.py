"""Editions held in step: the same pages, headings, charts, facts, cites and verdicts."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import zip_longest

from scripts.checks.project import Project
from scripts.checks.words import MAX_SAME_LETTERS
from scripts.index import markers
from scripts.index.written import Pages, WrittenPage
from scripts.language import typography
from scripts.problems import Problem

MIN_WORDS = 20  # words below which a page counts as empty


def check(project: Project) -> Iterator[Problem]:
    """What differs between the first edition and each other one."""
    for page in project.all_pages:
        yield from _empty(page)
    yield from missing(project.pages)
    yield from _read_together(project.pages)
    first, *others = project.pages.values()
    for other in others:
        for name in sorted(first.keys() & other.keys()):
            yield from _twins(first[name], other[name])


def _read_together(pages: Pages) -> Iterator[Problem]:
    """Pages whose editions were not read side by side on the same day, which is only noted.

    A person types the day into the front matter of both, `read_together: 2026-11-26`, or lets `make reviewed PAGE=name` do it.
    """
    for name, versions in _by_name(pages).items():
        days = [page.meta.get("read_together", "never") for page in versions]
        if "never" in days or len(set(days)) > 1:
            listed = ", ".join(f"{page.file}: {day}" for page, day in zip(versions, days, strict=True))
            wrong = f"its editions were not read side by side on one day ({listed}); do so, then `make reviewed PAGE={name}`"
            yield Problem(versions[0].file, 0, "read_together", wrong, severity="note")


def missing(pages: Pages) -> Iterator[Problem]:
    """Pages that only some editions have."""
    for name, versions in _by_name(pages).items():
        folder = versions[0].file.removesuffix(f"{versions[0].language}/{name}.md")
        for language in pages.keys() - {page.language for page in versions}:
            file = f"{folder}{language}/{name}.md"
            yield Problem(file, 0, "", "is missing and another edition has it", "the same pages in every edition")


def _by_name(pages: Pages) -> dict[str, list[WrittenPage]]:
    """Name -> the page in each edition that has it."""
    versions: dict[str, list[WrittenPage]] = defaultdict(list)
    for edition in pages.values():
        for name, page in edition.items():
            versions[name].append(page)
    return versions


def _empty(page: WrittenPage) -> Iterator[Problem]:
    words = sum(markers.word_count(line) for _, line in page.prose if not line.startswith("#"))
    if words < MIN_WORDS:
        yield page.problem(0, "", f"has {words} words below its headings", f"at least {MIN_WORDS}")


def _twins(one: WrittenPage, other: WrittenPage) -> Iterator[Problem]:
    for (here, _), (there, line) in zip_longest(_outline(one), _outline(other), fillvalue=("nothing", 0)):
        if here != there:  # what follows is out of step with it
            yield other.problem(
                line, "order", f"{there} where {one.file} has {here}",
                "the same headings with the same ids, charts and blocks in the same order",
            )
            break
    yield from _markers(one, other)
    yield from _untranslated(one, other)


def _outline(page: WrittenPage) -> list[tuple[str, int]]:
    """The headings and blocks of a page in their order: how each reads in every edition, and its line."""
    headings = [(f"{'#' * heading.level} {{#{heading.id}}}", heading.line) for heading in page.headings]
    blocks = [(f"/// {use.name} | {use.argument}".removesuffix(" | "), use.line) for use in page.blocks]
    return sorted(headings + blocks, key=lambda part: part[1])


def _markers(one: WrittenPage, other: WrittenPage) -> Iterator[Problem]:
    """What one edition names in a section and the other does not; that only one has a section is told before."""
    for page, twin in ((other, one), (one, other)):
        lines = {heading.id: heading.line for heading in page.headings if heading.level == 2} | {"": 1}
        for (section, kind, name), count in sorted((_used(twin) - _used(page)).items()):
            if section in lines:
                where = f"section #{section}" if section else "the part above the first section"
                marker = f"{{{{ {name} }}}}" if kind == "figure" else f"{{{{ {kind}: {name} }}}}"
                times = "" if count == 1 else f" {count} times"
                yield page.problem(
                    lines[section], "marker", f"{where} lacks {marker}{times}, which {twin.file} has there",
                    "the same facts, cites and verdicts in each section",
                )


def _used(page: WrittenPage) -> Counter[tuple[str, str, str]]:
    return Counter((page.section(marker.line), marker.kind, name) for marker in page.markers for name in marker.names)


def _untranslated(one: WrittenPage, other: WrittenPage) -> Iterator[Problem]:
    def bare(line: str) -> str:
        return re.sub(r"\W+", " ", typography.words(line)).strip()

    said = {bare(line) for _, line in one.prose} | set(map(bare, one.meta.values()))
    lines = [*other.prose, *((other.meta_line(key), value) for key, value in other.meta.items() if key != "counts")]
    for number, line in lines:
        if (text := bare(line)) in said and len(text) > MAX_SAME_LETTERS:
            yield other.problem(number, "text", f"{text[:50]!r} stands so in {one.file} too", "a translation")
