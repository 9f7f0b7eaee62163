"""A chart's plot for the interactive version: `live.json`, minimal, both layouts, tooltips as finished text.

    {"wide": {"data": [...], "layout": {...}, "order": [[trace, point], ...]}, "narrow": {...}}

Same plot as the still drawing, so both look the same. Colours are written as `var(--token)`, which the page's script
resolves when it draws, so that light and dark hold for both. `hovertext` of each trace is finished text in the edition's
language; `order` is the way in which the arrow keys walk through the points.
"""

import json
import re
import textwrap
from typing import Any

from scripts.drawing import theme
from scripts.drawing.chart import Chart
from scripts.drawing.plot import plot_of
from scripts.facts.facts import Facts

_TOKENS = {token.light: f"var(--{name})" for name, token in theme.TOKENS.items()}
_COLOR = re.compile("|".join(_TOKENS))
_LINE = {"wide": 44, "narrow": 26}
"""Characters in a line of a hover label: Plotly does not wrap, and half of the drawing must hold it."""


def live_json(chart: Chart, facts: Facts) -> bytes | None:
    """The text of live.json; None for a chart without tooltips."""
    shapes = {name: _layout(plot_of(chart, shape, facts), _LINE[name]) for name, shape in theme.IN_PAGES.items()}
    if not any(shape["order"] for shape in shapes.values()):
        return None
    return (json.dumps(shapes, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n").encode()


def _layout(plot: dict[str, Any], line_length: int) -> dict[str, Any]:
    """One layout of the chart as Plotly's JSON, without what Plotly knows by itself: colours as tokens, numbers short."""
    plain = _COLOR.sub(lambda color: _TOKENS[color[0]], json.dumps(plot))
    plot = json.loads(plain, parse_float=_short)
    layout, data = plot["layout"], plot["data"]
    del layout["template"], layout["autosize"]
    for axis in zoomable(data):
        layout[f"{axis}axis"]["fixedrange"] = False
    layout |= {
        "uirevision": True,
        "hoverlabel": {
            "bgcolor": "var(--paper)",
            "bordercolor": "var(--axis)",
            "align": "left",
            "namelength": 0,
            "font": {"family": theme.FALLBACK, "color": "var(--ink)", "size": layout["font"]["size"]},
        },
    }
    for trace in data:
        if "hovertext" in trace:
            trace["hovertext"] = [_wrapped(text, line_length) for text in trace["hovertext"]]
    return plot | {"order": order(plot)}


def _short(number: str) -> float | int:
    value = round(float(number), 4)
    return value if value % 1 else int(value)


def zoomable(data: list[dict]) -> str:
    """The axes that may be zoomed: never one on which bars start at zero (spans of time start elsewhere)."""
    starts = [start for trace in data if trace["type"] == "bar" for start in trace["base"]]
    if not starts or min(starts) > 0:
        return "xy"
    return "y" if _is_horizontal(data) else "x"


def _is_horizontal(data: list[dict]) -> bool:
    return any(trace.get("orientation") == "h" for trace in data)


def _wrapped(text: str, width: int) -> str:
    parts = (textwrap.wrap(part, width, break_long_words=False, break_on_hyphens=False) for part in text.split("<br>"))
    return "<br>".join(line for lines in parts for line in lines)


def order(shape: dict) -> list[list[int]]:
    """Trace and index of each point with a tooltip, in reading order: down tall drawings and lying bars, else along x."""
    data, layout = shape["data"], shape["layout"]
    down = _is_horizontal(data) or layout["height"] > 1.5 * layout["width"]
    first, second = ("y", "x") if down else ("x", "y")

    def place(trace: dict, axis: str, number: int) -> float:
        low, high = layout[f"{axis}axis"]["range"]
        # Up is more on paper, but the eye reads downwards.
        return -trace[axis][number] if (low > high) != (axis == "y") else trace[axis][number]

    points = []
    for number, trace in enumerate(data):
        for point, text in enumerate(trace.get("hovertext", ())):
            if text:
                points.append((place(trace, first, point), place(trace, second, point), number, point))
    return [[number, point] for *_, number, point in sorted(points)]
