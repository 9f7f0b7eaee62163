"""`/// feeds`: the edition's feeds, each in its formats, and its pages in the form of e-mails."""

from __future__ import annotations

from itertools import groupby

from scripts import templates
from scripts.index import written
from scripts.markup.page import Page
from scripts.outputs import email_page, feeds

_FORMATS = {"application/atom+xml": "feed.format.atom", "application/feed+json": "feed.format.json"}


def render(page: Page, _argument: str) -> str:
    edition, say = page.edition, page.edition.say
    listing = [
        (title, [(feed.address.removeprefix(edition.address), feed.type, say.word(_FORMATS[feed.type])) for feed in found])
        for title, found in groupby(feeds.listing(edition), key=lambda feed: feed.title)
    ]
    titles = written.pages(edition)
    # Absolute: digests are written after the pages, so the host of Markdown does not know them.
    mails = [(f"{edition.address_of(name)}digest/", titles[name].title) for name in email_page.names(edition)]
    return templates.render("feeds", listing=listing, mails=mails, say=say)
