"""Lists that show rows in one order and nothing else: `/// updates`, ..., and a story's own, `/// TABLE` for each docs/lists/TABLE.html."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from scripts import paths, templates
from scripts.index import addresses, written
from scripts.markup.page import Page
from scripts.outputs import news


def render(name: str, page: Page, _argument: str) -> str:
    """The rows of a kind in the template of its name; `uses`: the page rests on them."""
    newest_first, uses, more = _LISTS.get(name, (False, True, lambda page: {}))
    facts = page.edition.facts
    if name not in _LISTS and name not in facts.tables:
        raise KeyError(f"{name!r} is not a table; expected: {', '.join(facts.tables)}")
    rows = facts.of_kind(name) if name in _LISTS else facts.table(name)
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
    "updates": (True, False, lambda page: {"told": [change for change in news.changes(page.edition) if change.kind != "corrections"]}),
}
"""Block, kind of row and template -> newest first?, whether the page rests on the rows, what else the template is given."""

RENDERERS = {name: partial(render, name) for name in (*_LISTS, *(file.stem for file in paths.LISTS.glob("*.html")))}
