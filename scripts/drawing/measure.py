"""How much room words take in our type, so that a drawing can make that room before a browser sees it."""

import re
from collections.abc import Callable
from functools import cache

from scripts.drawing import faces

LINE_HEIGHT = 1.3  # Plotly sets lines 1.3 em apart
SLACK = 1.12
"""Room for text is made as if it were this much wider: until our type has come, a reader sees a wider one of the system's."""
PICTURE_SLACK = 1.03  # a picture is always in our type; a browser sets it a trifle wider than we measure
_TAG = re.compile(r"<[^>]*>")
_EM = 100


def drawn(text: str) -> str:
    """A text as a drawing has it: the narrow no-break space of thousands nearly vanishes in our type, so a wider one stands for it."""
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
    """The text in lines of at most `width` em even where it is `slack` times as wide. Only plain spaces break.

    `even`: lines are as even as can be, so that the last is no orphan; else each is as long as can be, as a browser makes them.
    """
    make_lines = _even if even else _greedy
    lines: list[str] = []
    for part in text.split("<br>"):
        lines += make_lines(part, width / slack, bold)
    return "<br>".join(lines)


def _even(text: str, width: float, bold: bool) -> list[str]:
    """As few lines as fit the width, broken at the smallest width that makes no more of them."""
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
    """Lines of as many words as fit, at least one. Only plain spaces break: those that bind stay within their line."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip(" ")
        if not lines[-1] or fits(longer):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
