"""The input of the checks: the whole project, as far as it could be read."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scripts import paths
from scripts.drawing.chart import Chart
from scripts.drawing.chart_definition import ChartDefinition
from scripts.editions import Edition, read_editions
from scripts.facts.facts import Facts
from scripts.index import markdown_pages
from scripts.index.markdown_pages import MarkdownPage, PagesByLanguage
from scripts.problems import Problem


@dataclass(frozen=True)
class Project:
    """Everything that was read. `unread`: why the rest could not be."""

    facts: Facts
    pages: PagesByLanguage = field(default_factory=dict)
    chart_definitions: Mapping[str, ChartDefinition] = field(default_factory=dict)
    editions: dict[str, Edition] = field(default_factory=dict)
    unread: tuple[Problem, ...] = ()
    today: dt.date = field(default_factory=dt.date.today)

    @property
    def all_pages(self) -> Iterator[MarkdownPage]:
        for pages in self.pages.values():
            yield from pages.values()

    @property
    def page_names(self) -> set[str]:
        """What a row may name as a page: `strategy`, `charts/SLUG`."""
        return {page.name for page in self.all_pages} | {f"charts/{slug}" for slug in self.chart_definitions}

    @property
    def all_charts(self) -> Iterator[Chart]:
        """The charts of all editions. Raises `ProblemsFound` for one that cannot be prepared."""
        for edition in self.editions.values():
            yield from edition.all_charts


def read_project(root: str = "/") -> Project:
    """The project as its files are; see `read_editions`."""
    editions, unread = read_editions(root)
    main = editions[paths.MAIN]
    return Project(
        facts=main.facts,
        pages={language: markdown_pages.pages(edition) for language, edition in editions.items()},
        chart_definitions=main.chart_definitions,
        editions=editions,
        unread=tuple(unread),
    )
