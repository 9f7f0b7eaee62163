"""The sheet that a chart draws on, mark by mark, in the units of its rows.

Coordinates are data units (years, cars, dollars); text sizes and offsets are in em of the shape; colours are roles of the theme.
A string for `text` or `hover` names a column, whose cell is shown raw; a function of the row gives it another form.
`scripts/drawing/layout.py` makes a plot of a sheet.
"""

import math
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from scripts.drawing import measure, svg_path, theme
from scripts.drawing.rows import Row
from scripts.problems import InvalidValue, UnknownName

Text = str | Callable[[Row], str]
Ends = tuple[Any, Any]
ALIGN = ("left", "center", "right")
BASELINE = ("bottom", "middle", "top")


def _numbers(values: Iterable[Any]) -> list[float | None]:
    """Cells as Plotly takes them; None is a gap."""
    return [None if value is None else float(value) for value in values]


def _places(mark: str, axis: str, values: Iterable[Any]) -> list[float]:
    """Places on an axis as Plotly takes them. Raises InvalidValue for None, of which Plotly would make nothing or something else."""
    places = list(values)
    if None in places:
        raise InvalidValue(f"{mark} at {axis}=None", "a place, so leave out rows with a gap")
    return list(map(float, places))


def _ends(place: Any) -> Ends:
    """Two places, or the one that both ends have."""
    start, end = place if isinstance(place, Sequence) else (place, place)
    return start, end


def _cell(row: Row, wanted: Any) -> Any:
    """The value of an option for a row: a column's cell, what a function returns, or a constant."""
    if callable(wanted):
        return wanted(row)
    return row[wanted] if isinstance(wanted, str) else wanted


def _cells(rows: Iterable[Row], wanted: Any) -> list[Any]:
    return [_cell(row, wanted) for row in rows]


def _line(color: str, stroke: float, dash: str | None = None) -> dict[str, Any]:
    """A line as Plotly takes it, `stroke` px wide."""
    line = {"color": theme.color(color), "width": stroke}
    if dash:
        line["dash"] = dash
    return line


def annotation(text: str, color: str, size: float, **place: Any) -> dict[str, Any]:
    """A text as a Plotly annotation, `size` in px."""
    font = {"color": color, "size": size}
    return {"text": measure.drawn(text), "showarrow": False, "font": font, **place}


class Fitted(NamedTuple):
    """A label that shrinks to fit `between` two places on x; `line`: of the chart's module, for messages."""

    label: dict[str, Any]
    between: Ends
    line: int


