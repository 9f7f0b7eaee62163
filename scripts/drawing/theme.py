"""Colours, fonts and shapes that charts and pages share.

A plot is drawn in the light colours; `svg.py` turns each of them into its token, so that the page's
light and dark scheme recolours it. So every light colour must be unique.
"""

from typing import NamedTuple

from scripts.problems import UnknownName

FALLBACK = "Source Sans Pro, Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif"


class Token(NamedTuple):
    """A colour on light and on dark pages."""

    light: str
    dark: str


TOKENS = {
    "paper": Token("#fffefb", "#10141a"),  # page background
    "ink": Token("#16191f", "#e9ecf1"),  # text, values
    "soft": Token("#5a6270", "#a4aebb"),  # axis text, captions
    "line": Token("#dcdfe5", "#2c333e"),  # grid, rules
    "axis": Token("#8b929d", "#6b7583"),  # base lines, leaders
    "accent": Token("#0a5bb5", "#62adf5"),  # the subject of the story
    "accent-soft": Token("#a8cbee", "#366aa0"),  # the subject, paler: part of a year, used cars, planned
    "context": Token("#b1b8c2", "#5d6875"),  # everything that is there for comparison
    "context-deep": Token("#737c88", "#8d98a6"),  # second comparison
    "warm": Token("#bf4a0b", "#f2935a"),  # targets, slips, what did not happen
    "warm-soft": Token("#f0c4a4", "#94502a"),  # the same, paler
}
PAPER, INK, SOFT, ACCENT = (TOKENS[name].light for name in ("paper", "ink", "soft", "accent"))


class Shape(NamedTuple):
    """One way a chart is laid out: width in px, size of its text in px, and under which no letters of its drawing may shrink."""

    name: str
    width: int
    text: int
    least_text: int = 0
    alone: bool = False  # used without a page, so with its own title, source line and address
    height: int = 0  # given by the chart where 0


WIDE = Shape("wide", 720, 15, least_text=12)
NARROW = Shape("narrow", 340, 13, least_text=13)  # which is 12 px where it is 316 px wide, on a phone of 320 px
POSTER = Shape("poster", 600, 14, alone=True)
CARD = Shape("card", 600, 16, alone=True, height=315)
SCALE = 2  # pictures are drawn at twice their size: the poster is 1200 px wide, the share card 1200 x 630
SHAPES = {shape.name: shape for shape in (WIDE, NARROW, POSTER, CARD)}
IN_PAGES = {shape.name: shape for shape in (WIDE, NARROW)}


def color(role: str) -> str:
    """The light colour of a role."""
    if role not in TOKENS:
        raise UnknownName(role, "a colour of the theme", TOKENS)
    return TOKENS[role].light


def css() -> str:
    """The tokens as custom properties, and the classes that `svg.py` gives to shapes and text."""
    light = "".join(f"--{name}:{token.light};" for name, token in TOKENS.items())
    dark = "".join(f"--{name}:{token.dark};" for name, token in TOKENS.items())
    fills = "".join(f".f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}" for name in TOKENS)
    return (
        f":root{{color-scheme:light;{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-scheme=light]){{color-scheme:dark;{dark}}}}}"
        f"@media screen{{:root[data-scheme=dark]{{color-scheme:dark;{dark}}}}}{fills}"
    )
