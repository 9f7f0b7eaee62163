"""SVG paths for a sheet: set from the box that they were written in between two places of the drawing."""

import math
import re
from collections.abc import Callable

Ends = tuple[float, float]


def placed(outline: str, box: tuple[float, float], x: Ends, y: Ends) -> str:
    """A path (absolute M L H V C Q Z) in a box `(width, height)` with y downwards, set between left and right, bottom and top."""
    left, right = x
    bottom, top = y
    across = _placing(left, right, box[0])
    down = _placing(top, bottom, box[1])
    commands = []
    for command, arguments in re.findall(r"([MLHVCQZ])([^MLHVCQZ]*)", outline):
        axes = {"H": (across,), "V": (down,)}.get(command, (across, down))
        coordinates = re.findall(r"-?\d+(?:\.\d+)?", arguments)
        commands.append(command)
        commands += [axes[index % len(axes)](float(coordinate)) for index, coordinate in enumerate(coordinates)]
    return " ".join(commands)


def _placing(start: float, end: float, size: float) -> Callable[[float], str]:
    """From a number in a box of this size to the place between two ends, as a path writes it: to about a thousandth of
    the drawing, which is all that the eye sees and half of what it would weigh.
    """
    digits = max(0, round(3.2 - math.log10(abs(end - start))))
    return lambda number: f"{round(start + number / size * (end - start), digits):g}"
