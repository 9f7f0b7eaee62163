"""The feeds, as Atom and as JSON Feed: one of everything that is new, one of corrections alone.

All of a day is one item. Ids are made of the day, so they stay when the site moves. Every time is a date of the data, so that two
builds of one commit agree.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from io import StringIO
from itertools import groupby
from typing import NamedTuple

from feedgenerator import Atom1Feed, Enclosure

from scripts import templates
from scripts.edition import Edition
from scripts.files import plain_json
from scripts.outputs import news, share_cards
from scripts.outputs.news import Change
from scripts.outputs.share_cards import ShareCard

MOST = 60
ICON, LARGE_ICON = "favicon-64.png", "icon-512.png"  # of overrides/img/
FILES = {"all": "feed", "corrections": "corrections"}
_TYPES = {"xml": "application/atom+xml", "json": "application/feed+json"}


@dataclass(frozen=True)
class Item:
    """A day's news as a feed gives it; `body` is HTML with absolute links."""

    id: str
    date: dt.datetime
    title: str
    body: str
    link: str
    tags: list[str]
    image: ShareCard | None

    @property
    def picture(self) -> list[tuple[str, int]]:
        """Its picture as address and size in bytes, or nothing where it has none or none has been drawn."""
        return [(self.image.address, self.image.file.stat().st_size)] if self.image and self.image.file.exists() else []


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
        chosen = items(edition, which)[:MOST]
        yield f"{stem}.xml", atom(edition, which, chosen)
        yield f"{stem}.json", json_feed(edition, which, chosen)


def items(edition: Edition, which: str) -> list[Item]:
    """The news of each day as one item, the newest first."""
    chosen = [change for change in news.changes(edition) if which in ("all", change.kind)]
    return [_item(edition, which, day, list(told)) for day, told in groupby(chosen, key=lambda change: change.date)]


def _item(edition: Edition, which: str, day: dt.date, told: list[Change]) -> Item:
    fmt, lead, more = edition.fmt, told[0], len({change.title for change in told}) - 1
    title = fmt.word(f"feed.batch.{'one' if more == 1 else 'many'}", title=lead.title, n=str(more)) if more else lead.title
    image = share_cards.of(edition, lead.page) if lead.kind != "corrections" else None
    body = templates.render(
        "feed_item", told=told, fmt=fmt, address_of=edition.address_of, link_to=partial(news.link_to, edition),
        image=image, size=share_cards.SIZE,
    ).strip()
    tags = list(dict.fromkeys(fmt.word(f"feed.kind.{change.kind}") for change in told))
    return Item(_id(edition, which, day.isoformat()), _moment(day), title, body, edition.address_of(lead.page), tags, image)


def atom(edition: Edition, which: str, chosen: list[Item]) -> bytes:
    """The feed as Atom (RFC 4287), written by feedgenerator."""
    newest = max([item.date for item in chosen], default=_moment(dt.date.fromisoformat(edition.last_checked)))
    feed = _Dated(
        title=_title(edition, which), link=f"{edition.address}updates/",
        description=edition.fmt.word("site.strapline"), language=edition.language,
        author_name=edition.fmt.word("site.name"), feed_url=f"{edition.address}{FILES[which]}.xml", feed_guid=_id(edition, "feed", which),
        newest=newest, icon=edition.root + ICON, logo=edition.root + LARGE_ICON,
    )
    for item in chosen:
        feed.add_item(
            title=item.title, link=item.link, description=None, content=item.body,
            unique_id=item.id, pubdate=item.date, categories=item.tags,
            enclosures=[Enclosure(address, str(size), "image/png") for address, size in item.picture],
        )
    out = StringIO()
    feed.write(out, "utf-8")
    return (out.getvalue() + "\n").encode()


class _Dated(Atom1Feed):
    """The feed's own time is that of the data, since the library would take the clock's for an empty feed; and it has an icon."""

    def latest_post_date(self) -> dt.datetime:
        return self.feed["newest"]

    def add_root_elements(self, handler) -> None:
        super().add_root_elements(handler)
        for name in ("icon", "logo"):
            handler.addQuickElement(name, self.feed[name])


def json_feed(edition: Edition, which: str, chosen: list[Item]) -> bytes:
    """The feed as JSON Feed 1.1. It is plain JSON, so no library stands between."""
    entries = []
    for item in chosen:
        entry = {
            "id": item.id, "url": item.link, "title": item.title, "content_html": item.body,
            "date_published": item.date.isoformat(), "tags": item.tags,
        }
        for address, size in item.picture:
            entry |= {"image": address, "attachments": [{"url": address, "mime_type": "image/png", "size_in_bytes": size}]}
        entries.append(entry)
    return plain_json({
        "version": "https://jsonfeed.org/version/1.1", "title": _title(edition, which), "description": edition.fmt.word("site.strapline"),
        "home_page_url": edition.address, "feed_url": f"{edition.address}{FILES[which]}.json", "language": edition.language,
        "icon": edition.root + LARGE_ICON, "favicon": edition.root + ICON,
        "authors": [{"name": edition.fmt.word("site.name"), "url": edition.address}], "items": entries,
    })


def _title(edition: Edition, which: str) -> str:
    return edition.fmt.word(f"feed.title.{which}", site=edition.fmt.word("site.name"))


def _id(edition: Edition, *names: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join([edition.fmt.word("site.name"), edition.language, *names])).urn


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
