"""Editions in sync: the same pages, headings, charts, facts, cites and verdicts in each language."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from operator import itemgetter

from scripts.index.markdown_pages import MarkdownPage, PagesByLanguage
from scripts.language import typography
from scripts.problems import Location, Problem
from scripts.project import Project

MAX_SAME_LETTERS = 15  # letters above which the same text in two languages counts as not translated


def check(project: Project) -> Iterator[Problem]:
    """Find what differs between the first edition and each other one."""
    yield from missing(project.pages)
    yield from _read_together(project.pages)
    for main, *translations in _by_name(project.pages).values():
        for translation in translations:
            yield from _order(main, translation)
            yield from _markers(main, translation)
            yield from _markers(translation, main)
            yield from _untranslated(main, translation)


def _read_together(pages: PagesByLanguage) -> Iterator[Problem]:
    """Find pages whose editions were not read side by side on the same day, which is only noted.

    A person types the day into the front matter of both, `read_together: 2026-11-26`, or lets `make reviewed PAGE=name` do it.
    """
    for name, versions in _by_name(pages).items():
        days = [page.meta.get("read_together", "never") for page in versions]
        if "never" in days or len(set(days)) > 1:
            readings = ", ".join(f"{page.file}: {day}" for page, day in zip(versions, days, strict=True))
            wrong = f"its editions were not read side by side on one day ({readings}); do so, then `make reviewed PAGE={name}`"
            yield Location(versions[0].file, column="read_together").problem(wrong, severity="note")


def missing(pages: PagesByLanguage) -> Iterator[Problem]:
    """Find pages that only some editions have."""
    for name, versions in _by_name(pages).items():
        folder = versions[0].file.removesuffix(f"{versions[0].language}/{name}.md")
        for language in pages.keys() - {page.language for page in versions}:
            file = f"{folder}{language}/{name}.md"
            yield Location(file).problem("is missing and another edition has it", "the same pages in every edition")


def _by_name(pages: PagesByLanguage) -> dict[str, list[MarkdownPage]]:
    """Name -> the page in each edition that has it."""
    versions: dict[str, list[MarkdownPage]] = defaultdict(list)
    for pages_of_edition in pages.values():
        for name, page in pages_of_edition.items():
            versions[name].append(page)
    return versions


def _order(main: MarkdownPage, translation: MarkdownPage) -> Iterator[Problem]:
    """Report the first heading or block that differs; those after it would differ only because of it."""
    for (expected, _), (part, line) in zip_longest(_outline(main), _outline(translation), fillvalue=("nothing", 0)):
        if part != expected:
            wrong = f"{part} where {main.file} has {expected}"
            remedy = "the same headings with the same ids, charts and blocks in the same order"
            yield translation.problem(line, "order", wrong, remedy)
            return


def _outline(page: MarkdownPage) -> list[tuple[str, int]]:
    """The headings and blocks of a page in their order, each as it reads in every edition, with its line."""
    headings = [(f"{'#' * heading.level} {{#{heading.id}}}", heading.line) for heading in page.headings]
    blocks = [(str(block), block.line) for block in page.blocks]
    return sorted(headings + blocks, key=itemgetter(1))


def _markers(page: MarkdownPage, twin: MarkdownPage) -> Iterator[Problem]:
    """Find markers that a section of the twin has and the page's lacks. A section that only one has is reported by its heading."""
    lines = {heading.id: heading.line for heading in page.headings if heading.level == 2}
    lines[""] = 1
    lacking = _names_by_section(twin) - _names_by_section(page)
    for (section, kind, name), count in sorted(lacking.items()):
        if section not in lines:
            continue
        part = f"section #{section}" if section else "the part above the first section"
        marker = f"{{{{ {name} }}}}" if kind == "figure" else f"{{{{ {kind}: {name} }}}}"
        times = "" if count == 1 else f" {count} times"
        wrong = f"{part} lacks {marker}{times}, which {twin.file} has there"
        yield page.problem(lines[section], "marker", wrong, "the same facts, cites and verdicts in each section")


def _names_by_section(page: MarkdownPage) -> Counter[tuple[str, str, str]]:
    """How often each name stands in the markers of a section: section, kind of marker, name."""
    return Counter((page.section(marker.line), marker.kind, name) for marker in page.markers for name in marker.names)


def _untranslated(main: MarkdownPage, translation: MarkdownPage) -> Iterator[Problem]:
    """Find lines of prose and front matter that stand in both editions."""
    texts = {_bare(line) for _, line in main.prose} | set(map(_bare, main.meta.values()))
    lines = list(translation.prose)
    for key, value in translation.meta.items():
        if key != "counts":
            lines.append((translation.meta_line(key), value))
    for number, line in lines:
        text = _bare(line)
        if text in texts and len(text) > MAX_SAME_LETTERS:
            yield translation.problem(number, "text", f"{text[:50]!r} stands so in {main.file} too", "a translation")


def _bare(line: str) -> str:
    """A line without its markers, marks and spaces, for comparing."""
    return re.sub(r"\W+", " ", typography.words(line)).strip()
