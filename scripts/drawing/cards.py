"""Share images of pages, 1200 x 630: site name, headline, one line, address; drawn by the same browser as the charts."""

from __future__ import annotations

import textwrap

import plotly.graph_objects as go

from scripts.drawing import theme

_PAD = 34
_SERIF = "Source Serif Pro, Georgia, serif"
_SIZES = ((34, 3), (30, 3), (27, 4), (24, 4))
"""Sizes of the headline, largest first, with the lines that fit the card at each."""


def card(site: str, title: str, line: str, address: str) -> go.Figure:
    """The figure of one card. `line` is cut after two lines of it; the headline takes the largest size that fits."""
    figure = theme.empty_figure(theme.CARD.width, theme.CARD.height, theme.CARD.text)
    figure.update_layout(paper_bgcolor=theme.PAPER, plot_bgcolor=theme.PAPER, margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0})
    figure.update_xaxes(range=[0, theme.CARD.width], visible=False)
    figure.update_yaxes(range=[0, theme.CARD.height], visible=False)
    figure.add_shape(type="rect", x0=0, x1=10, y0=0, y1=theme.CARD.height, fillcolor=theme.ACCENT, line={"width": 0})
    size, lines = _headline(title)

    def write(text: str, y: float, size: int, color: str, *, over: str = "top", family: str | None = None) -> None:
        font = {"size": size, "color": color} | ({"family": family} if family else {})
        figure.add_annotation(text=text, x=_PAD, y=y, showarrow=False, xanchor="left", yanchor=over, align="left", font=font)

    top = theme.CARD.height - 26
    write(f"<b>{site}</b>", top, 17, theme.ACCENT)
    write("<b>" + "<br>".join(lines) + "</b>", top - 38, size, theme.INK, family=_SERIF)
    # Plotly sets lines 1.3 em apart.
    below = top - 38 - len(lines) * size * 1.3 - 12
    write("<br>".join(textwrap.wrap(line, 74, max_lines=2, placeholder=" …")), below, 16, theme.SOFT)
    write(address, 18, 14, theme.SOFT, over="bottom")
    return figure


def _headline(title: str) -> tuple[int, list[str]]:
    for size, most in _SIZES:
        lines = textwrap.wrap(title, int((theme.CARD.width - 2 * _PAD) / (size * 0.49)), break_on_hyphens=False)
        if len(lines) <= most:
            return size, lines
    return size, [*lines[: most - 1], lines[most - 1] + " …"]
