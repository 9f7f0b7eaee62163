"""Charts -> files in build/<language>/charts/<slug>/. Draws only what changed, and writes all or nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from scripts import paths
from scripts.drawing import browser, plot, render, svg, theme
from scripts.drawing.chart import PreparedChart
from scripts.drawing.frame import FRAME_PAD, Frame
from scripts.drawing.pen import Pen
from scripts.drawing.picture import lighten
from scripts.facts.dataset import Facts
from scripts.files import write
from scripts.problems import Problem, ProblemsFound

HEAVIEST = 300_000
"""Bytes that a picture may weigh, so that e-mail and chat clients show it."""

Drawing = Callable[..., dict[str, bytes]]
"""A function like `render.draw`."""


@dataclass(frozen=True)
class Picture:
    """A PNG that is not a chart: its figure, where it goes, and the file that a keeper mends if it is too heavy."""

    name: str
    figure: go.Figure
    target: Path
    file: str


@dataclass(frozen=True)
class Sheet:
    """What a `picture` is drawn on: its room in px, px of an em, and the shape's name."""

    width: float
    height: float
    em: float
    shape: str


def figure_of(one: PreparedChart, shape: theme.Shape, facts: Facts, address: str = "") -> dict[str, Any]:
    """The Plotly figure of a chart in one shape, as a plain dict."""
    chart, frame = one.chart, None
    if shape.framed:
        frame = Frame.around(shape, one.text("title"), one.text("unit"), one.source_line(facts), address)
    height = chart.heights.get(shape.name, chart.heights["wide"])
    if shape.height and frame:
        height = shape.height - frame.top - frame.bottom
    figure = chart.guard(f"drawing ({shape.name})", lambda: _bare(one, shape, height))
    return frame.put(figure) if frame else figure


def _bare(one: PreparedChart, shape: theme.Shape, height: int) -> dict[str, Any]:
    """The figure without a frame."""
    module = one.chart.module
    if hasattr(module, "figure"):  # drawn in the old way
        figure = json.loads(module.figure(one.rows, Pen(one.say, shape, height)).to_json())
        if shape.framed:
            figure["layout"]["width"] -= 2 * FRAME_PAD
        return figure
    width = shape.width - 2 * FRAME_PAD * shape.framed
    if hasattr(module, "picture"):
        marks, scale = module.picture(one.rows, one.say, Sheet(width, height, shape.text, shape.name)), {"x": (0, width), "y": (height, 0)}
        return plot.draw(marks, shape.name, width, height, shape.text, scale, edge=0)
    scale = module.scale(one.rows) if hasattr(module, "scale") else getattr(module, "SCALE", None)
    return plot.draw(module.marks(one.rows, one.say), shape.name, width, height, shape.text, scale)


def draw(
    drawn: Iterable[PreparedChart], facts: Facts, address: str, pictures: Iterable[Picture] = (), *, shapes: Container[str] | None = None, drawing: Drawing = render.draw,
) -> int:
    """Write the pictures of all given charts, and `pictures`; the number of pictures that had to be drawn anew.

    `shapes`: names of those that are wanted, None for all. `drawing` draws the jobs: a preview hands over a browser that it keeps.

    Each job is keyed by the figure's own content, so a cell that changes draws only the charts that show it.
    """
    charts, others = list(drawn), [(picture, _key(picture.figure.to_json(), "png")) for picture in pictures]
    plan: list[tuple[PreparedChart, theme.Shape, str, str]] = []
    jobs: dict[str, render.Job] = {}
    for one in charts:
        for shape in theme.SHAPES.values():
            if shapes is not None and shape.name not in shapes:
                continue
            spec = json.dumps(figure_of(one, shape, facts, address), sort_keys=True, default=float)
            for form in {"wide": ("svg",), "narrow": ("svg",), "poster": ("svg", "png"), "card": ("png",)}[shape.name]:
                key = _key(spec, form)
                plan.append((one, shape, form, key))
                if not _cached(key, form).exists():
                    jobs[key] = render.Job(f"{one.chart.slug} ({one.language}, {shape.name}, {form})", json.loads(spec), form, theme.SCALE if form == "png" else 1)
    for picture, key in others:
        if not _cached(key, "png").exists():
            jobs[key] = render.Job(picture.name, picture.figure, "png", theme.SCALE)
    fresh = drawing([render.Job(key, job.figure, job.format, job.scale) for key, job in jobs.items()], finish=_lightened)
    for key, content in fresh.items():
        write(_cached(key, jobs[key].format), content)
    for picture, key in others:
        content = _cached(key, "png").read_bytes()
        stop_if_heavy(content, picture.file, picture.name)
        write(picture.target, content)
    for one, shape, form, key in plan:
        _place(one, shape, form, _cached(key, form).read_bytes())
    return len(jobs)


def _lightened(job: render.Job, raw: bytes) -> bytes:
    return lighten(raw) if job.format == "png" else raw


def _place(one: PreparedChart, shape: theme.Shape, form: str, raw: bytes) -> None:
    slug = one.chart.slug
    if form == "png":
        stop_if_heavy(raw, one.chart.file, f"the {shape.name} picture in {one.language!r}")
        write(one.folder / (f"{slug}.png" if shape.name == "poster" else "card.png"), raw)
        return
    themed = not shape.framed
    prefix = f"{slug}-{shape.name[0]}" if themed else slug
    try:
        text = svg.clean(raw.decode(), prefix=prefix, title=one.text("title"), description=one.text("alt"), font=None if themed else theme.FALLBACK, themed=themed)
    except svg.UnknownColor as wrong:
        raise ProblemsFound([Problem(one.chart.file, 0, "figure", f"chart {slug}: {wrong}")]) from None
    write(one.folder / (f"{shape.name}.svg" if themed else f"{slug}.svg"), text.encode())


def stop_if_heavy(content: bytes, file: str, name: str) -> None:
    """Raise `ProblemsFound` with by how much a picture is over its weight, and the file to mend."""
    over = len(content) - HEAVIEST
    if over > 0:
        raise ProblemsFound([Problem(file, 0, "figure", f"{name} is {over:,} bytes over its {HEAVIEST:,}; draw less in it")])


def _key(spec: str, form: str) -> str:
    return hashlib.sha256(f"{_tools()}|{form}|{theme.SCALE}|{spec}".encode()).hexdigest()[:32]


@cache
def _tools() -> str:
    """What else a picture depends on: the versions of the drawing libraries, and the browser's file."""
    try:
        path = Path(browser.find()).resolve()
        stamp = f"{path.name}-{path.stat().st_size}-{int(path.stat().st_mtime)}"
    except browser.BrowserMissing:
        stamp = "none"
    return "|".join([stamp, *(f"{name}={version(name)}" for name in ("plotly", "kaleido", "pillow", "font-source-sans-pro"))])


def _cached(key: str, form: str) -> Path:
    return paths.BUILD / "cache" / f"{key}.{form}"
