"""Notes numbered, and figures listed, in the order in which a page is read.

Markdown fills nested parts (a box, a list) after the paragraphs that follow them, so the order of processing is not that
of the page: its first note would be number 37.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown.util import AtomicString

from scripts.pages.edition import Page

_NOTE = re.compile(r"#c-(\d+)$")
_FIGURE = re.compile(r"#f-(.+)$")


def in_reading_order(page: Page, root: ET.Element) -> None:
    """Renumber the notes below `root` and sort what the page has used; the first link to each carries its anchor."""
    links = [(link, link.get("href", "")) for link in root.iter("a")]
    notes = [(link, page.cited[int(found[1]) - 1]) for link, address in links if (found := _NOTE.match(address))]
    figures = [(link, found[1]) for link, address in links if (found := _FIGURE.match(address))]
    page.cited[:] = list(dict.fromkeys([name for _, name in notes] + page.cited))
    page.keys[:] = list(dict.fromkeys([key for _, key in figures] + page.keys))
    for link, name in notes:
        number = page.cited.index(name) + 1
        link.set("href", f"#c-{number}")
        link.text = AtomicString(str(number))
    _anchor([(link, f"rc-{page.cited.index(name) + 1}") for link, name in notes])
    _anchor([(link, f"r-{key}") for link, key in figures])


def _anchor(links: list[tuple[ET.Element, str]]) -> None:
    seen = set()
    for link, anchor in links:
        link.attrib.pop("id", None)
        if anchor not in seen:
            link.set("id", anchor)
            seen.add(anchor)
