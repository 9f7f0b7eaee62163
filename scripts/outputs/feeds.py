"""The feeds, as Atom and as JSON Feed: one of everything that is new, one of corrections alone.

All of a day is one item. Ids are made of the day, so they stay when the site moves. Every time is a date of the data, so that two
builds of one commit agree.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from functools import partial
from itertools import groupby, islice
from typing import NamedTuple

from feedgenerator import Atom1Feed, Enclosure

from scripts import templates
from scripts.edition import Edition
from scripts.files import plain_json
from scripts.outputs import news, share_cards

MOST = 60
ICON, LARGE_ICON = "favicon-64.png", "icon-512.png"  # of overrides/img/
FILES = {"all": "feed", "corrections": "corrections"}
_KINDS = {"updates": "feed.kind.updates", "corrections": "feed.kind.corrections", "verdicts": "feed.kind.verdicts"}
"""Kind of news -> the key of its word."""
_TYPES = {"xml": "application/atom+xml", "json": "application/feed+json"}


class Feed(NamedTuple):
    """A feed as a page's head names it."""

    type: str
    title: str
    address: str


def listing(edition: Edition) -> list[Feed]:
    """The feeds of an edition."""
    return [
        Feed(type_, _title(edition, which), f"{edition.address}{stem}.{ending}")
        for which, stem in FILES.items() for ending, type_ in _TYPES.items()
    ]


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every feed as (path below the edition's root, content)."""
    for which, stem in FILES.items():
        feed = of(edition, which)
        yield f"{stem}.xml", f"{feed.writeString('utf-8')}\n".encode()
        yield f"{stem}.json", _json(edition, feed)


class _Atom(Atom1Feed):
    """A feed as Atom (RFC 4287), written by feedgenerator.

    Its own time is that of the data, where the library would take the clock's for an empty feed; and it has an icon.
    """

    def latest_post_date(self) -> dt.datetime:
        return max([item["pubdate"] for item in self.items], default=self.feed["checked"])

    def add_root_elements(self, handler) -> None:
        super().add_root_elements(handler)
        for name in ("icon", "logo"):
            handler.addQuickElement(name, self.feed[name])


def of(edition: Edition, which: str) -> _Atom:
    """A feed with the news of each day as one item, the newest first; bodies are HTML with absolute links."""
    fmt, site = edition.fmt, edition.fmt.word("site.name")
    feed = _Atom(
        title=_title(edition, which), link=f"{edition.address}updates/",
        description=fmt.word("site.strapline"), language=edition.language, author_name=site,
        feed_url=f"{edition.address}{FILES[which]}.xml", feed_guid=_id(edition, "feed", which),
        checked=_moment(dt.date.fromisoformat(edition.last_checked)),
        icon=edition.root + ICON, logo=edition.root + LARGE_ICON,
    )
    chosen = [change for change in news.changes(edition) if which in ("all", change.kind)]
    for day, changes in islice(groupby(chosen, key=lambda change: change.date), MOST):
        told = list(changes)
        lead, more = told[0], len({change.title for change in told}) - 1
        image = share_cards.of(edition, lead.page) if lead.kind != "corrections" else None
        body = templates.render(
            "feed_item", told=told, fmt=fmt, address_of=edition.address_of, link_to=partial(news.link_to, edition),
            image=image, size=share_cards.SIZE,
        ).strip()
        title, drawn = lead.title, []
        if more:
            title = fmt.word("feed.batch.one" if more == 1 else "feed.batch.many", title=title, n=str(more))
        if image and (picture := image.content()):
            drawn = [Enclosure(image.address, str(len(picture)), "image/png")]
        feed.add_item(
            title=title, link=edition.address_of(lead.page), description=None, content=body,
            unique_id=_id(edition, which, day.isoformat()), pubdate=_moment(day), enclosures=drawn,
            categories=list(dict.fromkeys(fmt.word(_KINDS[change.kind]) for change in told)),
        )
    return feed


def _json(edition: Edition, feed: _Atom) -> bytes:
    """The same as JSON Feed 1.1. It is plain JSON, so no library stands between."""
    entries = []
    for item in feed.items:
        entry = {
            "id": item["unique_id"], "url": item["link"], "title": item["title"], "content_html": item["content"],
            "date_published": item["pubdate"].isoformat(), "tags": item["categories"],
        }
        for drawn in item["enclosures"]:
            attachment = {"url": drawn.url, "mime_type": drawn.mime_type, "size_in_bytes": int(drawn.length)}
            entry |= {"image": drawn.url, "attachments": [attachment]}
        entries.append(entry)
    told = feed.feed
    return plain_json({
        "version": "https://jsonfeed.org/version/1.1", "title": told["title"], "description": told["description"],
        "home_page_url": edition.address, "feed_url": told["feed_url"].removesuffix("xml") + "json",
        "language": told["language"], "icon": told["logo"], "favicon": told["icon"],
        "authors": [{"name": told["author_name"], "url": edition.address}], "items": entries,
    })


def _title(edition: Edition, which: str) -> str:
    return edition.fmt.word("feed.title.all" if which == "all" else "feed.title.corrections", site=edition.fmt.word("site.name"))


def _id(edition: Edition, *names: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join([edition.fmt.word("site.name"), edition.language, *names])).urn


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