@dataclass
class Sheet:
    """A drawing in one shape, and the marks that a chart puts on it, as Plotly's traces, shapes and annotations.

    `width` and `height` in px; `em`: px of a letter's height in this shape; `name_of`: what a row of the chart is called;
    `least_text`: px under which no letters may shrink.
    """

    shape: str
    width: float
    height: float
    em: float
    name_of: Callable[[Row], str] | None = None
    least_text: int = 0
    in_pixels: bool = False
    traces: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    labels: list[dict[str, Any]] = field(default_factory=list)
    fitted: list[Fitted] = field(default_factory=list)
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
            self._check_inside(label)

    def use_pixels(self) -> None:
        """Let coordinates be px from the top left corner, for a picture without data axes."""
        self.in_pixels = True
        self.scale(x=(0, self.width), y=(self.height, 0))

    def length(self, text: str, *, bold: bool = False) -> float:
        """Width to reserve for the longest line of a text, in em; in a page with room for the wider fallback font."""
        slack = measure.PICTURE_SLACK if theme.SHAPES[self.shape].alone else measure.SLACK
        return measure.length(text, bold=bold) * slack

    def bars(
        self,
        rows: Sequence[Row],
        *,
        x: str,
        y: str,
        text: Text | None = None,
        text_size: float = 1,
        color: Text = "accent",
        hover: Text | None = None,
        base: Any = 0,
        thickness: float = 0.72,
        ticks: bool = True,
        across: bool = False,
    ) -> None:
        """A bar a row, from `base` up to its value; with `across`, lying down: then `x` is its length and `y` its place.

        `text` stands at its end, `text_size` em high; under an upright one, with `ticks`, the cell of its place. `color` is a role, or
        a function of the row. `thickness` in units of its place: of 1, the bars of two years touch. A row without a value is
        a gap. `hover=""`: a pointer finds nothing.
        """
        along, value = ("y", "x") if across else ("x", "y")
        columns = {"x": x, "y": y}
        places = _places("bar", along, _cells(rows, columns[along]))
        lengths = _numbers(_cells(rows, columns[value]))
        bases = _places("base of a bar", value, _cells(rows, base))
        hovers = []
        for row, place, start, length in zip(rows, places, bases, lengths, strict=True):
            self._reach(along, place - 0.5, place + 0.5)
            end = start + (length or 0)
            self._reach(value, start, end)
            if ticks and not across:
                self.tick_texts[place] = str(row[x])
            words = "" if length is None else str(_cell(row, text) or "")
            if words and across:
                self.label(words, x=end, y=place, color="ink", size=text_size, baseline="middle", dx=0.4)
            elif words:
                self.label(words, x=place, y=end, color="ink", size=text_size, align="center", dy=0.1)
            if length is None or hover == "":
                hovers.append("")
            elif hover:
                hovers.append(_cell(row, hover))
            else:
                name = self.name_of(row) if self.name_of else ""
                hovers.append("<br>".join(filter(None, (name, re.sub("</?b>", "", words)))))
        self.from_zero = value
        self._trace(
            type="bar",
            orientation="h" if across else "v",
            **{along: places, value: lengths},
            base=bases,
            width=thickness,
            hover=hovers,
            marker={"color": [theme.color(color(row) if callable(color) else color) for row in rows]},
        )

    def line(
        self,
        rows: Sequence[Row] | None = None,
        *,
        x: Any,
        y: Any,
        color: str = "axis",
        stroke: float = 1,
        dash: str | None = None,
        steps: bool = False,
        hover: Text | None = None,
    ) -> None:
        """A line through rows (`x` and `y` name columns) or through lists of places; None in `y` breaks it.

        `stroke` in px. `steps`: each value holds until the next place.
        """
        xs = _numbers(x if rows is None else _cells(rows, x))
        ys = _numbers(y if rows is None else _cells(rows, y))
        line = _line(color, stroke, dash)
        if steps:
            line["shape"] = "hv"
        self._scatter(xs, ys, mode="lines", line=line, hover=_cells(rows or (), hover))

    def rule(
        self,
        *,
        x: Any = None,
        y: Any = None,
        color: str = "axis",
        stroke: float = 1,
        dash: str | None = None,
        under: bool = False,
    ) -> None:
        """A straight line: `x` and `y` are its ends, or the one place that both have; all across where one is left out.

        `stroke` in px; `under`: the marks are drawn over it.
        """
        for axis, place, other in (("x", x, y), ("y", y, x)):
            if other is None or isinstance(other, Sequence):  # or it would slant from corner to corner
                _places("rule", axis, _ends(place))
        ends = [None if place is None else _ends(place) for place in (x, y)]
        layer = "below" if under else "above"
        self._outline("rule", *ends, type="line", line=_line(color, stroke, dash), layer=layer)

    def dots(
        self,
        rows: Sequence[Row],
        *,
        x: Any,
        y: Any,
        color: str = "accent",
        size: float = 0.7,
        hollow: bool = False,
        symbol: str = "circle",
        hover: Text | None = None,
    ) -> None:
        """A dot a row; `size` in em; `hollow`: outlined only; `symbol`: circle, square, x, diamond ..."""
        xs = _numbers(_cells(rows, x))
        ys = _numbers(_cells(rows, y))
        paint = theme.color(color)
        marker = {
            "symbol": symbol,
            "size": round(size * self.em, 1),
            "color": theme.PAPER if hollow else paint,
            "line": {"color": paint, "width": 2 if hollow else 0},
        }
        self._scatter(xs, ys, mode="markers", marker=marker, hover=_cells(rows, hover))

    def label(
        self,
        text: str,
        *,
        x: float,
        y: float,
        align: str = "left",
        baseline: str = "bottom",
        color: str = "soft",
        size: float = 1,
        bold: bool = False,
        dx: float = 0,
        dy: float = 0,
        wrap: float | None = None,
        between: Ends | None = None,
        ground: bool = False,
    ) -> None:
        """Words at a place; `align` (left, center, right) and `baseline` (bottom, middle, top) say which end stands there.

        Lines break at `wrap`, in em. Letters shrink where a line is wider than what is `between` two places on x, as in a language
        with longer words, down to `least_text` of the shape; the words stay equally far from both. `ground` lays paper under them.
        """
        mark = f"text {text!r}"
        if align not in ALIGN:
            raise UnknownName(align, "a value of align", ALIGN)
        if baseline not in BASELINE:
            raise UnknownName(baseline, "a value of baseline", BASELINE)
        if wrap:
            text = measure.wrap(text, wrap / size, bold=bold)
        (place,) = _places(mark, "x", [x])
        (height,) = _places(mark, "y", [y])
        label = annotation(
            f"<b>{text}</b>" if bold else text,
            theme.color(color),
            round(size * self.em, 1),
            x=place,
            y=height,
            align=align,
            xanchor=align,
            yanchor=baseline,
            xshift=round(dx * self.em, 1),
            yshift=round(dy * self.em, 1),
        )
        if ground:
            label |= {"bgcolor": theme.PAPER, "borderpad": 2}
        self._check_inside(label)
        self._reach("x", place)
        self._reach("y", height)
        self.labels.append(label)
        if between:
            self._reach("x", *_places(mark, "x", between))
            self.fitted.append(Fitted(label, between, sys._getframe(1).f_lineno))

    def band(self, *, x: Ends | None = None, y: Ends | None = None, color: str = "line") -> None:
        """A shaded ground between two places of an axis, over all of the other; with both, a rectangle."""
        self._outline("band", x, y, type="rect", fillcolor=theme.color(color), line={"width": 0}, layer="below")

    def path(
        self,
        outline: str,
        *,
        x: Any,
        y: Any,
        box: tuple[float, float] = (100, 100),
        size: float | None = None,
        color: str = "accent",
        filled: bool = True,
        dash: str | None = None,
        stroke: float = 1.5,
    ) -> None:
        """A drawing of your own: an SVG path (absolute M L H V C Q Z) in a box `(width, height)` with y downwards, set
        between two places; or `size` em high with its lower left corner at one, whatever the scale. Where it is not
        `filled`, `stroke` (in px) and `dash` are those of its line.
        """
        left, right = _places("path", "x", _ends(x))
        bottom, top = _places("path", "y", _ends(y))
        self._reach("x", left, right)
        self._reach("y", bottom, top)
        anchor = {}
        if size:  # px from its corner, which Plotly counts upwards
            anchor = {"xsizemode": "pixel", "xanchor": left, "ysizemode": "pixel", "yanchor": bottom}
            high = size * self.em
            left, right, bottom, top = 0, high * box[0] / box[1], 0, high
        shape = {
            "type": "path",
            "path": svg_path.placed(outline, box, (left, right), (bottom, top)),
            "fillcolor": theme.color(color) if filled else "rgba(0,0,0,0)",
            "line": _line(color, 0 if filled else stroke, dash),
        }
        self.shapes.append(shape | anchor)

    def _trace(self, hover: Sequence[str | None], **options: Any) -> None:
        """A trace of Plotly's; `hover`: what a pointer finds at each point."""
        if any(hover):
            options |= {"hovertext": hover, "hoverinfo": "text"}
        else:
            options["hoverinfo"] = "skip"
        self.traces.append(options)

    def _reach(self, axis: str, *values: float | None) -> None:
        """Let the scale of an axis hold these values."""
        self.reached[axis] += [value for value in values if value is not None]

    def _outline(self, mark: str, x: Ends | None, y: Ends | None, **options: Any) -> None:
        """A line or a rectangle between two places; None on an axis: over all of it."""
        for axis, ends in (("x", x), ("y", y)):
            places: list[float] = [0, 1]
            if ends is None:
                options[f"{axis}ref"] = "paper"
            else:
                places = _places(mark, axis, ends)
                self._reach(axis, *places)
            options |= {f"{axis}0": places[0], f"{axis}1": places[1]}
        self.shapes.append(options)

    def _check_inside(self, label: dict[str, Any]) -> None:
        """Raise InvalidValue for a label outside a given scale: Plotly would drop it without a word."""
        for axis, (start, end) in self.ends.items():
            start = -math.inf if start is None else float(start)
            end = math.inf if end is None else float(end)
            low, high = min(start, end), max(start, end)
            if not low - 1e-6 <= label[axis] <= high + 1e-6:
                expected = f"a place from {low:g} to {high:g}, or a wider scale"
                raise InvalidValue(f"text {label['text']!r} stands at {axis}={label[axis]:g}", expected)

    def _scatter(self, xs: list[float | None], ys: list[float | None], *, mode: str, **options: Any) -> None:
        """Points, or lines through them, that the scale holds."""
        self._reach("x", *xs)
        self._reach("y", *ys)
        self._trace(type="scatter", x=xs, y=ys, mode=mode, cliponaxis=False, **options)
