"""The version of a page: the day of the last check and a hash of what a reader reads, which changes when text or facts do.

Hashed are the page's words with their figures, badges, lists and tables, and what the figures rest on; not the layout.
"""

from __future__ import annotations

import hashlib
import re
import xml.etree.ElementTree as ET

from scripts.markup.page import Page
from scripts.outputs.citation import Citation

_STASHED = re.compile("\u0002.*?\u0003")


def citation(page: Page, root: ET.Element) -> Citation:
    """How to cite a page whose own content is `root`."""
    head = root.find(".//h1")
    title = " ".join(plain(head).split()) if head is not None else page.name
    key = f"{page.name.replace('/', '-')}-{page.edition.language}-{page.checked}"
    return Citation(page.edition, key, title, page.address, page.checked, f"{page.checked}.{content_hash(page, root)}")


def content_hash(page: Page, root: ET.Element) -> str:
    """Eight hexadecimal digits over the page's text and over what its figures and notes rest on."""
    facts = page.edition.facts
    figures = [facts.figure(key) for key in page.keys]
    parts = [" ".join(plain(root).split())]
    parts += [f"{one.key}|{one.number}|{one.unit}|{one.confidence}|{';'.join(one.source_ids)}|{';'.join(one.operands)}" for one in figures]
    parts += [f"{source}|{facts.source(source).title}|{facts.source(source).url}" for source in page.sources]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]


def plain(element: ET.Element) -> str:
    """The text of an element while Markdown still works on it: what it has put aside (drawings) is left out."""
    return _STASHED.sub("", "".join(element.itertext()).replace("\u0002amp\u0003", "&"))
