"""The browser that draws: what a keeper reads when it dies, that no picture marks the next, and that pictures are
light, opaque and the same as before.
"""

import asyncio
import io

import kaleido
import plotly.graph_objects as go
import pytest
from kaleido._kaleido_tab import _KaleidoTab
from PIL import Image, ImageDraw

from scripts.drawing import browser, render, svg, theme


class Dying:
    """Stands for Kaleido's server; it opens, then fails as the library fails when its browser is killed."""

    subprocess = None

    def __init__(self, wrong: BaseException) -> None:
        self.wrong = wrong
        self.tabs_ready = asyncio.Queue()

    async def open(self) -> None: ...
    async def close(self) -> None: ...

    async def create_tab(self, _: str) -> None: ...

    async def calc_fig(self, *_: object, **__: object) -> bytes:
        raise self.wrong


@pytest.mark.parametrize(
    "wrong",
    [asyncio.CancelledError(), RuntimeError("the socket is closed"), OSError(32, "broken pipe")],
    ids=lambda wrong: type(wrong).__name__,
)
def test_death_of_the_browser_is_told_with_its_remedy(monkeypatch, tmp_path, wrong):
    monkeypatch.setattr(kaleido, "Kaleido", lambda **_: Dying(wrong))
    monkeypatch.setattr(browser, "find", lambda: str(tmp_path / "chromium"))
    with pytest.raises(render.RenderFailed, match="--version` answers, then try again"):
        render.render([render.Job("sales-wide-en", go.Figure(), "svg")])


@pytest.mark.browser
def test_the_page_is_kept_between_pictures_and_none_marks_the_next(monkeypatch):
    loaded = []
    known = _KaleidoTab.reload

    async def reload(self):
        loaded.append(self)
        await known(self)

    monkeypatch.setattr(_KaleidoTab, "reload", reload)
    hidden = {"visible": False}
    common = {"paper_bgcolor": theme.PAPER, "plot_bgcolor": theme.PAPER, "template": "none", "xaxis": hidden, "yaxis": hidden}
    plain, other = (
        go.Figure(layout={"width": width, "height": height, "font": {"size": size, "color": theme.INK}} | common)
        for width, height, size in ((300, 200, 14), (720, 500, 30))
    )
    for figure in (plain, other):
        figure.add_bar(x=["a", "b"], y=[1, 2], marker={"color": theme.ACCENT, "line": {"width": 0}})
    other.add_annotation(text="<b>loud</b>", x=0, y=1, font={"size": 40})
    order = [("first", plain, "svg"), ("between", other, "svg"), ("as PNG", plain, "png"), ("last", plain, "svg")]
    kept = render.KeptBrowser(tabs=1)
    made = kept.render([render.Job(*job) for job in order])
    kept.close()
    assert not loaded, "Kaleido loads its page anew for each picture, which takes most of the time; see KeptBrowser._open"
    first, last = (svg.clean(made[name].content.decode(), title="T", alt="A") for name in ("first", "last"))
    assert first == last and made["as PNG"].content.startswith(b"\x89PNG")


def test_a_picture_keeps_its_size_and_colours_and_loses_weight_and_transparency():
    picture = Image.new("RGBA", (400, 200), (255, 254, 251, 0))
    ImageDraw.Draw(picture).rectangle((10, 10, 90, 190), fill=(10, 91, 181, 255))
    for step in range(0, 400, 3):  # slanted lines, drawn large and scaled down, have the soft edges that weigh in full colour
        ImageDraw.Draw(picture).line((100 + step, 0, 130 + step * 2, 199), fill=(step % 256, 90, 160, 255))
    picture = picture.resize((1200, 600), Image.Resampling.LANCZOS)
    raw = io.BytesIO()
    picture.save(raw, "PNG")
    small = render.quantize_png(raw.getvalue())
    opened = Image.open(io.BytesIO(small))
    assert opened.size == (1200, 600) and opened.mode == "P" and "transparency" not in opened.info
    red, green, blue = opened.convert("RGB").getpixel((150, 300))
    assert max(abs(red - 10), abs(green - 91), abs(blue - 181)) <= 8
    assert len(small) < len(raw.getvalue())


def test_the_same_picture_gives_the_same_bytes():
    raw = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(raw, "PNG")
    assert render.quantize_png(raw.getvalue()) == render.quantize_png(raw.getvalue())
