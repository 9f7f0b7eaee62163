"""`/// digest | NAME`: what a newsletter takes from a page, each part shown and ready to copy."""

from __future__ import annotations

from scripts import templates
from scripts.markup.page import Page
from scripts.outputs import digest, mail


def render(page: Page, name: str) -> str:
    edition = page.edition
    if name not in digest.pages(edition):
        raise KeyError(f"there is no digest {name!r}; expected: one of {', '.join(digest.pages(edition))}, a file in docs/digest/{edition.language}/")
    one = digest.read(edition, name)
    drawing = edition.chart(one.chart).folder / "narrow.svg"
    return templates.render(
        "digest", one=one, parts=digest.parts(one, edition), fmt=edition.fmt, as_html=mail.as_html, chart=edition.chart(one.chart), root=page.root,
        drawing=drawing if drawing.exists() else None,
    )
