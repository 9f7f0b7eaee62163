"""The news items: rows of updates.csv, corrections.csv and history.csv since the site's launch, as sentences.

They also date the pages. Within a day the most important comes first: promises, their topics in the order of words.csv, what
somebody wrote as news, another verdict, a correction.
"""

import datetime as dt
import re
from dataclasses import dataclass

from scripts.editions import Edition
from scripts.facts.facts import Facts
from scripts.facts.records import ClaimRow, CorrectionRow, HistoryRow, UpdateRow
from scripts.index import addresses, markdown_pages


@dataclass(frozen=True)
class Change:
    """A news item: a sentence, `details` as pairs of label and text, and the page where it shows."""

    key: str
    kind: str
    date: dt.date
    title: str
    details: list[tuple[str, str]]
    page: str


def opened(facts: Facts) -> dt.date:
    """The day on which the site opened to readers: its first update of the kind `launch`."""
    return min((row.date for row in facts.of_kind(UpdateRow) if row.kind == "launch"), default=dt.date.min)


def published(edition: Edition, name: str) -> dt.date:
    """The day on which a page (`strategy`, `charts/SLUG`) came online: its own entry in updates.csv, or the site's first."""
    updates = edition.facts.of_kind(UpdateRow)
    of_page = [row for row in updates if row.page == name and row.kind in ("page", "chart")]
    return min((row.date for row in of_page or updates), default=edition.facts.last_checked)


def modified(edition: Edition, name: str) -> dt.date:
    """The day of the newest entry on the page in updates.csv or corrections.csv, or of the last check of the facts."""
    facts = edition.facts
    rows: list[UpdateRow | CorrectionRow] = [*facts.of_kind(UpdateRow), *facts.of_kind(CorrectionRow)]
    return max([published(edition, name), facts.last_checked, *(row.date for row in rows if row.page == name)])


def changes(edition: Edition) -> list[Change]:
    """Everything that is news, newest day first."""
    facts = edition.facts
    verdicts = [row for row in facts.of_kind(HistoryRow) if row.date.first_day > opened(facts)]
    promises = [row for row in verdicts if _is_promise(facts, row) and row.cause != "reading"]
    promises.sort(key=lambda row: facts.topics.index(facts.row(ClaimRow, row.claim_id).about))
    others = [row for row in verdicts if row not in promises]
    weightiest_first = [
        *(_verdict(edition, row) for row in promises),
        *(_update(edition, row) for row in facts.of_kind(UpdateRow)),
        *(_verdict(edition, row) for row in others),
        *(_correction(edition, row) for row in facts.of_kind(CorrectionRow)),
    ]
    return sorted(weightiest_first, key=lambda change: change.date, reverse=True)  # stable: a day's order stays


def _is_promise(facts: Facts, row: HistoryRow) -> bool:
    return facts.row(ClaimRow, row.claim_id).counted_as == "promise"


def sentences(text: str) -> list[str]:
    """The first sentence of a text without its full stop, and the rest if there is one."""
    first, *rest = re.split(r"(?<=[.!?…])\s+(?=\S)", text.strip(), maxsplit=1)
    return [first.rstrip("."), *rest]


def link_to(edition: Edition, page: str) -> str:
    """The text of a link to a page: its headline, or a chart's title. The news give a claim in full, so its link names the proof."""
    section, _, name = page.partition("/")
    if section == addresses.CLAIMS and name:
        return edition.fmt.word("feed.proof")
    title = edition.chart(name).text("title") if name else markdown_pages.headline(edition, page, page)
    return edition.fmt.word("feed.where", page=title)


def _update(edition: Edition, row: UpdateRow) -> Change:
    title = row.text_in("title", edition.language).rstrip(".")
    details = [("", row.text_in("summary", edition.language))]
    return Change(row.key, "updates", row.date, title, details, row.page)


def _correction(edition: Edition, row: CorrectionRow) -> Change:
    fmt = edition.fmt
    first, *rest = sentences(row.text_in("now", fmt.language))
    details = [
        *(("", text) for text in rest),
        (fmt.word("updates.was"), row.text_in("was", fmt.language)),
        (fmt.word("updates.why"), row.text_in("why", fmt.language)),
        _sources(edition, row),
    ]
    return Change(row.key, "corrections", row.date, fmt.word("feed.correction", text=first), details, row.page)


def _verdict(edition: Edition, row: HistoryRow) -> Change:
    """A changed verdict. The headline says what happened, and of a promise also what became of it."""
    fmt = edition.fmt
    claim = edition.facts.row(ClaimRow, row.claim_id)
    statement = claim.text_in("said_in", fmt.language).rstrip(".")
    because = row.text_in("because", fmt.language)
    first, *rest = [statement, because] if row.cause == "reading" else sentences(because)
    title, label = first, "feed.stated"
    if _is_promise(edition.facts, row):
        title, label = fmt.word(f"feed.promise.{row.after}", text=first), "feed.promised"
    speaker = f"{claim.text_in('speaker', fmt.language)}, {fmt.date(claim.said_on)}"
    before = fmt.word(f"verdict.{row.before}").lower()
    after = fmt.word(f"verdict.{row.after}").lower()
    details = [
        *(("", text) for text in rest),
        (fmt.word(label), f"{statement} · {speaker}"),
        (fmt.word("claim.verdict"), fmt.word("feed.moved", before=before, after=after)),
        _sources(edition, row),
    ]
    return Change(row.key, "verdicts", row.date.first_day, title, details, f"{addresses.CLAIMS}/{claim.key}")


def _sources(edition: Edition, row: CorrectionRow | HistoryRow) -> tuple[str, str]:
    """Who reported it, and when."""
    fmt = edition.fmt
    publishers = []
    for source in [edition.facts.sources[name] for name in row.source_ids]:
        date = f", {fmt.date(source.published)}" if source.published else ""
        publishers.append(source.by(fmt.language) + date)
    return fmt.word("chart.source" if len(publishers) > 1 else "chart.source.one"), "; ".join(publishers)
