"""A chart in one shape as a plain dict of Plotly's JSON: its marks on a sheet.

Where the picture stands alone, as share card or e-mail picture, title and unit stand over them, source line, site and address under them.
"""

from typing import Any

from scripts.drawing import measure, theme
from scripts.drawing.chart import PreparedChart
from scripts.drawing.sheet import Sheet
from scripts.facts.dataset import Facts

_PAD, _HEAD, _FOOT, _GAP = 20, 14, 10, 8  # px at the sides, over the title, under the site's name, and around the drawing
_SLACK = 1.03  # pictures are always set in our type; a browser sets it a trifle wider than we measure
_Words = tuple[str, int, str]  # text, size in px, colour


def figure_of(chart: PreparedChart, shape: theme.Shape, facts: Facts, address: str = "") -> dict[str, Any]:
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
        layout["annotations"].append({"text": text, **look, "xref": "paper", "yref": "paper", **place})

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
    def wrapped(text: str, size: int, *, bold: bool = False) -> str:
        return measure.wrap(text, (shape.width - 2 * _PAD) / size, bold=bold, slack=_SLACK)

    def fits(text: str) -> bool:
        return not (shape.height and "<br>" in text)

    title, unit = wrapped(chart.text("title"), 22, bold=True), wrapped(chart.text("unit"), 14)
    sources = (wrapped(chart.source_line(facts, most), 12) for most in ((3, 2, 1) if shape.height else (4,)))
    above = [(f"<b>{title}</b>", 22, theme.INK), (unit if fits(unit) else "", 14, theme.SOFT)]
    below = [(next(filter(fits, sources), ""), 12, theme.SOFT), (f"<b>{chart.fmt.word('site.name')}</b>", 12, theme.ACCENT)]
    return tuple([words for words in some if words[0]] for some in (above, below))


def _height(words: _Words) -> float:
    return measure.height(words[0]) * words[1]


def _drawing(chart: PreparedChart, shape: theme.Shape, width: int, height: int) -> dict[str, Any]:
    """The figure without words around it. Whatever goes wrong in the chart's module is reported with its file and line."""
    module = chart.definition.module

    def drawn() -> dict[str, Any]:
        if hasattr(module, "picture"):
            sheet = Sheet(shape.name, width, height, shape.text, edge=0)
            return sheet.figure(module.picture(chart.rows, chart.fmt, sheet), {"x": (0, width), "y": (height, 0)})
        scale = module.scale(chart.rows) if hasattr(module, "scale") else getattr(module, "SCALE", None)
        return Sheet(shape.name, width, height, shape.text).figure(module.marks(chart.rows, chart.fmt), scale)

    return chart.definition.guard(f"drawing ({shape.name})", drawn)
