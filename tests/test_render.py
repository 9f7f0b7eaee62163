"""The browser that draws: what a keeper reads when it dies, and that no picture marks the next."""

import asyncio

import kaleido
import plotly.graph_objects as go
import pytest
from kaleido._kaleido_tab import _KaleidoTab

from scripts.drawing import browser, render, svg, theme


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
        render.draw([render.Job("sales-wide-en", go.Figure(), "svg")])


@pytest.mark.browser
def test_the_page_is_kept_between_pictures_and_none_marks_the_next(monkeypatch):
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
    kept = render.KeptBrowser(tabs=1)
    made = kept.draw([render.Job(*job) for job in order])
    kept.close()
    assert not loaded, "Kaleido loads its page anew for each picture, which takes most of the time; see KeptBrowser._open"
    first, last = (svg.clean(made[name].decode(), title="T", alt="A") for name in ("first", "last"))
    assert first == last and made["as PNG"].startswith(b"\x89PNG")
