"""A sheet with its marks -> a plot, Plotly's plain dict: axis ranges, margins for labels at the edges, ticks that fit."""

import math
import re
from itertools import pairwise
from typing import Any

from scripts.drawing import measure, theme
from scripts.drawing.sheet import Fitted, Sheet
from scripts.problems import InvalidValue

EDGE = 4  # px kept free at each side, since Plotly rounds coordinates
INSET = 3  # px that Plotly leaves between the place of a text and its first or last letter
_AXIS = {"showgrid": False, "zeroline": False, "fixedrange": True, "showticklabels": False}


class NoRoom(InvalidValue):
    """A label that finds no room; `lineno`: of the chart's module."""

    def __init__(self, fitted: Fitted, wrong: str, expected: str):
        super().__init__(f"text {fitted.label['text']!r} {wrong}", expected)
        self.lineno = fitted.line


class Layout:
    """Where everything of a sheet stands: `ranges` of the axes in data units, `margin` in px."""

    def __init__(self, sheet: Sheet):
        self.sheet = sheet
        self.ranges = {axis: self._range(axis) for axis in "xy"}
        self.margin = dict.fromkeys("lrtb", 0.0 if sheet.in_pixels else float(EDGE))
        if not sheet.in_pixels:
            self._make_room()
        self._fit_labels()
        self._check_letters()

    def plot(self) -> dict[str, Any]:
        """The plot's dict, without Plotly's template: no background, the web font."""
        sheet = self.sheet
        layout = {
            "template": "none",
            "width": sheet.width,
            "height": sheet.height,
            "autosize": False,
            "showlegend": False,
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": theme.FALLBACK, "size": sheet.em, "color": theme.INK},
            "hovermode": "closest",
            "dragmode": False,
            "xaxis": self._axis("x"),
            "yaxis": self._axis("y"),
            "margin": self.margin,
            "annotations": sheet.labels,
        }
        if sheet.shapes:
            layout["shapes"] = sheet.shapes
        if any(trace["type"] == "bar" for trace in sheet.traces):
            layout["barmode"] = "overlay"
        return {"data": sheet.traces, "layout": layout}

    def box(self, label: dict[str, Any]) -> tuple[float, float, float, float]:
        """Bounding box of a label in the wider fallback font: left, top, right, bottom in px from the top left corner."""
        em = label["font"]["size"]
        width = measure.length(label["text"]) * em * measure.SLACK
        height = measure.height(label["text"]) * em
        left = self.margin["l"] + self._px("x", label["x"] - self.ranges["x"][0]) + label["xshift"]
        left += {"left": INSET, "center": -width / 2, "right": -width - INSET}[label["align"]]
        top = self.margin["t"] + self._px("y", self.ranges["y"][1] - label["y"]) - label["yshift"]
        top -= {"top": 0, "middle": height / 2, "bottom": height}[label["yanchor"]]
        return left, top, left + width, top + height

    def _range(self, axis: str) -> list[float]:
        start, end = self.sheet.ends[axis]
        reached = self.sheet.reached[axis] or [0, 1]
        if start is None:
            start = min(0.0, *reached) if axis == self.sheet.from_zero else min(reached)
        if end is None:
            end = max(reached)
        return [float(start), float(end) if end != start else float(start) + 1]

    def _make_room(self) -> None:
        """Margins: as much as the words at the edges need."""
        if self.sheet.tick_texts:
            self.margin["b"] = 1.75 * self.sheet.em
        for _ in range(12):  # a margin moves all places, and so the words at them
            self._fit_labels()
            over = self._over()
            if max(over.values()) < 0.5:
                break
            self.margin = {side: px + over[side] for side, px in self.margin.items()}
        self.margin = {side: round(px, 1) for side, px in self.margin.items()}

    def _over(self) -> dict[str, float]:
        """By how much labels overflow each edge, in px."""
        over = dict.fromkeys("lrtb", 0.0)
        for label in self.sheet.labels:
            left, top, right, bottom = self.box(label)
            beyond = {"l": -left, "r": right - self.sheet.width, "t": -top, "b": bottom - self.sheet.height}
            for side, px in beyond.items():
                over[side] = max(over[side], px + EDGE)
        return over

    def _fit_labels(self) -> None:
        """Shrink labels that are wider than the space they stand between."""
        for fitted in self.sheet.fitted:
            most = self._room(fitted) / self.sheet.length(fitted.label["text"])
            font = fitted.label["font"]
            font["size"] = min(font["size"], round(most, 1))

    def _check_letters(self) -> None:
        """Raise NoRoom where letters would be too small to read."""
        least = self.sheet.least_text
        for fitted in self.sheet.fitted:
            size = fitted.label["font"]["size"]
            if size < least:
                expected = f"at least {least} px, so shorten it, break it, or give it more place"
                raise NoRoom(fitted, f"has room for {size:g} px letters", expected)

    def _room(self, fitted: Fitted) -> float:
        """What is between two places on x, less at one end what the words are away from the other, in px.

        Raises NoRoom where nothing is left of it, or the words stand outside.
        """
        label = fitted.label
        first, last = fitted.between
        x, shift = label["x"], label["xshift"]
        start, end = (self._px("x", place - x) - shift for place in fitted.between)
        rooms = {"left": end + start - INSET, "center": 2 * min(-start, end), "right": -start - end - INSET}
        room = rooms[label["align"]]
        if room <= 0 or not first <= x <= last:
            wrong = f"at x={x:g} has no room from {first:g} to {last:g}"
            raise NoRoom(fitted, wrong, "a place from which it finds some between these two")
        return room

    def _px(self, axis: str, distance: float) -> float:
        """A distance along an axis in px."""
        start, end = self.ranges[axis]
        if axis == "x":
            room = self.sheet.width - self.margin["l"] - self.margin["r"]
        else:
            room = self.sheet.height - self.margin["t"] - self.margin["b"]
        return distance / (end - start) * room

    def _axis(self, name: str) -> dict[str, Any]:
        """An axis without grid, line or ticks, its labels in the web font."""
        axis = _AXIS | {"tickfont": {"color": theme.SOFT, "size": self.sheet.em}, "range": self.ranges[name]}
        if name == "x" and self.sheet.tick_texts:
            texts = self._ticks_with_room()
            ticktext = [measure.drawn(text) for text in texts.values()]
            axis |= {"showticklabels": True, "tickmode": "array", "tickvals": list(texts), "ticktext": ticktext}
        return axis

    def _ticks_with_room(self) -> dict[float, str]:
        """Tick labels that fit: years shorten to ’25, then every second one is dropped, the last one kept."""
        ticks = self.sheet.tick_texts
        if len(ticks) < 2:
            return ticks
        places = sorted(ticks)
        pitch = abs(self._px("x", min(after - before for before, after in pairwise(places))))

        def room_each() -> float:
            longest = max(measure.length(text) for text in ticks.values())
            return longest * self.sheet.em * measure.SLACK + 0.25 * self.sheet.em

        if room_each() > pitch:
            ticks = {place: re.sub(r"^\d\d(\d\d)$", r"’\1", text) for place, text in ticks.items()}
        every = math.ceil(room_each() / pitch)
        return {place: ticks[place] for place in sorted(places[::-every])}
