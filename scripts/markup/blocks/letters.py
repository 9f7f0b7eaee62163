"""What others take from the site: texts for newsletters, feeds, the line that says where the story stands."""

from itertools import groupby

from scripts.index import markers, written
from scripts.markup.page import Page
from scripts.outputs import digest, feeds, mail, status

_FORMATS = {"application/atom+xml": "feed.format.atom", "application/feed+json": "feed.format.json"}


def render_digest(page: Page, name: str) -> str:
    """`/// digest | NAME`: what a newsletter takes from a page, each part shown and ready to copy."""
    text = digest.read(page.edition, name)
    parts, chart = digest.parts(text, page.edition), page.edition.chart(text.chart)
    return page.render("digest", one=text, parts=parts, as_html=mail.as_html, chart=chart)


def render_digests(page: Page, argument: str) -> str:
    """`/// digests | NAME; NAME`: the texts for newsletters, these pages' first."""
    edition = page.edition
    in_order = dict.fromkeys([*markers.names_of(argument), *digest.pages(edition)])
    listed = [(digest.page_name(name), written.menu_name(edition, name), digest.read(edition, name)) for name in in_order]
    return page.render("digests", listed=listed, as_html=mail.as_html)


def render_feeds(page: Page, _argument: str) -> str:
    """`/// feeds`: the edition's feeds, each in its formats."""
    by_title = groupby(feeds.listing(page.edition), key=lambda feed: feed.title)
    return page.render("feeds", listing=[(title, list(found)) for title, found in by_title], words=_FORMATS)


def render_status_line(page: Page, _argument: str) -> str:
    """`/// status-line`: where the story stands, in one line, with the ways to show it elsewhere."""
    edition = page.edition
    return page.render("status_line", line=status.headline(edition), frame_code=status.code(edition))
