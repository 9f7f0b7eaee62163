"""The headline statuses for other sites: `status.json`, a line of text, and an iframe with that line."""

from collections.abc import Iterator

from scripts import paths
from scripts.content.citation import LICENCE
from scripts.editions import Edition
from scripts.facts.records import StatusRow, WordRow
from scripts.files import plain_json
from scripts.language.formatter import Formatter
from scripts.outputs import embed

HEIGHT = 104  # height in px of the frame: three lines at 280 px, and the link


def line(row: StatusRow, fmt: Formatter, name: str = "") -> str:
    """`The site: on hold since April 2025 (checked 22 November 2026)`; `name` stands for the status's own label."""
    state = row.text_in("state", fmt.language)
    state = state[:1].lower() + state[1:]
    since = fmt.word("status.since", date=fmt.date(row.since)) if row.since else ""
    name = name or row.text_in("label", fmt.language)
    return fmt.word("status.line", name=name, state=f"{state} {since}".strip(), date=fmt.date(row.last_checked))


def headline(edition: Edition) -> str:
    """The line of the first status, which sums up the story."""
    return line(edition.facts.of_kind(StatusRow)[0], edition.fmt, edition.site_name)


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The frame in its edition; the JSON, with the words of every edition, in the first. Nothing for a story without statuses."""
    if edition.facts.of_kind(StatusRow):
        title = headline(edition)
        description = f"{title}. {edition.fmt.word('site.strapline')}"
        page = embed.frame("status_embed", edition, edition.address, title, description)
        yield "status/embed/index.html", page.encode()
        if edition.is_first:
            yield "status.json", plain_json(_json(edition))


def code(edition: Edition) -> str:
    """The frame's iframe element, ready to paste; it needs no script."""
    return embed.code(headline(edition), edition.address_of("status/embed"), HEIGHT, f"{HEIGHT}px", width=600)


def _json(edition: Edition) -> dict:
    rows = edition.facts.of_kind(StatusRow)
    formatters = {language: Formatter(language, edition.facts.of_kind(WordRow)) for language in paths.LANGUAGES}
    addresses = {language: edition.address + paths.prefix(language) for language in paths.LANGUAGES}
    statuses = [
        {
            "key": row.key,
            "label": {language: row.text_in("label", language) for language in paths.LANGUAGES},
            "state": {language: row.text_in("state", language) for language in paths.LANGUAGES},
            "line": {language: line(row, fmt) for language, fmt in formatters.items()},
            "since": str(row.since) if row.since else None,
            "evidence": str(row.as_of),
            "checked": str(row.last_checked),
            "url": {language: f"{address}{row.page}/" for language, address in addresses.items()},
        }
        for row in rows
    ]
    return {
        "line": {language: line(rows[0], fmt, fmt.word("site.name")) for language, fmt in formatters.items()},
        "url": addresses,
        "licence": LICENCE["path"],
        "statuses": statuses,
    }
