"""How pages are found, and what they need of each other: an address, a place in the menu, a title of its own, the sections and blocks to
which others lead, the tables from which blocks are made. All of it is told at once.

    docs/fr/method.md: is missing; expected: a page with a section {#verdicts}, since each claim's page leads to it
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from scripts import paths
from scripts.checks import counts
from scripts.edition import Edition
from scripts.facts.dataset import Facts
from scripts.facts.records import KINDS
from scripts.index import claims
from scripts.index.written import WrittenPage
from scripts.outputs import json_ld
from scripts.problems import Problem

CONFIG = paths.config(paths.MAIN)
LEAST = 50  # characters of a description below which search engines write one of their own
_SECTION = re.compile(r"""(?:(?P<file>[\w-]+)\.md|"(?P<folder>[\w-]+)/" \| url \}\})#(?P<id>[a-z][\w-]*)(?=["' )])""")
_ENTRY = re.compile(r"^\s*-\s+(?:[^:#\n]+: +)?(?P<name>\S+)\.md\s*$", re.M)


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
_ROWS = {"claim": "claims", "history": "history", "scorecard": "claims", "status": "status", "status-line": "status", "timeline": "events"}
"""Block -> kind of the rows that it shows."""


def in_menu(pages: Mapping[str, WrittenPage], config: Path = CONFIG) -> Iterator[Problem]:
    """Pages of an edition without an entry in `nav`, and entries without a page."""
    text = config.read_text("utf-8")
    start = text.partition("\nnav:")[0]
    listed = {found["name"]: start.count("\n") + text[len(start) : found.start()].count("\n") + 1 for found in _ENTRY.finditer(text, len(start))}
    file = paths.relative_path(config)
    for name in sorted(pages.keys() - listed.keys()):
        yield Problem(file, start.count("\n") + 2, "nav", f"has no entry for {pages[name].file}; expected: a line `  - {name}.md` at its place in the menu")
    for name in sorted(listed.keys() - pages.keys()):
        yield Problem(file, listed[name], "nav", f"{name}.md is no page; expected one of {', '.join(sorted(pages))}")


def addresses(pages: Mapping[str, WrittenPage]) -> Iterator[Problem]:
    """Names of pages that are no address, or that of something else."""
    taken = {*paths.LANGUAGES, "assets", "404"}
    for name, page in pages.items():
        if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", name) or name in taken:
            yield page.problem(0, "", f"cannot stand at /{name}/; expected: a name of small letters, digits and dashes, and none of {', '.join(sorted(taken))}")


def sections(pages: Mapping[str, WrittenPage], root: Path = paths.ROOT) -> Iterator[Problem]:
    """Sections that templates send readers to and that their page does not have."""
    for file in (file for folder in ("scripts/markup/templates", "overrides") for file in sorted((root / folder).rglob("*.html"))):
        text = file.read_text("utf-8")
        for found in _SECTION.finditer(text):
            page = pages.get(found["file"] or found["folder"])
            if page and found["id"] not in {heading.id for heading in page.headings}:
                line = text.count("\n", 0, found.start()) + 1
                yield page.problem(1, "heading", f"has no section {{#{found['id']}}}, to which {paths.relative_path(file)}:{line} sends readers; expected: that id, or another there")


def titles(editions: Mapping[str, Edition], pages: Mapping[str, Mapping[str, WrittenPage]]) -> Iterator[Problem]:
    """Pages and charts that share a title or say another number in it than the rows, and takeaways too short to describe a chart's page. Every chart can be made."""
    for language, one in editions.items():
        seen: dict[str, str] = {}
        yield from (*counts.in_headlines(pages[language].values(), one.facts), *counts.in_titles(one.all_charts))
        for page in pages[language].values():
            if (first := seen.setdefault(page.title, page.file)) != page.file:
                yield page.problem(page.meta_line("title"), "title", f"{page.title!r} is also that of {first}; expected: one title a page")
        for chart in one.all_charts:
            file, title, length = chart.definition.text_file, chart.text("title"), len(json_ld.summary(chart))
            if (first := seen.setdefault(title, file)) != file:
                yield Problem(file, 0, f"[{language}] title", f"{title!r} is also that of {first}; expected: one title a page")
            if length < LEAST:
                yield Problem(file, 0, f"[{language}] takeaway", f"has {length} characters; expected: at least {LEAST}, since it describes the chart's page")


def needs(facts: Facts, pages: Mapping[str, Mapping[str, WrittenPage]]) -> Iterator[Problem]:
    """Everything that is missing, in every edition. A table that could not be read is not held to be missing."""
    listing = paths.relative_path(paths.DATA / "tables.toml")
    for kind in (kind for kind in _TABLES if facts.kinds and not _has(facts, kind)):
        yield Problem(listing, 0, "", f"lists no table of the kind {kind!r}; expected: [{kind}] with its file data/{kind}.csv, without which nothing can be shown")
    for language, edition in pages.items():
        for need in (need for need in _PAGES if _has(facts, need.kind)):
            yield from _page(need, edition, f"{paths.relative_path(paths.DOCS)}/{language}/{need.page}.md")
        for page in edition.values():
            for use in (use for use in page.blocks if use.name in _ROWS and not _has(facts, _ROWS[use.name])):
                yield page.problem(use.line, f"/// {use.name}", f"shows rows of the kind {_ROWS[use.name]!r}, of which data/tables.toml lists no table; expected: such a table, or no such block")
        listed = {use.argument for page in edition.values() for use in page.blocks if use.name == "scorecard"}
        for group, kinds in claims.GROUPS.items():
            if "scorecard" in edition and group not in listed and any(row.counted_as in kinds for row in facts.of_kind("claims")):
                yield edition["scorecard"].problem(0, f"/// scorecard | {group}", "is missing; expected: it on this page, since verdicts lead to the rows that it lists")


def _has(facts: Facts, kind: str) -> bool:
    return any(issubclass(one, KINDS[kind]) for one in facts.kinds.values())


def _page(need: Need, edition: Mapping[str, WrittenPage], file: str) -> Iterator[Problem]:
    page = edition.get(need.page)
    have = {f"{{#{heading.id}}}" for heading in page.headings} | {f"/// {use.name}" for use in page.blocks} if page else set()
    lacking = " and ".join(part for part in need.parts if part not in have)
    if page is None:
        yield Problem(file, 0, "", f"is missing; expected: a page{lacking and ' with '}{lacking}, since {need.since}")
    elif lacking:
        yield page.problem(0, "", f"lacks {lacking}; expected: it, since {need.since}")
