"""What every page says of itself: below its standfirst when it was checked and how it was corrected.

At its end stand ways to pass it on, its sources, how fresh it is and how to cite it.
"""

import hashlib
import re
import xml.etree.ElementTree as ET

from scripts import templates
from scripts.index import addresses
from scripts.index.written import UNKNOWN
from scripts.markup.page import Page
from scripts.outputs import digest
from scripts.outputs.citation import Citation

_STASHED = re.compile("\u0002.*?\u0003")


def page_header_and_sources(page: Page, root: ET.Element) -> tuple[list[str], list[str]]:
    """HTML for below the standfirst and for the end of the page. `root` is the page's own content, nothing added yet."""
    edition, fmt = page.edition, page.edition.fmt
    facts, rests = edition.facts, bool(page.keys or page.notes or page.quotes)
    corrections = [row for row in facts.of_kind("corrections") if row.page == page.name]
    corrections.sort(key=lambda row: str(row.date), reverse=True)
    ageing = page.ageing
    late = [due for due in ageing if due.overdue(edition.day)]
    head, foot = [], []
    if rests:
        head.append(templates.render("checked", page=page, fmt=fmt))
    if page.name and root.find(f".//*[@id='{UNKNOWN}']") is not None:
        letter = digest.page_name(page.name) if page.name in digest.pages(edition) else None
        foot.append(templates.render("ways", page=page, fmt=fmt, digest=letter))
    if rests:
        foot.append(templates.render(
            "page_sources", page=page, fmt=fmt, facts=facts, root=page.root, row_page=addresses.figure_address,
            operands=lambda figure: [facts.figures[key] for key in figure.operands if key in facts.figures],
            good_until=ageing[0].good_until if ageing and not late else None, cite=citation(page, root) if page.name else None,
        ))
    if corrections or late:
        head.append(templates.render("notices", page=page, fmt=fmt, corrections=corrections, late=late, day=edition.day, root=page.root))
    return head, foot


def citation(page: Page, root: ET.Element) -> Citation:
    """How to cite a page whose own content is `root`, with its version: the day of the last check and a hash of what a reader reads."""
    head = root.find(".//h1")
    title = " ".join(plain(head).split()) if head is not None else page.name
    key = f"{page.name.replace('/', '-')}-{page.edition.language}-{page.checked}"
    return Citation(page.edition, key, title, page.address, page.checked, f"{page.checked}.{content_hash(page, root)}")


def content_hash(page: Page, root: ET.Element) -> str:
    """Eight hexadecimal digits over the page's words, with their figures and tables, and over what these rest on; not the layout."""
    facts = page.edition.facts
    figures = [facts.figure(key) for key in page.keys]
    parts = [" ".join(plain(root).split())]
    parts += [f"{row.key}|{row.number}|{row.unit}|{row.confidence}|{';'.join(row.source_ids)}|{';'.join(row.operands)}" for row in figures]
    parts += [f"{source}|{facts.source(source).title}|{facts.source(source).url}" for source in page.sources]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]


def plain(element: ET.Element) -> str:
    """The text of an element while Markdown still works on it: what it has put aside (drawings) is left out."""
    return _STASHED.sub("", "".join(element.itertext()).replace("\u0002amp\u0003", "&"))
