"""`/// digests | NAME; NAME`: the texts for newsletters, these pages' first."""

from __future__ import annotations

from scripts import templates
from scripts.index import markers, written
from scripts.markup.page import Page
from scripts.outputs import digest, mail


def render(page: Page, argument: str) -> str:
    edition, known = page.edition, digest.pages(page.edition)
    names = markers.names_of(argument)
    if wrong := [name for name in names if name not in known]:
        raise KeyError(f"there is no digest {wrong[0]!r}; expected: some of {', '.join(known)}, files in docs/digest/{edition.language}/")
    listed = [(digest.page_name(name), written.menu_name(edition, name), digest.read(edition, name)) for name in dict.fromkeys([*names, *known])]
    return templates.render("digests", listed=listed, as_html=mail.as_html)
