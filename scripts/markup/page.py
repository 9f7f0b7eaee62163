"""What one page says of itself while its Markdown is turned into HTML."""

import math
from dataclasses import dataclass, field

from scripts.drawing.chart import sources_of
from scripts.edition import Edition
from scripts.facts import freshness
from scripts.facts.cells import PartialDate


@dataclass
class Page:
    """What one page has used so far: it becomes the list of sources at its end."""

    edition: Edition
    name: str = ""  # `strategy`, `scorecard/s19`; told by the line that staging adds
    keys: list[str] = field(default_factory=list)
    notes: list[tuple[str, ...]] = field(default_factory=list)  # the sources behind each note
    quotes: list = field(default_factory=list)  # rows of the words that it quotes
    charts: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)  # rows shown without a key: verdicts, statuses
    words: int = 0

    def use(self, names: list, name: object) -> int:
        """Note that the page uses a name or a row; its number in the list (from 1)."""
        if name not in names:
            names.append(name)
        return names.index(name) + 1

    @property
    def statuses(self) -> list:
        """The headline statuses that it shows, in the order of their table."""
        return [row for row in self.edition.facts.of_kind("status") if row.place in self.places]

    @property
    def sources(self) -> list[str]:
        """Every source that the page rests on: of figures, notes, statuses and charts."""
        facts = self.edition.facts
        found = [source for key in self.keys for source in facts.figure(key).source_ids]
        found += [source for note in self.notes for source in note] + [quote.source_id for quote in self.quotes]
        found += [source for row in self.statuses for source in row.source_ids]
        found += [source for slug in self.charts for source in sources_of(self.edition.chart(slug).rows)]
        return list(dict.fromkeys(found))

    @property
    def newest(self) -> PartialDate | None:
        """The newest evidence that it shows: of its sources and rows, the newest date of publication or of a state."""
        rows = [self.edition.facts.by_place[place] for place in self.places]
        names = [*self.sources, *(source for row in rows for source in row.source_ids)]
        dates = [self.edition.facts.source(name).published for name in names]
        dates += [getattr(row, column, None) for row in rows for column in ("verdict_as_of", "status_as_of", "as_of")]
        return max((date for date in dates if date), default=None)

    @property
    def root(self) -> str:
        """From the page's folder to that of the edition, for links that a template writes: `` or `../`."""
        return "../" * self.name.count("/")

    @property
    def address(self) -> str:
        """Where the page is published."""
        return self.edition.address_of(self.name)

    @property
    def ageing(self) -> list[freshness.Due]:
        """The key facts of the page that age, the soonest first."""
        facts, waiting, places = self.edition.facts, list(self.keys), set(self.places)
        while waiting:  # a computed figure ages with the figures it is computed from
            figure = facts.figures.get(waiting.pop())
            if figure and figure.place not in places:
                places.add(figure.place)
                waiting += figure.operands
        known = self.edition.ageing
        found = [known[place] for place in places if place in known and known[place].importance <= freshness.MAX_KEY_IMPORTANCE]
        return sorted(found, key=lambda one: (one.good_until, one.row.place))

    @property
    def checked(self) -> str:
        """The oldest day on which one of its key facts was last checked, ISO; where none ages, one of the verdicts or
        statuses that it shows; else that of the edition."""
        rows = [self.edition.facts.by_place[place] for place in self.places]
        days = [one.checked for one in self.ageing] or [row.last_checked for row in rows if hasattr(row, "last_checked")]
        return min(days).isoformat() if days else self.edition.last_checked

    @property
    def minutes(self) -> int:
        """Reading time at 220 words a minute, at least one."""
        return max(1, math.ceil(self.words / 220))
