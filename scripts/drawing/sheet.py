"""A chart in one shape as a plain dict of Plotly's JSON: the sheet that its marks are put on.

Room for words that stand at the edge is made by measuring them; ticks are left out where they find no room. Where the picture stands
alone, as share card or e-mail picture, title and unit stand over the sheet, source line, site and address under it.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from scripts.drawing import measure, theme
from scripts.drawing.chart import Line, PreparedChart
from scripts.facts.tables import Facts

INSET = 3  # px that Plotly leaves between the place of a text and its first or last letter
_AXIS = {"showgrid": False, "zeroline": False, "showline": False, "ticks": "", "fixedrange": True, "automargin": False}
Mark = Callable[["Sheet"], None]


@dataclass
class Sheet:
    """The drawing in the making. `width` and `height` in px; `em`: px of a letter's height in this shape."""

    shape: str
    width: float
    height: float
    em: float
    edge: float = 4  # px that stay free at each side, for Plotly rounds places; 0: places are px, and no margin is made
    traces: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    labels: list[dict[str, Any]] = field(default_factory=list)
    ticks: dict[str, dict[float, str]] = field(default_factory=lambda: {"x": {}, "y": {}})
    extent: dict[str, list[float]] = field(default_factory=lambda: {"x": [], "y": []})
    stripes: list[dict[str, list[float]]] = field(default_factory=list)
    base_at_zero: str = ""
    at: Line = ("", 0)  # where the chart made the mark that is being put
    written_at: list[Line] = field(default_factory=list)  # the same of each label
    ranges: dict[str, list[float]] = field(init=False)  # of the axes, and the margins in px, once all marks are there
    margin: dict[str, float] = field(init=False)

    def pick(self, value: Any) -> Any:
        """What an option is in this shape."""
        if isinstance(value, Mapping) and value and set(value) <= set(theme.SHAPES):
            return value[self.shape if self.shape in value else "wide"]
        return value

    def reach(self, axis: str, *values: float | None) -> None:
        """Let the scale of an axis hold these values."""
        self.extent[axis] += [value for value in values if value is not None]

    def trace(self, hover: Sequence[str | None] = (), **options: Any) -> None:
        """Bars, dots or a line; `hover`: what a pointer finds at each."""
        self.traces.append(options | ({"hovertext": hover, "hoverinfo": "text"} if any(hover) else {"hoverinfo": "skip"}))

    def write(
        self, text: str, x: float, y: float, *, align: str, baseline: str, color: str, size: float = 1, dx: float = 0, dy: float = 0,
        ground: bool = False,
    ) -> None:
        """Words at a place in data units; `size`, `dx` and `dy` in em."""
        self.reach("x", x)
        self.reach("y", y)
        self.written_at.append(self.at)
        self.labels.append({
            "text": measure.drawn(text), "x": x, "y": y, "showarrow": False, "align": align, "xanchor": align, "yanchor": baseline,
            "font": {"color": theme.color(color), "size": round(size * self.em, 1)},
            **({"xshift": round(dx * self.em, 1)} if dx else {}),
            **({"yshift": round(dy * self.em, 1)} if dy else {}),
            **({"bgcolor": theme.PAPER, "borderpad": 2} if ground else {}),
        })

    def figure(self, marks: Iterable[Mark | None], scale: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The whole figure of these marks. `scale`: {"y": (from, to)}, None where an end follows from the marks."""
        for put in filter(None, marks):
            put(self)
        self.ranges = {axis: self._range(axis, self.pick((scale or {}).get(axis)) or (None, None)) for axis in "xy"}
        self._stop_outside()
        self._make_room()
        shapes = [self._striped(**box) for box in self.stripes] + self.shapes
        layout = {
            # Without Plotly's template: no background, our type.
            "template": "none", "width": self.width, "height": self.height, "autosize": False, "showlegend": False,
            "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": theme.FALLBACK, "size": self.em, "color": theme.INK},
            "bargap": 0.28, "hovermode": "closest", "dragmode": False,
            "xaxis": self._axis("x"), "yaxis": self._axis("y"), "margin": self.margin | {"pad": 0}, "annotations": self.labels,
            **({"shapes": shapes} if shapes else {}),
            **({"barmode": "overlay"} if any(trace["type"] == "bar" for trace in self.traces) else {}),
        }
        return {"data": self.traces, "layout": layout}

    def _range(self, axis: str, given: Sequence[Any]) -> list[float]:
        found = self.extent[axis] or [0, 1]
        low, high = given
        at_zero = self.base_at_zero == axis or (not self.base_at_zero and axis == "y" and low is None and min(found) >= 0)
        start = float(low) if low is not None else 0.0 if at_zero else min(found)
        end = float(high) if high is not None else max(found)
        return [start, end if end != start else start + 1]

    def _stop_outside(self) -> None:
        """Plotly drops a text that stands outside the axes, without a word."""
        for label, at in zip(self.labels, self.written_at, strict=True):
            for axis in "xy":
                value, (low, high) = label[axis], sorted(self.ranges[axis])
                if not low - 1e-6 <= value <= high + 1e-6:
                    self.at = at
                    expected = f"a place from {low:g} to {high:g}, or a wider scale"
                    raise ValueError(f"text {label['text']!r} stands at {axis}={value:g}; expected: {expected}")

    def _make_room(self) -> None:
        """Margins: as much as the words at the edges need."""
        self.margin = dict.fromkeys("lrtb", float(self.edge))
        if not self.edge:
            return
        if self.ticks["x"]:
            self.margin["b"] = 1.75 * self.em
        if self.ticks["y"]:
            longest = max(measure.length(text) for text in self.ticks["y"].values())
            self.margin["l"] += longest * self.em * measure.SLACK + 0.5 * self.em
        for _ in range(12):
            over = dict.fromkeys("lrtb", 0.0)
            for label in self.labels:
                left, top, right, bottom = self.box(label, measure.SLACK)
                beyond = {"l": -left, "r": right - self.width, "t": -top, "b": bottom - self.height}
                over = {side: max(over[side], beyond[side] + self.edge) for side in over}
            if max(over.values()) < 0.5:
                break
            self.margin = {side: self.margin[side] + over[side] for side in over}
        self.margin = {side: round(px, 1) for side, px in self.margin.items()}

    def box(self, label: dict[str, Any], slack: float = 1) -> tuple[float, float, float, float]:
        """Where a label stands: left, top, right, bottom in px from the top left corner."""
        em = label["font"]["size"]
        wide, high = measure.length(label["text"]) * em * slack, measure.height(label["text"]) * em
        x = self.margin["l"] + self._px("x", label["x"] - self.ranges["x"][0]) + label.get("xshift", 0)
        y = self.margin["t"] + self._px("y", self.ranges["y"][1] - label["y"]) - label.get("yshift", 0)
        x += {"left": INSET, "center": -wide / 2, "right": -wide - INSET}[label["align"]]
        y -= {"top": 0, "middle": high / 2, "bottom": high}[label["yanchor"]]
        return x, y, x + wide, y + high

    def _px(self, axis: str, distance: float) -> float:
        """A distance along an axis in px."""
        start, end = self.ranges[axis]
        room = self.width - self.margin["l"] - self.margin["r"] if axis == "x" else self.height - self.margin["t"] - self.margin["b"]
        return distance / (end - start) * room

    def _striped(self, x: list[float], y: list[float]) -> dict[str, Any]:
        """Slanting lines of paper over a rectangle."""
        wide, high = abs(self._px("x", x[1] - x[0])), abs(self._px("y", y[1] - y[0]))

        def place(across: float, up: float) -> str:
            return f"{x[0] + across / wide * (x[1] - x[0]):.7g},{y[0] + up / high * (y[1] - y[0]):.7g}"

        step = 0.55 * self.em
        starts = [number * step - high for number in range(1, int((wide + high) / step) + 1)]
        ends = [(start, max(start, 0), min(start + high, wide)) for start in starts]
        lines = "".join(f"M{place(left, left - start)}L{place(right, right - start)}" for start, left, right in ends)
        return {"type": "path", "path": lines, "line": {"color": theme.PAPER, "width": 2}}

    def _axis(self, axis: str) -> dict[str, Any]:
        """An axis without grid, line or ticks, its words in our type."""
        found = _AXIS | {"tickfont": {"color": theme.SOFT, "size": self.em}, "range": self.ranges[axis]}
        if not self.ticks[axis]:
            return found | {"showticklabels": False}
        ticks = self.ticks["y"] if axis == "y" else self._with_room(self.ticks["x"])
        found |= {"showticklabels": True, "tickmode": "array", "tickvals": list(ticks), "ticktext": [*map(measure.drawn, ticks.values())]}
        return found | ({"ticklabelstandoff": round(0.5 * self.em)} if axis == "y" else {})

    def _with_room(self, ticks: dict[float, str]) -> dict[float, str]:
        """The ticks that find room: years shorten to ’25, then every second one goes, the last one stays."""
        if len(ticks) < 2:
            return ticks
        places = sorted(ticks)
        pitch = abs(self._px("x", min(b - a for a, b in pairwise(places))))

        def fits(texts: Iterable[str], every: int = 1) -> bool:
            return max(measure.length(text) for text in texts) * self.em * measure.SLACK + 0.25 * self.em <= pitch * every

        if not fits(ticks.values()):
            ticks = {at: f"’{text[2:]}" if re.fullmatch(r"\d{4}", text) else text for at, text in ticks.items()}
        every = next((every for every in range(1, len(ticks)) if fits(ticks.values(), every)), len(ticks))
        return {at: ticks[at] for at in reversed(places[::-1][::every])}


_PAD, _HEAD, _FOOT, _GAP = 20, 14, 10, 8  # px at the sides, over the title, under the site's name, and around the drawing
_SLACK = 1.03  # pictures are always set in our type; a browser sets it a trifle wider than we measure
_Words = tuple[str, int, str]  # text, size in px, colour


def slack_in(shape: str) -> float:
    """How much wider than measured a browser may set words: a picture has our type, a drawing in a page not until it has come."""
    return _SLACK if theme.SHAPES[shape].alone else measure.SLACK


def figure_of(chart: PreparedChart, shape: theme.Shape, facts: Facts, address: str = "") -> dict[str, Any]:
    """The whole figure of a chart in one shape."""
    height = chart.definition.heights.get(shape.name, chart.definition.heights["wide"])
    if not shape.alone:
        return _drawing(chart, shape, shape.width, height)
    above, below = _words_around(chart, shape, facts)
    top = round(_HEAD + sum(map(_height, above)) + _GAP)
    bottom = round(_GAP + sum(map(_height, below)) + _FOOT)
    figure = _drawing(chart, shape, shape.width - 2 * _PAD, shape.height - top - bottom if shape.height else height)
    layout, margin = figure["layout"], figure["layout"]["margin"]
    layout |= {"width": shape.width, "height": layout["height"] + top + bottom, "paper_bgcolor": theme.PAPER}
    margin |= {"l": margin["l"] + _PAD, "r": margin["r"] + _PAD, "t": margin["t"] + top, "b": margin["b"] + bottom}

    def write(words: _Words, **place: Any) -> None:
        text, size, color = words
        look = {"showarrow": False, "align": "left", "borderpad": 0, "font": {"size": size, "color": color}}
        layout["annotations"].append({"text": measure.drawn(text), **look, "xref": "paper", "yref": "paper", **place})

    left, foot = {"x": 0, "xanchor": "left", "xshift": _PAD - margin["l"]}, {"y": 0, "yanchor": "bottom"}
    for number, words in enumerate(above):
        write(words, **left, y=1, yanchor="top", yshift=margin["t"] - (_HEAD + sum(map(_height, above[:number]))))
    for number, words in enumerate(below):
        write(words, **left, **foot, yshift=_FOOT + sum(map(_height, below[number + 1 :])) - margin["b"])
    write((address, 12, theme.SOFT), x=1, xanchor="right", xshift=margin["r"] - _PAD, **foot, yshift=_FOOT - margin["b"])
    return figure


def _words_around(chart: PreparedChart, shape: theme.Shape, facts: Facts) -> tuple[list[_Words], list[_Words]]:
    """What stands over and under the drawing, broken into lines.

    On a share card, whose height is given, unit and source take one line each, or they stay with the chart's page: a line of sources
    names as many as it has room for.
    """
    def wrapped(text: str, size: int, **how: bool) -> str:
        return measure.wrap(text, (shape.width - 2 * _PAD) / size, slack=_SLACK, **how)

    def sources(most: int) -> str:
        whole = re.sub("(?<![,;:]) ", "\u00a0", chart.source_line(facts, most))  # a name stays on its line
        return wrapped(whole, 12, even=False)

    def fits(text: str) -> bool:
        return not (shape.height and "<br>" in text)

    title, unit = wrapped(chart.text("title"), 22, bold=True), wrapped(chart.text("unit"), 14)
    above = [(f"<b>{title}</b>", 22, theme.INK), (unit if fits(unit) else "", 14, theme.SOFT)]
    named = next(filter(fits, map(sources, (3, 2, 1) if shape.height else (4,))), "")
    below = [(named, 12, theme.SOFT), (f"<b>{chart.fmt.word('site.name')}</b>", 12, theme.ACCENT)]
    return tuple([words for words in some if words[0]] for some in (above, below))


def _height(words: _Words) -> float:
    return measure.height(words[0]) * words[1]


def _drawing(chart: PreparedChart, shape: theme.Shape, width: int, height: int) -> dict[str, Any]:
    """The figure without words around it. Whatever goes wrong in the chart's module is reported with its file and line."""
    module = chart.definition.module
    sheet = Sheet(shape.name, width, height, shape.text, **{"edge": 0} if hasattr(module, "picture") else {})

    def drawn() -> dict[str, Any]:
        if hasattr(module, "picture"):
            return sheet.figure(module.picture(chart.rows, chart.fmt, sheet), {"x": (0, width), "y": (height, 0)})
        scale = module.scale(chart.rows) if hasattr(module, "scale") else getattr(module, "SCALE", None)
        return sheet.figure(module.marks(chart.rows, chart.fmt), scale)

    return chart.definition.guard(f"drawing ({shape.name})", drawn, at=lambda: sheet.at)
