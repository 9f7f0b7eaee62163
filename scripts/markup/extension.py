"""The Python-Markdown extension: fact markers and blocks -> HTML. Works under any Python-Markdown host.

    markdown.markdown(text, extensions=["attr_list", "scripts.markup.extension"], extension_configs={...: {"language": "fr"}})

It knows neither MkDocs nor the page's address: links to other pages are written as `name.md`, which the host resolves.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import lxml.html
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from scripts.editions import Edition, load_editions
from scripts.facts.records import ClaimRow
from scripts.index import markdown_pages, markers
from scripts.index.markdown_pages import MarkdownPage
from scripts.markup import blocks, images, no_break, notes
from scripts.markup.page import Page
from scripts.problems import InvalidValue, stop_on

NAME = re.compile(r"^<!-- page: (\S+) -->$", re.M)  # the line by which staging tells a page its own name


class FactsExtension(BlocksExtension):
    """Registers the markers, the blocks of blocks.py, and the list of sources at the end."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "language": ["en", "language of the page"],
            "edition": ["", "what pages are made from; without it, the edition of the language as the files are"],
        }
        super().__init__(**options)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        for name, render in blocks.renderers().items():
            block_mgr.register(_block_class(name, render), {})

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        self.md = md
        md.registerExtension(self)
        md.preprocessors.register(CheckMarkers(md), "facts-check", 26)
        # Before backslashes and emphasis (180 and below), after inline code (190), so that code shows markers as they are.
        md.inlinePatterns.register(MarkerProcessor(markers.PATTERN, md), "facts-marker", 185)
        md.treeprocessors.register(Finish(md), "facts-finish", 5)
        # Before what was put aside comes back (30).
        md.postprocessors.register(no_break.NoBreak(md, self.getConfig("language")), "facts-no-break", 35)
        self.reset()

    def reset(self) -> None:
        self.md.facts_page = Page(self.getConfig("edition") or _loaded()[self.getConfig("language")])


@cache
def _loaded() -> dict[str, Edition]:
    """The edition, loaded here for hosts that cannot pass one, since their settings are text only."""
    return load_editions()


class CheckMarkers(Preprocessor):
    """Reads the page's own name, refuses unknown names with file and line, and counts words. A text without a name is called `page`."""

    def run(self, lines: list[str]) -> list[str]:
        page: Page = self.md.facts_page
        text = "\n".join(lines)
        match = NAME.search(text)
        if match:
            page.name = match[1]
        # Of the file, since a host takes the front matter away and so counts its lines otherwise.
        unwritten = MarkdownPage(Path(page.name or "page"), page.edition.language, page.name, text)
        page.source = markdown_pages.pages(page.edition).get(page.name, unwritten)
        stop_on(
            page.source.problem(marker.line, "marker", error)
            for marker in page.source.markers
            for error in markers.errors_in(marker, page.facts)
        )
        page.words = markers.word_count(text)
        return NAME.sub("", text).split("\n")


class MarkerProcessor(InlineProcessor):
    """One marker -> an element, from the template `marker`."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:
        page: Page = self.md.facts_page
        kind = m["kind"] or "figure"
        names = markers.names_of(m["names"])
        if kind == "verdict":
            page.show(page.facts.row(ClaimRow, name) for name in names)
        html = page.render("marker", kind=kind, names=names)
        return element_of(self.md, html.strip()), m.start(0), m.end(0)


class Finish(Treeprocessor):
    """Finishes every page: numbers its notes, adds head and foot, sets sizes of images."""

    def run(self, root: ET.Element) -> None:
        page: Page = self.md.facts_page
        notes.in_reading_order(page, root)
        head, foot = page.head_and_foot(root)
        self._put_below_standfirst(root, [element_of(self.md, html) for html in head])
        root.extend(element_of(self.md, html) for html in foot)
        images.give_sizes(root, page.edition.language)
        for link in root.iter("a"):  # those that leave the site say so
            if link.get("href", "").startswith(("http://", "https://")):
                link.set("rel", "noopener external")

    def _put_below_standfirst(self, root: ET.Element, elements: list[ET.Element]) -> None:
        for parent in root.iter():
            for index, child in enumerate(parent, 1):
                if "standfirst" in child.get("class", "").split():
                    parent[index:index] = elements
                    return


def element_of(md: Markdown, html: str) -> ET.Element:
    """A template's HTML as one element of Markdown's tree, so that the host resolves its links to other pages.

    Text is atomic (Markdown must not read it again). What Markdown must keep as it is, letter by letter, is put aside:
    the drawing named by `<inline-svg file label>`, and the text of `<textarea>`.
    """
    fragment = lxml.html.fragment_fromstring(html, create_parent="div")
    box = ET.fromstring(lxml.html.tostring(fragment, method="xml", encoding="unicode"))
    for element in list(box.iter()):
        element.text = AtomicString(element.text or "")
        element.tail = AtomicString(element.tail or "")
        if element.tag == "textarea":
            element.text = md.htmlStash.store(escape(element.text))
        elif element.tag == "inline-svg":
            svg = Path(element.get("file", "")).read_text("utf-8")
            label = element.get("label")
            element.tag = "div"
            # Labels of axes are not what one searches for; MkDocs' search plugin takes this mark out of the page again.
            element.attrib = {"class": element.get("class", ""), "data-search-exclude": "true"}
            # A drawing that is hidden itself is named by what holds it.
            holder = ET.SubElement(element, "div", {"role": "img", "aria-label": label}) if label else element
            holder.text = md.htmlStash.store(svg)
    return box[0] if len(box) == 1 else box


def _block_class(name: str, render: Callable[[Page, str], str]) -> type[Block]:
    class FactsBlock(Block):
        NAME = name
        ARGUMENT = None  # optional; the block itself says what it needs

        def on_create(self, parent: ET.Element) -> ET.Element:
            """Render the block. Raises `ProblemsFound` with its line for a wrong argument."""
            page: Page = self.md.facts_page
            argument = (self.argument or "").strip()
            try:
                element = element_of(self.md, render(page, argument))
            except InvalidValue as error:
                if page.source is None:  # a page without lines to point at
                    raise
                line = next(
                    (block.line for block in page.source.blocks if (block.name, block.argument) == (name, argument)), 0
                )
                raise page.source.place_of(line, f"/// {name} | {argument}").error(error) from None
            parent.append(element)
            return element

        def on_markdown(self) -> str:
            return "raw"

    return FactsBlock


def makeExtension(**options: Any) -> FactsExtension:
    return FactsExtension(**options)
