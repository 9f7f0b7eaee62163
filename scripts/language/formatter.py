"""Everything that a chart or block says in one language: forms, words that all share, a chart's own texts."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from scripts.facts.cells import PartialDate
from scripts.facts.nearest import unknown
from scripts.facts.records import FigureRow, WordRow
from scripts.facts.tables import Figure
from scripts.language import locales
from scripts.language.forms import Forms
from scripts.language.locales import NNBSP

_PERIODS = {
    "FY": "period.year", "H1": "period.half.first", "H2": "period.half.second",
    "Q1": "period.quarter.first", "Q2": "period.quarter.second", "Q3": "period.quarter.third", "Q4": "period.quarter.fourth",
    "YTD": "period.part", "cumulative": "period.total", "lifetime": "period.run", "last batch": "period.batch", "peak": "period.peak",
}
_MONTHS = re.compile(r"M1-M(\d{1,2})|(\d{1,2})M")  # `9M` and `M1-M9`: January to September


class Words:
    """The shared word list of an edition: looks a key up. Raises KeyError naming the key and the nearest ones."""

    def __init__(self, rows: Iterable[WordRow], language: str):
        self.language = language
        self._by_key = {row.key: row.word("text", language) for row in rows}

    def __call__(self, key: str, **values: str) -> str:
        if key not in self._by_key:
            raise KeyError(f"word {unknown(key, self._by_key)}; add it to data/words.csv")
        return self._by_key[key].format(**values) if values else self._by_key[key]

    def __contains__(self, key: str) -> bool:
        return key in self._by_key


class Formatter(Forms):
    """The forms of an edition's language, and its words. `text` looks in the chart's own texts, `word` in the shared list."""

    def __init__(self, language: str, words: Words, texts: Mapping[str, Any] | None = None):
        super().__init__(language)
        self.word = words
        self.texts = texts or {}

    def quoted(self, words: str) -> str:
        """Words in the edition's quotation marks; those inside them become its inner ones."""
        opening, closing, *inner = locales.of(self.language).quotes
        space = "[\u202f\u00a0 ]?"
        words = re.sub(rf"{opening.strip()}{space}([^{closing.strip()}]*?){space}{closing.strip()}", r"\1".join(inner), words)
        return f"{opening}{words}{closing}"

    @property
    def semicolon(self) -> str:
        """What stands between two entries on one line, with its spaces."""
        return f"{NNBSP if locales.of(self.language).space_before_marks else ''}; "

    def period(self, period: str, year: int) -> str:
        """The part of a year that a row counts, in words: `H1`, 2025 -> `first half of 2025` or `premier semestre 2025`."""
        if period in _PERIODS:
            return self.word(_PERIODS[period], year=str(year))
        months = _MONTHS.fullmatch(period)
        if months:
            return self.word("period.months", last=self.month(int(months[1] or months[2])), year=str(year))
        return self.date(PartialDate(period))

    def term(self, value: str) -> str:
        """A term as promised: `2030`, `2026-12`, `2027-2028` or `2027 and 2028`."""
        if " and " in value:
            first, second = value.split(" and ")
            return self.word("term.and", a=first, b=second)
        if len(value) == 9:
            return self.word("term.to", a=value[:4], b=value[5:])
        return self.date(value)

    def figure(self, figure: Figure) -> str:
        return self.amount(figure.number, figure.unit, figure.digits)

    def doubt(self, stated: Any) -> str:
        """What follows a figure where it is shown: ` (doubtful)` after one of low confidence. `stated`: a figure, or a row of a chart."""
        return f" ({self.word('doubtful')})" if stated.confidence == "low" else ""

    def amount(self, value: Any, unit: str, digits: int | None = None) -> str:
        """A number in its unit: in the unit's form, and in the story's own words for it, `unit.NAME` (of millions of them too)."""
        shown, key = self.in_unit(value, unit, digits), f"unit.{unit.removeprefix('million_')}"
        return self.word(key).replace(" ", NNBSP).format(n=shown) if key in self.word else shown

    def described(self, row: FigureRow) -> list[str]:
        """What a figure counts: `["Comet", "worldwide", "first half of 2025"]`, `["Wheelhouse", "2025", "rank 2 on the list"]`."""
        # Texts from the last declared to the first.
        words = [row.word(column, self.language) for column in reversed(row.holding("text", "name")) if getattr(row, column) != "all"]
        when = [self.period(getattr(row, column), row.in_year) for column in row.holding("period")]
        words += when or [self.date(str(getattr(row, column))) for column in row.holding("year", "date")]
        words += [self.word("rows.rank", rank=str(getattr(row, column))) for column in row.holding("rank") if getattr(row, column)]
        words += [self.word("rows.from", date=self.date(getattr(row, column))) for column in row.holding("day") if getattr(row, column)]
        return words

    def in_language(self, value: Any) -> str:
        """A text that may differ by language: a mapping from language to text, or plain text."""
        return value[self.language] if isinstance(value, Mapping) else str(value)

    def text(self, key: str, **values: Any) -> str:
        """One of the chart's own texts, filled in. Raises KeyError with the names that exist."""
        if key not in self.texts:
            raise KeyError(f"{key!r} is not among the texts of this chart in {self.language!r}: {', '.join(self.texts)}")
        return str(self.texts[key]).format(**values)
