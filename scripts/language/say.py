"""Everything that a chart or block says in one language: forms, shared words, a chart's own texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scripts.facts.book import Figure
from scripts.language import forms
from scripts.language.words import Words


class Say:
    """Bound to an edition's language. `text` looks in the chart's own texts, `word` in the shared list."""

    def __init__(self, language: str, words: Words, texts: Mapping[str, Any] | None = None):
        self.language = language
        self.word = words
        self.texts = texts or {}

    def number(self, value: Any, digits: int | None = None) -> str:
        return forms.number(value, self.language, digits)

    def percent(self, value: Any, digits: int | None = None) -> str:
        return forms.percent(value, self.language, digits)

    def date(self, value: Any, *, short: bool = False) -> str:
        return forms.date(value, self.language, short=short)

    def term(self, value: str) -> str:
        """A term as promised: `2030`, `2026-12`, `2027-2028` or `2027 and 2028`."""
        if " and " in value:
            first, second = value.split(" and ")
            return self.word("term.and", a=first, b=second)
        if len(value) == 9:
            return self.word("term.to", a=value[:4], b=value[5:])
        return self.date(value)

    def figure(self, figure: Figure) -> str:
        return forms.figure(figure.number, figure.unit, self.language, figure.digits)

    def of(self, value: Any) -> str:
        """A text that may differ by language: a mapping from language to text, or plain text."""
        return value[self.language] if isinstance(value, Mapping) else str(value)

    def text(self, key: str, **values: Any) -> str:
        """One of the chart's own texts, filled in. Raises KeyError with the names that exist."""
        if key not in self.texts:
            raise KeyError(f"{key!r} is not among the texts of this chart in {self.language!r}: {', '.join(self.texts)}")
        return str(self.texts[key]).format(**values)
