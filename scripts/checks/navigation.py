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
from scripts.index.written import Pages, WrittenPage
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
    yield from in_menu(project.pages[paths.MAIN])
    yield from addresses(project.pages[paths.MAIN])
    yield from needs(project.facts, project.pages)


def in_menu(pages: Mapping[str, WrittenPage], config: Path = CONFIG) -> Iterator[Problem]:
    """Pages of an edition without an entry in `nav`, and entries without a page."""
    lines, file = config.read_text("utf-8").split("\n"), paths.relative_path(config)
    start = next((number for number, line in enumerate(lines, 1) if line.startswith("nav:")), 1)
    entries = ((number, _ENTRY.match(line)) for number, line in enumerate(lines, 1) if number > start)
    listed = {entry["name"]: number for number, entry in entries if entry}
    for name in sorted(pages.keys() - listed.keys()):
        yield Problem(file, start, "nav", f"has no entry for {pages[name].file}", f"a line `  - {name}.md` at its place in the menu")
    for name in sorted(listed.keys() - pages.keys()):
        yield Problem(file, listed[name], "nav", f"{name}.md is no page", f"one of {', '.join(sorted(pages))}")


def addresses(pages: Mapping[str, WrittenPage]) -> Iterator[Problem]:
    """Names of pages that are no address, or that of something else."""
    taken = {*paths.LANGUAGES, "assets", "404"}
    for name, page in pages.items():
        if not NAME.fullmatch(name) or name in taken:
            yield page.problem(
                0, "", f"cannot stand at /{name}/",
                f"a name of small letters, digits and dashes, and none of {', '.join(sorted(taken))}",
            )


def needs(facts: Facts, pages: Pages) -> Iterator[Problem]:
    """Everything that is missing, in every edition. A table that could not be read is not held to be missing."""
    listing = paths.relative_path(paths.DATA / "tables.toml")
    for kind in (kind for kind in _TABLES if facts.kinds and not facts.tables_of(kind)):
        yield Problem(
            listing, 0, "", f"lists no table of the kind {kind!r}",
            f"[{kind}] with its file data/{kind}.csv, without which nothing can be shown",
        )
    for language, edition in pages.items():
        for need in (need for need in _PAGES if facts.tables_of(need.kind)):
            yield from _page(need, edition, f"{paths.relative_path(paths.DOCS)}/{language}/{need.page}.md")
        for page in edition.values():
            for use in (use for use in page.blocks if use.name in _ROWS and not facts.tables_of(_ROWS[use.name])):
                yield page.problem(
                    use.line, f"/// {use.name}",
                    f"shows rows of the kind {_ROWS[use.name]!r}, of which data/tables.toml lists no table",
                    "such a table, or no such block",
                )
        listed = {use.argument for page in edition.values() for use in page.blocks if use.name == "scorecard"}
        for group, kinds in claims.GROUPS.items():
            if "scorecard" in edition and group not in listed and any(row.counted_as in kinds for row in facts.of_kind("claims")):
                yield edition["scorecard"].problem(
                    0, f"/// scorecard | {group}", "is missing", "it on this page, since verdicts lead to the rows that it lists",
                )


def _page(need: Need, edition: Mapping[str, WrittenPage], file: str) -> Iterator[Problem]:
    page = edition.get(need.page)
    have = {f"{{#{heading.id}}}" for heading in page.headings} | {f"/// {name}" for name in page.block_names} if page else set()
    lacking = " and ".join(part for part in need.parts if part not in have)
    if page is None:
        yield Problem(file, 0, "", "is missing", f"a page{lacking and ' with '}{lacking}, since {need.since}")
    elif lacking:
        yield page.problem(0, "", f"lacks {lacking}", f"it, since {need.since}")
