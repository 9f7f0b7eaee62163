"""Charts -> files in build/<language>/charts/<slug>/. Draws only what changed."""

import hashlib
import itertools
import json
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path

from scripts import paths
from scripts.drawing import browser, measure, render, svg, theme
from scripts.drawing.chart import PreparedChart
from scripts.drawing.figure import figure_of
from scripts.facts.tables import Facts
from scripts.files import write
from scripts.problems import Location, Problem, ProblemsFound

MAX_PNG_BYTES = 300_000  # bytes that a picture may weigh, so that e-mail and chat clients show it


class WordsDoNotFit(ProblemsFound):
    """Texts that are cut or lie on something, by picture. All pictures are written, for a preview to show."""

    def __init__(self, by_picture: dict[tuple[str, str, str], list[Problem]]):
        super().__init__(problem for problems in by_picture.values() for problem in problems)
        self.by_picture = by_picture


@dataclass(frozen=True)
class Picture:
    """A chart in one shape and form, keyed by the figure's own content: a cell that changes draws only the charts that show it."""

    chart: PreparedChart
    shape: theme.Shape
    form: str
    figure: str  # as JSON

    @property
    def name(self) -> tuple[str, str, str]:
        return self.chart.slug, self.chart.language, self.shape.name

    @cached_property
    def key(self) -> str:
        return hashlib.sha256(f"{_tools()}|{self.form}|{theme.SCALE}|{self.figure}".encode()).hexdigest()[:32]

    @property
    def cached(self) -> Path:
        return paths.BUILD / "cache" / f"{self.key}.{self.form}"

    @property
    def job(self) -> render.Job:
        # Pictures are set in our type, drawings in pages in that of the reader until ours has come.
        return render.Job(self.key, json.loads(self.figure), self.form, 1 if self.shape.alone else measure.SLACK)


def draw_charts(
    charts: Iterable[PreparedChart],
    facts: Facts,
    address: str,
    *,
    shapes: Container[str] = theme.SHAPES,
    renderer: Callable[[list[render.Job]], dict[str, bytes]] = render.render,
) -> int:
    """Write the pictures of all charts; the number of pictures that had to be drawn anew.

    `shapes`: names of those that are wanted. `renderer` renders the jobs: a preview hands over a browser that it keeps.
    Raises `WordsDoNotFit` with every text that is cut or lies on something; its picture is drawn again next time.
    """
    pictures = []
    for chart, shape in itertools.product(charts, theme.SHAPES.values()):
        if shape.name in shapes:
            figure = json.dumps(figure_of(chart, shape, facts, address), sort_keys=True, default=float)
            pictures += [Picture(chart, shape, form, figure) for form in (("svg", "png") if shape.alone else ("svg",))]
    new = {picture.key: picture for picture in pictures if not picture.cached.exists()}
    misfits: dict[str, list[render.Misfit]] = {}
    try:
        drawn = renderer([picture.job for picture in new.values()])
    except render.MisfitsFound as error:
        drawn = error.drawn
        misfits = error.misfits
    for key in drawn.keys() - misfits.keys():
        write(new[key].cached, drawn[key])
    for picture in pictures:
        _write_drawing(picture, drawn.get(picture.key) or picture.cached.read_bytes())
    if misfits:
        by_picture = {}
        for key, misfits_of_picture in misfits.items():
            by_picture[new[key].name] = [_problem(new[key], misfit) for misfit in misfits_of_picture]
        raise WordsDoNotFit(by_picture)
    return len(new)


def _problem(picture: Picture, misfit: render.Misfit) -> Problem:
    """A misfit at the text of the chart that these words are of, or else where its drawing begins."""
    chart = picture.chart.definition
    language = picture.chart.language
    location = Location(chart.file, chart.module.draw.__code__.co_firstlineno, "")
    for name, text in chart.texts[language].items():
        if misfit.text in str(text).replace("<br>", " "):
            location = chart.place_of(language, name)
            break
    wrong = {
        "cut": "is cut at the edge",
        "over": f"lies on {misfit.other!r}",
        "mark": f"lies on the edge of a mark ({misfit.other})",
    }
    location = location._replace(column=f"{picture.shape.name}, {language}")
    remedy = "room around it, so move it, shorten it, or leave it out of this shape"
    return location.problem(f"{misfit.text!r} {wrong[misfit.kind]}", remedy)


def _write_drawing(picture: Picture, raw: bytes) -> None:
    chart, shape = picture.chart, picture.shape
    if picture.form == "png":
        stop_if_heavy(raw, chart.definition.file, f"the {shape.name} picture in {chart.language!r}")
    elif shape is theme.CARD:
        return  # was only looked at for texts that do not fit
    else:
        try:
            # The narrow drawing is hidden from screen readers and reader views, which take every drawing that they find; the
            # element around it bears its name (chart.html).
            texts = {"title": chart.text("title"), "alt": chart.text("alt")}
            raw = svg.clean(raw.decode(), themed=not shape.alone, hidden=shape is theme.NARROW, **texts).encode()
        except ValueError as error:
            raise ProblemsFound([Problem(chart.definition.file, 0, "figure", f"chart {chart.slug}: {error}")]) from None
    write(chart.folder / f"{chart.slug if shape is theme.POSTER else shape.name}.{picture.form}", raw)


def stop_if_heavy(content: bytes, file: str, name: str) -> None:
    """Raise `ProblemsFound` with by how much a picture is over its weight, and the file to mend."""
    over = len(content) - MAX_PNG_BYTES
    if over > 0:
        raise ProblemsFound(
            [Problem(file, 0, "figure", f"{name} is {over:,} bytes over its {MAX_PNG_BYTES:,}; draw less in it")]
        )


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
