"""What stands on a drawing in the making, as Plotly's traces, shapes and annotations, and how far its axes reach."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from scripts.drawing import measure, theme
from scripts.problems import UnknownName

Ends = tuple[Any, Any]


def numbers(values: Sequence[Any]) -> list[float | None]:
    """Cells as Plotly takes them: no Decimal."""
    return [None if value is None else float(value) for value in values]


@dataclass
class Canvas:
    """A drawing in one shape. `width` and `height` in px; `em`: px of a letter's height in this shape."""

    shape: str
    width: float
    height: float
    em: float
    in_pixels: bool = False
    traces: list[dict[str, Any]] = field(default_factory=list)
    outlines: list[dict[str, Any]] = field(default_factory=list)
    labels: list[dict[str, Any]] = field(default_factory=list)
    tick_texts: dict[float, str] = field(default_factory=dict)  # along x
    reached: dict[str, list[float]] = field(default_factory=lambda: {"x": [], "y": []})
    ends: dict[str, Ends] = field(default_factory=lambda: {"x": (None, None), "y": (None, None)})
    from_zero: str = "y"  # the axis that begins at zero where no end is given

    def choose(self, value: Any, **by_shape: Any) -> Any:
        """The value for this shape: `choose(1.1, narrow=1.25)`."""
        for shape in by_shape.keys() - theme.SHAPES.keys():
            raise UnknownName(shape, "a shape", theme.SHAPES)
        return by_shape.get(self.shape, value)

    def scale(self, *, x: Ends | None = None, y: Ends | None = None) -> None:
        """The ends of the axes; None where one follows from the marks."""
        self.ends["x"] = x or self.ends["x"]
        self.ends["y"] = y or self.ends["y"]
        for label in self.labels:
            self._stop_outside(label)

    def use_pixels(self) -> None:
        """Places are px from the top left corner: for a picture that is a map of its own."""
        self.in_pixels = True
        self.scale(x=(0, self.width), y=(self.height, 0))

    def trace(self, hover: Sequence[str | None] = (), **options: Any) -> None:
        """A trace of Plotly's own, for what no mark draws; `hover`: what a pointer finds at each point."""
        if any(hover):
            options |= {"hovertext": hover, "hoverinfo": "text"}
        else:
            options["hoverinfo"] = "skip"
        self.traces.append(options)

    @property
    def slack(self) -> float:
        """How much wider than measured a browser may set words: a picture has our type, a drawing in a page not until it has come."""
        return measure.PICTURE_SLACK if theme.SHAPES[self.shape].alone else measure.SLACK

    def length(self, text: str, *, bold: bool = False) -> float:
        """Width that the longest line of a text may take, in em."""
        return measure.length(text, bold=bold) * self.slack

    def height_of(self, text: str) -> float:
        """Height of the lines of a text, in em."""
        return measure.height(text)

    def wrap(self, text: str, width: float) -> str:
        """The text in lines of at most `width` em."""
        return measure.wrap(text, width, slack=self.slack)

    def reach(self, axis: str, *values: float | None) -> None:
        """Let the scale of an axis hold these values."""
        self.reached[axis] += [value for value in values if value is not None]

    def outline(self, x: Ends | None, y: Ends | None, **options: Any) -> None:
        """A line or a rectangle between two places; None on an axis: over all of it."""
        for axis, ends in (("x", x), ("y", y)):
            if ends is None:
                start, end = 0, 1
                options[f"{axis}ref"] = "paper"
            else:
                start, end = numbers(ends)
                self.reach(axis, start, end)
            options |= {f"{axis}0": start, f"{axis}1": end}
        self.outlines.append(options)

    def _stop_outside(self, label: dict[str, Any]) -> None:
        """Raise ValueError for a label outside a given scale: Plotly would drop it without a word."""
        for axis, (start, end) in self.ends.items():
            start = -math.inf if start is None else float(start)
            end = math.inf if end is None else float(end)
            low, high = min(start, end), max(start, end)
            if not low - 1e-6 <= label[axis] <= high + 1e-6:
                expected = f"a place from {low:g} to {high:g}, or a wider scale"
                raise ValueError(f"text {label['text']!r} stands at {axis}={label[axis]:g}; expected: {expected}")
