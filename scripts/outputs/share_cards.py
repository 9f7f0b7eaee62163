"""The share image (Open Graph) of a page.

It is that of the page's chart (drawn by plot.py), or a card of words (set here, drawn by text_card.py): a claim's, or the page's own.
"""

from collections.abc import Iterator
from typing import NamedTuple

from scripts.content import claim_texts
from scripts.drawing import text_card
from scripts.editions import Edition, cached_per_edition
from scripts.facts.records import ClaimRow
from scripts.index import addresses, markdown_pages

SIZE = text_card.SIZE
TONES = {"held": "accent", "imprecise": "context-deep", "pending": "context-deep", "changed": "warm", "missed": "warm"}
"""Verdict -> colour of its label, as the style sheet has it on pages."""


class ShareCard(NamedTuple):
    """Absolute address of the picture, and its alternative text."""

    address: str
    alt: str


def card_of(edition: Edition, name: str) -> ShareCard:
    """The card of a page; `name` as in `strategy` or `charts/SLUG`.

    A page made from the data is shown with the card of the section that it belongs to.
    """
    section, _, slug = name.partition("/")
    if section != "charts" or not slug:
        texts = _texts(edition)
        pages = markdown_pages.pages(edition)
        page = next(page for page in (name, section, "index") if page in texts or page in pages)
        if page in texts:
            alt = f"{texts[page]['label'] or edition.site_name}. {texts[page]['headline']}"
            return ShareCard(f"{edition.address}share/{page}.png", alt)
        slug = pages[page].shared_by
    return ShareCard(f"{edition.address}charts/{slug}/card.png", edition.chart(slug).text("alt"))


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every card of words: (path below the edition's root, content)."""
    for name, texts in _texts(edition).items():
        address = edition.address_of(name).split("://")[-1].rstrip("/")
        yield f"share/{name}.png", text_card.png(site=edition.site_name, address=address, **texts)


@cached_per_edition
def _texts(edition: Edition) -> dict[str, dict[str, str]]:
    """Page -> the words of its card: of each claim the verdict, what was said, by whom and when; each page without a chart."""
    fmt = edition.fmt
    texts = {}
    for claim in edition.facts.of_kind(ClaimRow):
        line = f"{claim.text_in('speaker', fmt.language)}, {fmt.date(claim.said_on)}"
        if claim.promised_for:
            line += " · " + fmt.word("claim.for", date=fmt.term(claim.promised_for))
        texts[f"{addresses.CLAIMS}/{claim.key}"] = {
            "label": claim_texts.outcome_of(claim, fmt),
            "tone": TONES[claim.verdict],
            "headline": claim.text_in("said_in", fmt.language),
            "line": line,
        }
    for name, page in markdown_pages.pages(edition).items():
        if not page.shared_by:
            texts[name] = {"label": "", "tone": "accent", "headline": page.headline, "line": page.description}
    return texts
