"""Title, source line and address around a chart that is used alone, as share card or e-mail picture.

Title and unit are above the drawing; source line, site name and address below it.
"""

import re
from typing import Any, NamedTuple

from scripts.drawing import measure, theme
from scripts.drawing.chart import Chart
from scripts.drawing.sheet import annotation
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


class WordsAround:
    """The text around a chart's drawing. `width`, `height`: px left for the drawing; height 0 if free."""

    def __init__(self, chart: Chart, shape: theme.Shape, facts: Facts, address: str):
        self._shape = shape
        self._above = self._words_above(chart)
        self._below = self._words_below(chart, facts)
        self._address = _Words(address, 12, theme.SOFT)
        self._height_below = sum(words.height for words in self._below)
        self._top = round(_HEAD + sum(words.height for words in self._above) + _GAP)
        self._bottom = round(_GAP + self._height_below + _FOOT)
        self.width = shape.width - 2 * _PAD
        self.height = shape.height and shape.height - self._top - self._bottom

    def put_on(self, plot: dict[str, Any]) -> None:
        """Widen the margins of a plot, and write these words into them."""
        layout = plot["layout"]
        margin = layout["margin"]
        height = layout["height"] + self._top + self._bottom
        layout |= {"width": self._shape.width, "height": height, "paper_bgcolor": theme.PAPER}
        for side, px in {"l": _PAD, "r": _PAD, "t": self._top, "b": self._bottom}.items():
            margin[side] += px
        left = {"x": 0, "xanchor": "left", "xshift": _PAD - margin["l"]}
        right = {"x": 1, "xanchor": "right", "xshift": margin["r"] - _PAD}
        up = margin["t"] - _HEAD
        for words in self._above:
            layout["annotations"].append(words.annotation(y=1, yanchor="top", yshift=up, **left))
            up -= words.height
        foot = _FOOT - margin["b"]
        up = self._height_below + foot
        for words in self._below:
            up -= words.height
            layout["annotations"].append(words.annotation(y=0, yanchor="bottom", yshift=up, **left))
        layout["annotations"].append(self._address.annotation(y=0, yanchor="bottom", yshift=foot, **right))

    def _words_above(self, chart: Chart) -> list[_Words]:
        """Title and unit, broken into lines."""
        title = self._wrapped(chart.text("title"), 22, bold=True)
        unit = self._wrapped(chart.text("unit"), 14)
        above = [_Words(f"<b>{title}</b>", 22, theme.INK)]
        if self._has_room(unit):
            above.append(_Words(unit, 14, theme.SOFT))
        return above

    def _words_below(self, chart: Chart, facts: Facts) -> list[_Words]:
        """Sources, as many as a card has room for in a line, and the site's name."""
        below = [_Words(f"<b>{chart.fmt.word('site.name')}</b>", 12, theme.ACCENT)]
        for most in (3, 2, 1) if self._shape.height else (4,):
            sources = re.sub("(?<![,;:]) ", "\u00a0", source_line(chart, facts, most))  # a name stays on its line
            sources = self._wrapped(sources, 12, even=False)
            if self._has_room(sources):
                return [_Words(sources, 12, theme.SOFT), *below]
        return below

    def _wrapped(self, text: str, size: int, **options: bool) -> str:
        width = (self._shape.width - 2 * _PAD) / size
        return measure.wrap(text, width, slack=measure.PICTURE_SLACK, **options)

    def _has_room(self, text: str) -> bool:
        """Whether a text beside the title fits: on a share card, whose height is fixed, it has one line."""
        return not (self._shape.height and "<br>" in text)
