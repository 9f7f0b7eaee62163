"""One edition: its language, the facts, the charts. Read once a build, and passed to everything that writes its pages."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar

from scripts import paths
from scripts.drawing.chart import Chart, prepare
from scripts.drawing.chart_definition import ChartDefinition, discover
from scripts.facts import dataset, freshness
from scripts.facts.facts import Facts
from scripts.facts.records import WordRow
from scripts.language import locales
from scripts.language.formatter import Formatter
from scripts.problems import Problem, ProblemsFound, UnknownName, stop_on

Made = TypeVar("Made")


@dataclass(eq=False)
class Edition:
    """All that is read for one language. `chart(slug)` gives a chart with its texts, or raises UnknownName."""

    language: str
    facts: Facts
    chart_definitions: dict[str, ChartDefinition]
    address: str = "/"  # where the edition is published, with a slash at its end
    prepared: dict[str, Chart] = field(default_factory=dict, init=False)
    cache: dict[Callable, Any] = field(default_factory=dict, init=False)  # see `cached_per_edition`

    @property
    def is_first(self) -> bool:
        """Whether the edition lives at the root of the site, the others below it."""
        return self.language == paths.MAIN

    @property
    def root(self) -> str:
        """The address of the site's root, where the first edition lives."""
        return self.address.removesuffix(paths.prefix(self.language))

    @property
    def printed_root(self) -> str:
        """The same as it is printed on pictures: `example.org/story`."""
        return self.root.split("://")[-1].rstrip("/")

    def address_of(self, name: str) -> str:
        """The absolute address of a page: `index` is the edition's root, `charts/SLUG` a chart's page."""
        return self.address + ("" if name == "index" else f"{name}/")

    @cached_property
    def fmt(self) -> Formatter:
        return Formatter(self.language, self.facts.of_kind(WordRow))

    @property
    def site_name(self) -> str:
        return self.fmt.word("site.name")

    def chart(self, slug: str) -> Chart:
        if slug not in self.chart_definitions:
            raise UnknownName(slug, "a chart", self.chart_definitions)
        if slug not in self.prepared:
            self.prepared[slug] = prepare(self.chart_definitions[slug], self.facts, self.language)
        return self.prepared[slug]

    @property
    def all_charts(self) -> list[Chart]:
        return [self.chart(slug) for slug in self.chart_definitions]

    @cached_property
    def day(self) -> dt.date:
        """The day that pages are compared with; see `freshness.build_day`."""
        return freshness.build_day(self.facts.last_checked)

    @cached_property
    def ageing(self) -> dict[str, freshness.Due]:
        """Place of a row that ages -> until when it is good."""
        rules = freshness.load(self.facts)
        return {due.row.place: due for due in freshness.due(self.facts, rules, self.day.year)}


def cached_per_edition(make: Callable[[Edition], Made]) -> Callable[[Edition], Made]:
    """Cache a function of an edition: it runs once for each edition, until `edition.cache` is emptied."""

    @wraps(make)
    def cached(edition: Edition) -> Made:
        if make not in edition.cache:
            edition.cache[make] = make(edition)
        return edition.cache[make]

    return cached


def load_editions(root: str = "/") -> dict[str, Edition]:
    """Every edition by its language, from the files as they are. Raises `ProblemsFound` with all that is wrong in them."""
    editions, unread = read_editions(root)
    stop_on(unread)
    return editions


def read_editions(root: str = "/") -> tuple[dict[str, Edition], list[Problem]]:
    """Every edition with whatever can be read, and why the rest cannot be. `root`: the site's address, with a slash at its end.

    Raises `ProblemsFound` where languages are declared wrongly, since everything follows from them.
    """
    stop_on(locales.problems())
    facts, unread = dataset.read_dataset()
    definitions: dict[str, ChartDefinition] = {}
    try:
        definitions = discover()
    except ProblemsFound as error:
        unread += error.problems
    return editions_of(facts, definitions, root), unread


def editions_of(
    facts: Facts, definitions: dict[str, ChartDefinition], root: str = "/", languages: tuple[str, ...] = paths.LANGUAGES
) -> dict[str, Edition]:
    """Every edition of these facts and charts."""
    return {language: Edition(language, facts, definitions, root + paths.prefix(language)) for language in languages}
