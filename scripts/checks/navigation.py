"""Navigation: each page has a valid address and a menu entry, and the sections and blocks that other pages link to exist.

docs/fr/method.md: is missing; expected: a page with a section {#verdicts}, since each claim's page leads to it
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from scripts import paths
from scripts.facts.facts import Facts
from scripts.index.addresses import NAME
from scripts.index.markdown_pages import MarkdownPage
from scripts.problems import Location, Problem
from scripts.project import Project

CONFIG = paths.config(paths.MAIN)
_ENTRY = re.compile(r"^\s*-\s+(?:[^:#\n]+: +)?(?P<name>\S+)\.md\s*$")


class Need(NamedTuple):
    """A page, with sections (`{#id}`) and blocks (`/// name`), on which others rely; `kind`: only in a story that has such rows."""

    page: str
    parts: tuple[str, ...]
    since: str
    kind: str = "sources"


_TABLES = ("sources", "words")  # kinds of table without which nothing can be shown
_PAGES = (
    Need("index", (), "the site begins there"),
    Need("charts", ("/// gallery",), "each chart's page leads back to it"),
    Need("data", ("{#licence}", "/// tables"), "the foot of every page leads to it"),
    Need("sources", ("/// sources",), "each year of sources leads back to it"),
    Need("updates", ("{#corrections}", "{#feeds}", "/// feeds"), "the foot of every page leads to it"),
    Need("method", ("{#verdicts}",), "each claim's page leads to it", "claims"),
    Need("scorecard", ("/// scorecard",), "verdicts lead to it", "claims"),
)


def check(project: Project) -> Iterator[Problem]:
    """Find wrong menu entries and page names, and missing tables, pages, sections and blocks."""
    main_pages = project.pages[paths.MAIN]
    yield from menu(main_pages)
    yield from addresses(main_pages)
    yield from _tables(project.facts)
    for language, pages in project.pages.items():
        yield from _needed_pages(pages, language, project.facts)


def menu(pages: Mapping[str, MarkdownPage], config: Path = CONFIG) -> Iterator[Problem]:
    """Find pages of an edition without an entry in `nav`, and entries without a page."""
    file = paths.relative_path(config)
    nav = 1
    entries: dict[str, int] = {}
    for number, line in enumerate(config.read_text("utf-8").split("\n"), 1):
        if line.startswith("nav:"):
            nav = number
        elif match := _ENTRY.match(line):
            entries[match["name"]] = number
    for name in sorted(pages.keys() - entries.keys()):
        wrong = f"has no entry for {pages[name].file}"
        yield Location(file, nav, "nav").problem(wrong, f"a line `  - {name}.md` at its place in the menu")
    for name in sorted(entries.keys() - pages.keys()):
        expected = f"one of {', '.join(sorted(pages))}"
        yield Location(file, entries[name], "nav").problem(f"{name}.md is no page", expected)


def addresses(pages: Mapping[str, MarkdownPage]) -> Iterator[Problem]:
    """Find names of pages that are no address, or that of something else."""
    taken = {*paths.LANGUAGES, "assets", "404"}
    for name, page in pages.items():
        if not NAME.fullmatch(name) or name in taken:
            expected = f"a name of small letters, digits and dashes, and none of {', '.join(sorted(taken))}"
            yield page.problem(0, "", f"cannot stand at /{name}/", expected)


def _tables(facts: Facts) -> Iterator[Problem]:
    """Find kinds of tables that are missing and without which nothing can be shown."""
    for kind in _TABLES:
        if not facts.tables_of(kind):
            file = paths.relative_path(paths.DATA / "tables.toml")
            expected = f"[{kind}] with its file data/{kind}.csv, without which nothing can be shown"
            yield Location(file).problem(f"lists no table of the kind {kind!r}", expected)


def _needed_pages(pages: Mapping[str, MarkdownPage], language: str, facts: Facts) -> Iterator[Problem]:
    """Find pages, sections and blocks that are missing though others lead to them."""
    for need in _PAGES:
        if not facts.tables_of(need.kind):
            continue
        page = pages.get(need.page)
        if page is None:
            file = f"{paths.relative_path(paths.DOCS)}/{language}/{need.page}.md"
            with_parts = f" with {' and '.join(need.parts)}" if need.parts else ""
            yield Location(file).problem("is missing", f"a page{with_parts}, since {need.since}")
            continue
        parts = [*(f"{{#{heading.id}}}" for heading in page.headings), *(f"/// {name}" for name in page.block_names)]
        lacking = [part for part in need.parts if part not in parts]
        if lacking:
            yield page.problem(0, "", f"lacks {' and '.join(lacking)}", f"it, since {need.since}")
