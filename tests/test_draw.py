"""Drawings that the build refuses: too heavy, or with a text that is cut or lies on another, as fit.js finds it."""

import pytest

from scripts import paths
from scripts.drawing import draw, render
from scripts.drawing.layout import Layout
from scripts.drawing.rows import Row
from scripts.drawing.sheet import Sheet
from scripts.problems import ProblemsFound
from tests import editions

ROWS = [Row({"year": 2024, "cars": 50}), Row({"year": 2025, "cars": 100})]

def words(sheet, text="a few words", x=100, y=60, **options):
    sheet.label(text, x=x, y=y, **options)


def panel(sheet, right):
    sheet.path("M0,0H100V100H0Z", x=(50, right), y=(90, 30), color="accent")


SAMPLES = {
    "nothing wrong": (lambda sheet: (words(sheet), words(sheet, "more words", y=90)), []),
    "cut at the right": (lambda sheet: words(sheet, x=380), [("a few words", "is cut at the edge")]),
    "cut at the top": (lambda sheet: words(sheet, y=4), [("a few words", "is cut at the edge")]),
    "cut in a wider type only": (lambda sheet: words(sheet, x=328), [("a few words", "is cut at the edge")]),
    "one on another": (lambda sheet: (words(sheet), words(sheet, "more", x=120, y=64)), [("a few words", "lies on 'more'")]),
    "on a line": (lambda sheet: (words(sheet), sheet.rule(x=(50, 300), y=52, color="ink")), [("a few words", "lies on a line")]),
    "on a line of the grid": (lambda sheet: (words(sheet), sheet.rule(x=(50, 300), y=52, color="line")), []),
    "on a line, with a ground of its own": (
        lambda sheet: (words(sheet, ground=True), sheet.rule(x=(50, 300), y=52, color="ink", under=True)),
        [],
    ),
    "half on a mark": (lambda sheet: (panel(sheet, 130), words(sheet)), [("a few words", "lies on the edge of a mark")]),
    "within a mark": (lambda sheet: (panel(sheet, 330), words(sheet, color="paper")), []),
}
"""What is drawn in px, and what is found there."""


@pytest.mark.browser
def test_every_bad_sample_is_found_and_no_good_one(misfits_of):
    plots = {}
    for name, (drawing, _) in SAMPLES.items():
        sheet = Sheet("wide", 400, 200, 15)
        sheet.use_pixels()
        drawing(sheet)
        plots[name] = Layout(sheet).plot()
    sheet = Sheet("wide", 400, 200, 15)
    sheet.bars(ROWS, x="year", y="cars")
    sheet.label("words that start on a bar", x=2024, y=25)
    plots["half on a bar"] = Layout(sheet).plot()
    assert misfits_of(plots) == {name: wanted for name, (_, wanted) in SAMPLES.items() if wanted} | {
        "half on a bar": [("words that start on a bar", "lies on the edge of a mark")]
    }


@pytest.mark.browser
def test_a_text_that_does_not_fit_stops_the_build_with_chart_shape_and_text(monkeypatch, tmp_path, drawing_browser):
    chart = editions.current("en").all_charts[0]
    name, words = next(
        (name, words)
        for name, words in chart.fmt.texts.items()
        if not set("{<") & set(words) and name != "columns"
    )
    monkeypatch.setattr(paths, "BUILD", tmp_path)

    def renderer(jobs):
        rendered = drawing_browser.render(jobs)
        misfits = [render.Misfit(words, "lies on 'second'"), render.Misfit("2,025", "is cut at the edge")]
        return rendered | {jobs[0].name: rendered[jobs[0].name]._replace(misfits=misfits)}

    with pytest.raises(ProblemsFound) as problems:
        draw.draw_charts([chart], editions.current("en").facts, "example.org", renderer=renderer)
    assert (chart.folder / "wide.svg").exists(), "a preview shows what does not fit"
    again = draw.draw_charts([chart], editions.current("en").facts, "example.org", renderer=drawing_browser.render)
    assert again == 1, "and it is looked at again"
    file = f"scripts/charts/{chart.slug.replace('-', '_')}"
    remedy = "expected: room around it, so move it, shorten it, or leave it out of this shape"
    drawing, text = (
        next(
            number
            for number, line in enumerate((paths.ROOT / f"{file}{ending}").read_text("utf-8").split("\n"), 1)
            if line.startswith(starts)
        )
        for ending, starts in ((".py", "def draw"), (".toml", f"{name} ="))
    )
    assert [str(problem) for problem in problems.value.problems] == [
        f"{file}.py:{drawing}: wide, en: '2,025' is cut at the edge; {remedy}",
        f"{file}.toml:{text}: wide, en: {words!r} lies on 'second'; {remedy}",
    ]


def test_too_heavy_picture_stops_the_build_with_how_much():
    with pytest.raises(ProblemsFound) as caught:
        draw.stop_if_heavy(b"x" * 300_042, "scripts/charts/us-plan.py", "the poster picture in 'en'")
    assert [str(problem) for problem in caught.value.problems] == [
        "scripts/charts/us-plan.py: picture: the poster picture in 'en' is 42 bytes over its 300,000; draw less in it"
    ]
    draw.stop_if_heavy(b"x" * 300_000, "f", "n")
