"""The editions of the real files, read once for all tests."""

import datetime as dt
import json
from dataclasses import replace
from functools import cache

from scripts import paths
from scripts.drawing import live
from scripts.editions import Edition, load_editions
from scripts.facts.declared import FigureRow
from scripts.facts.facts import Facts, Figure
from scripts.index import markdown_pages
from scripts.index.markdown_pages import MarkdownPage, parse
from scripts.project import Project

SLUGS = [file.stem.replace("_", "-") for file in sorted((paths.ROOT / "scripts/charts").glob("*.toml"))]
"""Charts, as pages below, by the names of their files: tests are collected whatever is wrong in data/."""
CHARTS = [(language, slug) for language in paths.LANGUAGES for slug in SLUGS]

PAGES = [file.stem for file in sorted((paths.DOCS / paths.MAIN).glob("*.md"))]


def chart_path(language: str, slug: str) -> str:
    """Where the page of a chart stands, below the site's root."""
    return f"{paths.prefix(language)}charts/{slug}/"


@cache
def everything() -> dict[str, Edition]:
    return load_editions()


def project() -> Project:
    """What checks look at."""
    return Project(current().facts, chart_definitions=current().chart_definitions, editions=everything())


def current(language: str = paths.LANGUAGES[0]) -> Edition:
    return everything()[language]


def figure_text(key: str, language: str = paths.LANGUAGES[0]) -> str:
    """A figure as readers see it: a correction in data/ is no fault, so no test types one."""
    return current(language).fmt.figure(current(language).facts.figures[key])


@cache
def cited_figure() -> tuple[str, Figure, FigureRow]:
    """A page that is not the home, and a figure on it with its row in a table of figures."""
    facts = current().facts
    return next(
        (name, figure, row)
        for name, page in markdown_pages.pages(current()).items() if name != "index"
        for figure in map(facts.figure, page.names("figure"))
        if isinstance(row := facts.by_place[figure.place], FigureRow)
    )


def with_rows(facts: Facts, table: str, rows: list) -> Facts:
    """The facts with other rows in a table."""
    return replace(facts, tables=facts.tables | {table: replace(facts.tables[table], rows=rows)})


def news_dates(facts: Facts) -> list[dt.date]:
    """The day of each thing that readers are told: the site opened with a launch, and verdicts before that are no news."""
    dates = [row.date for kind in ("updates", "corrections") for row in facts.of_kind(kind)]
    launch = min(row.date for row in facts.of_kind("updates") if row.kind == "launch")
    changed = [row.date.first_day for row in facts.of_kind("history")]
    return [*dates, *(day for day in changed if day > launch)]


def lively(slug: str, language: str = paths.LANGUAGES[0], shape: str = "wide") -> dict:
    """The live plot of a chart; of one that stays still an empty order."""
    plots = json.loads(live.live_json(current(language).chart(slug), current(language).facts) or "{}")
    return plots.get(shape, {"data": [], "order": []})


def point_texts(slug: str, language: str = paths.LANGUAGES[0]) -> list[str]:
    """What a live chart says of its points, one after the other."""
    shape = lively(slug, language)
    return [shape["data"][trace]["hovertext"][point].replace("<br>", ", ") for trace, point in shape["order"]]


@cache
def bars() -> str:
    """The chart with the most upright bars and nothing else to point at, for tests of what a reader can do with a live chart."""
    def counted(slug: str) -> int:
        plot = lively(slug)
        drawn = [plot["data"][trace] for trace, _ in plot["order"]]
        return len(drawn) if all((trace["type"], trace.get("orientation", "v")) == ("bar", "v") for trace in drawn) else 0

    return max(current().chart_definitions, key=counted)


def page_of(name: str, text: str, language: str = paths.LANGUAGES[0]) -> MarkdownPage:
    """A page that is not in a file."""
    return parse(paths.DOCS / language / f"{name}.md", language, name, text)
