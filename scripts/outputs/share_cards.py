"""Share cards: the image that stands for a page where it is shared or told of.

It is that of the page's chart, or a card of words that is drawn here: a claim's, or the page's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts import paths
from scripts.drawing import text_card
from scripts.drawing.draw import stop_if_heavy
from scripts.edition import Edition
from scripts.files import write
from scripts.index import addresses, claims, written

SIZE = text_card.SIZE
TONES = {
    "held": "accent", "imprecise": "context-deep", "pending": "context-deep", "changed": "warm", "missed": "warm",
}
"""Verdict -> colour of its label, as the style sheet has it on pages."""


@dataclass(frozen=True)
class ShareCard:
    """Absolute address, alternative text, and the file that the build draws."""

    address: str
    alt: str
    file: Path


def of(edition: Edition, name: str) -> ShareCard:
    """The card of a page; `name` as in `strategy` or `charts/SLUG`."""
    section, _, own = name.partition("/")
    claim = next((row for row in edition.facts.of_kind("claims") if row.key == own), None) if section == addresses.CLAIMS else None
    if claim:
        return _of_words(edition, name, f"{claims.outcome_of(claim, edition.fmt)}. {claim.word('said_in', edition.language)}")
    # A page made from the data is shown with the card of the section that it belongs to.
    known = written.pages(edition)
    section_page = next(one for one in (name, section, "index") if one in known)
    page = known[section_page]
    slug = own if section == "charts" and own else page.shared_by
    if slug:
        chart = edition.chart(slug)
        return ShareCard(f"{edition.address}charts/{slug}/card.png", chart.text("alt"), chart.folder / "card.png")
    return _of_words(edition, section_page, f"{edition.fmt.word('site.name')}. {page.headline}")


def _of_words(edition: Edition, name: str, alt: str) -> ShareCard:
    return ShareCard(f"{edition.address}share/{name}.png", alt, paths.share_files(edition.language) / f"{name}.png")


def write_images(edition: Edition) -> None:
    """Write the card of each claim and of each page that has no chart; for the others their first chart stands."""
    folder, wanted = paths.share_files(edition.language), set()
    site = edition.fmt.word("site.name")
    for name, place, words in (*_claims(edition), *_pages(edition)):
        parts = (edition.printed_root, "" if edition.is_first else edition.language, "" if name == "index" else name)
        picture = text_card.png(site=site, address="/".join(filter(None, parts)), **words)
        stop_if_heavy(picture, place, f"the share image of {name.rpartition('/')[2]} in {edition.language!r}")
        wanted.add(folder / f"{name}.png")
        write(folder / f"{name}.png", picture)
    for old in set(folder.rglob("*.png")) - wanted:
        old.unlink()


def _pages(edition: Edition) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Pages without a chart: name, file, and the words of their card."""
    for name, page in written.pages(edition).items():
        if not page.shared_by:
            yield name, page.file, {"label": "", "tone": "accent", "headline": page.headline, "line": page.description}


def _claims(edition: Edition) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Claims: name, row, and the words of their card: the verdict, what was said, by whom and when."""
    fmt = edition.fmt
    for claim in edition.facts.of_kind("claims"):
        who = f"{claim.word('speaker', fmt.language)}, {fmt.date(claim.said_on)}"
        if claim.promised_for:
            who += " · " + fmt.word("claim.for", date=fmt.term(claim.promised_for))
        yield f"{addresses.CLAIMS}/{claim.key}", claim.place, {
            "label": claims.outcome_of(claim, fmt), "tone": TONES[claim.verdict],
            "headline": claim.word("said_in", fmt.language), "line": who,
        }
