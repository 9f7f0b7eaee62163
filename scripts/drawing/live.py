"""A chart's figure for the interactive version: `live.json`, small, both layouts, everything said already in words.

    {"wide": {"data": [...], "layout": {...}, "order": [[trace, point], ...]}, "narrow": {...}}

Same figure as the still drawing, so both look the same. Colours are written as `var(--token)`, which the page's script
resolves when it draws, so that light and dark hold for both. `hovertext` of each trace is finished text in the edition's
language; `order` is the way in which the arrow keys walk through the points.
"""

from __future__ import annotations

import json
import re
import textwrap
from decimal import Decimal
from typing import Any

from scripts.drawing import theme
from scripts.drawing.chart import PreparedChart
from scripts.drawing.draw import figure_of
from scripts.facts.dataset import Facts
from scripts.problems import Problem, ProblemsFound

SHAPES = (theme.WIDE, theme.NARROW)
_TOKENS = {token.light: f"var(--{name})" for name, token in theme.TOKENS.items()}
_COLOR = re.compile("|".join(_TOKENS))
_PLACE = re.compile(r"%\{([^}]*)\}")
_EXTRA = re.compile(r"<extra>(.*?)</extra>", re.S)
_TAG = re.compile(r"<(?!br>)[^>]*>")
_LINE = {"wide": 44, "narrow": 26}
"""Characters in a line of a hover label: Plotly does not wrap, and half of the drawing must hold it."""
_SEPARATORS = {"en": ".,", "fr": ",\u202f"}
"""Decimal sign and thousands sign, for what Plotly itself writes along an axis."""


