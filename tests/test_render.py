"""What a keeper reads when the browser that draws the charts dies: one sentence with the remedy, whatever its library raised."""

import asyncio

import kaleido
import plotly.graph_objects as go
import pytest

from scripts.drawing import browser, render


class Dying:
    """Stands for Kaleido's server; it opens, then fails as the library fails when its browser is killed."""

    subprocess = None

    def __init__(self, wrong: BaseException) -> None:
        self.wrong = wrong

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


def test_keeper_who_interrupts_is_obeyed(monkeypatch, tmp_path):
    monkeypatch.setattr(kaleido, "Kaleido", lambda **_: Dying(KeyboardInterrupt()))
    monkeypatch.setattr(browser, "find", lambda: str(tmp_path / "chromium"))
    with pytest.raises(KeyboardInterrupt):
        render.draw([render.Job("sales-wide-en", go.Figure(), "svg")])
