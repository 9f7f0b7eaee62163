"""The bar above a list that can be filtered: what there is to choose, and of how many entries each is true.

It stands in the page, so that nothing moves when the script comes that brings it to life (overrides/js/filters.js).
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from scripts import templates
from scripts.language.formatter import Formatter

WORDS = {"topic": "topic", "status": "event", "standing": "standing", "language": "lang", "kind": "kind"}
"""What a list is filtered by, as its entries' `data-` attributes name it -> beginning of the keys of its values' words."""


def bar(entries: Iterable[Mapping[str, Iterable[str]]], fmt: Formatter) -> str:
    """`entries`: for each entry of the list, what it is filtered by -> its values, in the same order for all."""
    found = list(entries)
    choices = []
    for name in found[0] if found else ():
        counts = Counter(value for entry in found for value in entry[name])
        options = [(value, f"{fmt.word(f'{WORDS[name]}.{value}')} ({count})") for value, count in counts.items()]
        choices.append((name, sorted(options, key=lambda option: _letters(option[1]))))
    return templates.render("filter_bar", choices=choices, total=str(len(found)), fmt=fmt)


def _letters(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
