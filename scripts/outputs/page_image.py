"""The image that stands for a page where it is shared or told of: its chart's, a claim's, or its own card."""

from dataclasses import dataclass
from pathlib import Path

from scripts import paths
from scripts.drawing import theme
from scripts.edition import Edition
from scripts.index import addresses, claims, written

SIZE = (theme.CARD.width * theme.SCALE, theme.CARD.height * theme.SCALE)


@dataclass(frozen=True)
class PageImage:
    """Absolute address, alternative text, and the file that the build draws."""

    address: str
    alt: str
    file: Path


def of(edition: Edition, name: str) -> PageImage:
    """The image of a page; `name` as in `strategy` or `charts/SLUG`."""
    section, _, own = name.partition("/")
    claim = next((row for row in edition.facts.of_kind("claims") if row.key == own), None) if section == addresses.CLAIMS else None
    if claim:
        return _shared(edition, name, f"{claims.outcome_of(claim, edition.fmt)}. {claim.word('said_in', edition.language)}")
    # A page made from the data is shown with the image of the section that it belongs to.
    known = written.pages(edition)
    section_page = next(one for one in (name, section, "index") if one in known)
    page = known[section_page]
    slug = own if section == "charts" and own else page.shared_by
    if slug:
        drawn = edition.chart(slug)
        return PageImage(f"{edition.address}charts/{slug}/card.png", drawn.text("alt"), drawn.folder / "card.png")
    return _shared(edition, section_page, f"{edition.fmt.word('site.name')}. {page.headline}")


def _shared(edition: Edition, name: str, alt: str) -> PageImage:
    return PageImage(f"{edition.address}share/{name}.png", alt, paths.share_files(edition.language) / f"{name}.png")
