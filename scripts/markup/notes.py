"""Numbers notes, figures and quotations in reading order.

Markdown fills nested parts (a box, a list) after the paragraphs that follow them, so the order of processing is not that
of the page: its first note would be number 37. Until then a link says what it is bound to: `#f:sales-2025`, `#c:one;two`.
"""

import re
import xml.etree.ElementTree as ET
from typing import Any

from markdown.util import AtomicString

from scripts.index.markers import names_of
from scripts.language import locales
from scripts.markup.page import Page

_BOUND = re.compile(r"#([fqc]):(.+)")
_MARK = re.compile(r"[\u202f\u00a0]?[.,;:!?]$")


def in_reading_order(page: Page, root: ET.Element) -> None:
    """Number the figures, quotations and notes that links below `root` name, in reading order. The first link to each gets an anchor.

    An anchor is a letter and a number: reader views take a name such as `r-target-share` for a share button and delete the figure.
    """
    lists: dict[str, list[Any]] = {"f": page.keys, "q": page.quotes, "c": page.notes}
    for link in root.iter("a"):
        match = _BOUND.fullmatch(link.get("href", ""))
        if not match:
            continue
        letter, names = match.groups()
        used = lists[letter]
        count = len(used)
        number = page.use(used, names_of(names) if letter == "c" else names)
        link.set("href", f"#{letter}-{number}")
        if number > count:
            link.set("id", f"r{letter}-{number}")
        if letter == "c":
            link.text = AtomicString(str(number))
            link.set("aria-label", page.fmt.word("note.named", n=number))
    if locales.language(page.fmt.language).notes_before_marks:
        _before_punctuation(root)


def _before_punctuation(root: ET.Element) -> None:
    """In some languages the reference mark of a note goes before the punctuation."""
    for parent in root.iter():
        holder, part = parent, "text"  # of the text right before a child
        for child in parent:
            if child.tag == "sup" and child.get("class") == "cite":
                text = getattr(holder, part) or ""
                if mark := _MARK.search(text):
                    child.tail = AtomicString(mark[0] + (child.tail or ""))
                    setattr(holder, part, AtomicString(text[: mark.start()]))
            holder, part = child, "tail"
