"""Serves both editions at one address and shows each change as soon as it is saved. `python -m scripts.serve [--port N] [--host H]`.

A watcher sees what was saved, `site/preview.py` takes it in, and every open page is told: to load itself again, or what is
wrong, with file and line. Pages stay as they were last right. A changed module starts the process anew.
"""

import argparse
import contextlib
import html
import json
import logging
import math
import mimetypes
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from scripts import check, files, paths
from scripts.checks import drafts, project
from scripts.language import locales
from scripts.problems import Problem, ProblemsFound, command
from scripts.site.preview import Preview

WATCHED = ("data", "docs", "overrides", "scripts", "STYLE.md", "mkdocs*.yml")
LOOK_S = 0.1  # seconds between two looks at the files
CALM_S = 3.0  # seconds without a change after which all checks are run, as `make check` does
RESTART = ("scripts", "mkdocs", "data/languages")
"""What only a new process reads; chart modules and templates are read by the one that runs."""
EVENTS, SCRIPT = "preview-events", "preview.js"
CLIENT = Path(__file__).with_name("site") / "preview.js"
"""What each page of the preview runs: it listens, loads itself again, and shows problems on the page."""
CHECK, CHECKED = "from scripts import serve; serve.write_checked()", paths.BUILD / "preview" / "problems.txt"
"""What is run after a while without changes, and where it says what it found."""


class Site:
    """The preview with its listeners: what is wrong now, a line each, and the last good page of each address."""

    def __init__(self, root: str):
        self.preview = Preview(root)
        self.good: dict[str, str] = {}
        self.wrong = self.preview.warning
        self.listeners: set[queue.Queue] = set()
        self.born = str(time.time_ns())

    def tell(self, event: str, text: str = "") -> None:
        for listener in list(self.listeners):
            listener.put((event, text))

    def take_in(self, changed: list[Path]) -> None:
        """Read what was saved, and tell the open pages."""
        start = time.monotonic()
        self.tell("building")
        names = ", ".join(paths.relative_path(path) for path in changed[:3]) + (f" and {len(changed) - 3} more" if len(changed) > 3 else "")
        try:
            self.preview.refresh(changed)
        except ProblemsFound as found:
            self.report(str(found))
            print(f"{names}: not taken in; the pages stay as they were", flush=True)
            return
        self.report(self.preview.warning)
        self.tell("reload")
        print(f"{names}: taken in after {time.monotonic() - start:.2f} s", flush=True)

    def report(self, wrong: str) -> None:
        if wrong != self.wrong:
            print(wrong or "no problem left", file=sys.stderr if wrong else sys.stdout, flush=True)
        self.wrong = wrong
        self.tell("problems", wrong)

    def page(self, address: str) -> str | None:
        """The page; the last good one where it cannot be rendered now."""
        try:
            text = self.preview.html(address)
        except ProblemsFound as found:
            self.report(str(ProblemsFound(replace(one, file=f"/{address}") if one.file == "page" else one for one in found.problems)))
            return self.good.get(address, f"<!doctype html><head><title>preview</title></head><body><pre>{html.escape(self.wrong)}</pre>")
        if self.preview.warning:
            self.report(self.preview.warning)
        if text is not None:
            self.good[address] = text
        return text

    def answer(self, request: dict[str, str], start: Callable) -> Iterator[bytes] | list[bytes]:
        """What a browser that asks is sent: a page, a file, what happens. As the standard library's web server asks it (WSGI)."""
        address = request["PATH_INFO"].encode("latin-1").decode(errors="replace").removeprefix("/")
        status, kind, body = "200 OK", "text/html; charset=utf-8", b""
        head = [("Cache-Control", "no-store")]
        if address == EVENTS:
            start(status, [*head, ("Content-Type", "text/event-stream")])
            return self.events()
        if address == SCRIPT:
            kind, body = "text/javascript", CLIENT.read_bytes()
        elif Path(address).suffix in ("", ".html") and (text := self.page(address)) is not None:
            body = scripted(text)
            if address.rpartition("/")[2] not in ("", "index.html"):
                status, head = "301 Moved Permanently", [*head, ("Location", f"/{address}/")]
        elif (file := self.preview.file(address)) is not None:
            kind, body = mimetypes.guess_type(address)[0] or kind, file
        else:
            status, body = "404 Not Found", scripted(self.preview.not_found())
        start(status, [*head, ("Content-Type", kind)])
        return [body]

    def events(self) -> Iterator[bytes]:
        """What happens, until the reader has gone on."""
        waiting: queue.Queue = queue.Queue()
        waiting.put(("hello", self.born))
        if self.wrong:
            waiting.put(("problems", self.wrong))
        self.listeners.add(waiting)
        try:
            while True:
                try:
                    event, text = waiting.get(timeout=15)
                    yield f"event: {event}\ndata: {json.dumps(text)}\n\n".encode()
                except queue.Empty:
                    yield b": still here\n\n"
        finally:
            self.listeners.discard(waiting)


