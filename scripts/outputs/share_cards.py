"""Share cards: the image that stands for a page where it is shared or told of.

It is that of the page's chart, or a card of words that is drawn here: a claim's, or the page's own.
"""

from dataclasses import dataclass
from pathlib import Path

from scripts import paths
from scripts.drawing import text_card
from scripts.edition import Edition, once
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
    worded, known = _worded(edition), written.pages(edition)
    # A page made from the data is shown with the card of the section that it belongs to.
    shown = next(one for one in (name, section, "index") if one in worded or one in known)
    slug = own if section == "charts" else ""
    if slug or shown not in worded:
        chart = edition.chart(slug or known[shown].shared_by)
        return ShareCard(f"{edition.address}charts/{chart.slug}/card.png", chart.text("alt"), chart.folder / "card.png")
    alt = f"{worded[shown]['label'] or edition.fmt.word('site.name')}. {worded[shown]['headline']}"
    return ShareCard(f"{edition.address}share/{shown}.png", alt, paths.share_files(edition.language) / f"{shown}.png")


@once
def _worded(edition: Edition) -> dict[str, dict[str, str]]:
    """Page -> the words of its card: of each claim the verdict, what was said, by whom and when; each page without a chart."""
    fmt, found = edition.fmt, {}
    for claim in edition.facts.of_kind("claims"):
        who = f"{claim.word('speaker', fmt.language)}, {fmt.date(claim.said_on)}"
        if claim.promised_for:
            who += " · " + fmt.word("claim.for", date=fmt.term(claim.promised_for))
        found[f"{addresses.CLAIMS}/{claim.key}"] = {
            "label": claims.outcome_of(claim, fmt), "tone": TONES[claim.verdict],
            "headline": claim.word("said_in", fmt.language), "line": who,
        }
    for name, page in written.pages(edition).items():
        if not page.shared_by:
            found[name] = {"label": "", "tone": "accent", "headline": page.headline, "line": page.description}
    return found


def write_images(edition: Edition) -> None:
    """Write the cards of words; for other pages their first chart stands."""
    folder, wanted = paths.share_files(edition.language), set()
    for name, words in _worded(edition).items():
        parts = (edition.printed_root, "" if edition.is_first else edition.language, "" if name == "index" else name)
        picture = text_card.png(site=edition.fmt.word("site.name"), address="/".join(filter(None, parts)), **words)
        wanted.add(folder / f"{name}.png")
        write(folder / f"{name}.png", picture)
    for old in set(folder.rglob("*.png")) - wanted:
        old.unlink()
