"""Figures -> SVG text or light PNG bytes, through Kaleido with its browser kept running. The only module that knows Kaleido."""

import asyncio
import contextlib
import io
import json
import logging
import os
import signal
import threading
from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageColor

from scripts import paths
from scripts.drawing import browser, measure, theme
from scripts.files import write

FIT = Path(__file__).with_name("fit.js")
RENDER_TIMEOUT_S = 40.0  # seconds that one picture may take; a sound one takes a fifth of a second
BROWSER_START_TIMEOUT_S = 40.0  # seconds that the browser may take to start
CLOSE_TIMEOUT_S = 10.0


class RenderFailed(RuntimeError):
    """A picture could not be drawn; the message says which and what to do."""


@dataclass(frozen=True)
class Job:
    """One picture to draw: a name to speak of it, the figure, `svg` or `png`.

    `slack`: how much wider than in our type its texts may become; where it is given, an SVG is looked at for texts that do not fit.
    """

    name: str
    figure: dict[str, Any]
    format: str
    slack: float = 0


class Misfit(NamedTuple):
    """A text that is cut, or lies over another or on a mark."""

    kind: str
    text: str
    other: str


class MisfitsFound(RenderFailed):
    """Texts that do not fit, by job name; and what was drawn."""

    def __init__(self, misfits: dict[str, list[Misfit]], drawn: dict[str, bytes]):
        super().__init__(f"{len(misfits)} drawings have texts that do not fit")
        self.misfits = misfits
        self.drawn = drawn


class KeptBrowser:
    """A browser that stays open between drawings, for a preview: starting it takes longer than drawing."""

    def __init__(self, tabs: int = 2):
        self._tabs, self._server = tabs, None
        self._loop, self._opening = asyncio.new_event_loop(), asyncio.Lock()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()

    def render(self, jobs: list[Job]) -> dict[str, bytes]:
        """Draw all jobs; job name -> bytes. Raises `RenderFailed`, or `browser.BrowserMissing` where there is none.

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
        except TimeoutError:
            raise _failed(f"the browser did not draw {len(jobs)} pictures within {limit:.0f} s", path) from None
        except RenderFailed:
            raise
        except Exception as error:
            raise _failed(f"the browser failed ({_short(error)})", path) from error

    def warm(self) -> None:
        """Start it and draw a dot in each tab: the first drawing takes several times as long as the next.

        What goes wrong is told when it is needed.
        """
        dot = {"data": [{"type": "scatter", "x": [0], "y": [0]}], "layout": {}}
        with contextlib.suppress(RenderFailed, browser.BrowserMissing):
            self.render([Job(f"dot {tab}", dot, "svg") for tab in range(self._tabs)])

    def close(self) -> None:
        self._wait_for(self._end(), 2 * CLOSE_TIMEOUT_S)
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _wait_for(self, task: Coroutine[Any, Any, Any], limit: float) -> Any:
        return asyncio.run_coroutine_threadsafe(task, self._loop).result(limit)

    async def _render(self, jobs: list[Job], path: str) -> dict[str, bytes]:
        try:
            async with self._opening:
                if self._server is None:
                    await self._open(path)
            return await _render_on(self._server, jobs, path)
        except MisfitsFound:
            raise
        except BaseException:
            await self._end()
            raise

    async def _open(self, path: str) -> None:
        import kaleido  # noqa: PLC0415 - slow to import, and not needed when every picture is in the cache

        self._server = kaleido.Kaleido(n=self._tabs, timeout=RENDER_TIMEOUT_S, path=path, mathjax=False)
        # After each picture Kaleido loads its page with plotly.js anew, which takes most of the time, and 1.5 has no
        # setting against it. Our pictures leave nothing behind in it, so the tab goes back as it is. Should the method
        # be renamed, each page is loaded again: slower.
        self._server._return_kaleido_tab = self._server.tabs_ready.put
        try:
            await asyncio.wait_for(self._server.open(), BROWSER_START_TIMEOUT_S)
        except TimeoutError:
            raise _failed(f"{path} did not start within {BROWSER_START_TIMEOUT_S:.0f} s", path) from None

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


def render(jobs: list[Job]) -> dict[str, bytes]:
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
    folders = "".join(f"<dir>{measure.file_of(name).parent}</dir>" for name in ("sans", "serif-bold"))
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{folders}'
        f"<cachedir>{folder / 'cache'}</cachedir></fontconfig>"
    )
    write(config, text.encode())
    os.environ["FONTCONFIG_FILE"] = str(config)


def _failed(message: str, path: str) -> RenderFailed:
    return RenderFailed(f"{message}; check that `{path} --version` answers, then try again")


def _short(error: BaseException) -> str:
    """The first sentence of a library's message: the rest tells of its own settings."""
    message = error.args[0] if error.args else ""
    if isinstance(message, tuple) and message:
        message = message[0]
    message = " ".join(str(message).split())
    return f"{type(error).__name__}: {message[:200]}" if message else type(error).__name__


async def _misfits(tab: Any, raw: bytes, slack: float) -> list[Misfit]:
    """What fit.js finds in a drawing."""
    quiet = [f"rgb{ImageColor.getrgb(theme.color(role))}" for role in ("line", "paper")]
    source = FIT.read_text("utf-8")
    call = f"({source[source.index('(svg') :].rstrip().rstrip(';')})({json.dumps(raw.decode())}, {slack}, {json.dumps(quiet)})"
    answer = (await tab.send_command("Runtime.evaluate", params={"expression": call, "returnByValue": True}))["result"]
    if "exceptionDetails" in answer:
        raise RuntimeError(
            f"fit.js failed: {answer['exceptionDetails'].get('exception', {}).get('description', answer)}"
        )
    return [Misfit(*misfit) for misfit in answer["result"]["value"]]


def quantize_png(raw: bytes) -> bytes:
    """A PNG, opaque and light: a chart has few colours, so a palette of 256 holds them at a quarter of the weight."""
    picture = Image.open(io.BytesIO(raw)).convert("RGB")
    small = picture.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    small.save(out, "PNG", optimize=True)
    return out.getvalue()


async def _render_on(server: Any, jobs: list[Job], path: str) -> dict[str, bytes]:
    looking = await server.create_tab("about:blank") if any(job.slack for job in jobs) else None
    misfits: dict[str, list[Misfit]] = {}

    async def render_one(job: Job) -> tuple[str, bytes]:
        try:
            raw = await server.calc_fig(
                job.figure, opts={"format": job.format, "scale": theme.SCALE if job.format == "png" else 1}
            )
        except Exception as error:
            raise _failed(f"{job.name}: the browser could not draw it ({_short(error)})", path) from error
        if job.format == "png":
            raw = await asyncio.to_thread(quantize_png, raw)  # while the browser draws the next
        elif job.slack:
            misfits_of_job = await _misfits(looking, raw, job.slack)
            if misfits_of_job:
                misfits[job.name] = misfits_of_job
        return job.name, raw

    try:
        drawn = dict(await asyncio.gather(*map(render_one, jobs)))
    finally:
        if looking:
            await server.close_tab(looking.target_id)
    if misfits:
        raise MisfitsFound(misfits, drawn)
    return drawn
