"""Feeds of an edition, as Atom and as JSON Feed: one of everything that changed, one of corrections alone.

Entries come from updates.csv, corrections.csv and history.csv. Their ids are made of the row's key, so they stay when the
site moves to another address. Every time is a date of the data, so that two builds of one commit agree.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from io import StringIO

from feedgenerator import Atom1Feed

from scripts import templates
from scripts.edition import Edition
from scripts.files import plain_json
from scripts.index import written

MAX_ENTRIES = 60
_FILES = {"all": "feed", "corrections": "corrections"}
_TYPES = {"xml": "application/atom+xml", "json": "application/feed+json"}


@dataclass(frozen=True)
class Entry:
    """One thing that readers are told; `body` is HTML with absolute links."""

    id: str
    kind: str
    date: dt.date
    title: str
    body: str
    link: str


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
    found = entries(edition)
    for which, stem in _FILES.items():
        chosen = [entry for entry in found if which in ("all", entry.kind)][:MAX_ENTRIES]
        yield f"{stem}.xml", atom(edition, which, chosen)
        yield f"{stem}.json", json_feed(edition, which, chosen)


def entries(edition: Edition) -> list[Entry]:
    """Updates, corrections and changes of verdict, newest first."""
    facts, fmt = edition.facts, edition.fmt

    page = edition.address_of

    def body(**values: object) -> str:
        return templates.render("feed_entry", fmt=fmt, menu_name=partial(written.menu_name, edition), **values).strip()

    found = [
        Entry(_id(edition, "updates", row.key), "updates", row.date, row.word("title", fmt.language), body(text=row.word("summary", fmt.language), link=page(row.page), name=row.page), page(row.page))
        for row in facts.of_kind("updates")
    ]
    found += [
        Entry(
            _id(edition, "corrections", row.key), "corrections", row.date, fmt.word("feed.correction", text=row.word("now", fmt.language)),
            body(pairs=[(fmt.word(f"updates.{part}"), row.word(part, fmt.language)) for part in ("was", "now", "why")], link=page(row.page), name=row.page),
            f"{edition.address}updates/#{row.key}",
        )
        for row in facts.of_kind("corrections")
    ]
    claims = {claim.key: claim for claim in facts.of_kind("claims")}
    found += [
        Entry(
            _id(edition, "history", row.key), "verdicts", row.date.first_day,
            fmt.word("feed.verdict", id=row.claim_id, before=fmt.word(f"verdict.{row.before}"), after=fmt.word(f"verdict.{row.after}")),
            body(quote=claims[row.claim_id].word("said_in", fmt.language), text=row.word("because", fmt.language), link=f"{edition.address}scorecard/#{row.claim_id}", name="scorecard"),
            f"{edition.address}scorecard/#{row.claim_id}",
        )
        for row in facts.of_kind("history")
    ]
    return sorted(found, key=lambda entry: (-entry.date.toordinal(), entry.kind, entry.id))


def atom(edition: Edition, which: str, chosen: list[Entry]) -> bytes:
    """The feed as Atom (RFC 4287), written by feedgenerator."""
    site = edition.fmt.word("site.name")
    feed = _Dated(
        title=_title(edition, which), link=f"{edition.address}updates/", description=edition.fmt.word("site.strapline"), language=edition.language,
        author_name=site, feed_url=f"{edition.address}{_FILES[which]}.xml", feed_guid=_id(edition, "feed", which), newest=_newest(edition, chosen),
    )
    for entry in chosen:
        feed.add_item(
            title=entry.title, link=entry.link, description=None, content=entry.body, unique_id=entry.id, pubdate=_moment(entry.date),
            categories=[edition.fmt.word(f"feed.kind.{entry.kind}")],
        )
    out = StringIO()
    feed.write(out, "utf-8")
    return (out.getvalue() + "\n").encode()


def json_feed(edition: Edition, which: str, chosen: list[Entry]) -> bytes:
    """The feed as JSON Feed 1.1. It is plain JSON, so no library stands between."""
    site = {"name": edition.fmt.word("site.name"), "url": edition.address}
    return plain_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": _title(edition, which),
            "description": edition.fmt.word("site.strapline"),
            "home_page_url": edition.address,
            "feed_url": f"{edition.address}{_FILES[which]}.json",
            "language": edition.language,
            "authors": [site],
            "items": [
                {
                    "id": entry.id, "url": entry.link, "title": entry.title, "content_html": entry.body,
                    "date_published": _moment(entry.date).isoformat(), "tags": [edition.fmt.word(f"feed.kind.{entry.kind}")],
                }
                for entry in chosen
            ],
        }
    )


class _Dated(Atom1Feed):
    """The feed's own time is that of the data: the library would take the clock's for an empty feed."""

    def latest_post_date(self) -> dt.datetime:
        return self.feed["newest"]


def _title(edition: Edition, which: str) -> str:
    return edition.fmt.word(f"feed.title.{which}", site=edition.fmt.word("site.name"))


def _id(edition: Edition, *names: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join([edition.fmt.word("site.name"), edition.language, *names])).urn


def _newest(edition: Edition, chosen: list[Entry]) -> dt.datetime:
    return _moment(max([entry.date for entry in chosen], default=dt.date.fromisoformat(edition.last_checked)))


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
