"""The feeds, as Atom and JSON Feed: one of all news, one of corrections only.

All of a day is one item. Ids are made of the day, so they stay when the site moves. Every time is a date of the data, so that two
builds of one commit agree.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from functools import partial
from itertools import groupby, islice
from typing import Any, NamedTuple

from feedgenerator import Atom1Feed

from scripts import templates
from scripts.content import news
from scripts.editions import Edition
from scripts.files import plain_json
from scripts.outputs import share_cards

MAX_ITEMS = 60
ICON, LARGE_ICON = "favicon-64.png", "icon-512.png"  # of overrides/img/
_FEEDS = {"all": ("feed", "feed.title.all"), "corrections": ("corrections", "feed.title.corrections")}
"""The news that a feed tells -> its file, and the key of its title."""
_KINDS = {"updates": "feed.kind.updates", "corrections": "feed.kind.corrections", "verdicts": "feed.kind.verdicts"}
"""Kind of news -> the key of its word."""
_TYPES = {"xml": "application/atom+xml", "json": "application/feed+json"}


class Feed(NamedTuple):
    """A feed as linked from a page's head."""

    type: str
    title: str
    address: str


def listing(edition: Edition) -> list[Feed]:
    return [
        Feed(mime_type, edition.fmt.word(title, site=edition.site_name), f"{edition.address}{stem}.{ending}")
        for stem, title in _FEEDS.values()
        for ending, mime_type in _TYPES.items()
    ]


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every feed as (path below the edition's root, content)."""
    for kind, (stem, _) in _FEEDS.items():
        atom = feed(edition, kind)
        yield f"{stem}.xml", f"{atom.writeString('utf-8')}\n".encode()
        yield f"{stem}.json", _json(edition, atom)


class _Atom(Atom1Feed):
    """A feed as Atom (RFC 4287), written by feedgenerator.

    Its own time is that of the data, where the library would take the clock's for an empty feed; and it has an icon.
    """

    def latest_post_date(self) -> dt.datetime:
        return max([item["pubdate"] for item in self.items], default=self.feed["checked"])

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        for name in ("icon", "logo"):
            handler.addQuickElement(name, self.feed[name])


def feed(edition: Edition, kind: str) -> _Atom:
    """A feed with the news of each day as one item, the newest first; bodies are HTML with absolute links."""
    stem, title = _FEEDS[kind]
    atom = _Atom(
        title=edition.fmt.word(title, site=edition.site_name),
        link=edition.address_of("updates"),
        description=edition.fmt.word("site.strapline"),
        language=edition.language,
        author_name=edition.site_name,
        feed_url=f"{edition.address}{stem}.xml",
        feed_guid=_id(edition, "feed", kind),
        checked=_moment(edition.facts.last_checked),
        icon=edition.root + ICON,
        logo=edition.root + LARGE_ICON,
    )
    changes = [change for change in news.changes(edition) if kind in ("all", change.kind)]
    for day, changes_of_day in islice(groupby(changes, key=lambda change: change.date), MAX_ITEMS):
        atom.add_item(
            unique_id=_id(edition, kind, day.isoformat()), pubdate=_moment(day), **_item(edition, list(changes_of_day))
        )
    return atom


def _item(edition: Edition, changes: list[news.Change]) -> dict[str, object]:
    """The item of a day: its most important change as the title, all of them in the body."""
    fmt = edition.fmt
    lead = changes[0]
    image = share_cards.card_of(edition, lead.page) if lead.kind != "corrections" else None
    title = lead.title
    more = len({change.title for change in changes}) - 1
    if more:
        title = fmt.word("feed.batch.one" if more == 1 else "feed.batch.many", title=title, n=more)
    content = templates.render(
        "feed_item",
        changes=changes,
        fmt=fmt,
        address_of=edition.address_of,
        link_to=partial(news.link_to, edition),
        image=image,
        size=share_cards.SIZE,
    )
    return {
        "title": title,
        "link": edition.address_of(lead.page),
        "description": None,
        "content": content.strip(),
        "image": image.address if image else None,
        "categories": list(dict.fromkeys(fmt.word(_KINDS[change.kind]) for change in changes)),
    }


def _json(edition: Edition, atom: _Atom) -> bytes:
    """The same as JSON Feed 1.1. It is plain JSON, so no library stands between."""
    items = []
    for item in atom.items:
        entry = {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "content_html": item["content"],
            "date_published": item["pubdate"].isoformat(),
            "tags": item["categories"],
        }
        if item["image"]:
            entry["image"] = item["image"]
        items.append(entry)
    head = atom.feed
    return plain_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": head["title"],
            "description": head["description"],
            "home_page_url": edition.address,
            "feed_url": head["feed_url"].removesuffix("xml") + "json",
            "language": head["language"],
            "icon": head["logo"],
            "favicon": head["icon"],
            "authors": [{"name": head["author_name"], "url": edition.address}],
            "items": items,
        }
    )


def _id(edition: Edition, *names: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join([edition.site_name, edition.language, *names])).urn


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
