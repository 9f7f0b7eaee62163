"""What a page names: rows by markers, blocks, charts, other pages and their sections. Each name has to exist."""

import re
from collections.abc import Collection, Iterator, Mapping

from scripts import paths
from scripts.checks.project import Project
from scripts.drawing.chart import Chart
from scripts.facts.tables import Facts
from scripts.index import claims, markers
from scripts.index.written import IN_SHORT, WrittenPage
from scripts.markup import blocks
from scripts.problems import Problem, UnknownName


def check(project: Project) -> Iterator[Problem]:
    """Names on a page, or in the settings of a chart, that lead nowhere."""
    for pages in project.pages.values():
        for page in pages.values():
            yield from _markers(page, project.facts)
            yield from _blocks(page, project.slugs)
            yield from _links(page, pages, project.facts, project.slugs)
    for chart in project.charts.values():
        yield from _settings(chart, project)


def _settings(chart: Chart, project: Project) -> Iterator[Problem]:
    """Pages and topics at which a chart says that it belongs, and that do not exist."""
    pages = project.pages[paths.MAIN]
    for name in chart.pages:
        if name not in pages:
            error = UnknownName(name, "a page", pages)
            yield chart.place_of("", "pages").problem(error.wrong, error.expected)
    for name in chart.topics:
        topics = project.facts.topics
        if name not in topics and not project.facts.may_be_damaged(f"topic.{name}", "words"):
            error = UnknownName(name, "a topic", topics)
            expected = f"{error.expected}, or a word topic.NAME added to data/words.csv"
            yield chart.place_of("", "topics").problem(error.wrong, expected)


def _markers(page: WrittenPage, facts: Facts) -> Iterator[Problem]:
    heads = dict.fromkeys(page.standfirst, "the standfirst")
    heads |= {heading.line: "the headline" for heading in page.headings if heading.level == 1}
    for marker in page.markers:
        errors = list(markers.errors_in(marker, facts))
        for error in errors:
            yield page.problem(marker.line, "marker", error.wrong, error.expected)
        if errors:
            continue
        figure = facts.figures.get(marker.names[0]) if marker.kind == "figure" else None
        place = heads.get(marker.line) or ("In short" if page.section(marker.line) == IN_SHORT else "")
        allowed = ("high",) if place == "the headline" else ("high", "medium")
        if figure and place and figure.confidence not in allowed:
            yield page.problem(
                marker.line, "marker", f"{figure.key!r} has {figure.confidence} confidence in {place}", " or ".join(allowed),
            )


def _blocks(page: WrittenPage, charts: Collection[str]) -> Iterator[Problem]:
    opened = {use.line: use for use in page.blocks}
    waiting: markers.BlockUse | None = None
    for number, line in page.slashes:
        use = opened.get(number)
        if use and waiting:
            yield _unclosed(page, waiting)
        if use:
            waiting = use
            yield from _block(page, use, charts)
        elif not line.strip("/ ") and waiting:
            waiting = None
        else:
            yield page.problem(
                number, line.strip(), "opens no block and closes none",
                f"`/// name`, then `///`, with name one of {', '.join(blocks.RENDERERS)}",
            )
    if waiting:
        yield _unclosed(page, waiting)
    if (named := page.meta.get("chart")) and named not in charts:
        error = UnknownName(named, "a chart", charts)
        yield page.problem(page.meta_line("chart"), "chart", error.wrong, error.expected)
    drawn = {use.argument: use.line for use in page.blocks if use.name == "chart"}
    for slug in (slug for slug in drawn if page.charts.count(slug) > 1):
        yield page.problem(drawn[slug], f"/// chart | {slug}", "stands on this page already", "once a page")


def _unclosed(page: WrittenPage, use: markers.BlockUse) -> Problem:
    return page.problem(use.line, f"/// {use.name}", "is not closed", "`///` alone on a line after it")


def _block(page: WrittenPage, use: markers.BlockUse, charts: Collection[str]) -> Iterator[Problem]:
    place = f"/// {use.name}" + (f" | {use.argument}" if use.argument else "")
    if use.name not in blocks.RENDERERS:
        error = UnknownName(use.name, "a block", blocks.RENDERERS)
    elif use.name in ("chart", "chart-page") and use.argument not in charts:
        error = UnknownName(use.argument, "a chart", charts)
    elif use.name == "scorecard" and use.argument not in claims.GROUPS:
        error = UnknownName(use.argument, "a group of claims", claims.GROUPS)
    else:
        return
    yield page.problem(use.line, place, error.wrong, error.expected)


def _links(page: WrittenPage, edition: Mapping[str, WrittenPage], facts: Facts, charts: Collection[str]) -> Iterator[Problem]:
    rows = {row.key for row in facts.rows if row.key}
    known = set(edition) | {f"charts/{slug}" for slug in charts}
    for line, link in page.links:
        target, _, anchor = link.partition("#")
        if re.match(r"(?:https?|mailto):", target):
            continue  # other sites are tried by the weekly link check
        name = target.removesuffix(".md") if target else page.name
        if target and (not target.endswith(".md") or name not in known):
            names = ", ".join(f"{name}.md" for name in sorted(edition))
            yield page.problem(line, "link", f"{link!r} leads to no page of this edition", f"{names}, charts/SLUG.md")
        elif anchor and name in edition and anchor not in {heading.id for heading in edition[name].headings} | rows:
            ids = ", ".join(heading.id for heading in edition[name].headings if heading.id)
            yield page.problem(line, "link", f"{link!r}: {name}.md has no section {anchor!r}; there are: {ids}")
