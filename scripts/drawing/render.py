"""Plots -> SVG text or light PNG bytes, through Kaleido with its browser kept running. The only module that knows Kaleido."""

import asyncio
import contextlib
import io
import json
import logging
import os
import signal
import threading
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageColor

from scripts import paths
from scripts.drawing import browser, faces, theme
from scripts.files import write

FIT = Path(__file__).with_name("fit.js")
RENDER_TIMEOUT_S = 40.0  # seconds per picture; usually it takes a fifth of one
BROWSER_START_TIMEOUT_S = 40.0  # seconds that the browser may take to start
CLOSE_TIMEOUT_S = 10.0


class RenderFailed(RuntimeError):
    """Pictures could not be drawn; the message says why and what to do."""


class Job(NamedTuple):
    """One picture to draw: its name, the plot, `svg` or `png`; an SVG is looked at for texts that do not fit.

    `slack`: how many times as wide as in the web font its texts may become.
    """

    name: str
    plot: dict[str, Any]
    format: str
    slack: float = 1


class Misfit(NamedTuple):
    """A text of a drawing, and what is wrong with its place: it is cut, or lies over another or on a mark."""

    text: str
    wrong: str


class Rendered(NamedTuple):
    """A picture as SVG or PNG, and the texts in it that do not fit."""

    content: bytes
    misfits: list[Misfit]


class KeptBrowser:
    """A browser that stays open between drawings, for a preview: starting it takes longer than drawing."""

    def __init__(self, tabs: int = 2):
        self._tabs = tabs
        self._server: Any = None  # Kaleido's
        self._opening = asyncio.Lock()
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()

    def render(self, jobs: list[Job]) -> dict[str, Rendered]:
        """Draw all jobs; job name -> picture. Raises `RenderFailed`, or `browser.BrowserMissing` where there is none.

        A browser that failed is ended, and the next drawing starts another.
        """
        if not jobs:
            return {}
        path = browser.find()
        _give_our_type_to_chrome()
        for name in ("kaleido", "choreographer"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        # Kaleido hangs rather than fails when the browser is not what it takes it for, so the whole is bounded too.
        limit = BROWSER_START_TIMEOUT_S + RENDER_TIMEOUT_S + len(jobs) * 2.0
        try:
            return self._wait_for(self._render(jobs, path), limit)
        except Exception as error:
            wrong = "it did not answer in time" if isinstance(error, TimeoutError) else repr(error)[:200]
            remedy = f"check that `{path} --version` answers, then try again"
            raise RenderFailed(f"the browser failed ({wrong}); {remedy}") from error

    def warm(self) -> None:
        """Start it and draw a dot in each tab: the first drawing takes several times as long as the next.

        Errors are raised by the next `render` instead.
        """
        dot = {"data": [{"type": "scatter", "x": [0], "y": [0]}], "layout": {}}
        with contextlib.suppress(RenderFailed, browser.BrowserMissing):
            self.render([Job(f"dot {tab}", dot, "svg") for tab in range(self._tabs)])

    def close(self) -> None:
        self._wait_for(self._end(), 2 * CLOSE_TIMEOUT_S)
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _wait_for(self, task: Coroutine[Any, Any, Any], limit: float) -> Any:
        return asyncio.run_coroutine_threadsafe(task, self._loop).result(limit)

    async def _render(self, jobs: list[Job], path: str) -> dict[str, Rendered]:
        try:
            async with self._opening:
                if self._server is None:
                    await self._open(path)
            fitting_tab = await self._server.create_tab("about:blank")
            pictures = await asyncio.gather(*[_picture(self._server, fitting_tab, job) for job in jobs])
            await self._server.close_tab(fitting_tab.target_id)
        except BaseException:
            await self._end()
            raise
        return {job.name: picture for job, picture in zip(jobs, pictures, strict=True)}

    async def _open(self, path: str) -> None:
        import kaleido  # noqa: PLC0415 - slow to import, and not needed when every picture is in the cache

        self._server = kaleido.Kaleido(n=self._tabs, timeout=RENDER_TIMEOUT_S, path=path, mathjax=False)
        # After each picture Kaleido loads its page with plotly.js anew, which takes most of the time, and 1.5 has no
        # setting against it. Our pictures leave nothing behind in it, so the tab goes back as it is. Should the method
        # be renamed, each page is loaded again: slower.
        self._server._return_kaleido_tab = self._server.tabs_ready.put
        await asyncio.wait_for(self._server.open(), BROWSER_START_TIMEOUT_S)

    async def _end(self) -> None:
        """End the browser for certain, with all that it started: while any of it lives, threads that wait for its words
        keep this process from ending. What is drawn is not lost by a browser that will not close."""
        async with self._opening:
            server, self._server = self._server, None
        if server is None:
            return
        with contextlib.suppress(Exception):
            await asyncio.wait_for(server.close(), CLOSE_TIMEOUT_S)
        with contextlib.suppress(AttributeError, OSError):
            os.killpg(server.subprocess.pid, signal.SIGKILL)  # the library gives each browser a session of its own


def render(jobs: list[Job]) -> dict[str, Rendered]:
    """As `KeptBrowser.render` does, in a browser that is closed again."""
    with contextlib.closing(KeptBrowser()) as kept:
        return kept.render(jobs)


def _give_our_type_to_chrome() -> None:
    """Let Chrome find the faces when it draws, on Linux through a fontconfig file of ours.

    Elsewhere Chrome uses the fonts of the machine: charts then measure slightly differently, so pages are published
    from Linux.
    """
    folder = paths.BUILD / "fonts"
    config = folder / "fonts.conf"
    folders = "".join(f"<dir>{faces.file_of(name).parent}</dir>" for name in ("sans", "serif-bold"))
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{folders}'
        f"<cachedir>{folder / 'cache'}</cachedir></fontconfig>"
    )
    write(config, text.encode())
    os.environ["FONTCONFIG_FILE"] = str(config)


async def _picture(server: Any, fitting_tab: Any, job: Job) -> Rendered:
    if job.format == "png":
        raw = await server.calc_fig(job.plot, opts={"format": "png", "scale": theme.SCALE})
        return Rendered(await asyncio.to_thread(quantize_png, raw), [])  # while the browser draws the next
    raw = await server.calc_fig(job.plot, opts={"format": "svg", "scale": 1})
    return Rendered(raw, await _misfits(fitting_tab, raw.decode(), job.slack))


async def _misfits(tab: Any, svg: str, slack: float) -> list[Misfit]:
    """What fit.js finds in a drawing."""
    quiet = [f"rgb{ImageColor.getrgb(theme.color(role))}" for role in ("line", "paper")]
    call = f"({FIT.read_text('utf-8')})({json.dumps(svg)}, {slack}, {json.dumps(quiet)})"
    answer = (await tab.send_command("Runtime.evaluate", params={"expression": call, "returnByValue": True}))["result"]
    if "exceptionDetails" in answer:
        raise RuntimeError(f"fit.js failed: {answer['exceptionDetails']}")
    return [Misfit(*misfit) for misfit in answer["result"]["value"]]


def quantize_png(raw: bytes) -> bytes:
    """A PNG, opaque and light: a chart has few colours, so a palette of 256 holds them at a quarter of the weight."""
    picture = Image.open(io.BytesIO(raw)).convert("RGB")
    small = picture.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    small.save(out, "PNG", optimize=True)
    return out.getvalue()
