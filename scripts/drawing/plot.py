"""A chart in one shape as the dict that Plotly draws: here a plot, since a figure is a number that a page cites.

Where the picture stands alone, as share card or e-mail picture, title and unit stand over the drawing, source line, site and address
under it.
"""

import re
from decimal import Decimal
from typing import Any, NamedTuple

from scripts.drawing import measure, theme
from scripts.drawing.chart import Chart
from scripts.drawing.layout import Layout
from scripts.drawing.rows import Row
from scripts.drawing.sheet import Sheet, annotation
from scripts.drawing.source_line import source_line
from scripts.facts.facts import Facts

# Px at the sides, over the title, under the site's name, and around the drawing.
_PAD, _HEAD, _FOOT, _GAP = 20, 14, 10, 8


class _Words(NamedTuple):
    """A text over or under the drawing; `size` in px."""

    text: str
    size: int
    color: str

    @property
    def height(self) -> float:
        return measure.height(self.text) * self.size

    def annotation(self, **place: Any) -> dict[str, Any]:
        """For Plotly; `place` is counted from the corners of the drawing."""
        place |= {"align": "left", "borderpad": 0, "xref": "paper", "yref": "paper"}
        return annotation(self.text, self.color, self.size, **place)


def plot_of(chart: Chart, shape: theme.Shape, facts: Facts, address: str = "") -> dict[str, Any]:
    """The whole plot of a chart in one shape. Raises `ProblemsFound` with the line of the chart at which it went wrong."""
    height = chart.definition.settings.height.of(shape.name)
    if not shape.alone:
        return _drawing(chart, shape, shape.width, height)
    above = _words_above(chart, shape)
    below = _words_below(chart, shape, facts)
    height_above = sum(words.height for words in above)
    height_below = sum(words.height for words in below)
    top = round(_HEAD + height_above + _GAP)
    bottom = round(_GAP + height_below + _FOOT)
    plot = _drawing(chart, shape, shape.width - 2 * _PAD, shape.height - top - bottom if shape.height else height)
    layout = plot["layout"]
    margin = layout["margin"]
    layout |= {"width": shape.width, "height": layout["height"] + top + bottom, "paper_bgcolor": theme.PAPER}
    margin |= {"l": margin["l"] + _PAD, "r": margin["r"] + _PAD, "t": margin["t"] + top, "b": margin["b"] + bottom}
    left = {"x": 0, "xanchor": "left", "xshift": _PAD - margin["l"]}
    right = {"x": 1, "xanchor": "right", "xshift": margin["r"] - _PAD}
    up = margin["t"] - _HEAD
    for words in above:
        layout["annotations"].append(words.annotation(y=1, yanchor="top", yshift=up, **left))
        up -= words.height
    foot = _FOOT - margin["b"]
    up = height_below + foot
    for words in below:
        up -= words.height
        layout["annotations"].append(words.annotation(y=0, yanchor="bottom", yshift=up, **left))
    address_line = _Words(address, 12, theme.SOFT)
    layout["annotations"].append(address_line.annotation(y=0, yanchor="bottom", yshift=foot, **right))
    return plot


def _drawing(chart: Chart, shape: theme.Shape, width: int, height: int) -> dict[str, Any]:
    """The plot without words around it."""
    sheet = Sheet(shape.name, width, height, shape.text, chart.name_of)
    with chart.definition.located(f"drawing ({shape.name})"):
        chart.definition.module.draw(sheet, [_to_draw(row) for row in chart.rows], chart.fmt)
        return Layout(sheet).plot()


def _to_draw(row: Row) -> Row:
    """The row with numbers that a chart can reckon with; a table and a file keep each as it stands in data/."""
    numbers = {name: cell for name, cell in row.cells.items() if isinstance(cell, Decimal)}
    return row.with_cells(**{name: int(cell) if cell == int(cell) else float(cell) for name, cell in numbers.items()})


def _words_above(chart: Chart, shape: theme.Shape) -> list[_Words]:
    """Title and unit, broken into lines."""
    title = _wrapped(chart.text("title"), 22, shape, bold=True)
    unit = _wrapped(chart.text("unit"), 14, shape)
    above = [_Words(f"<b>{title}</b>", 22, theme.INK)]
    if _has_room(unit, shape):
        above.append(_Words(unit, 14, theme.SOFT))
    return above


def _words_below(chart: Chart, shape: theme.Shape, facts: Facts) -> list[_Words]:
    """Sources, as many as a card has room for in a line, and the site's name."""
    below = [_Words(f"<b>{chart.fmt.word('site.name')}</b>", 12, theme.ACCENT)]
    for most in (3, 2, 1) if shape.height else (4,):
        sources = re.sub("(?<![,;:]) ", "\u00a0", source_line(chart, facts, most))  # a name stays on its line
        sources = _wrapped(sources, 12, shape, even=False)
        if _has_room(sources, shape):
            return [_Words(sources, 12, theme.SOFT), *below]
    return below


def _wrapped(text: str, size: int, shape: theme.Shape, **options: bool) -> str:
    return measure.wrap(text, (shape.width - 2 * _PAD) / size, slack=measure.PICTURE_SLACK, **options)


def _has_room(text: str, shape: theme.Shape) -> bool:
    """Whether a text beside the title finds room: on a share card, whose height is given, it has one line."""
    return not (shape.height and "<br>" in text)
