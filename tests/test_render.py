"""The browser that draws: what a keeper reads when it dies, and that no picture marks the next."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import kaleido
import plotly.graph_objects as go
import pytest
from kaleido._kaleido_tab import _KaleidoTab

from scripts import paths
from scripts.drawing import browser, render, svg, theme


def draw(jobs, **more):
    """Drawn in a thread of its own: in that of the tests Playwright may have its loop running, and Python allows one a thread."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(render.draw, jobs, **more).result()


class Dying:
    """Stands for Kaleido's server; it opens, then fails as the library fails when its browser is killed."""

    subprocess = None

    def __init__(self, wrong: BaseException) -> None:
        self.wrong = wrong
        self.tabs_ready = asyncio.Queue()

    async def open(self) -> None: ...
    async def close(self) -> None: ...

    async def calc_fig(self, *_: object, **__: object) -> bytes:
        raise self.wrong


@pytest.mark.parametrize("wrong", [asyncio.CancelledError(), RuntimeError("the socket is closed"), OSError(32, "broken pipe")], ids=lambda w: type(w).__name__)
def test_death_of_the_browser_is_told_with_its_remedy(monkeypatch, tmp_path, wrong):
    monkeypatch.setattr(kaleido, "Kaleido", lambda **_: Dying(wrong))
    monkeypatch.setattr(browser, "find", lambda: str(tmp_path / "chromium"))
    with pytest.raises(render.RenderFailed, match="--version` answers, then try again"):
        draw([render.Job("sales-wide-en", go.Figure(), "svg")])


def test_keeper_who_interrupts_is_obeyed(monkeypatch, tmp_path):
    monkeypatch.setattr(kaleido, "Kaleido", lambda **_: Dying(KeyboardInterrupt()))
    monkeypatch.setattr(browser, "find", lambda: str(tmp_path / "chromium"))
    with pytest.raises(KeyboardInterrupt):
        draw([render.Job("sales-wide-en", go.Figure(), "svg")])


def job(kind):
    return render.Job(kind, {"data": [{"type": kind}], "layout": {}}, "svg")


def test_small_script_draws_what_it_knows_and_the_whole_one_the_rest(monkeypatch, tmp_path):
    assert render._script([job("bar"), job("scatter"), render.Job("built", go.Figure(go.Bar()), "svg")]) == paths.PLOTLY.as_uri()
    assert render._script([job("bar"), job("heatmap")]) is None
    other = tmp_path / "plotly.js"
    other.write_bytes(paths.PLOTLY.read_bytes().replace(b") v", b") v1", 1))
    monkeypatch.setattr(paths, "PLOTLY", other)
    assert render._script([job("bar")]) is None, "another release than that of plotly.py"
    monkeypatch.setattr(paths, "PLOTLY", tmp_path / "missing")
    assert render._script([job("bar")]) is None


@pytest.mark.browser
@pytest.mark.parametrize("script", [paths.PLOTLY, None], ids=["small", "whole"])
def test_the_page_is_kept_between_pictures_and_none_marks_the_next(monkeypatch, tmp_path, script):
    monkeypatch.setattr(paths, "PLOTLY", script or tmp_path / "missing")
    loaded = []
    known = _KaleidoTab.reload

    async def reload(self):
        loaded.append(self)
        await known(self)

    monkeypatch.setattr(_KaleidoTab, "reload", reload)
    plain, other = (go.Figure(layout={"width": width, "height": height, "font": {"size": size, "color": theme.INK}, "paper_bgcolor": theme.PAPER, "plot_bgcolor": theme.PAPER, "template": "none", "xaxis": {"visible": False}, "yaxis": {"visible": False}}) for width, height, size in ((300, 200, 14), (720, 500, 30)))
    for figure in (plain, other):
        figure.add_bar(x=["a", "b"], y=[1, 2], marker={"color": theme.ACCENT, "line": {"width": 0}})
    other.add_annotation(text="<b>loud</b>", x=0, y=1, font={"size": 40})
    order = [("first", plain, "svg"), ("between", other, "svg"), ("as PNG", plain, "png"), ("last", plain, "svg")]
    made = draw([render.Job(*job) for job in order], tabs=1)
    assert not loaded, "Kaleido loads its page anew for each picture, which takes most of the time; see render._open"
    first, last = (svg.clean(made[name].decode(), label="x") for name in ("first", "last"))
    assert first == last and made["as PNG"].startswith(b"\x89PNG")
