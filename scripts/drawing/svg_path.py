"""Transforms SVG paths for a sheet: from their own box to data coordinates."""

import math
import re
from collections.abc import Callable

from scripts.problems import InvalidValue

Ends = tuple[float, float]
_COMMANDS = "MLHVCQZ"
_PART = re.compile(
    rf"(?P<command>[{_COMMANDS}])|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|(?P<gap>[\s,]+)|."
)


def placed(outline: str, box: tuple[float, float], x: Ends, y: Ends) -> str:
    """A path (absolute M L H V C Q Z) in a box `(width, height)`, y downwards, scaled to left, right, bottom and top.

    Raises InvalidValue for anything else in it, such as other commands.
    """
    left, right = x
    bottom, top = y
    across = _placing(left, right, box[0])
    down = _placing(top, bottom, box[1])
    axes: tuple[Callable[[float], str], ...] = (across, down)
    written = []
    for part in _PART.finditer(outline):
        if part["command"]:
            written.append(part["command"])
            axes = {"H": (across,), "V": (down,)}.get(part["command"], (across, down))
            count = 0
        elif part["number"] and written:
            written.append(axes[count % len(axes)](float(part["number"])))
            count += 1
        elif not part["gap"]:
            expected = f"absolute commands, of {' '.join(_COMMANDS)}, each with its numbers"
            raise InvalidValue(f"path has {part[0]!r}", expected)
    return " ".join(written)


def _placing(start: float, end: float, size: float) -> Callable[[float], str]:
    """From a number in a box of this size to the place between two ends, as a path writes it: to about a thousandth of
    the drawing, which is all that the eye sees and half of what it would weigh.
    """
    digits = max(0, round(3.2 - math.log10(abs(end - start))))
    return lambda number: f"{round(start + number / size * (end - start), digits):g}"
