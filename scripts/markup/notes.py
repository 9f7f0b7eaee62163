"""Notes numbered, and figures listed, in the order in which a page is read.

Markdown fills nested parts (a box, a list) after the paragraphs that follow them, so the order of processing is not that
of the page: its first note would be number 37.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown.util import AtomicString

from scripts.edition import Page
from scripts.markup import element_tree

_NOTE = re.compile(r"#c-(\d+)$")
_MARK = re.compile(r"[\u202f\u00a0]?[.,;:!?]$")
_FIGURE = re.compile(r"#f-(.+)$")


def in_reading_order(page: Page, root: ET.Element) -> None:
    """Renumber the notes below `root` and sort what the page has used; the first link to each carries its anchor."""
    _drop_repeats(root)
    links = [(link, link.get("href", "")) for link in root.iter("a")]
    notes = [(link, page.cited[int(found[1]) - 1]) for link, address in links if (found := _NOTE.match(address))]
    figures = [(link, found[1]) for link, address in links if (found := _FIGURE.match(address))]
    page.cited[:] = list(dict.fromkeys([name for _, name in notes] + page.cited))
    page.keys[:] = list(dict.fromkeys([key for _, key in figures] + page.keys))
    numbers = {link: page.cited.index(name) + 1 for link, name in notes}
    for sup in root.iter("sup"):
        links = [link for link in sup if link in numbers]
        numbers.update(zip(links, sorted(map(numbers.get, links)), strict=True))
    for link, number in numbers.items():
        link.set("href", f"#c-{number}")
        link.text = AtomicString(str(number))
    _anchor([(link, f"rc-{number}") for link, number in numbers.items()])
    if page.edition.language == "fr":
        _before_punctuation(root)
    _anchor([(link, f"r-{key}") for link, key in figures])


def _drop_repeats(root: ET.Element) -> None:
    """The notes of a date, where a later sentence of the paragraph names the same sources."""
    for block in root.iter():
        sups = list(block.iter("sup")) if block.tag in ("p", "li") else []
        for dated in block.iter("span") if sups else ():
            own = dated.find("sup") if dated.get("class") == "dated" else None
            if own is not None and {link.get("href") for link in own} <= {link.get("href") for sup in sups if sup is not own for link in sup}:
                dated.remove(own)
                sups.remove(own)


def _before_punctuation(root: ET.Element) -> None:
    """French sets the call of a note before the mark that ends the phrase."""
    for parent in root.iter():
        for place, child in enumerate(parent):
            if child.tag != "sup" or child.get("class") != "cite":
                continue
            text = element_tree.text_before(parent, place)
            mark = _MARK.search(text)
            if mark:
                child.tail = AtomicString(mark[0] + (child.tail or ""))
                element_tree.set_text_before(parent, place, AtomicString(text[: mark.start()]))


def _anchor(links: list[tuple[ET.Element, str]]) -> None:
    seen = set()
    for link, anchor in links:
        link.attrib.pop("id", None)
        if anchor not in seen:
            link.set("id", anchor)
            seen.add(anchor)
