"""Share cards: the image that stands for a page where it is shared or told of.

It is that of the page's chart, or a card of words that is drawn here: a claim's, or the page's own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from scripts.drawing import text_card
from scripts.edition import Edition, cached_per_edition
from scripts.index import addresses, claims, written

SIZE = text_card.SIZE
TONES = {
    "held": "accent", "imprecise": "context-deep", "pending": "context-deep", "changed": "warm", "missed": "warm",
}
"""Verdict -> colour of its label, as the style sheet has it on pages."""


@dataclass(frozen=True)
class ShareCard:
    """Absolute address, alternative text, and what gives the picture: nothing where it has not been drawn."""

    address: str
    alt: str
    content: Callable[[], bytes | None]


def of(edition: Edition, name: str) -> ShareCard:
    """The card of a page; `name` as in `strategy` or `charts/SLUG`."""
    section, _, own = name.partition("/")
    worded, known = _worded(edition), written.pages(edition)
    # A page made from the data is shown with the card of the section that it belongs to.
    shown = next(one for one in (name, section, "index") if one in worded or one in known)
    slug = own if section == "charts" else ""
    if slug or shown not in worded:
        chart = edition.chart(slug or known[shown].shared_by)
        drawn = chart.folder / "card.png"
        address = f"{edition.address}charts/{chart.slug}/card.png"
        return ShareCard(address, chart.text("alt"), lambda: drawn.read_bytes() if drawn.exists() else None)
    alt = f"{worded[shown]['label'] or edition.fmt.word('site.name')}. {worded[shown]['headline']}"
    return ShareCard(f"{edition.address}share/{shown}.png", alt, partial(_picture, edition, shown))


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every card of words: (path below the edition's root, content)."""
    for name in _worded(edition):
        yield f"share/{name}.png", _picture(edition, name)


@cached_per_edition
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


def _picture(edition: Edition, name: str) -> bytes:
    parts = (edition.printed_root, "" if edition.is_first else edition.language, "" if name == "index" else name)
    address = "/".join(filter(None, parts))
    return text_card.png(site=edition.fmt.word("site.name"), address=address, **_worded(edition)[name])
