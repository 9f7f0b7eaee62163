"""The rules of e-mail HTML, as a function that names every breach. Used on real pieces and on bad samples."""

import re

import lxml.html

ALLOWED = {"html", "body", "p", "a", "img", "h1", "h2", "h3", "ul", "ol", "li", "b", "strong", "em", "i", "br", "blockquote"}
"""What every editor and mail client keeps of a paste; `html` and `body` are the parser's own.

Substack: the nodes and marks of its editor, as github.com/ma2za/python-substack lists them; it has no tables. Ghost: the nodes that
`kg-html-to-lexical` of github.com/TryGhost/Koenig registers. Buttondown: docs.buttondown.com/converting-between-modes; it has no `div`.
"""
ATTRIBUTES = {"style", "href", "src", "alt", "width", "height"}
GMAIL_CUTS_AT = 102_000


def breaches(text: str) -> list[str]:
    """What a mail client would drop, block or break in this HTML."""
    problems = []
    for element in lxml.html.document_fromstring(text).iter():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if tag not in ALLOWED:
            problems.append(f"<{tag}> is not for e-mail")
            continue
        problems += [f"<{tag}> has {name}" for name in element.attrib if name not in ATTRIBUTES]
        for name in ("href", "src"):
            if element.get(name) and not re.match(r"https?://", element.get(name)):
                problems.append(f"<{tag}> {name} is not absolute: {element.get(name)}")
        style = element.get("style", "")
        if re.search(r"url\(|position:|float:|display:(flex|grid|none)|var\(|calc\(|@", style):
            problems.append(f"<{tag}> style {style!r} is not safe")
        if "color:" in style.replace("background-color:", "") and not _background(element):
            problems.append(f"<{tag}> has a text colour without a background around it")
        if tag == "img":
            problems += [f"<img> has no {name}" for name in ("alt", "width", "height") if not element.get(name)]
            if not (element.get("src") or "").endswith(".png"):
                problems.append("<img> is not a PNG")
            if (element.get("width") or "0").isdigit() and int(element.get("width") or 0) > 600:
                problems.append("<img> is wider than 600")
    if "<style" in text or "<script" in text or "<svg" in text:
        problems.append("holds style, script or svg")
    if len(text.encode()) > GMAIL_CUTS_AT:
        problems.append("Gmail cuts it")
    return problems


def _background(element: lxml.html.HtmlElement) -> bool:
    return any("background-color:" in (ancestor.get("style") or "") for ancestor in (element, *element.iterancestors()))
