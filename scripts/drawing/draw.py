"""Charts -> files in build/<language>/charts/<slug>/. Draws only what changed, and writes all or nothing."""

import hashlib
import io
import json
from collections.abc import Callable, Container, Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from PIL import Image

from scripts import paths
from scripts.drawing import browser, measure, plot, render, svg, theme
from scripts.drawing.chart import PreparedChart
from scripts.drawing.frame import FRAME_PAD, Frame
from scripts.facts.dataset import Facts
from scripts.files import write
from scripts.problems import Problem, ProblemsFound, stop_on

MAX_PNG_BYTES = 300_000  # bytes that a picture may weigh, so that e-mail and chat clients show it

Drawing = Callable[..., dict[str, bytes]]  # a function like `render.draw`


def figure_of(chart: PreparedChart, shape: theme.Shape, facts: Facts, address: str = "") -> dict[str, Any]:
    """The Plotly figure of a chart in one shape, as a plain dict."""
    definition, frame = chart.definition, None
    if shape.framed:
        words = {"title": chart.text("title"), "unit": chart.text("unit"), "site": chart.fmt.word("site.name"), "address": address}
        # A card has room for one line of sources: as many as it takes.
        frames = (Frame.around(shape, source=chart.source_line(facts, most), **words) for most in ((3, 2, 1) if shape.height else (4,)))
        frame = next((found for found in frames if found.source), None) or Frame.around(shape, source="", **words)
    height = definition.heights.get(shape.name, definition.heights["wide"])
    if shape.height and frame:
        height = shape.height - frame.top - frame.bottom
    figure = definition.guard(f"drawing ({shape.name})", lambda: _bare(chart, shape, height))
    return frame.put(figure) if frame else figure


def _bare(chart: PreparedChart, shape: theme.Shape, height: int) -> dict[str, Any]:
    """The figure without a frame."""
    module = chart.definition.module
    width = shape.width - 2 * FRAME_PAD * shape.framed
    sheet = plot.Plot(shape.name, width, height, shape.text)
    if hasattr(module, "picture"):
        sheet.edge = 0
        return sheet.figure(module.picture(chart.rows, chart.fmt, sheet), {"x": (0, width), "y": (height, 0)})
    scale = module.scale(chart.rows) if hasattr(module, "scale") else getattr(module, "SCALE", None)
    return sheet.figure(module.marks(chart.rows, chart.fmt), scale)


FORMS = {"wide": ("svg",), "narrow": ("svg",), "poster": ("svg", "png"), "card": ("svg", "png")}
"""What is drawn of each shape. The SVG of a card is only looked at for texts that do not fit."""


def render_charts(
    charts: Iterable[PreparedChart], facts: Facts, address: str, *,
    shapes: Container[str] | None = None, drawing: Drawing = render.draw,
) -> int:
    """Write the pictures of all charts; the number of pictures that had to be drawn anew.

    `shapes`: names of those that are wanted, None for all. `drawing` draws the jobs: a preview hands over a browser that it keeps.

    Each job is keyed by the figure's own content, so a cell that changes draws only the charts that show it. Raises
    `ProblemsFound` with every text that is cut or lies on something.
    """
    plan: list[tuple[PreparedChart, theme.Shape, str, str]] = []
    jobs: dict[str, tuple[PreparedChart, theme.Shape, render.Job]] = {}
    for chart in charts:
        for shape in theme.SHAPES.values():
            if shapes is not None and shape.name not in shapes:
                continue
            spec = json.dumps(figure_of(chart, shape, facts, address), sort_keys=True, default=float)
            for form in FORMS[shape.name]:
                key = _key(spec, form)
                plan.append((chart, shape, form, key))
                if not _cached(key, form).exists():
                    # Pictures are set in our type, drawings in pages in that of the reader until ours has come.
                    slack = 1 if shape.framed else measure.SLACK
                    jobs[key] = (chart, shape, render.Job(key, json.loads(spec), form, theme.SCALE if form == "png" else 1, slack))
    problems = []
    try:
        fresh = drawing([job for *_, job in jobs.values()], finish=lambda job, raw: quantize_png(raw) if job.format == "png" else raw)
    except render.Misfit as misfit:
        fresh = misfit.drawn
        problems = [_misfit(*jobs[key][:2], found) for key, several in misfit.found.items() for found in several]
    for key, content in fresh.items():
        write(_cached(key, jobs[key][2].format), content)
    stop_on(problems)
    for chart, shape, form, key in plan:
        _write_drawing(chart, shape, form, _cached(key, form))
    return len(jobs)


def _misfit(chart: PreparedChart, shape: theme.Shape, found: tuple[str, str, str]) -> Problem:
    kind, text, other = found
    wrong = {"cut": "is cut at the edge", "over": f"lies on {other!r}", "mark": f"lies on the edge of a mark ({other})"}[kind]
    message = f"{text!r} {wrong}; expected room around it: move it, shorten it, or leave it out of this shape"
    return Problem(chart.definition.file, 0, f"{shape.name}, {chart.language}", message)


def quantize_png(raw: bytes) -> bytes:
    """A PNG, opaque and light: a chart has few colours, so a palette of 256 holds them at a quarter of the weight."""
    picture = Image.open(io.BytesIO(raw)).convert("RGB")
    small = picture.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    small.save(out, "PNG", optimize=True)
    return out.getvalue()


def _write_drawing(chart: PreparedChart, shape: theme.Shape, form: str, cached: Path) -> None:
    slug = chart.slug
    if (shape.name, form) == ("card", "svg"):
        return
    raw = cached.read_bytes()
    if form == "png":
        stop_if_heavy(raw, chart.definition.file, f"the {shape.name} picture in {chart.language!r}")
        write(chart.folder / (f"{slug}.png" if shape.name == "poster" else "card.png"), raw)
        return
    themed, alt = not shape.framed, chart.text("alt")
    # The narrow drawing is hidden from screen readers and reader views, which take every drawing that they find; the element
    # around it bears its name (chart.html).
    if themed:
        named = {"label": alt if shape is theme.WIDE else None}
    else:
        named = {"title": chart.text("title"), "description": alt, "font": theme.FALLBACK}
    try:
        text = svg.clean(raw.decode(), themed=themed, **named)
    except ValueError as wrong:
        raise ProblemsFound([Problem(chart.definition.file, 0, "figure", f"chart {slug}: {wrong}")]) from None
    write(chart.folder / (f"{shape.name}.svg" if themed else f"{slug}.svg"), text.encode())


def stop_if_heavy(content: bytes, file: str, name: str) -> None:
    """Raise `ProblemsFound` with by how much a picture is over its weight, and the file to mend."""
    over = len(content) - MAX_PNG_BYTES
    if over > 0:
        raise ProblemsFound([Problem(file, 0, "figure", f"{name} is {over:,} bytes over its {MAX_PNG_BYTES:,}; draw less in it")])


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
    libraries = [f"{name}={version(name)}" for name in ("plotly", "kaleido", "pillow", "font-source-sans-pro")]
    return "|".join([stamp, hashlib.sha256(render.FIT.read_bytes()).hexdigest(), *libraries])


def _cached(key: str, form: str) -> Path:
    return paths.BUILD / "cache" / f"{key}.{form}"
