"""The frame of a chart that stands alone: title, unit, source line and address, drawn into the figure."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any

from scripts.drawing import theme
from scripts.drawing.theme import Shape

FRAME_PAD = 20
_TITLE, _LINE = 21, 26
_SMALL, _SMALL_LINE = 12, 16
_CHARACTER = 0.47  # mean width of a letter of our type, in em


@dataclass(frozen=True)
class Frame:
    """The words around a chart, already broken into lines, and the room that they take in px."""

    title: list[str]
    unit: str
    source: list[str]
    address: str

    @classmethod
    def around(cls, shape: Shape, title: str, unit: str, source: str, address: str) -> Frame:
        room = shape.width - 2 * FRAME_PAD
        if shape.height:  # a share card: the title speaks, the source stays with the chart's page
            source = ""
        return cls(
            textwrap.wrap(title, int(room / (_TITLE * _CHARACTER))),
            unit,
            textwrap.wrap(source, int(room / (_SMALL * _CHARACTER))),
            address,
        )

    @property
    def top(self) -> int:
        return FRAME_PAD + len(self.title) * _LINE + (20 if self.unit else 0) + 8

    @property
    def bottom(self) -> int:
        return 14 + (len(self.source) + 1) * _SMALL_LINE + 12

    def put(self, figure: dict[str, Any]) -> dict[str, Any]:
        """The figure with room made around it and the words in it. The figure keeps its own drawing size."""
        layout, margin = figure["layout"], figure["layout"]["margin"]
        left, top = margin["l"] + FRAME_PAD, margin["t"] + self.top
        right, bottom = margin["r"] + FRAME_PAD, margin["b"] + self.bottom
        layout |= {
            "width": layout["width"] + 2 * FRAME_PAD, "height": layout["height"] + self.top + self.bottom, "paper_bgcolor": theme.PAPER,
            "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 0},
        }

        def write(text: str, from_top: float | None, from_bottom: float | None, size: int, color: str) -> None:
            below = from_top is not None
            layout.setdefault("annotations", []).append({
                "text": text, "showarrow": False, "xref": "paper", "yref": "paper", "x": 0, "y": 1 if below else 0, "xanchor": "left",
                "yanchor": "top" if below else "bottom", "align": "left", "xshift": FRAME_PAD - left,
                "yshift": top - from_top if from_top is not None else (from_bottom or 0) - bottom, "font": {"size": size, "color": color},
            })

        write("<b>" + "<br>".join(self.title) + "</b>", FRAME_PAD - 6, None, _TITLE, theme.INK)
        if self.unit:
            write(self.unit, FRAME_PAD + len(self.title) * _LINE, None, 14, theme.SOFT)
        write("<br>".join([*self.source, self.address]), None, 10, _SMALL, theme.SOFT)
        return figure
