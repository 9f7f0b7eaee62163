"""The frame of a chart that stands alone, as share card or e-mail picture: title, unit, source line, site and address."""

from dataclasses import dataclass
from typing import Any, Self

from scripts.drawing import measure, theme
from scripts.drawing.theme import Shape

FRAME_PAD = 20
_TITLE, _UNIT, _SMALL = 22, 14, 12
_GAP = 8
_SLACK = 1.03  # pictures are always set in our type; a browser sets it a trifle wider than we measure


@dataclass(frozen=True)
class Frame:
    """The words around a chart, already broken into lines, and the room that they take in px."""

    title: str
    unit: str
    source: str
    site: str
    address: str

    @classmethod
    def around(cls, shape: Shape, *, title: str, unit: str, source: str, site: str, address: str) -> Self:
        """On a share card, whose height is given, unit and source take one line each, or they stay with the chart's page."""
        room = shape.width - 2 * FRAME_PAD
        unit, source = measure.wrap(unit, room / _UNIT, slack=_SLACK), measure.wrap(source, room / _SMALL, slack=_SLACK)
        if shape.height:
            unit, source = ("" if "<br>" in text else text for text in (unit, source))
        return cls(measure.wrap(title, room / _TITLE, bold=True, slack=_SLACK), unit, source, site, address)

    @property
    def top(self) -> int:
        return round(FRAME_PAD - 6 + _height(self.title, _TITLE) + _height(self.unit, _UNIT) + _GAP)

    @property
    def bottom(self) -> int:
        return round(_GAP + _height(self.source, _SMALL) + _height(self.site, _SMALL) + FRAME_PAD / 2)

    def put(self, figure: dict[str, Any]) -> dict[str, Any]:
        """The figure with room made around it and the words in it. The figure keeps its own drawing size."""
        layout, margin = figure["layout"], figure["layout"]["margin"]
        left, top = margin["l"] + FRAME_PAD, margin["t"] + self.top
        right, bottom = margin["r"] + FRAME_PAD, margin["b"] + self.bottom
        layout |= {
            "width": layout["width"] + 2 * FRAME_PAD, "height": layout["height"] + self.top + self.bottom, "paper_bgcolor": theme.PAPER,
            "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 0},
        }

        def write(text: str, from_top: float | None, from_bottom: float | None, size: int, color: str, *, at_right: bool = False) -> None:
            layout.setdefault("annotations", []).append({
                "text": text, "showarrow": False, "align": "left", "borderpad": 0, "font": {"size": size, "color": color},
                "xref": "paper", "x": int(at_right), "xanchor": "right" if at_right else "left",
                "xshift": right - FRAME_PAD if at_right else FRAME_PAD - left,
                "yref": "paper", "y": int(from_top is not None), "yanchor": "top" if from_top is not None else "bottom",
                "yshift": top - from_top if from_top is not None else (from_bottom or 0) - bottom,
            })

        write(f"<b>{self.title}</b>", FRAME_PAD - 6, None, _TITLE, theme.INK)
        if self.unit:
            write(self.unit, FRAME_PAD - 6 + _height(self.title, _TITLE), None, _UNIT, theme.SOFT)
        foot = FRAME_PAD / 2
        if self.source:
            write(self.source, None, foot + _height(self.site, _SMALL), _SMALL, theme.SOFT)
        write(f"<b>{self.site}</b>", None, foot, _SMALL, theme.ACCENT)
        write(self.address, None, foot, _SMALL, theme.SOFT, at_right=True)
        return figure


def _height(text: str, size: int) -> float:
    return measure.height(text) * size if text else 0
