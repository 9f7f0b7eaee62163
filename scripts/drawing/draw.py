"""Charts -> files in build/<language>/charts/<slug>/. Draws only what changed."""

import hashlib
import itertools
import json
from collections.abc import Callable, Container, Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from scripts import paths
from scripts.drawing import browser, measure, render, svg, theme
from scripts.drawing.chart import Chart
from scripts.drawing.plot import plot_of
from scripts.facts.facts import Facts
from scripts.files import write
from scripts.problems import Location, Problem, ProblemsFound

MAX_PNG_BYTES = 300_000  # limit of a picture, so that e-mail and chat clients show it


class WordsDoNotFit(ProblemsFound):
    """Texts that are cut or lie on something, by picture. All pictures are written, for a preview to show."""

    def __init__(self, by_picture: dict[tuple[str, str, str], list[Problem]]):
        super().__init__(problem for problems in by_picture.values() for problem in problems)
        self.by_picture = by_picture


class Picture(NamedTuple):
    """A chart in one shape and format, to be written from what `job` draws."""

    chart: Chart
    shape: theme.Shape
    job: render.Job

    @property
    def cached(self) -> Path:
        return paths.BUILD / "cache" / f"{self.job.name}.{self.job.format}"


def draw_charts(
    charts: Iterable[Chart],
    facts: Facts,
    address: str,
    *,
    shapes: Container[str] = theme.SHAPES,
    renderer: Callable[[list[render.Job]], dict[str, render.Rendered]] = render.render,
) -> int:
    """Write the pictures of all charts; the number of pictures that had to be drawn anew.

    `shapes`: names of those that are wanted. `renderer` renders the jobs: a preview hands over a browser that it keeps.
    Raises `WordsDoNotFit` with every text that is cut or lies on something; its picture is drawn again next time.
    """
    pictures = []
    for chart, shape in itertools.product(charts, theme.SHAPES.values()):
        if shape.name in shapes:
            plot = json.dumps(plot_of(chart, shape, facts, address), sort_keys=True)
            for picture_format in ("svg", "png") if shape.alone else ("svg",):
                pictures.append(Picture(chart, shape, _job(plot, shape, picture_format)))
    new = {picture.job.name: picture for picture in pictures if not picture.cached.exists()}
    rendered = renderer([picture.job for picture in new.values()])
    misfits = {}
    for key, (content, misfits_of_picture) in rendered.items():
        picture = new[key]
        if misfits_of_picture:
            name = (picture.chart.slug, picture.chart.language, picture.shape.name)
            misfits[name] = [_problem(picture, misfit) for misfit in dict.fromkeys(misfits_of_picture)]
        else:
            write(picture.cached, content)
    for picture in pictures:
        key = picture.job.name
        _write_drawing(picture, rendered[key].content if key in rendered else picture.cached.read_bytes())
    if misfits:
        raise WordsDoNotFit(misfits)
    return len(new)


def _job(plot: str, shape: theme.Shape, picture_format: str) -> render.Job:
    """The render job of a plot (as JSON). Its name is the cache key: a digest of all that the picture depends on."""
    key = hashlib.sha256(f"{_tools()}|{picture_format}|{theme.SCALE}|{plot}".encode()).hexdigest()[:32]
    # Pictures always have the web font; drawings in pages have the reader's fallback until it loads.
    return render.Job(key, json.loads(plot), picture_format, 1 if shape.alone else measure.SLACK)


def _problem(picture: Picture, misfit: render.Misfit) -> Problem:
    """A misfit as a problem: at the line of the chart's text that it is from, else at its `draw`."""
    chart = picture.chart
    location = Location(chart.definition.file, chart.definition.module.draw.__code__.co_firstlineno)
    for name, text in chart.fmt.texts.items():
        if misfit.text in str(text).replace("<br>", " "):
            location = chart.definition.place_of(chart.language, name)
            break
    location = location._replace(column=f"{picture.shape.name}, {chart.language}")
    remedy = "room around it, so move it, shorten it, or leave it out of this shape"
    return location.problem(f"{misfit.text!r} {misfit.wrong}", remedy)


def _write_drawing(picture: Picture, content: bytes) -> None:
    chart, shape, job = picture
    if job.format == "png":
        stop_if_heavy(content, chart.definition.file, f"the {shape.name} picture in {chart.language!r}")
    elif shape is theme.CARD:
        return  # was only drawn to check that its texts fit
    else:
        # The narrow drawing is hidden from screen readers and reader views, which take every drawing that they find; the
        # element around it bears its name (chart.html).
        texts = {"title": chart.text("title"), "alt": chart.text("alt")}
        with chart.definition.located("picture"):
            drawing = svg.clean(content.decode(), themed=not shape.alone, hidden=shape is theme.NARROW, **texts)
        content = drawing.encode()
    name = chart.slug if shape is theme.POSTER else shape.name
    write(chart.folder / f"{name}.{job.format}", content)


def stop_if_heavy(content: bytes, file: str, name: str) -> None:
    """Raise `ProblemsFound` with by how much a picture is over its weight, and the file to mend."""
    over = len(content) - MAX_PNG_BYTES
    if over > 0:
        wrong = f"{name} is {over:,} bytes over its {MAX_PNG_BYTES:,}; draw less in it"
        raise Location(file, column="picture").error(wrong)


@cache
def _tools() -> str:
    """The tools' part of the cache key: versions of the drawing libraries, the script that checks texts, the browser's file."""
    libraries = [f"{name}={version(name)}" for name in ("plotly", "kaleido", "pillow", "font-source-sans-pro")]
    try:
        path = Path(browser.find()).resolve()
    except browser.BrowserMissing:
        return "no browser"  # so nothing is drawn
    fit = hashlib.sha256(render.FIT.read_bytes()).hexdigest()
    return "|".join([path.name, str(path.stat().st_size), str(int(path.stat().st_mtime)), fit, *libraries])
