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
import multiprocessing
import os
import queue
import signal
import sys
import threading
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import unquote, urlsplit

from scripts import check, paths
from scripts.checks import drafts
from scripts.language import locales
from scripts.problems import Problem, ProblemsFound, in_sentences
from scripts.site.preview import Preview

WATCHED = ("data", "docs", "overrides", "scripts", "STYLE.md", *(file.name for file in paths.ROOT.glob("mkdocs*.yml")))
LOOK_S = 0.1  # seconds between two looks at the files
SPAWN = multiprocessing.get_context("spawn")
CALM_S = 3.0  # seconds without a change after which all checks are run, as `make check` does
RESTART = ("scripts", "mkdocs", "data/languages")
"""What only a new process reads; chart modules and templates are read by the one that runs."""
EVENTS, SCRIPT = "preview-events", "preview.js"
CLIENT = Path(__file__).with_name("site") / "preview.js"
"""What each page of the preview runs: it listens, loads itself again, and shows problems on the page."""


class Site:
    """The preview with its listeners: what is wrong now, and the last good page of each address."""

    def __init__(self, root: str):
        self.preview = Preview(root)
        self.base = urlsplit(root).path
        self.good: dict[str, str] = {}
        self.problems: list[Problem] = []
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
            self.report(found.problems)
            print(f"{names}: not taken in; the pages stay as they were", flush=True)
            return
        self.report([Problem("charts", 0, "", self.preview.warning)] if self.preview.warning else [])
        self.tell("reload")
        print(f"{names}: taken in after {time.monotonic() - start:.2f} s", flush=True)

    def report(self, problems: list[Problem]) -> None:
        if list(map(str, problems)) != list(map(str, self.problems)):
            for problem in problems:
                print(problem, file=sys.stderr, flush=True)
            if not problems:
                print("no problem left", flush=True)
        self.problems = problems
        self.tell("problems", self.words())

    def words(self) -> str:
        return "\n".join(map(str, self.problems))

    def page(self, address: str) -> str | None:
        """The page with our script in it; the last good one where it cannot be rendered now."""
        try:
            text = self.preview.html(address)
        except ProblemsFound as wrong:
            here = f"{self.base}{address}"
            self.report([replace(problem, file=here) if problem.file == "page" else problem for problem in wrong.problems])
            text = self.good.get(address, f"<!doctype html><title>preview</title><body><pre>{html.escape(self.words())}</pre>")
        if text is None:
            return None
        self.good[address] = text
        return self.scripted(text)

    def scripted(self, text: str) -> str:
        return text.replace("</head>", f'<script src="{self.base}{SCRIPT}" data-events="{self.base}{EVENTS}"></script></head>', 1)


class Check:
    """Everything that `make check` would say, from a process of its own that gives way to others; a thread would hold up the pages."""

    def __init__(self):
        self.answer, told = SPAWN.Pipe(duplex=False)
        self.process = SPAWN.Process(target=_tell_all, args=(told,), daemon=True)
        resource_tracker.ensure_running()  # which lets the signal through again once it has started
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # a keeper's Ctrl+C ends the preview, and the preview this
        self.process.start()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        told.close()


def _tell_all(told: Connection) -> None:
    os.nice(19)
    try:
        found, unfinished, _ = check.gather()
        told.send(found + unfinished)
    except ProblemsFound as several:
        told.send(several.problems)


def handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            address = unquote(urlsplit(self.path).path)
            if not address.startswith(site.base):
                return self.answer(b"", "text/plain", 404)
            address = address.removeprefix(site.base)
            if address == EVENTS:
                return self.events()
            if address == SCRIPT:
                return self.answer(CLIENT.read_bytes(), "text/javascript")
            text = site.page(address) if address.endswith(("/", "index.html")) or not address else None
            if text is not None:
                return self.answer(text.encode(), "text/html; charset=utf-8")
            file = site.preview.file(address)
            if file is not None:
                return self.answer(file, mimetypes.guess_type(address)[0] or "application/octet-stream")
            if not address.endswith("/") and site.page(f"{address}/") is not None:
                self.send_response(301)
                self.send_header("Location", f"{site.base}{address}/")
                self.send_header("Content-Length", "0")
                return self.end_headers()
            return self.answer(site.scripted(site.preview.not_found()).encode(), "text/html; charset=utf-8", 404)

        def answer(self, body: bytes, kind: str, status: int = 200) -> None:
            self.send_response(status)
            for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store")):
                self.send_header(name, value)
            with contextlib.suppress(ConnectionError):  # the reader has gone on
                self.end_headers()
                self.wfile.write(body)

        def events(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Cache-Control", "no-store")
            self.send_header("Connection", "close")
            self.end_headers()
            waiting: queue.Queue = queue.Queue()
            waiting.put(("hello", site.born))
            if site.problems:
                waiting.put(("problems", site.words()))
            site.listeners.add(waiting)
            try:
                while True:
                    try:
                        event, text = waiting.get(timeout=15)
                        self.wfile.write(f"event: {event}\ndata: {json.dumps(text) if event == 'problems' else text}\n\n".encode())
                    except queue.Empty:
                        self.wfile.write(b": still here\n\n")
                    self.wfile.flush()
            except OSError:
                pass  # the reader has gone on
            finally:
                site.listeners.discard(waiting)

        def log_message(self, *_):
            """Nothing: the terminal is for what was saved and what is wrong."""

    return Handler


def seen() -> dict[Path, tuple[int, int]]:
    """Every watched file with its time and size; what editors leave half-written or hidden is not looked at."""
    found = {}
    for name in WATCHED:
        root = paths.ROOT / name
        for folder, _, names in os.walk(root) if root.is_dir() else [(root.parent, [], [root.name])]:
            for file in names if not str(folder).endswith("__pycache__") else ():
                if not file.startswith(".") and not file.endswith(("~", ".tmp", ".swp", ".part", ".crdownload")):
                    with contextlib.suppress(OSError):  # gone meanwhile
                        status = (path := Path(folder, file)).stat()
                        found[path] = (status.st_mtime_ns, status.st_size)
    return found


def only_new_process(path: Path) -> bool:
    """Whether a changed file is read by a new process alone."""
    where = paths.relative_path(path)
    return where.startswith(RESTART) and not where.startswith("scripts/charts/") and path.suffix != ".html"


def watch(site: Site, server: ThreadingHTTPServer) -> None:
    """Looks for changed files for ever."""
    known, last, checking = seen(), 0.0, None
    while True:
        time.sleep(LOOK_S)
        now = seen()
        changed = sorted(path for path in known.keys() | now.keys() if known.get(path) != now.get(path))
        known = now
        if changed:
            if checking:
                checking.process.kill()
            last, checking = time.monotonic(), None
            if any(map(only_new_process, changed)):
                restart(site, server, changed)
            site.take_in(changed)
        elif time.monotonic() - last > CALM_S:
            last, checking = math.inf, Check()
        elif checking and checking.answer.poll():
            with contextlib.suppress(EOFError):  # it failed, and said so itself
                site.report(checking.answer.recv())
            checking = None


def restart(site: Site, server: ThreadingHTTPServer, changed: list[Path]) -> None:
    print(f"{paths.relative_path(changed[0])}: a module or a setting changed; starting anew ...", flush=True)
    site.preview.browser.close()
    server.server_close()
    os.execv(sys.executable, [sys.executable, "-m", "scripts.serve", *sys.argv[1:]])


@in_sentences
def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 to look from a phone or from outside a container")
    options = parser.parse_args(arguments)
    if not 0 < options.port < 65536:
        print(f"serve: port {options.port} does not exist; expected a number from 1024 to 65535: make serve PORT=8001", file=sys.stderr)
        return 1
    try:
        server = ThreadingHTTPServer((options.host, options.port), BaseHTTPRequestHandler)
    except PermissionError:
        print(f"serve: port {options.port} is reserved for the system; choose one from 1024 on: make serve PORT=8001", file=sys.stderr)
        return 1
    except OSError:
        remedy = f"end that one, or choose a port: make serve PORT={options.port + 1}"
        print(f"serve: port {options.port} is in use, perhaps by another preview; {remedy}", file=sys.stderr)
        return 1
    server.daemon_threads = True
    logging.getLogger("mkdocs").setLevel(logging.ERROR)  # the checks say it with file and line
    try:
        root = f"http://127.0.0.1:{options.port}/"
        site = Site(root)
        server.RequestHandlerClass = handler(site)
        print()
        for language in paths.ALL_LANGUAGES:
            draft = " (draft)" if language in paths.DRAFTS else ""
            print(f"  {locales.of(language).own_name:<8} {root}{paths.prefix(language)}{draft}")
        print("\n  Ctrl+C stops.\n", *(f"note: {note}" for note in drafts.notes(site.preview.facts)), sep="\n", flush=True)
        threading.Thread(target=watch, args=(site, server), daemon=True).start()
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
