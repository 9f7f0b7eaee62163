"""Lists that show rows in one order and nothing else: `/// updates`, `/// models`, ..."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from scripts import templates
from scripts.index import addresses, written
from scripts.markup.page import Page
from scripts.outputs import feeds


def render(name: str, page: Page, _argument: str) -> str:
    """The rows of a kind in the template of its name; `uses`: the page rests on them."""
    newest_first, uses, more = _LISTS[name]
    facts = page.edition.facts
    rows = facts.of_kind(name)
    if newest_first:
        rows = sorted(rows, key=lambda row: str(row.date), reverse=True)
    for row in rows if uses else ():
        page.use(page.places, row.place)
    return templates.render(name, rows=rows, facts=facts, fmt=page.edition.fmt, **more(page))


_LISTS: dict[str, tuple[bool, bool, Callable[[Page], dict]]] = {
    "corrections": (True, False, lambda page: {"titles": {name: one.title for name, one in written.pages(page.edition).items()}}),
    "history": (True, False, lambda page: {
        "said": {row.key: row.word("said_in", page.edition.language) for row in page.edition.facts.of_kind("claims")}, "folder": addresses.CLAIMS,
    }),
    "models": (False, True, lambda page: {}),
    "updates": (True, False, lambda page: {"told": [change for change in feeds.changes(page.edition) if change.kind != "corrections"]}),
}
"""Block, kind of row and template -> newest first?, whether the page rests on the rows, what else the template is given."""

RENDERERS = {name: partial(render, name) for name in _LISTS}
