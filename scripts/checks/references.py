"""References of a page: rows in markers, blocks, charts, other pages and their sections must exist."""

import re
from collections.abc import Iterator

from scripts import paths
from scripts.drawing.chart_definition import ChartDefinition
from scripts.facts.facts import Facts
from scripts.index import markers
from scripts.index.markdown_pages import MarkdownPage
from scripts.index.markers import BlockUse
from scripts.markup import blocks
from scripts.problems import Problem, UnknownName, choices_near
from scripts.project import Project


def check(project: Project) -> Iterator[Problem]:
    """Find names on a page, or in the settings of a chart, that lead nowhere."""
    keys = {row.key for row in project.facts.rows if row.key}  # which are anchors where pages list the rows
    for page in project.all_pages:
        yield from _markers(page, project.facts)
        yield from _blocks(page, project)
        yield from _slashes(page)
        yield from _links(page, project, keys)
    for definition in project.chart_definitions.values():
        yield from _settings(definition, project)


def _markers(page: MarkdownPage, facts: Facts) -> Iterator[Problem]:
    """Find markers that name no row, and figures that are not sure enough for where they stand."""
    for marker in page.markers:
        errors = list(markers.errors_in(marker, facts))
        for error in errors:
            yield page.problem(marker.line, "marker", error)
        if errors or marker.kind != "figure":
            continue
        part = page.part_of_head(marker.line)
        allowed = ("high",) if part == "a headline" else ("high", "medium")
        figure = facts.figures.get(marker.names[0])
        if part and figure and figure.confidence not in allowed:
            wrong = f"{figure.key!r} has {figure.confidence} confidence in {part}"
            yield page.problem(marker.line, "marker", wrong, " or ".join(allowed))


def _blocks(page: MarkdownPage, project: Project) -> Iterator[Problem]:
    """Find names of blocks, charts and groups of claims that do not exist, and charts that stand on the page twice."""
    chart = page.meta.get("chart")
    if chart and chart not in project.chart_definitions:
        yield page.problem(page.meta_line("chart"), "chart", UnknownName(chart, "a chart", project.chart_definitions))
    arguments = {
        "chart": ("a chart", project.chart_definitions),
        "chart-page": ("a chart", project.chart_definitions),
        "scorecard": ("a group of claims", markers.GROUPS),
    }
    for index, block in enumerate(page.blocks):
        what, choices = arguments.get(block.name, ("", ()))
        if block.name not in blocks.renderers():
            yield page.problem(block.line, str(block), UnknownName(block.name, "a block", blocks.renderers()))
        elif what and block.argument not in choices:
            yield page.problem(block.line, str(block), UnknownName(block.argument, what, choices))
        elif block.name == "chart" and str(block) in map(str, page.blocks[:index]):
            yield page.problem(block.line, str(block), "stands on this page already", "once a page")


def _slashes(page: MarkdownPage) -> Iterator[Problem]:
    """Find blocks that are not closed, and lines of slashes that are no block."""
    blocks_by_line = {block.line: block for block in page.blocks}
    unclosed: BlockUse | None = None
    for number, line in page.slashes:
        block = blocks_by_line.get(number)
        if block:
            if unclosed:
                yield _not_closed(page, unclosed)
            unclosed = block
        elif unclosed and not line.strip("/ "):
            unclosed = None
        else:
            expected = f"`/// name`, then `///`, with name one of {', '.join(blocks.renderers())}"
            yield page.problem(number, line.strip(), "opens no block and closes none", expected)
    if unclosed:
        yield _not_closed(page, unclosed)


def _not_closed(page: MarkdownPage, block: BlockUse) -> Problem:
    return page.problem(block.line, f"/// {block.name}", "is not closed", "`///` alone on a line after it")


def _links(page: MarkdownPage, project: Project, keys: set[str]) -> Iterator[Problem]:
    """Find links to pages of the edition that do not exist, or to sections and rows that these do not have. `keys`: of all rows."""
    pages = project.pages[page.language]
    files = [f"{name}.md" for name in sorted(pages)]
    charts = [f"charts/{slug}.md" for slug in project.chart_definitions]
    for line, link in page.links:
        target, _, anchor = link.partition("#")
        if re.match(r"(?:https?|mailto):", target):
            continue  # other sites are tried by the weekly link check
        file = target or f"{page.name}.md"
        name = file.removesuffix(".md")
        if file not in (*files, *charts):
            expected = f"{', '.join(files)}, charts/SLUG.md"
            yield page.problem(line, "link", f"{link!r} leads to no page of this edition", expected)
        elif anchor and name in pages:
            sections = [heading.id for heading in pages[name].headings if heading.id]
            if anchor not in sections and anchor not in keys:
                wrong = f"{link!r}: {name}.md has no section {anchor!r}; there are: {', '.join(sections)}"
                yield page.problem(line, "link", wrong)


def _settings(chart: ChartDefinition, project: Project) -> Iterator[Problem]:
    """Find pages and topics in the settings of a chart that do not exist."""
    pages = project.pages[paths.MAIN]
    for name in chart.settings.pages:
        if name not in pages:
            yield chart.place_of("pages").problem(UnknownName(name, "a page", pages))
    topics = project.facts.topics
    for name in chart.settings.topics:
        if name not in topics:
            expected = f"{choices_near(name, topics)}, or a word topic.NAME added to data/words.csv"
            yield chart.place_of("topics").problem(f"{name!r} is not a topic", expected)
