"""The figure that charts draw on: Plotly's own, but quick where it has many annotations and shapes.

For each one that is added, plotly.py copies and checks again all that are there: a chart with eighty costs a quarter of a
second, and each is built in four shapes and two languages. Here they wait, each checked as it comes, and enter together.
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go


class Canvas(go.Figure):
    """A `go.Figure`; whoever asks for its layout or its content finds every annotation and shape in its place."""

    def __init__(self, *arguments: Any, **options: Any):
        self._waiting: dict[str, list[Any]] = {"annotations": [], "shapes": []}
        super().__init__(*arguments, **options)

    def _add_annotation_like(self, prop_singular: str, prop_plural: str, new_obj: Any, row: Any = None, col: Any = None, **more: Any) -> Canvas:
        # What plotly.py calls once it has checked the new one. If its name ever changes, drawing is slower, and as right.
        if row is not None or col is not None or prop_plural not in self._waiting:
            return super()._add_annotation_like(prop_singular, prop_plural, new_obj, row=row, col=col, **more)
        self._waiting[prop_plural].append(new_obj)
        return self

    def _enter(self) -> None:
        for name, waiting in self._waiting.items():
            if waiting:
                self._waiting[name] = []
                layout = super().__getitem__("layout")
                layout[name] = (*layout[name], *waiting)

    def __getitem__(self, prop: Any) -> Any:
        if prop != "data":
            self._enter()
        return super().__getitem__(prop)

    def to_dict(self) -> dict[str, Any]:
        self._enter()
        return super().to_dict()
