"""The bar above a list that can be filtered."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from scripts.markup.page import Page

_FILTERS = {
    "topic": ("filter.topic", "topic"),
    "status": ("filter.status", "event"),
    "standing": ("filter.standing", "standing"),
    "language": ("filter.language", "lang"),
    "kind": ("filter.kind", "kind"),
}
"""What a list is filtered by, as its entries' `data-` attributes name it -> the key of its label, the group of its values' words."""


def render(page: Page, entries: Sequence[Mapping[str, Iterable[str]]]) -> str:
    """What there is to choose, and of how many entries each is true.

    `entries`: for each entry of the list, what it is filtered by -> its values, in the same order for all.
    The bar stands in the page, so that nothing moves when the script comes that brings it to life (overrides/js/filters.js).
    """
    choices = []
    for name in entries[0] if entries else ():
        label, group = _FILTERS[name]
        options = []
        counts = Counter(chain.from_iterable(entry[name] for entry in entries))
        for value, count in counts.items():
            word = page.fmt.word(f"{group}.{value}")
            options.append((value, f"{word} ({count})"))
        choices.append((name, label, sorted(options, key=lambda option: _letters(option[1]))))
    return page.render("filter_bar", choices=choices, total=len(entries))


def _letters(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
