"""What is news, and the feeds that tell it, as Atom and as JSON Feed: one of everything, one of corrections alone.

News are the rows of updates.csv, corrections.csv and history.csv since the site opened. All of a day is one item, which the
weightiest change leads. Ids are made of the day, so they stay when the site moves. Every time is a date of the data, so that
two builds of one commit agree.
"""

from __future__ import annotations

import datetime as dt
import re
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
from scripts.facts.dataset import Facts
from scripts.facts.records import CorrectionRow, HistoryRow, UpdateRow
from scripts.files import plain_json
from scripts.index import addresses, claims, written
from scripts.outputs import icons, page_image
from scripts.outputs.page_image import PageImage

MOST = 60
FILES = {"all": "feed", "corrections": "corrections"}
_WEIGHTS = ("near", "promise", "updates", "statement", "corrections")
"""What leads a day, the weightiest first; of two alike the one that stands first in the data."""
_NEAR = ("market", "partnership")
"""Topics of the promises that the story is about."""


@dataclass(frozen=True)
class Change:
    """One thing that readers are told: a sentence, what else there is to say as pairs of label and text, and the page where it shows."""

    key: str
    kind: str
    date: dt.date
    title: str
    told: list[tuple[str, str]]
    page: str
    weight: str


@dataclass(frozen=True)
class Item:
    """A day's news as a feed gives it; `body` is HTML with absolute links."""

    id: str
    date: dt.datetime
    title: str
    body: str
    link: str
    tags: list[str]
    image: PageImage | None

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
    types = {"xml": "application/atom+xml", "json": "application/feed+json"}
    return [Feed(type_, _title(edition, which), f"{edition.address}{stem}.{ending}") for which, stem in FILES.items() for ending, type_ in types.items()]


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every feed as (path below the edition's root, content)."""
    for which, stem in FILES.items():
        chosen = items(edition, which)[:MOST]
        yield f"{stem}.xml", atom(edition, which, chosen)
        yield f"{stem}.json", json_feed(edition, which, chosen)


def opened(facts: Facts) -> dt.date:
    """The day on which the site opened to readers: its first update of the kind `launch`."""
    return min((row.date for row in facts.of_kind("updates") if row.kind == "launch"), default=dt.date.min)


def changes(edition: Edition) -> list[Change]:
    """Everything that is news, newest day first, and of a day the weightiest."""
    facts = edition.facts
    found = [_update(edition, row) for row in facts.of_kind("updates")] + [_correction(edition, row) for row in facts.of_kind("corrections")]
    found += [_verdict(edition, row) for row in facts.of_kind("history") if row.date.first_day > opened(facts)]
    return sorted(found, key=lambda change: (-change.date.toordinal(), _WEIGHTS.index(change.weight)))


def sentences(text: str) -> list[str]:
    """The first sentence of a text without its full stop, and the rest if there is one."""
    first, *rest = re.split(r"(?<=[.!?…])\s+(?=\S)", text.strip(), maxsplit=1)
    return [first.rstrip("."), *rest]


def _update(edition: Edition, row: UpdateRow) -> Change:
    return Change(row.key, "updates", row.date, row.word("title", edition.language).rstrip("."), [("", row.word("summary", edition.language))], row.page, "updates")


def _correction(edition: Edition, row: CorrectionRow) -> Change:
    fmt = edition.fmt
    first, *rest = sentences(row.word("now", fmt.language))
    told = [("", text) for text in rest] + [(fmt.word(f"updates.{part}"), row.word(part, fmt.language)) for part in ("was", "why")]
    return Change(row.key, "corrections", row.date, fmt.word("feed.correction", text=first), [*told, _sources(edition, row)], row.page, "corrections")


def _verdict(edition: Edition, row: HistoryRow) -> Change:
    """What happened, and what it makes of a promise; of any other statement the headline says only what happened."""
    fmt, claim = edition.fmt, edition.facts.row("claims", row.claim_id)
    promised = claim.counted_as == "promise"
    said, (first, *rest) = claim.word("said_in", fmt.language), sentences(row.word("because", fmt.language))
    if reread := row.because.startswith(claims.REREAD):
        first, rest = said.rstrip("."), [row.word("because", fmt.language)]
    before, after = (fmt.word(f"verdict.{verdict}").lower() for verdict in (row.before, row.after))
    told = [("", text) for text in rest] + [
        (fmt.word("feed.promised" if promised else "feed.stated"), f"{said.rstrip('.')} · {claim.word('speaker', fmt.language)}, {fmt.date(claim.said_on)}"),
        (fmt.word("claim.verdict"), fmt.word("feed.moved", before=before, after=after)), _sources(edition, row),
    ]
    weight = "statement" if not promised or reread else "near" if claim.about in _NEAR else "promise"
    title = fmt.word(f"feed.promise.{row.after}", text=first) if promised else first
    return Change(row.key, "verdicts", row.date.first_day, title, told, f"{addresses.CLAIMS}/{claim.key}", weight)


def _sources(edition: Edition, row: CorrectionRow | HistoryRow) -> tuple[str, str]:
    """Who reported it, and when."""
    fmt, known = edition.fmt, [edition.facts.source(source) for source in row.source_ids]
    return fmt.word("chart.source" if len(known) > 1 else "chart.source.one"), "; ".join(source.by(fmt.language) + (f", {fmt.date(source.published)}" if source.published else "") for source in known)


def items(edition: Edition, which: str) -> list[Item]:
    """The news of each day as one item, the newest first."""
    chosen = [change for change in changes(edition) if which in ("all", change.kind)]
    return [_item(edition, which, day, list(told)) for day, told in groupby(chosen, key=lambda change: change.date)]


def _item(edition: Edition, which: str, day: dt.date, told: list[Change]) -> Item:
    fmt, lead, more = edition.fmt, told[0], len({change.title for change in told}) - 1
    title = fmt.word(f"feed.batch.{'one' if more == 1 else 'many'}", title=lead.title, n=str(more)) if more else lead.title
    image = page_image.of(edition, lead.page) if lead.kind != "corrections" else None
    body = templates.render(
        "feed_item", told=told, fmt=fmt, address_of=edition.address_of, link_to=partial(_link_to, edition), image=image, size=page_image.SIZE,
    ).strip()
    tags = list(dict.fromkeys(fmt.word(f"feed.kind.{change.kind}") for change in told))
    return Item(_id(edition, which, day.isoformat()), _moment(day), title, body, edition.address_of(lead.page), tags, image)


def _link_to(edition: Edition, page: str) -> str:
    """What a link to a page says: its headline, or a chart's title; of a claim, which the item gives in full, what is there besides."""
    section, _, own = page.partition("/")
    if section == addresses.CLAIMS and own:
        return edition.fmt.word("feed.proof")
    return edition.fmt.word("feed.where", page=edition.chart(own).text("title") if own else written.headline(edition, page, page))


def atom(edition: Edition, which: str, chosen: list[Item]) -> bytes:
    """The feed as Atom (RFC 4287), written by feedgenerator."""
    newest = max([item.date for item in chosen], default=_moment(dt.date.fromisoformat(edition.last_checked)))
    feed = _Dated(
        title=_title(edition, which), link=f"{edition.address}updates/", description=edition.fmt.word("site.strapline"), language=edition.language,
        author_name=edition.fmt.word("site.name"), feed_url=f"{edition.address}{FILES[which]}.xml", feed_guid=_id(edition, "feed", which),
        newest=newest, icon=icons.address(edition, icons.FEED), logo=icons.address(edition, icons.LARGE),
    )
    for item in chosen:
        feed.add_item(
            title=item.title, link=item.link, description=None, content=item.body, unique_id=item.id, pubdate=item.date, categories=item.tags,
            enclosures=[Enclosure(address, str(size), "image/png") for address, size in item.picture],
        )
    out = StringIO()
    feed.write(out, "utf-8")
    return (out.getvalue() + "\n").encode()


def json_feed(edition: Edition, which: str, chosen: list[Item]) -> bytes:
    """The feed as JSON Feed 1.1. It is plain JSON, so no library stands between."""
    entries = []
    for item in chosen:
        entry = {"id": item.id, "url": item.link, "title": item.title, "content_html": item.body, "date_published": item.date.isoformat(), "tags": item.tags}
        for address, size in item.picture:
            entry |= {"image": address, "attachments": [{"url": address, "mime_type": "image/png", "size_in_bytes": size}]}
        entries.append(entry)
    return plain_json({
        "version": "https://jsonfeed.org/version/1.1", "title": _title(edition, which), "description": edition.fmt.word("site.strapline"),
        "home_page_url": edition.address, "feed_url": f"{edition.address}{FILES[which]}.json", "language": edition.language,
        "icon": icons.address(edition, icons.LARGE), "favicon": icons.address(edition, icons.FEED),
        "authors": [{"name": edition.fmt.word("site.name"), "url": edition.address}], "items": entries,
    })


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


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
