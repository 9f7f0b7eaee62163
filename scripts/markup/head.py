"""Metadata tags in the head of a page: Open Graph, Twitter, feeds, structured data."""

import json

from markupsafe import Markup

from scripts import paths, templates
from scripts.content import json_ld, news
from scripts.editions import Edition
from scripts.facts.records import WordRow
from scripts.index import markdown_pages
from scripts.outputs import feeds, share_cards


def tags(edition: Edition, name: str, title: str, description: str) -> Markup:
    """All these tags of a page. `name` is the page's file without its ending.

    What is shared is the headline, which says the finding, rather than the short title of the browser's tab.
    """
    card = share_cards.card_of(edition, name)
    graph = json_ld.graph(edition, name, title, description, card.address)
    locale = edition.facts.row(WordRow, "site.locale")
    html = templates.render(
        "head",
        fmt=edition.fmt,
        name=name,
        address=edition.address_of(name),
        title=markdown_pages.headline(edition, name, title),
        description=description,
        card=card,
        size=share_cards.SIZE,
        others=[locale.text_in("text", language) for language in paths.LANGUAGES if language != edition.language],
        published=news.published(edition, name),
        modified=news.modified(edition, name),
        feeds=feeds.listing(edition),
        graph=Markup(as_script(graph)),
    )
    return Markup(html)


def as_script(value: object) -> str:
    """JSON for a script element: `<` is written as an escape, so that no text can end the element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
