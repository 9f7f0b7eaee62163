"""What readers are told: the rows of updates.csv, corrections.csv and history.csv since the site opened, as sentences.

They also say how old a page is. Of a day the weightiest comes first: promises, their topics in the order of words.csv, what
somebody wrote as news, another verdict, a correction.
"""

import datetime as dt
import re
from dataclasses import dataclass

from scripts.edition import Edition
from scripts.facts.records import CorrectionRow, HistoryRow, UpdateRow
from scripts.facts.tables import Facts
from scripts.index import addresses, written


@dataclass(frozen=True)
class Change:
    """One thing that readers are told: a sentence, what else there is to say as pairs of label and text, and the page where it shows."""

    key: str
    kind: str
    date: dt.date
    weight: float  # news of one day stand by it, the smallest first; of equal weight in the order of the data
    title: str
    told: list[tuple[str, str]]
    page: str


def opened(facts: Facts) -> dt.date:
    """The day on which the site opened to readers: its first update of the kind `launch`."""
    return min((row.date for row in facts.of_kind("updates") if row.kind == "launch"), default=dt.date.min)


def published(edition: Edition, name: str) -> str:
    """ISO day on which a page (`strategy`, `charts/SLUG`) came online: its own entry in updates.csv, or the site's first."""
    rows = edition.facts.of_kind("updates")
    own = [str(row.date) for row in rows if row.page == name and row.kind in ("page", "chart")]
    return min(own or [str(row.date) for row in rows] or [edition.last_checked])


def modified(edition: Edition, name: str) -> str:
    """ISO day of the newest entry on the page in updates.csv or corrections.csv, or of the last check of the facts."""
    rows = [*edition.facts.of_kind("updates"), *edition.facts.of_kind("corrections")]
    return max([published(edition, name), edition.last_checked, *(str(row.date) for row in rows if row.page == name)])


def changes(edition: Edition) -> list[Change]:
    """Everything that is news, newest day first."""
    facts = edition.facts
    found = [_update(edition, row) for row in facts.of_kind("updates")]
    found += [_correction(edition, row) for row in facts.of_kind("corrections")]
    found += [_verdict(edition, row) for row in facts.of_kind("history") if row.date.first_day > opened(facts)]
    return sorted(found, key=lambda change: (-change.date.toordinal(), change.weight))


def sentences(text: str) -> list[str]:
    """The first sentence of a text without its full stop, and the rest if there is one."""
    first, *rest = re.split(r"(?<=[.!?…])\s+(?=\S)", text.strip(), maxsplit=1)
    return [first.rstrip("."), *rest]


def link_to(edition: Edition, page: str) -> str:
    """What a link to a page says: its headline, or a chart's title; of a claim, which the news give in full, what is there besides."""
    section, _, own = page.partition("/")
    if section == addresses.CLAIMS and own:
        return edition.fmt.word("feed.proof")
    return edition.fmt.word("feed.where", page=edition.chart(own).text("title") if own else written.headline(edition, page, page))


def _update(edition: Edition, row: UpdateRow) -> Change:
    title, summary = (row.word(part, edition.language) for part in ("title", "summary"))
    return Change(row.key, "updates", row.date, 2, title.rstrip("."), [("", summary)], row.page)


def _correction(edition: Edition, row: CorrectionRow) -> Change:
    fmt = edition.fmt
    first, *rest = sentences(row.word("now", fmt.language))
    told = [("", text) for text in rest]
    told += [(fmt.word("updates.was"), row.word("was", fmt.language)), (fmt.word("updates.why"), row.word("why", fmt.language))]
    told.append(_sources(edition, row))
    return Change(row.key, "corrections", row.date, 4, fmt.word("feed.correction", text=first), told, row.page)


def _verdict(edition: Edition, row: HistoryRow) -> Change:
    """What happened, and what it makes of a promise; of any other statement the headline says only what happened."""
    fmt, claim, because = edition.fmt, edition.facts.row("claims", row.claim_id), row.word("because", edition.language)
    promised, reread = claim.counted_as == "promise", row.cause == "reading"
    said = claim.word("said_in", fmt.language).rstrip(".")
    first, *rest = [said, because] if reread else sentences(because)
    before, after = (fmt.word(f"verdict.{verdict}").lower() for verdict in (row.before, row.after))
    stated = f"{said} · {claim.word('speaker', fmt.language)}, {fmt.date(claim.said_on)}"
    told = [
        *(("", text) for text in rest), (fmt.word("feed.promised" if promised else "feed.stated"), stated),
        (fmt.word("claim.verdict"), fmt.word("feed.moved", before=before, after=after)), _sources(edition, row),
    ]
    weight = 3 if reread or not promised else edition.facts.topics.index(claim.about) / len(edition.facts.topics)
    title = fmt.word(f"feed.promise.{row.after}", text=first) if promised else first
    return Change(row.key, "verdicts", row.date.first_day, weight, title, told, f"{addresses.CLAIMS}/{claim.key}")


def _sources(edition: Edition, row: CorrectionRow | HistoryRow) -> tuple[str, str]:
    """Who reported it, and when."""
    fmt, known = edition.fmt, [edition.facts.sources[source] for source in row.source_ids]
    named = "; ".join(source.by(fmt.language) + (f", {fmt.date(source.published)}" if source.published else "") for source in known)
    return fmt.word("chart.source" if len(known) > 1 else "chart.source.one"), named
