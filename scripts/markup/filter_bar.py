"""The filter bar above a list."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from scripts.facts.base_record import Record
from scripts.markup.page import Page

_FILTERS = {
    "topic": ("filter.topic", "topic"),
    "status": ("filter.status", "event"),
    "standing": ("filter.standing", "standing"),
    "language": ("filter.language", "lang"),
    "kind": ("filter.kind", "kind"),
}
"""Filter, named as the `data-` attribute of entries -> the key of its label, and the group of the words for its values."""


def of_rows(page: Page, rows: Sequence[Record], *columns: str) -> str:
    """The bar above a list of rows, filtered by these columns."""
    return render(page, len(rows), **{column: [getattr(row, column) for row in rows] for column in columns})


def render(page: Page, total: int, **values: Iterable[str]) -> str:
    """Render the bar: the values to choose from, each with the number of entries that have it.

    `total`: of the list's entries; `values`: by filter, the values of all entries, one after the other.
    It is in the static page, so that nothing moves when its script (overrides/js/filters.js) loads.
    """
    choices = []
    for name, values_of_all in values.items():
        label, group = _FILTERS[name]
        counts = Counter(values_of_all)
        options = [(value, f"{page.fmt.word(f'{group}.{value}')} ({count})") for value, count in counts.items()]
        choices.append((name, label, sorted(options, key=lambda option: _letters(option[1]))))
    return page.render("filter_bar", choices=choices, total=total)


def _letters(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
