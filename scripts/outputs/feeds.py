"""What is news, and the feeds that tell it, as Atom and as JSON Feed: one of everything, one of corrections alone.

News are the rows of updates.csv, corrections.csv and history.csv since the site opened. All of a day is one item, so that no two
items have the same time. Ids are made of the day, so they stay when the site moves. Every time is a date of the data, so that
two builds of one commit agree.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import groupby
from pathlib import Path

from feedgenerator import Atom1Feed, Enclosure

from scripts import templates
from scripts.edition import Edition
from scripts.facts.dataset import Facts
from scripts.files import plain_json
from scripts.index import addresses, written
from scripts.outputs import icons, page_image

MOST = 60
_FILES = {"all": "feed", "corrections": "corrections"}
_TYPES = {"xml": "application/atom+xml", "json": "application/feed+json"}
_ORDER = ("updates", "verdicts", "corrections")
"""What leads an item of several changes: what somebody wrote as news comes first."""


@dataclass(frozen=True)
class Change:
    """One thing that readers are told: a sentence, why, and `page#anchor` where it shows. `told` are pairs of label and text."""

    key: str
    kind: str
    date: dt.date
    title: str
    told: list[tuple[str, str]]
    page: str
    anchor: str = ""


@dataclass(frozen=True)
class Item:
    """A day's news as a feed gives it; `body` is HTML with absolute links, `picture` the address of a PNG and its file."""

    id: str
    date: dt.date
    title: str
    body: str
    link: str
    tags: list[str]
    picture: tuple[str, Path] | None


@dataclass(frozen=True)
class Feed:
    """A feed as a page's head names it."""

    type: str
    title: str
    address: str


