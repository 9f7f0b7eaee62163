"""The pen that a chart draws with: its language, its shape, and the few forms that charts share."""

from __future__ import annotations

import textwrap
from typing import Any

import plotly.graph_objects as go

from scripts.drawing import theme
from scripts.drawing.theme import Shape
from scripts.language.formatter import Say


class Pen(Say):
    """`narrow` and `size` (text, px) let a chart adapt; `canvas` gives the empty figure."""

    def __init__(self, say: Say, shape: Shape, height: int):
        super().__init__(say.language, say.word, say.texts)
        self.shape = shape
        self.narrow = shape.name == "narrow"
        self.width = shape.width
        self.height = height
        self.size = shape.text

    def canvas(self, *, left: float = 4, right: float = 4, top: float = 8, bottom: float = 26) -> go.Figure:
        """An empty figure of this shape. Margins are for 15 px text and grow with it."""
        figure = theme.empty_figure(self.width, self.height, self.size)
        scale = self.size / 15
        figure.update_layout(margin={"l": left * scale, "r": right * scale, "t": top * scale, "b": bottom * scale, "pad": 0})
        return figure

    def lines(self, text: str, width: int) -> str:
        """Text broken into lines of at most `width` characters (Plotly does not wrap)."""
        return "<br>".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))

    def bars(self, figure: go.Figure, labels: list[str], values: list[Any], *, colors: list[str] | str, texts: list[str], upright: bool = True, **more: Any) -> None:
        """Bars with direct labels outside their ends: upright over categories, or lying down beside them."""
        along, across = ("x", "y") if upright else ("y", "x")
        series = "%{fullData.name}" if "name" in more else ""  # said where bars of several kinds stand together
        numbers = [None if value is None else float(value) for value in values]
        figure.add_bar(
            **{along: labels, across: numbers}, orientation="v" if upright else "h", marker={"color": colors, "line": {"width": 0}},
            text=texts, textposition=more.pop("textposition", "outside"), cliponaxis=False, constraintext="none",
            textfont={"color": theme.INK, "size": self.size}, textangle=0, hovertemplate=f"%{{{along}}}: %{{text}}<extra>{series}</extra>", **more,
        )
        figure.update_layout(**{f"{along}axis": {"type": "category"}, f"{across}axis": {"showticklabels": False}})
        if not upright:
            figure.update_yaxes(autorange="reversed")

    def note(self, figure: go.Figure, text: str, x: Any, y: Any, *, color: str = theme.SOFT, anchor: str = "left", over: str = "bottom", **more: Any) -> None:
        """A plain annotation without an arrow, in data coordinates unless `xref`/`yref` say otherwise."""
        options = {"showarrow": False, "xanchor": anchor, "yanchor": over, "align": anchor, "font": {"color": color, "size": more.pop("size", self.size)}}
        figure.add_annotation(text=text, x=x, y=y, **(options | more))

    def rule(self, figure: go.Figure, *, x: Any = None, y: Any = None, color: str = theme.AXIS, dash: str | None = None, width: float = 1) -> None:
        """A straight line across the plot at one x or one y."""
        line = {"color": color, "width": width, "dash": dash}
        if x is not None:
            figure.add_shape(type="line", x0=x, x1=x, y0=0, y1=1, yref="paper", line=line)
        else:
            figure.add_shape(type="line", x0=0, x1=1, xref="paper", y0=y, y1=y, line=line)

    def mark(self, confidence: str, computed: bool = False) -> str:
        """The sign after a figure that isn't of high confidence, or that we computed."""
        sign = {"high": "", "medium": "", "low": "\u202f" + self.word("mark.low")}[confidence]
        return sign + ("\u202f" + self.word("mark.computed") if computed else "")
