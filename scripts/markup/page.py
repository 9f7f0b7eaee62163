"""The state of a page while its Markdown is converted: the facts it uses, and the head and foot made from them."""

import datetime as dt
import math
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from scripts import templates
from scripts.content import citation, claim_texts, digest
from scripts.editions import Edition
from scripts.facts import freshness
from scripts.facts.cells import PartialDate
from scripts.facts.figures import sources_of
from scripts.facts.records import CorrectionRow, QuoteRow, Record, StatusRow
from scripts.index import addresses
from scripts.index.markdown_pages import UNKNOWN, MarkdownPage


@dataclass
class Page:
    """The facts that a page has used so far; they become the list of sources at its end."""

    edition: Edition
    name: str = ""  # `strategy`, `scorecard/s19`; from the line that staging adds
    source: MarkdownPage | None = None  # what was written, to locate problems in
    keys: list[str] = field(default_factory=list)
    notes: list[tuple[str, ...]] = field(default_factory=list)  # the sources behind each note
    quotes: list[str] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    rows: dict[str, Record] = field(default_factory=dict)  # by place; shown without a key: verdicts, statuses
    words: int = 0

    def __post_init__(self) -> None:
        self.facts, self.fmt = self.edition.facts, self.edition.fmt

    def use(self, used: list, item: object) -> int:
        """Note that the page uses something; its number in the list (from 1)."""
        if item not in used:
            used.append(item)
        return used.index(item) + 1

    def show(self, rows: Iterable[Record]) -> None:
        """Note that it shows these rows without a key."""
        self.rows |= {row.place: row for row in rows}

    def render(self, template: str, **values: object) -> str:
        """Render a template, with the page, facts, formatter, addresses of rows and outcomes of claims in its context."""
        return templates.render(
            template,
            page=self,
            facts=self.facts,
            fmt=self.fmt,
            root=self.root,
            addresses=addresses,
            outcome_of=claim_texts.outcome_of,
            **values,
        )

    @property
    def statuses(self) -> list[StatusRow]:
        """The headline statuses that it shows, in the order of their table."""
        return [row for row in self.facts.of_kind(StatusRow) if row.place in self.rows]

    @property
    def sources(self) -> list[str]:
        """Every source that the page rests on: of figures, notes, quotes, statuses and charts."""
        sources = [*sources_of(map(self.facts.figure, self.keys)), *chain(*self.notes)]
        sources += [self.facts.row(QuoteRow, key).source_id for key in self.quotes]
        sources += sources_of(self.statuses)
        for slug in self.charts:
            sources += sources_of(self.edition.chart(slug).rows)
        return list(dict.fromkeys(sources))

    @property
    def newest(self) -> PartialDate | None:
        """The newest evidence that it shows: the newest date of publication or status among its sources and rows."""
        sources = [*self.sources, *sources_of(self.rows.values())]
        dates = [self.facts.sources[source].published for source in sources]
        for row in self.rows.values():
            dates += [getattr(row, column, None) for column in ("verdict_as_of", "status_as_of", "as_of")]
        return max(filter(None, dates), default=None)

    @property
    def root(self) -> str:
        """From the page's folder to that of the edition, for links that a template writes: `` or `../`."""
        return "../" * self.name.count("/")

    @property
    def ageing(self) -> list[freshness.Due]:
        """The key facts of the page that age, the soonest first."""
        keys = list(self.keys)
        places = set(self.rows)
        while keys:  # a computed figure ages with the figures it is computed from
            figure = self.facts.figures.get(keys.pop())
            if figure and figure.place not in places:
                places.add(figure.place)
                keys += figure.operands
        dues = [due for place, due in self.edition.ageing.items() if place in places]
        key_facts = [due for due in dues if due.importance <= freshness.MAX_KEY_IMPORTANCE]
        return sorted(key_facts, key=lambda due: (due.good_until, due.row.place))

    @property
    def checked(self) -> dt.date:
        """The oldest day on which one of its key facts was last checked; where none ages, one of the verdicts or statuses
        that it shows; else that of the facts."""
        days = [due.checked for due in self.ageing]
        days = days or [row.last_checked for row in self.rows.values() if row.last_checked]
        return min(days, default=self.facts.last_checked)

    @property
    def minutes(self) -> int:
        """Reading time at 220 words a minute, at least one."""
        return max(1, math.ceil(self.words / 220))

    def head_and_foot(self, root: ET.Element) -> tuple[list[str], list[str]]:
        """HTML to insert below the standfirst (date of the last check, corrections) and at the end (share links, sources,
        freshness, citation). `root`: the page's own content, nothing added yet.
        """
        has_sources = bool(self.keys or self.notes or self.quotes)
        ageing = self.ageing
        late = [due for due in ageing if due.overdue(self.edition.day)]
        corrections = [row for row in self.facts.of_kind(CorrectionRow) if row.page == self.name]
        corrections.sort(key=lambda row: row.date, reverse=True)
        head = []
        foot = []
        if has_sources:
            head.append(self.render("checked"))
        if self.name and root.find(f".//*[@id='{UNKNOWN}']") is not None:
            digest_page = digest.page_name(self.name) if self.name in digest.texts(self.edition) else None
            foot.append(self.render("ways", digest=digest_page))
        if has_sources:
            good_until = ageing[0].good_until if ageing and not late else None
            cite = citation.page_citation(root, self.name, self.edition, self.checked) if self.name else None
            foot.append(self.render("page_sources", good_until=good_until, cite=cite))
        if corrections or late:
            head.append(self.render("notices", corrections=corrections, late=late))
        return head, foot
