"""Text metrics in the site's web fonts, so that a drawing makes room for its words before a browser lays them out."""

import re
from collections.abc import Callable
from functools import cache

from scripts.drawing import faces

LINE_HEIGHT = 1.3  # Plotly sets lines 1.3 em apart
SLACK = 1.12
"""Factor by which room for text is widened. Until the web font loads, browsers show a wider fallback."""
PICTURE_SLACK = 1.03  # a picture always has the web font; a browser sets it a trifle wider than we measure
_TAG = re.compile(r"<[^>]*>")
_EM = 100


def drawn(text: str) -> str:
    """A text with wider no-break spaces between thousands: the narrow one nearly vanishes in the web font."""
    return re.sub(r"(?<=\d)\u202f(?=\d)", "\u00a0", text)


@cache
def length(text: str, *, bold: bool = False) -> float:
    """Width of the longest line of a text (lines end in `<br>`), in em."""
    font = faces.of_size("sans-bold" if bold or "<b>" in text else "sans", _EM)
    return max(font.getlength(_TAG.sub("", line)) for line in drawn(text).split("<br>")) / _EM


def height(text: str) -> float:
    """Height of a text, in em."""
    return (text.count("<br>") + 1) * LINE_HEIGHT


def wrap(text: str, width: float, *, bold: bool = False, slack: float = SLACK, even: bool = True) -> str:
    """Wrap a text to `width` em, with room for a font `slack` times as wide. Lines break at plain spaces only.

    `even`: balance the lines, so that the last is no orphan; else fill each line, as a browser does.
    """
    make_lines = _even if even else _greedy
    lines: list[str] = []
    for part in text.split("<br>"):
        lines += make_lines(part, width / slack, bold)
    return "<br>".join(lines)


def _even(text: str, width: float, bold: bool) -> list[str]:
    """The fewest lines that fit, balanced: wrapped at the smallest width that needs no more lines."""
    lines = _greedy(text, width, bold)
    if len(lines) == 1:
        return lines
    low, high = width / 3, width
    for _ in range(6):
        middle = (low + high) / 2
        narrower = _greedy(text, middle, bold)
        if len(narrower) <= len(lines) and all(length(line, bold=bold) <= width for line in narrower):
            lines = narrower
            high = middle
        else:
            low = middle
    return lines


def _greedy(text: str, width: float, bold: bool) -> list[str]:
    return broken(text, lambda line: length(line, bold=bold) <= width)


def broken(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Greedy line breaking: as many words a line as fit, at least one. No-break spaces do not break."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip(" ")
        if not lines[-1] or fits(longer):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
