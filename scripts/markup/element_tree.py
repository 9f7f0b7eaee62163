"""HTML -> Markdown's element tree."""

import xml.etree.ElementTree as ET
from pathlib import Path

import lxml.html
from markdown.util import AtomicString


def tree(html: str, stash) -> ET.Element:
    """HTML as an element for Markdown's tree, so that the host resolves its links to other pages.

    Text is atomic (Markdown must not read it again). What Markdown must keep as it is, letter by letter, is put aside by `stash`,
    which returns a placeholder: the drawing named by `<inline-svg file label>`, and the HTML given as the text of `<raw-html>`.
    """
    return _convert(lxml.html.fragment_fromstring(html, create_parent="div"), stash)


def _convert(source, stash) -> ET.Element:
    target = ET.Element(source.tag, dict(source.attrib))
    target.text = AtomicString(source.text) if source.text else None
    last = None
    for child in source:
        tail = AtomicString(child.tail) if child.tail else None
        if isinstance(child.tag, str) and child.tag.lower() == "inline-svg":
            # Labels of axes are not what one searches for; MkDocs' search plugin takes this mark out of the page again.
            last = holder = ET.SubElement(target, "div", {"class": child.get("class", ""), "data-search-exclude": "true"})
            if child.get("label"):  # a drawing that is hidden itself is named by what holds it
                holder = ET.SubElement(holder, "div", {"role": "img", "aria-label": child.get("label")})
            holder.text = stash(Path(child.get("file")).read_text("utf-8"))
        elif isinstance(child.tag, str) and child.tag.lower() == "raw-html":
            last = ET.SubElement(target, "div", dict(child.attrib))
            last.text = stash(child.text_content())
        elif isinstance(child.tag, str):
            last = _convert(child, stash)
            target.append(last)
        else:
            continue
        last.tail = tail
    return target


def text_before(parent: ET.Element, place: int) -> str:
    """The text right before a child, by its place; after the last child, with their number as the place."""
    return (parent.text if place == 0 else parent[place - 1].tail) or ""


def set_text_before(parent: ET.Element, place: int, text: str) -> None:
    if place == 0:
        parent.text = text
    else:
        parent[place - 1].tail = text
