"""What every page says of itself: below its standfirst when it was checked and how it was corrected, at its end ways to pass it on, its sources, how fresh it is and how to cite it."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from scripts import templates
from scripts.index import addresses
from scripts.index.written import UNKNOWN
from scripts.markup import page_version
from scripts.markup.page import Page
from scripts.outputs import digest


def page_header_and_sources(page: Page, root: ET.Element) -> tuple[list[str], list[str]]:
    """HTML for below the standfirst and for the end of the page. `root` is the page's own content, nothing added yet."""
    edition, fmt = page.edition, page.edition.fmt
    facts, rests = edition.facts, bool(page.keys or page.notes or page.quotes)
    corrections = sorted((row for row in facts.of_kind("corrections") if row.page == page.name), key=lambda row: str(row.date), reverse=True)
    ageing = page.ageing
    late = [one for one in ageing if one.overdue(edition.day)]
    head, foot = [], []
    if rests:
        head.append(templates.render("checked", page=page, fmt=fmt))
    if page.name and root.find(f".//*[@id='{UNKNOWN}']") is not None:
        foot.append(templates.render("ways", page=page, fmt=fmt, digest=digest.page_name(page.name) if page.name in digest.pages(edition) else None))
    if rests:
        foot.append(templates.render(
            "page_sources", page=page, fmt=fmt, facts=facts, root=page.root, row_page=addresses.figure_address,
            operands=lambda figure: [facts.figures[key] for key in figure.operands if key in facts.figures],
            good_until=ageing[0].good_until if ageing and not late else None, cite=page_version.citation(page, root) if page.name else None,
        ))
    if corrections or late:
        head.append(templates.render("notices", page=page, fmt=fmt, corrections=corrections, late=late, day=edition.day, root=page.root))
    return head, foot
