"""`/// feeds`: the edition's feeds, each in its formats."""

from __future__ import annotations

from itertools import groupby

from scripts import templates
from scripts.markup.page import Page
from scripts.outputs import feeds

_FORMATS = {"application/atom+xml": "feed.format.atom", "application/feed+json": "feed.format.json"}


def render(page: Page, _argument: str) -> str:
    edition, fmt = page.edition, page.edition.fmt
    listing = [
        (title, [(feed.address.removeprefix(edition.address), feed.type, fmt.word(_FORMATS[feed.type])) for feed in found])
        for title, found in groupby(feeds.listing(edition), key=lambda feed: feed.title)
    ]
    return templates.render("feeds", listing=listing)