def listing(edition: Edition) -> list[Feed]:
    """The feeds of an edition, with their types, titles and addresses."""
    return [Feed(type_, _title(edition, which), f"{edition.address}{stem}.{ending}") for which, stem in _FILES.items() for ending, type_ in _TYPES.items()]


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every feed as (path below the edition's root, content)."""
    for which, stem in _FILES.items():
        chosen = items(edition, which)[:MOST]
        yield f"{stem}.xml", atom(edition, which, chosen)
        yield f"{stem}.json", json_feed(edition, which, chosen)


def opened(facts: Facts) -> dt.date:
    """The day on which the site opened to readers: its first update of the kind `launch`."""
    return min((row.date for row in facts.of_kind("updates") if row.kind == "launch"), default=dt.date.min)


def changes(edition: Edition) -> list[Change]:
    """Everything that is news, newest first."""
    facts, fmt = edition.facts, edition.fmt
    found = [
        Change(row.key, "updates", row.date, row.word("title", fmt.language), [("", row.word("summary", fmt.language))], row.page)
        for row in facts.of_kind("updates")
    ]
    found += [
        Change(
            row.key, "corrections", row.date, fmt.word("feed.correction", page=written.menu_name(edition, row.page), text=row.word("now", fmt.language).rstrip(".")),
            [(fmt.word(f"updates.{part}"), row.word(part, fmt.language)) for part in ("was", "now", "why")], row.page,
        )
        for row in facts.of_kind("corrections")
    ]
    claims = {claim.key: claim for claim in facts.of_kind("claims")}
    found += [
        Change(
            row.key, "verdicts", row.date.first_day,
            fmt.word("feed.verdict", said=claims[row.claim_id].word("said_in", fmt.language).rstrip("."), verdict=fmt.word(f"verdict.{row.after}").lower()),
            [("", row.word("because", fmt.language))], f"{addresses.CLAIMS}/{row.claim_id}",
        )
        for row in facts.of_kind("history") if row.date.first_day > opened(facts)
    ]
    return sorted(found, key=lambda change: (-change.date.toordinal(), _ORDER.index(change.kind), change.key))


def items(edition: Edition, which: str) -> list[Item]:
    """The news of each day as one item, the newest first."""
    chosen = [change for change in changes(edition) if which in ("all", change.kind)]
    return [_item(edition, which, day, list(told)) for day, told in groupby(chosen, key=lambda change: change.date)]


def _item(edition: Edition, which: str, day: dt.date, told: list[Change]) -> Item:
    lead, *others = told
    image = page_image.of(edition, lead.page)
    body = templates.render(
        "feed_item", told=told, fmt=edition.fmt, address_of=edition.address_of, name_of=lambda page: written.menu_name(edition, page.split("/")[0]),
        image=image, size=page_image.SIZE,
    ).strip()
    title = lead.title.rstrip(".")
    if others:
        title = edition.fmt.word("feed.batch.two" if len(others) == 1 else "feed.batch", title=title, n=str(len(others)))
    link = edition.address_of(lead.page) if not others else f"{edition.address_of('updates')}#updates"
    tags = list(dict.fromkeys(edition.fmt.word(f"feed.kind.{change.kind}") for change in told))
    return Item(_id(edition, which, day.isoformat()), day, title, body, link, tags, (image.address, image.file) if image.file.exists() else None)


def atom(edition: Edition, which: str, chosen: list[Item]) -> bytes:
    """The feed as Atom (RFC 4287), written by feedgenerator."""
    feed = _Dated(
        title=_title(edition, which), link=f"{edition.address}updates/", description=edition.fmt.word("site.strapline"), language=edition.language,
        author_name=edition.fmt.word("site.name"), feed_url=f"{edition.address}{_FILES[which]}.xml", feed_guid=_id(edition, "feed", which),
        newest=_newest(edition, chosen), icon=icons.address(edition, icons.FEED), logo=icons.address(edition, icons.LARGE),
    )
    for item in chosen:
        feed.add_item(
            title=item.title, link=item.link, description=None, content=item.body, unique_id=item.id, pubdate=_moment(item.date), categories=item.tags,
            enclosures=[Enclosure(item.picture[0], str(item.picture[1].stat().st_size), "image/png")] if item.picture else [],
        )
    out = StringIO()
    feed.write(out, "utf-8")
    return (out.getvalue() + "\n").encode()


def json_feed(edition: Edition, which: str, chosen: list[Item]) -> bytes:
    """The feed as JSON Feed 1.1. It is plain JSON, so no library stands between."""
    return plain_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": _title(edition, which),
            "description": edition.fmt.word("site.strapline"),
            "home_page_url": edition.address,
            "feed_url": f"{edition.address}{_FILES[which]}.json",
            "icon": icons.address(edition, icons.LARGE),
            "favicon": icons.address(edition, icons.FEED),
            "language": edition.language,
            "authors": [{"name": edition.fmt.word("site.name"), "url": edition.address}],
            "items": [
                {
                    "id": item.id, "url": item.link, "title": item.title, "content_html": item.body,
                    "date_published": _moment(item.date).isoformat(), "tags": item.tags,
                } | ({
                    "image": item.picture[0],
                    "attachments": [{"url": item.picture[0], "mime_type": "image/png", "size_in_bytes": item.picture[1].stat().st_size}],
                } if item.picture else {})
                for item in chosen
            ],
        }
    )


class _Dated(Atom1Feed):
    """The feed's own time is that of the data, since the library would take the clock's for an empty feed; and it has an icon."""

    def latest_post_date(self) -> dt.datetime:
        return self.feed["newest"]

    def add_root_elements(self, handler) -> None:
        super().add_root_elements(handler)
        for name in ("icon", "logo"):
            handler.addQuickElement(name, self.feed[name])


def _title(edition: Edition, which: str) -> str:
    return edition.fmt.word(f"feed.title.{which}", site=edition.fmt.word("site.name"))


def _id(edition: Edition, *names: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join([edition.fmt.word("site.name"), edition.language, *names])).urn


def _newest(edition: Edition, chosen: list[Item]) -> dt.datetime:
    return _moment(max([item.date for item in chosen], default=dt.date.fromisoformat(edition.last_checked)))


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
