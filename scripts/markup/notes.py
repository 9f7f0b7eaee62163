"""Notes numbered, and figures listed, in the order in which a page is read.

Markdown fills nested parts (a box, a list) after the paragraphs that follow them, so the order of processing is not that
of the page: its first note would be number 37. Until then a link holds the number that its note or figure had in processing.
"""

import re
import xml.etree.ElementTree as ET

from markdown.util import AtomicString

from scripts.language import locales
from scripts.markup.page import Page

_MARK = re.compile(r"[\u202f\u00a0]?[.,;:!?]$")


def in_reading_order(page: Page, root: ET.Element) -> None:
    """Renumber the notes and figures below `root` and sort what the page has used; the first link to each carries its anchor."""
    for link, number in _renumbered(root, "c", page.notes):
        link.text = AtomicString(str(number))
        link.set("aria-label", page.fmt.word("note.named", n=str(number)))
    for letter, used in (("f", page.keys), ("q", page.quotes)):
        _renumbered(root, letter, used)
    if locales.of(page.edition.language).notes_before_marks:
        _before_punctuation(root)


def _renumbered(root: ET.Element, letter: str, used: list) -> list[tuple[ET.Element, int]]:
    """The links to the entries of a list, each with its new number; `used`, the list, takes the order of the links.

    An anchor is a letter and a number: reader views take a name such as `r-target-share` for a share button and delete the figure.
    """
    pattern = re.compile(rf"#{letter}-(\d+)$")
    links = [(link, used[int(found[1]) - 1]) for link in root.iter("a") if (found := pattern.match(link.get("href", "")))]
    ordered = [name for _, name in links] + used
    used[:] = [name for place, name in enumerate(ordered) if name not in ordered[:place]]
    numbered = [(link, used.index(name) + 1) for link, name in links]
    last = 0
    for link, number in numbered:
        link.set("href", f"#{letter}-{number}")
        if number > last:  # the first link to it
            link.set("id", f"r{letter}-{number}")
            last = number
    return numbered


def _before_punctuation(root: ET.Element) -> None:
    """Some languages set the call of a note before the mark that ends the phrase."""
    for parent in root.iter():
        holder, part = parent, "text"  # of the text right before a child
        for child in parent:
            if child.tag == "sup" and child.get("class") == "cite":
                text = getattr(holder, part) or ""
                if mark := _MARK.search(text):
                    child.tail = AtomicString(mark[0] + (child.tail or ""))
                    setattr(holder, part, AtomicString(text[: mark.start()]))
            holder, part = child, "tail"