def scripted(text: str) -> bytes:
    """A page with our script in it."""
    return text.replace("</head>", f'<script src="/{SCRIPT}" data-events="/{EVENTS}"></script></head>', 1).encode()


class Server(ThreadingMixIn, WSGIServer):
    """The standard library's, with a thread for each reader: one that waits for news keeps no other waiting."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        """Nothing: the terminal is for what was saved and what is wrong."""


def seen() -> dict[Path, tuple[int, int]]:
    """Every watched file with its time and size."""
    found = {}
    for path in paths.inputs(*WATCHED):
        with contextlib.suppress(OSError):  # gone meanwhile
            status = path.stat()
            found[path] = (status.st_mtime_ns, status.st_size)
    return found


def needs_restart(path: Path) -> bool:
    """Whether a changed file is read by a new process alone."""
    where = paths.relative_path(path)
    return where.startswith(RESTART) and not where.startswith("scripts/charts/") and path.suffix != ".html"


def watch(site: Site) -> Path:
    """Takes in what changes, until it is a file that only a new process reads: that one. In calm times it has everything checked."""
    known, last, checking = seen(), 0.0, None
    try:
        while True:
            time.sleep(LOOK_S)
            now = seen()
            changed = sorted(path for path in known.keys() | now.keys() if known.get(path) != now.get(path))
            known = now
            if changed:
                if new := next(filter(needs_restart, changed), None):
                    return new
                if checking:
                    checking.kill()
                last, checking = time.monotonic(), None
                site.take_in(changed)
            elif time.monotonic() - last > CALM_S:
                # By another process, which gives way to this one; its session is its own, since a keeper's Ctrl+C is for this one.
                last, checking = math.inf, subprocess.Popen([sys.executable, "-c", CHECK], start_new_session=True)
            elif checking and checking.poll() is not None:
                if checking.returncode == 0:  # else it failed, and said so itself
                    site.report(CHECKED.read_text("utf-8"))
                checking = None
    finally:
        if checking:
            checking.kill()
        site.preview.browser.close()


def write_checked() -> None:
    """Write down everything that `make check` would say."""
    os.nice(19)
    try:
        problems = check.check_all(project.read())
    except ProblemsFound as error:
        problems = error.problems
    to_mend = [str(problem) for problem in problems if problem.severity in ("error", "fixable")]
    files.write(CHECKED, "\n".join(to_mend).encode())


def opened(host: str, port: int) -> Server:
    """The server, before anything is read. Raises `ProblemsFound` where the port cannot be had."""
    wrong = "does not exist; expected: a number from 1024 to 65535: make serve PORT=8001"
    if 0 < port < 65536:
        try:
            return Server((host, port), Quiet)
        except PermissionError:
            wrong = "is reserved for the system; choose one from 1024 on: make serve PORT=8001"
        except OSError:
            wrong = f"is in use, perhaps by another preview; end that one, or choose a port: make serve PORT={port + 1}"
    raise ProblemsFound([Problem("serve", 0, "", f"port {port} {wrong}")])


@command
def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 to look from a phone or from outside a container")
    options = parser.parse_args(arguments)
    server = opened(options.host, options.port)
    logging.getLogger("mkdocs").setLevel(logging.ERROR)  # the checks say it with file and line
    try:
        root = f"http://127.0.0.1:{options.port}/"
        site = Site(root)
        server.set_app(site.answer)
        print()
        for language in paths.ALL_LANGUAGES:
            draft = " (draft)" if language in paths.DRAFTS else ""
            print(f"  {locales.of(language).own_name:<8} {root}{paths.prefix(language)}{draft}")
        notes = (f"note: {note}" for note in drafts.notes(site.preview.editions[paths.MAIN].facts))
        print("\n  Ctrl+C stops.\n", *notes, sep="\n", flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        changed = watch(site)
    except KeyboardInterrupt:
        return
    print(f"{paths.relative_path(changed)}: a module or a setting changed; starting anew ...", flush=True)
    os.execv(sys.executable, [sys.executable, "-m", "scripts.serve", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