def live_json(drawn: PreparedChart, facts: Facts) -> bytes | None:
    """The file; None for a chart that has no point to point at. Raises `ProblemsFound`, with the chart's file, for a hover template that cannot be said in words."""
    shapes = {shape.name: spec(figure_of(drawn, shape, facts), drawn, shape.name) for shape in SHAPES}
    _lend_words(shapes["wide"], shapes["narrow"])
    for name, shape in shapes.items():
        shape["order"] = order(shape)
        for trace in shape["data"]:
            trace["hovertext"] = [_wrapped(text, _LINE[name]) for text in trace["hovertext"]]
            if not any(trace["hovertext"]):
                trace |= {"hoverinfo": "skip"}
                del trace["hovertext"]
    if not any(shape["order"] for shape in shapes.values()):
        return None
    return (json.dumps(shapes, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n").encode()


def spec(figure: dict[str, Any], drawn: PreparedChart, shape: str) -> dict[str, Any]:
    """One layout of the chart as Plotly's JSON, without what Plotly knows by itself."""
    figure = _plain(figure)
    layout = figure["layout"]
    for name in ("template", "autosize", "showlegend", "dragmode"):
        layout.pop(name, None)
    data = []
    for trace in figure["data"]:
        words = said(trace, drawn)
        for name in ("customdata", "hovertemplate", "name"):
            trace.pop(name, None)
        data.append(trace | {"hovertext": words, "hoverinfo": "text"})
    for axis in zoomable(data):
        layout[f"{axis}axis"]["fixedrange"] = False
    layout |= {
        "showlegend": False, "dragmode": False, "hovermode": "closest", "uirevision": True, "separators": _SEPARATORS[drawn.language],
        "hoverlabel": {
            "bgcolor": "var(--paper)", "bordercolor": "var(--axis)", "align": "left", "namelength": 0,
            "font": {"family": theme.FALLBACK, "color": "var(--ink)", "size": layout["font"]["size"]},
        },
    }
    return {"data": data, "layout": layout}


def zoomable(data: list[dict]) -> str:
    """The axes that a reader may stretch: never the one that bars are measured along, which must start at zero."""
    bars = [trace for trace in data if trace["type"] == "bar"]
    return "xy" if not bars else "y" if bars[0].get("orientation") == "h" else "x"


def said(trace: dict, drawn: PreparedChart) -> list[str]:
    """What each point of a trace says when it is pointed at; an empty text where it says nothing."""
    if "hovertext" in trace:
        return trace["hovertext"]
    count = max(len(trace.get("x") or ()), len(trace.get("y") or ()))
    template = trace.get("hovertemplate")
    if not template or trace.get("hoverinfo") == "skip":
        return [""] * count
    return [_fill(template, trace, number, drawn) for number in range(count)]


def _fill(template: str, trace: dict, number: int, drawn: PreparedChart) -> str:
    if any(_at(trace.get(name), number) is None for name in ("x", "y")):
        return ""  # a gap
    missing = False

    def value(match: re.Match[str]) -> str:
        nonlocal missing
        name, index = re.fullmatch(r"([\w.]+)(?:\[(\d+)\])?", match[1]).groups() if re.fullmatch(r"[\w.]+(?:\[\d+\])?", match[1]) else (match[1], None)
        if name == "fullData.name":
            return trace.get("name") or ""
        if name not in ("x", "y", "text", "customdata"):
            raise ProblemsFound([Problem(drawn.chart.file, 0, "hovertemplate", f"{match[0]!r} is not known here; expected: x, y, text, customdata, customdata[0], fullData.name, without a format")])
        found = _at(trace.get(name), number)
        if index is not None and found is not None:
            found = _at(found, int(index))
        missing = missing or found in (None, "")
        return str("" if found is None else found)

    extra = _EXTRA.search(template)
    lines = [_EXTRA.sub("", template), extra[1] if extra else ""]
    text = "<br>".join(filter(None, (_PLACE.sub(value, line) for line in lines)))
    if drawn.language == "fr":
        text = re.sub(r"(?<=[^\s\u202f]): ", "\u202f: ", text)  # templates are shared by the editions, the space before a colon is not
    return "" if missing else _TAG.sub("", text)


def _at(values: Any, number: int) -> Any:
    if isinstance(values, list | tuple):
        return values[number] if number < len(values) else None
    return values


def _lend_words(wide: dict, narrow: dict) -> None:
    """A narrow drawing shows fewer labels; what its points say when asked is then what the wide one says."""
    if [len(trace["hovertext"]) for trace in wide["data"]] == [len(trace["hovertext"]) for trace in narrow["data"]]:
        for rich, poor in zip(wide["data"], narrow["data"], strict=True):
            poor["hovertext"] = [mine or theirs for mine, theirs in zip(poor["hovertext"], rich["hovertext"], strict=True)]


def _wrapped(text: str, width: int) -> str:
    return "<br>".join(line for part in text.split("<br>") for line in textwrap.wrap(part, width, break_long_words=False, break_on_hyphens=False))


def order(shape: dict) -> list[list[int]]:
    """Trace and number of each point that says something, as the eye reads them: along the longer way of the drawing."""
    data, layout = shape["data"], shape["layout"]
    down = zoomable(data) == "y" or layout["height"] > 1.5 * layout["width"]
    first, second = ("y", "x") if down else ("x", "y")
    places: dict[str, dict] = {axis: {} for axis in "xy"}

    def place(trace: dict, axis: str, number: int) -> float:
        value = _at(trace.get(axis), number)
        if isinstance(value, int | float):
            settings = layout.get(f"{axis}axis", {})
            low, high = settings.get("range") or (0, 1)
            turned = low > high or settings.get("autorange") == "reversed"
            # Up is more on paper, but the eye reads downwards.
            return -value if turned != (axis == "y") else value
        return places[axis].setdefault(value, len(places[axis]))

    found = [
        (place(trace, first, point), place(trace, second, point), number, point)
        for number, trace in enumerate(data)
        for point, text in enumerate(trace["hovertext"])
        if text
    ]
    return [[number, point] for *_, number, point in sorted(found)]


def _plain(value: Any) -> Any:
    """The value as JSON has it: colours as tokens, numbers short."""
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, str):
        return _COLOR.sub(lambda color: _TOKENS[color[0]], value)
    if isinstance(value, float | Decimal):
        return int(value) if value == int(value) else round(float(value), 4)
    return value
