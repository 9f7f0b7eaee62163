"""Cleans Kaleido's SVG for a page: no inline styles, colours as classes, no ids, an accessible name.

A strict Content Security Policy blocks `style="..."`, which would leave a chart a black box; classes let the
page's light and dark scheme recolour it. Input and output are SVG text; nothing here knows charts.
"""

import re
from decimal import Decimal
from functools import lru_cache

from lxml import etree
from PIL import ImageColor

from scripts.drawing.theme import FALLBACK, TOKENS
from scripts.problems import UnknownName

SVG = "{http://www.w3.org/2000/svg}"
_KEPT = re.compile(
    "x|y|dy|width|height|viewBox|d|transform|opacity|fill(-rule|-opacity)?|font-(size|weight|style)|text-anchor"
    "|stroke(-width|-dasharray|-opacity|-linecap|-linejoin)?"
)
"""Attributes and properties that a drawing is made of. Ids would clash in a page; all that is clipped is lost in reader views."""
_DEFAULT = re.compile(
    r"(fill-|stroke-)?opacity=1|stroke-width=0|stroke-dasharray=none|font-(weight|style)=normal"
    r"|transform=(translate\(0, ?0\))?"
)
_BY_COLOR = {ImageColor.getrgb(token.light): name for name, token in TOKENS.items()}
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_PLACE = r" ?-?[\d.]+[ ,]-?[\d.]+ ?"
_OUTLINE = re.compile(f"(?:[ML]{_PLACE}|C{3 * _PLACE}|Z ?)+")
"""A path of straight lines and curves, each with its letter."""


@lru_cache(200)  # a preview asks for all drawings after each change of one
def clean(raw: str, *, title: str, alt: str, themed: bool = True, hidden: bool = False) -> str:
    """A small, safe SVG that other programs read well too: no clip paths, a space between its texts.

    `themed`: for a page; classes follow its scheme, and beside them stand colours for reader views, which drop classes.
    Otherwise it is a file that stands alone, with title, description and web font. `hidden`: from screen readers, since an
    element around it bears its name. Raises UnknownName for a colour outside the theme.
    """
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True, resolve_entities=False)
    root = etree.fromstring(raw.encode(), parser)
    etree.strip_elements(root, SVG + "clipPath")
    for element in root.iter():
        _keep_what_shows(element)
        _recolour(element, themed)
    _split_lines(root)
    _drop_empty(root)
    if themed:
        # On paper a tall drawing is narrower than the text, and keeps its left edge.
        root.set("preserveAspectRatio", "xMinYMin")
    if hidden:
        root.set("aria-hidden", "true")
    else:
        root.set("role", "img")
        root.set("aria-label", alt)
    if not themed:
        root.set("font-family", FALLBACK)
        for place, (tag, text) in enumerate((("title", title), ("desc", alt))):
            entry = etree.Element(SVG + tag)
            entry.text = text
            root.insert(place, entry)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")


def _keep_what_shows(element: etree._Element) -> None:
    """Style as attributes, and of these what makes a difference. A tenth of a pixel is enough, and the same on every machine."""
    for declaration in element.attrib.pop("style", "").split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if value:
            element.set(name, value.replace("px", ""))
    for name, value in element.items():
        short = value if name in ("fill", "stroke") else _NUMBER.sub(_tenth, value)
        if name == "d" and _OUTLINE.fullmatch(short):
            short = _by_steps(short)
        if _KEPT.fullmatch(name) and not _DEFAULT.fullmatch(f"{name}={short}"):
            element.set(name, short)
        else:
            del element.attrib[name]


def _tenth(number: re.Match[str]) -> str:
    short = f"{Decimal(number[0]):.1f}".removesuffix(".0")
    return "0" if short == "-0" else short


def _by_steps(outline: str) -> str:
    """A path in steps from point to point: a shape that stands in ten places is then the same text ten times, which compresses well.

    It saves 1.8 KB of the home page, gzipped.
    """
    here: tuple[int, ...] = (0, 0)  # in tenths of a pixel
    start = here
    steps = ""
    for command, places in re.findall("([MLCZ])([^MLCZ]*)", outline):
        tenths = [round(10 * float(number)) for number in re.findall(r"-?[\d.]+", places)]
        steps += command.lower() + " ".join(
            f"{(tenth - here[number % 2]) / 10:g}" for number, tenth in enumerate(tenths)
        )
        here = tuple(tenths[-2:]) or start
        start = here if command == "M" else start
    return steps


def _recolour(element: etree._Element, themed: bool) -> None:
    classes = []
    for name, short in (("fill", "f"), ("stroke", "s")):
        value = element.get(name, "none")
        if value in ("none", "transparent"):
            continue
        if element.get(f"{name}-opacity") == "0":
            element.set(name, "none")
            del element.attrib[f"{name}-opacity"]
        elif themed:
            role = _BY_COLOR.get(ImageColor.getrgb(value))
            if role is None:
                colours = [token.light for token in TOKENS.values()]
                raise UnknownName(value, "a colour of scripts/drawing/theme.py", colours)
            classes.append(f"{short}-{role}")
            element.set(name, "currentColor" if role == "ink" else TOKENS[role].light)
    if classes:
        element.set("class", " ".join(classes))


def _draws_nothing(element: etree._Element) -> bool:
    match element.tag.removeprefix(SVG):
        case "g" | "defs":
            return not len(element) and not (element.text or "").strip()
        case "path" | "rect":
            unseen = {element.get("fill"), element.get("stroke", "none")} <= {"none", "transparent"}
            return unseen or (element.tag == SVG + "path" and not element.get("d"))
        case "text":
            return not "".join(element.itertext()).strip()
    return False


def _drop_empty(root: etree._Element) -> None:
    """Groups and definitions that draw nothing, from the leaves up; then groups that only wrap."""
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is None:
            continue
        if _draws_nothing(element):
            parent.remove(element)
        elif element.tag == SVG + "g" and not element.attrib:
            place = parent.index(element)
            parent[place : place + 1] = list(element)


def _split_lines(root: etree._Element) -> None:
    """Make each line a text of its own with a space after it: copied or read aloud, the words of two lines do not run together."""
    for text in list(root.iter(SVG + "text")):
        if len(text) and all(line.get("dy") and line.get("x") for line in text):
            text.tag = SVG + "g"
            for name in ("x", "y"):
                text.attrib.pop(name, None)
            for line in text:
                line.tag, line.tail = SVG + "text", " "
        text.tail = " "
