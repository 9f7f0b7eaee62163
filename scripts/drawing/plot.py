"""Marks in data units -> a plain dict of Plotly's JSON, for one shape of a chart.

A chart says what it draws as a list of marks (`bars`, `label`, `line` ...). Places are in the units of its rows: years, cars,
dollars. Colours are roles of the theme. Text is in em of the shape, and grows away from its place by `align` and `baseline`;
room for words that stand at the edge is made by measuring them. So no chart but a `picture` counts pixels, and the same
marks draw every shape.

Places, and some options (scripts/drawing/discover.py says which), may differ by shape: `x={"wide": 3, "narrow": 2}`; a shape that is not
named takes the value of `wide`. `shapes={"wide"}` leaves a mark out of the others.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import wraps
from itertools import pairwise
from math import log10
from typing import Any

from scripts.drawing import measure, theme
from scripts.drawing.chart import Row

BUT_CARD = set(theme.SHAPES) - {"card"}  # for what a share card, which is low, has no room
INSET = 3  # px that Plotly leaves between the place of a text and its first or last letter
Mark = Callable[["Plot"], None]
Text = str | Callable[[Row], str]


@dataclass
class Label:
    """A text at a place in data units; `size`, `dx` and `dy` in em."""

    text: str
    x: float
    y: float
    align: str
    baseline: str
    color: str
    size: float
    dx: float = 0
    dy: float = 0
    ground: bool = False


@dataclass
class Plot:
    """The drawing in the making. `width` and `height` in px; `em`: px of a letter's height in this shape."""

    shape: str
    width: float
    height: float
    em: float
    data: list[dict[str, Any]] = field(default_factory=list)
    drawn_shapes: list[dict[str, Any]] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    ticks: dict[str, dict[float, str]] = field(default_factory=lambda: {"x": {}, "y": {}})
    extent: dict[str, list[float]] = field(default_factory=lambda: {"x": [], "y": []})
    stripes: list[tuple[tuple[float, float], tuple[float, float]]] = field(default_factory=list)
    base_at_zero: str = ""
    edge: float = 4  # px that stay free at each side, for Plotly rounds places; 0: places are px, and no margin is made

    def pick(self, value: Any) -> Any:
        """What an option is in this shape."""
        if isinstance(value, Mapping) and value and set(value) <= set(theme.SHAPES):
            return value[self.shape] if self.shape in value else value["wide"]
        return value

    def reach(self, axis: str, *values: Any) -> None:
        """Let the scale of an axis hold these values."""
        self.extent[axis] += [float(value) for value in values if value is not None]

    def trace(self, **options: Any) -> None:
        hover = options.pop("hover", None)
        said = {"hovertext": hover, "hoverinfo": "text"} if hover and any(hover) else {"hoverinfo": "skip"}
        self.data.append(options | said)

    def shape_at(self, x: tuple[Any, Any] | None, y: tuple[Any, Any] | None, **options: Any) -> None:
        """A line or a rectangle between two places; None on an axis: over all of it."""
        places: dict[str, Any] = {}
        for axis, ends in (("x", x), ("y", y)):
            if ends is None:
                places |= {f"{axis}ref": "paper", f"{axis}0": 0, f"{axis}1": 1}
            else:
                self.reach(axis, *ends)
                places |= {f"{axis}0": number(ends[0]), f"{axis}1": number(ends[1])}
        self.drawn_shapes.append(places | options)

    # --- the finished figure

    def figure(self, marks: Iterable[Mark | None], scale: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The whole figure of these marks. `scale`: {"y": (from, to)}, None where an end follows from the marks."""
        for put in filter(None, marks):
            put(self)
        scale = scale or {}
        ranges = {axis: self._range(axis, self.pick(scale.get(axis)) or (None, None)) for axis in "xy"}
        self._stop_outside(ranges)
        left, right, top, bottom = self._margins(ranges)
        room = self.width - left - right, self.height - top - bottom
        self.drawn_shapes += [self._striped(*box, ranges, *room) for box in self.stripes]
        axes = {}
        for axis in "xy":
            ticks = self._tick_texts(axis, ranges[axis], left, right)
            axes[f"{axis}axis"] = theme.axis(self.em) | {"range": ranges[axis], "showticklabels": bool(ticks)}
            if ticks:
                axes[f"{axis}axis"] |= {"tickmode": "array", "tickvals": list(ticks), "ticktext": list(ticks.values())}
        layout = theme.layout(self.width, self.height, self.em) | axes | {
            "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 0},
            **({"shapes": self.drawn_shapes} if self.drawn_shapes else {}),
            "annotations": [self._annotation(label) for label in self.labels],
        }
        if self.ticks["y"]:
            layout["yaxis"]["ticklabelstandoff"] = round(0.5 * self.em)
        if any(trace["type"] == "bar" for trace in self.data):
            layout["barmode"] = "overlay"
        return {"data": self.data, "layout": layout}

    def _range(self, axis: str, given: Sequence[Any]) -> list[float]:
        found = self.extent[axis] or [0, 1]
        low, high = given
        at_zero = self.base_at_zero == axis or (not self.base_at_zero and axis == "y" and low is None and min(found) >= 0)
        start = number(low) if low is not None else 0.0 if at_zero else min(found)
        end = number(high) if high is not None else max(found)
        return [start, end if end != start else start + 1]

    def _stop_outside(self, ranges: dict[str, list[float]]) -> None:
        """Plotly drops a text that stands outside the axes, without a word."""
        for label in self.labels:
            for axis, value in (("x", label.x), ("y", label.y)):
                low, high = sorted(ranges[axis])
                if not low - 1e-6 <= value <= high + 1e-6:
                    expected = f"a place from {low:g} to {high:g}, or a wider scale"
                    raise ValueError(f"label {label.text!r} stands at {axis}={value:g}; expected {expected}")

    def _annotation(self, label: Label) -> dict[str, Any]:
        found = {
            "text": label.text, "x": label.x, "y": label.y, "showarrow": False,
            "align": label.align, "xanchor": label.align, "yanchor": label.baseline,
            "font": {"color": theme.color(label.color), "size": round(self.em * label.size, 1)},
        }
        if label.dx:
            found["xshift"] = round(label.dx * self.em, 1)
        if label.dy:
            found["yshift"] = round(label.dy * self.em, 1)
        if label.ground:
            found |= {"bgcolor": theme.color("paper"), "borderpad": 2}
        return found

    def _striped(
        self, x: tuple[float, float], y: tuple[float, float], ranges: dict[str, list[float]], width: float, height: float
    ) -> dict[str, Any]:
        """Slanting lines of paper over a rectangle; `width` and `height` of the plot in px."""
        wide = abs((x[1] - x[0]) / (ranges["x"][1] - ranges["x"][0]) * width)
        high = abs((y[1] - y[0]) / (ranges["y"][1] - ranges["y"][0]) * height)

        def place(across: float, up: float) -> str:
            return f"{x[0] + across / wide * (x[1] - x[0]):.7g},{y[0] + up / high * (y[1] - y[0]):.7g}"

        step = 0.55 * self.em
        starts = [number * step - high for number in range(1, int((wide + high) / step) + 1)]
        ends = [(start, max(start, 0), min(start + high, wide)) for start in starts]
        lines = "".join(f"M{place(left, left - start)}L{place(right, right - start)}" for start, left, right in ends)
        return {"type": "path", "path": lines, "line": {"color": theme.color("paper"), "width": 2}}

    def _margins(self, ranges: dict[str, list[float]]) -> tuple[float, float, float, float]:
        """Left, right, top and bottom: as much as the words at the edges need."""
        left = right = top = bottom = float(self.edge)
        if not self.edge:
            return left, right, top, bottom
        if self.ticks["x"]:
            bottom = 1.75 * self.em
        if self.ticks["y"]:
            longest = max(measure.length(text) for text in self.ticks["y"].values())
            left += longest * self.em * measure.SLACK + 0.5 * self.em
        for _ in range(12):
            boxes = [self.box(label, ranges, left, right, top, bottom, measure.SLACK) for label in self.labels]
            over = (
                max([0.0, *(self.edge - box[0] for box in boxes)]),
                max([0.0, *(box[2] + self.edge - self.width for box in boxes)]),
                max([0.0, *(self.edge - box[1] for box in boxes)]),
                max([0.0, *(box[3] + self.edge - self.height for box in boxes)]),
            )
            if max(over) < 0.5:
                break
            left, right, top, bottom = map(sum, zip((left, right, top, bottom), over, strict=True))
        return tuple(round(margin, 1) for margin in (left, right, top, bottom))  # type: ignore[return-value]

    def box(
        self, label: Label, ranges: dict[str, list[float]], left: float, right: float, top: float, bottom: float,
        slack: float = 1.0,
    ) -> tuple[float, float, float, float]:
        """Where a label stands: left, top, right, bottom in px from the top left corner."""
        em = self.em * label.size
        wide, high = measure.length(label.text) * em * slack, measure.height(label.text) * em
        x = left + share(label.x, ranges["x"]) * (self.width - left - right) + label.dx * self.em
        y = top + (1 - share(label.y, ranges["y"])) * (self.height - top - bottom) - label.dy * self.em
        x += {"left": INSET, "center": -wide / 2, "right": -wide - INSET}[label.align]
        y -= {"top": 0, "middle": high / 2, "bottom": high}[label.baseline]
        return x, y, x + wide, y + high

    def _tick_texts(self, axis: str, ends: list[float], left: float, right: float) -> dict[float, str]:
        """The ticks that find room: years shorten to ’25, then every second one goes, the last one stays."""
        ticks = self.ticks[axis]
        if axis == "y" or len(ticks) < 2:
            return ticks
        places = sorted(ticks)
        pitch = min(b - a for a, b in pairwise(places)) / abs(ends[1] - ends[0]) * (self.width - left - right)

        def fits(texts: Iterable[str], every: int = 1) -> bool:
            return max(measure.length(text) for text in texts) * self.em * measure.SLACK + 0.25 * self.em <= pitch * every

        if not fits(ticks.values()):
            ticks = {at: f"’{text[2:]}" if re.fullmatch(r"\d{4}", text) else text for at, text in ticks.items()}
        every = next(every for every in (1, 2, 3, 4, 5, len(ticks)) if every == len(ticks) or fits(ticks.values(), every))
        kept = set(places[::-1][::every])
        return {at: ticks[at] for at in places if at in kept}


def share(value: float, ends: Sequence[float]) -> float:
    return (value - ends[0]) / (ends[1] - ends[0])


def number(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal | int) else value


def _each(rows: Sequence[Row], wanted: Any) -> list[Any]:
    """A column's cells, or what a function says of each row, or the same number for all. ValueError for an unknown column."""
    if callable(wanted):
        return [wanted(row) for row in rows]
    if isinstance(wanted, str) and rows:
        if wanted not in rows[0].cells:
            raise ValueError(f"its rows have no column {wanted!r}; expected: one of {', '.join(rows[0].cells)}")
        return [row[wanted] for row in rows]
    return [wanted] * len(rows)


# --- marks


def mark(put: Callable[..., None]) -> Callable[..., Mark]:
    """A function that puts something on a plot -> one for charts; `shapes`: those that show it, None for all."""
    signature = inspect.signature(put)

    @wraps(put)
    def made(*given: Any, shapes: set[str] | None = None, **options: Any) -> Mark:
        signature.bind(None, *given, **options)  # a wrong option is told at the chart's own line

        def drawn(plot: Plot) -> None:
            if shapes is None or plot.shape in shapes:
                put(plot, *given, **options)

        return drawn

    return made


@mark
def bars(
    plot: Plot, rows: Sequence[Row], *, x: str, y: str, text: Text | None = None, color: Any = "accent",
    hover: Text | None = None, base: Any = 0, width: float = 0.72, ticks: Text | None = None, across: bool = False,
    text_size: float = 1, bold: Callable[[Row], bool] | None = None,
) -> None:
    """A bar a row, from `base` up to its value; with `across`, lying down: then `x` is its length and `y` its place.

    `text` says what stands at its end (`bold` where it is asked); `ticks` what stands under it (or left of it), as a
    rule the cell of its place, `""` for nothing. A row without a value is a gap.
    """
    along, value = ("y", "x") if across else ("x", "y")
    places, values = _each(rows, y if across else x), _each(rows, x if across else y)
    texts = [str(said or "") for said in _each(rows, text)] if text else [""] * len(rows)
    names = [""] * len(rows) if ticks == "" else [str(said) for said in (_each(rows, ticks) if ticks else places)]
    plot.base_at_zero = value
    bases = [float(one) for one in _each(rows, base)]
    role = plot.pick(color)
    colors = [theme.color(one) for one in _each(rows, role if callable(role) else lambda row: role)]
    if hover:
        said = [one or "" for one in _each(rows, hover)]
    else:
        said = [f"{name}<br>{shown}" if shown else "" for name, shown in zip(names, texts, strict=True)]
    plot.trace(
        type="bar", orientation="h" if across else "v",
        **{along: [number(at) for at in places], value: [number(one) for one in values]}, base=bases, width=width,
        hover=["" if one is None else hover for one, hover in zip(values, said, strict=True)],
        marker={"color": colors, "line": {"color": colors, "width": [0] * len(rows)}},
    )
    plot.reach(along, *(float(at) - 0.5 for at in places), *(float(at) + 0.5 for at in places))
    ends = [None if one is None else float(one) + start for one, start in zip(values, bases, strict=True)]
    plot.reach(value, *bases, *ends)
    plot.ticks[along] |= {float(at): name for at, name in zip(places, names, strict=True) if name}
    for row, at, end, words in zip(rows, map(float, places), ends, texts, strict=True):
        if end is not None and words:
            words = f"<b>{words}</b>" if bold and bold(row) else words
            beside = {"x": end, "y": at, "align": "left", "baseline": "middle", "dx": 0.4}
            above = {"x": at, "y": end, "align": "center", "baseline": "bottom", "dy": 0.1}
            plot.labels.append(Label(words, **beside if across else above, color="ink", size=text_size))


@mark
def line(
    plot: Plot, rows: Sequence[Row] | None = None, *, x: Any = None, y: Any = None, color: str = "axis",
    width: float = 1, dash: str | None = None, steps: bool = False, dots: float = 0, hover: Text | None = None, under: bool = False,
) -> None:
    """A line through rows (`x` and `y` name columns), or through lists of places, or straight across: `x` or `y` alone.

    `dots`: size of a dot at each place, in em; `steps`: each value holds until the next place. None in `y` breaks it.
    """
    stroke = {"color": theme.color(color), "width": width} | ({"dash": dash} if dash else {})
    ends = [plot.pick(x), plot.pick(y)]
    if rows is None and not all(isinstance(one, Sequence) and len(one) > 2 for one in ends):
        from_to = [(one, one) if one is not None and not isinstance(one, Sequence) else one for one in ends]
        plot.shape_at(*from_to, type="line", line=stroke, **({"layer": "below"} if under else {}))
        return
    across, up = ends if rows is None else (_each(rows, x), _each(rows, y))
    plot.reach("x", *across)
    plot.reach("y", *up)
    marker = {"marker": _dot(plot, theme.color(color), dots, [False] * len(across), "circle")} if dots else {}
    plot.trace(
        type="scatter", x=[number(one) for one in across], y=[number(one) for one in up],
        mode="lines+markers" if dots else "lines", cliponaxis=False, line=stroke | ({"shape": "hv"} if steps else {}),
        **marker, hover=_each(rows, hover) if rows and hover else None,
    )


@mark
def dots(
    plot: Plot, rows: Sequence[Row], *, x: Any, y: Any, color: str = "accent", size: float = 0.7, hollow: Any = False,
    symbol: str = "circle", hover: Text | None = None,
) -> None:
    """A dot a row; `size` in em; `hollow`: outlined only; `symbol`: circle, square, x, diamond, line-ew ..."""
    across, up = ([number(one) for one in _each(rows, name)] for name in (plot.pick(x), plot.pick(y)))
    plot.reach("x", *across)
    plot.reach("y", *up)
    marker = _dot(plot, theme.color(color), plot.pick(size), _each(rows, hollow), symbol)
    said = _each(rows, hover) if hover else None
    plot.trace(type="scatter", x=across, y=up, mode="markers", cliponaxis=False, marker=marker, hover=said)


def _dot(plot: Plot, role: str, size: float, hollow: list[Any], symbol: str) -> dict[str, Any]:
    return {
        "symbol": symbol, "size": round(size * plot.em, 1),
        "color": [theme.color("paper") if empty else role for empty in hollow], "opacity": 1,
        "line": {"color": role, "width": [2 if empty else 0 for empty in hollow]},
    }


@mark
def label(
    plot: Plot, text: str, *, x: Any, y: Any, align: Any = "left", baseline: Any = "bottom", color: str = "soft",
    size: Any = 1, bold: bool = False, dx: Any = 0, dy: Any = 0, width: Any = None, ground: bool = False,
) -> None:
    """Words at a place; `align` (left, center, right) and `baseline` (bottom, middle, top) say which end stands there.

    `x`: a number, or a pair whose middle is meant. `dx`, `dy` and `width` (where lines break) are in em; `ground` lays
    paper under the words.
    """
    words, room, scale = plot.pick(text), plot.pick(width), plot.pick(size)
    if room:
        words = measure.wrap(words, room / scale, bold=bold)
    across, up = plot.pick(x), plot.pick(y)
    across = sum(map(float, across)) / 2 if isinstance(across, Sequence) else float(across)
    plot.reach("x", across)
    plot.reach("y", up)
    plot.labels.append(Label(
        f"<b>{words}</b>" if bold else words, across, float(up), align=plot.pick(align), baseline=plot.pick(baseline),
        color=color, size=scale, dx=plot.pick(dx), dy=plot.pick(dy), ground=ground,
    ))


@mark
def band(
    plot: Plot, *, x: tuple[Any, Any] | None = None, y: tuple[Any, Any] | None = None, color: str = "line",
    opacity: float = 1, above: bool = False,
) -> None:
    """A shaded ground from place to place on one axis, over all of the other; with both, a rectangle.

    `above`: on the other marks.
    """
    plot.shape_at(
        plot.pick(x), plot.pick(y), type="rect", fillcolor=theme.color(color), line={"width": 0},
        layer="above" if above else "below", **({"opacity": opacity} if opacity != 1 else {}),
    )


@mark
def stripes(plot: Plot, *, x: tuple[Any, Any], y: tuple[Any, Any]) -> None:
    """Stripes over a rectangle of a bar: what it shows was reckoned or declared, not counted."""
    plot.stripes.append((tuple(map(float, plot.pick(x))), tuple(map(float, plot.pick(y)))))


@mark
def path(
    plot: Plot, outline: str, *, x: tuple[Any, Any], y: tuple[Any, Any], box: tuple[float, float] = (100, 100),
    color: str = "accent", filled: bool = True, dash: str | None = None, width: float = 1.5, under: bool = False,
) -> None:
    """A drawing of your own: an SVG path (absolute M L H V C Q Z) in a box `(width, height)` with y downwards, set
    between two places.

    `under`: dots and lines are drawn over it.
    """
    (x0, x1), (y0, y1) = (tuple(float(one) for one in plot.pick(ends)) for ends in (x, y))

    # To about a thousandth of the drawing, which is all that the eye sees and half of what it would weigh.
    finest = [max(0, round(3.2 - log10(abs(end - start)))) for start, end in ((x0, x1), (y0, y1))]

    def place(number: float, axis: int) -> str:
        start, end, size = ((x0, x1, box[0]), (y1, y0, box[1]))[axis]
        return f"{round(start + number / size * (end - start), finest[axis]):g}"

    told = []
    for command, numbers in re.findall(r"([MLHVCQZ])([^MLHVCQZ]*)", outline):
        axes = {"H": (0,), "V": (1,)}.get(command, (0, 1))
        found = enumerate(re.findall(r"-?\d+(?:\.\d+)?", numbers))
        told.append(" ".join([command, *(place(float(one), axes[at % len(axes)]) for at, one in found)]))
    plot.reach("x", x0, x1)
    plot.reach("y", y0, y1)
    fill = theme.color(color) if filled else "rgba(0,0,0,0)"
    stroke = {"color": theme.color(color), "width": width if not filled or dash else 0}
    stroke |= {"dash": dash} if dash else {}
    below = {"layer": "below"} if under else {}
    plot.drawn_shapes.append({"type": "path", "path": " ".join(told), "fillcolor": fill, "line": stroke} | below)


@mark
def ticks(plot: Plot, texts: Mapping[Any, str], axis: str = "x") -> None:
    """What stands along an axis: place -> text."""
    plot.ticks[axis] |= {float(at): text for at, text in texts.items()}
    plot.reach(axis, *texts)


@mark
def _put(plot: Plot, one: Mark) -> None:
    one(plot)


def only(shapes: set[str], marks: Iterable[Mark | None]) -> Iterator[Mark]:
    """Marks that some shapes alone show."""
    return (_put(one, shapes=shapes) for one in marks if one is not None)


def broken_but_on_card(text: str) -> dict[str, str]:
    """A text for a label, in one line on a share card, which is low."""
    return {"wide": text, "card": text.replace("<br>", " ")}
