"""How a page shows where it is shared: its image, and the tags of its head (Open Graph, Twitter, feeds, structured data)."""

import json
from collections.abc import Iterator

from markupsafe import Markup

from scripts import paths, templates
from scripts.drawing.draw import stop_if_heavy
from scripts.drawing.text_card import TextCard
from scripts.edition import Edition
from scripts.files import write
from scripts.index import addresses, claims, written
from scripts.language.formatter import Words
from scripts.outputs import feeds, json_ld, news, page_image

TONES = {
    "held": "accent", "imprecise": "context-deep", "pending": "context-deep", "changed": "warm", "missed": "warm",
}
"""Verdict -> colour of its label, as the style sheet has it on pages."""


def write_images(edition: Edition, shown_address: str) -> None:
    """Write the share image of each claim and of each page that has no chart; for the others their first chart stands.

    `shown_address` is printed on them.
    """
    folder, wanted = paths.share_files(edition.language), set()
    for name, place, label, tone, headline, line in (*_claims(edition), *_pages(edition)):
        where = "/".join(part for part in (shown_address, "" if edition.is_first else edition.language, "" if name == "index" else name) if part)
        picture = TextCard(edition.fmt.word("site.name"), label, tone, headline, line, where).png()
        stop_if_heavy(picture, place, f"the share image of {name.rpartition('/')[2]} in {edition.language!r}")
        wanted.add(folder / f"{name}.png")
        write(folder / f"{name}.png", picture)
    for old in set(folder.rglob("*.png")) - wanted:
        old.unlink()


def _pages(edition: Edition) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Pages without a chart: name, file, no label, its colour, headline, description."""
    for name, page in written.pages(edition).items():
        if not page.shared_by:
            yield name, page.file, "", "accent", page.headline, page.description


def _claims(edition: Edition) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Claims: name, row, verdict, its colour, what was said, by whom and when."""
    fmt = edition.fmt
    for claim in edition.facts.of_kind("claims"):
        who = f"{claim.word('speaker', fmt.language)}, {fmt.date(claim.said_on)}"
        if claim.promised_for:
            who += " · " + fmt.word("claim.for", date=fmt.term(claim.promised_for))
        yield f"{addresses.CLAIMS}/{claim.key}", claim.place, claims.outcome_of(claim, fmt), TONES[claim.verdict], claim.word("said_in", fmt.language), who


def tags(edition: Edition, name: str, title: str, description: str) -> Markup:
    """Everything for the head of a page. `name` is the page's file without its ending.

    What is shared is the headline, which says the finding, rather than the short title of the browser's tab.
    """
    address = edition.address_of(name)
    image = page_image.of(edition, name)
    headline = written.headline(edition, name, title)
    others = [Words(edition.facts.of_kind("words"), language)("site.locale") for language in paths.LANGUAGES if language != edition.language]
    return Markup(
        templates.render(
            "share", fmt=edition.fmt, name=name, address=address, title=headline, description=description, picture=image.address, alt=image.alt, size=page_image.SIZE,
            others=others, published=news.published(edition, name), modified=news.modified(edition, name), root=edition.address,
            feeds=feeds.listing(edition),
            graph=Markup(as_script(json_ld.graph(edition, name, title, description, image.address))),
        )
    )


def as_script(value: object) -> str:
    """JSON for a script element: `<` is written as an escape, so that no text can end the element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
