"""The shared word list: every word that code draws, by key, in each edition."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.facts.dataset import unknown
from scripts.facts.records import WordRow


class Words:
    """Looks a key up for one edition. Raises KeyError naming the key and the nearest ones."""

    def __init__(self, rows: Iterable[WordRow], language: str):
        self.language = language
        self._by_key = {row.key: row.word("text", language) for row in rows}

    def __call__(self, key: str, **values: str) -> str:
        if key not in self._by_key:
            raise KeyError(f"word {unknown(key, self._by_key)}; add it to data/words.csv")
        return self._by_key[key].format(**values) if values else self._by_key[key]

    def __contains__(self, key: str) -> bool:
        return key in self._by_key
