"""How pages are found, and what they need of each other: an address, a place in the menu, the sections and blocks to which others lead,
the tables from which blocks are made. All of it is told at once.

    docs/fr/method.md: is missing; expected: a page with a section {#verdicts}, since each claim's page leads to it
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from scripts import paths
from scripts.checks.project import Project
from scripts.facts.tables import Facts
from scripts.index import claims
from scripts.index.addresses import NAME
from scripts.index.markers import LISTS
from scripts.index.written import WrittenPage
from scripts.problems import Problem

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
_ROWS = LISTS | {"claim": "claims", "status-line": "status"}
"""Block -> kind of the rows that it lists, or of the one that it shows."""


def check(project: Project) -> Iterator[Problem]:
    main_pages = project.pages[paths.MAIN]
    yield from menu(main_pages)
    yield from addresses(main_pages)
    yield from _tables(project.facts)
    for language, pages in project.pages.items():
        yield from _needed_pages(pages, language, project.facts)
        yield from _groups(pages, project.facts)
    for page in project.all_pages:
        yield from _blocks(page, project.facts)


def menu(pages: Mapping[str, WrittenPage], config: Path = CONFIG) -> Iterator[Problem]:
    """Pages of an edition without an entry in `nav`, and entries without a page."""
    file = paths.relative_path(config)
    entries: dict[str, int] = {}
    start = 0
    for number, line in enumerate(config.read_text("utf-8").split("\n"), 1):
        if not start and line.startswith("nav:"):
            start = number
        elif start and (match := _ENTRY.match(line)):
            entries[match["name"]] = number
    for name in sorted(pages.keys() - entries.keys()):
        wrong = f"has no entry for {pages[name].file}"
        yield Problem(file, start or 1, "nav", wrong, f"a line `  - {name}.md` at its place in the menu")
    for name in sorted(entries.keys() - pages.keys()):
        yield Problem(file, entries[name], "nav", f"{name}.md is no page", f"one of {', '.join(sorted(pages))}")


def addresses(pages: Mapping[str, WrittenPage]) -> Iterator[Problem]:
    """Names of pages that are no address, or that of something else."""
    taken = {*paths.LANGUAGES, "assets", "404"}
    for name, page in pages.items():
        if not NAME.fullmatch(name) or name in taken:
            expected = f"a name of small letters, digits and dashes, and none of {', '.join(sorted(taken))}"
            yield page.problem(0, "", f"cannot stand at /{name}/", expected)


def _tables(facts: Facts) -> Iterator[Problem]:
    """Tables without which nothing can be shown. One that could not be read is not held to be missing."""
    for kind in _TABLES:
        if not facts.tables_of(kind):
            file = paths.relative_path(paths.DATA / "tables.toml")
            expected = f"[{kind}] with its file data/{kind}.csv, without which nothing can be shown"
            yield Problem(file, 0, "", f"lists no table of the kind {kind!r}", expected)


def _needed_pages(pages: Mapping[str, WrittenPage], language: str, facts: Facts) -> Iterator[Problem]:
    """Pages, sections and blocks to which others lead."""
    for need in _PAGES:
        if not facts.tables_of(need.kind):
            continue
        page = pages.get(need.page)
        lacking = " and ".join(part for part in need.parts if page is None or part not in _parts(page))
        if page is None:
            file = f"{paths.relative_path(paths.DOCS)}/{language}/{need.page}.md"
            yield Problem(file, 0, "", "is missing", f"a page{lacking and ' with '}{lacking}, since {need.since}")
        elif lacking:
            yield page.problem(0, "", f"lacks {lacking}", f"it, since {need.since}")


def _parts(page: WrittenPage) -> set[str]:
    """The sections and blocks of a page, as `Need` names them."""
    return {f"{{#{heading.id}}}" for heading in page.headings} | {f"/// {name}" for name in page.block_names}


def _groups(pages: Mapping[str, WrittenPage], facts: Facts) -> Iterator[Problem]:
    """Groups of claims that no scorecard lists."""
    if "scorecard" not in pages:
        return
    blocks = [block for page in pages.values() for block in page.blocks]
    groups = {block.argument for block in blocks if block.name == "scorecard"}
    for group, kinds in claims.GROUPS.items():
        has_claims = any(claim.counted_as in kinds for claim in facts.of_kind("claims"))
        if has_claims and group not in groups:
            expected = "it on this page, since verdicts lead to the rows that it lists"
            yield pages["scorecard"].problem(0, f"/// scorecard | {group}", "is missing", expected)


def _blocks(page: WrittenPage, facts: Facts) -> Iterator[Problem]:
    """Blocks that show rows of a kind of which there is no table."""
    for block in page.blocks:
        kind = _ROWS.get(block.name)
        if kind and not facts.tables_of(kind):
            wrong = f"shows rows of the kind {kind!r}, of which data/tables.toml lists no table"
            yield page.problem(block.line, f"/// {block.name}", wrong, "such a table, or no such block")
