"""Page HTML -> e-mail HTML: a short list of elements, inline styles, absolute addresses, nothing that runs or is hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urljoin

import lxml.html

from scripts.outputs.email_chart import COLOR

_TYPE = f"font-family:Helvetica,Arial,sans-serif;color:{COLOR['ink']};"
_STYLES = {
    "h1": f"margin:0 0 12px;font-family:Georgia,serif;color:{COLOR['ink']};font-size:28px;line-height:34px;font-weight:bold",
    "h2": f"margin:28px 0 8px;font-family:Georgia,serif;color:{COLOR['ink']};font-size:21px;line-height:27px;font-weight:bold",
    "h3": f"margin:20px 0 6px;{_TYPE}font-size:17px;line-height:24px;font-weight:bold",
    "p": f"margin:0 0 14px;{_TYPE}font-size:16px;line-height:25px",
    "li": f"margin:0 0 8px;{_TYPE}font-size:16px;line-height:25px",
    "ul": "margin:0 0 14px;padding:0 0 0 22px",
    "ol": "margin:0 0 14px;padding:0 0 0 26px",
    "blockquote": f"margin:0 0 14px;padding:0 0 0 14px;border-left:3px solid {COLOR['line']}",
    "a": f"color:{COLOR['accent']};text-decoration:underline",
}
_INLINE = {"a", "b", "strong", "em", "i", "br"}
_BLOCK = {"h1", "h2", "h3", "p", "ul", "ol", "li", "blockquote"}
_DROPPED = {"script", "style", "svg", "details", "button", "form", "input", "nav", "sup", "template", "textarea", "select", "dialog", "table"}
_DROPPED_CLASSES = {"page-sources", "ways", "needs-js", "filters", "table-scroll"}
"""What an e-mail leaves to the page: sources, controls, tables."""
_SHORTENED = {"event": {"event-text"}, "verdict-change": {"event-text"}}
"""Items of long lists -> the parts of them that stay on the page, so that an e-mail keeps one line an item."""


def _classes(element: lxml.html.HtmlElement) -> set[str]:
    return set((element.get("class") or "").split())


class Converter:
    """Called with the page's article, gives the e-mail's blocks in order. `chart(slug)` gives a chart's piece as HTML."""

    def __init__(self, address: str, chart: Callable[[str], str]):
        self.address = address
        self.chart = chart

    def __call__(self, article: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
        for child in article:
            yield from self._block(child)

    def _block(self, element: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
        if not isinstance(element.tag, str) or self._left_out(element):
            return
        if element.tag == "figure" and element.get("data-chart"):
            piece = self.chart(element.get("data-chart"))
            if piece:
                yield lxml.html.fragment_fromstring(piece)
        elif element.tag in _BLOCK:
            made = self._made(element)
            if made is not None:
                yield made
        else:
            for child in element:
                yield from self._block(child)

    def _left_out(self, element: lxml.html.HtmlElement) -> bool:
        around = element.getparent()
        kept_on_page = set().union(*(_SHORTENED.get(name, set()) for name in _classes(around))) if around is not None else set()
        return element.tag in _DROPPED or bool((_DROPPED_CLASSES | kept_on_page) & _classes(element))

    def _made(self, element: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
        """An element of the e-mail with what is inside it; None if nothing is."""
        target = lxml.html.Element(element.tag)
        if element.tag in _STYLES:
            target.set("style", _STYLES[element.tag])
        if element.tag == "a" and element.get("href"):
            target.set("href", urljoin(self.address, element.get("href")))
        self._fill(target, element)
        return target if len(target) or (target.text or "").strip() or element.tag == "br" else None

    def _fill(self, target: lxml.html.HtmlElement, source: lxml.html.HtmlElement) -> None:
        """Text and allowed elements of `source`, in order; other elements give their content only."""
        self._say(target, source.text)
        for child in source:
            if isinstance(child.tag, str) and not self._left_out(child):
                # On the page a badge has a frame; here brackets keep it from reading as part of the sentence.
                before, after = ("[", "]") if "badge" in _classes(child) else ("", "")
                self._say(target, before)
                if (child.tag in _INLINE or child.tag in _BLOCK) and not {"fact", "quoted"} & _classes(child):
                    made = self._made(child)
                    if made is not None:
                        target.append(made)
                else:
                    self._fill(target, child)
                self._say(target, after)
            self._say(target, child.tail)

    @staticmethod
    def _say(target: lxml.html.HtmlElement, text: str | None) -> None:
        if not text:
            return
        if len(target):
            target[-1].tail = (target[-1].tail or "") + text
        else:
            target.text = (target.text or "") + text
