"""A chart in one shape as a Plotly figure dict: here a plot, since a figure is a number that a page cites."""

from decimal import Decimal
from typing import Any

from scripts import paths
from scripts.drawing import theme
from scripts.drawing.chart import Chart
from scripts.drawing.layout import Layout
from scripts.drawing.rows import Row
from scripts.drawing.sheet import Sheet
from scripts.drawing.standalone import WordsAround
from scripts.facts.facts import Facts


def plot_of(chart: Chart, shape: theme.Shape, facts: Facts, address: str = "") -> dict[str, Any]:
    """The whole plot of a chart in one shape. Raises `ProblemsFound` with the line of the chart at which it went wrong.

    `address` stands under a picture that stands alone.
    """
    height = chart.definition.settings.height.of(shape.name)
    if not shape.alone:
        return _drawing(chart, shape, shape.width, height)
    around = WordsAround(chart, shape, facts, address)
    plot = _drawing(chart, shape, around.width, around.height or height)
    around.put_on(plot)
    return plot


def _drawing(chart: Chart, shape: theme.Shape, width: int, height: int) -> dict[str, Any]:
    """The plot without words around it."""
    least_text = 0 if chart.language in paths.DRAFTS else shape.least_text  # a draft is shown as it is
    sheet = Sheet(shape.name, width, height, shape.text, chart.name_of, least_text)
    with chart.definition.located(f"drawing ({shape.name})"):
        chart.definition.module.draw(sheet, [_to_draw(row) for row in chart.rows], chart.fmt)
        return Layout(sheet).plot()


def _to_draw(row: Row) -> Row:
    """The row with decimals as int or float, to draw; tables and downloads keep them as in data/."""
    numbers = {name: cell for name, cell in row.cells.items() if isinstance(cell, Decimal)}
    return row.with_cells(**{name: int(cell) if cell == int(cell) else float(cell) for name, cell in numbers.items()})
