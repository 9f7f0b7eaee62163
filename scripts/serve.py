"""Serves all editions at one address and shows each change as soon as it is saved. `python -m scripts.serve [--port N] [--host H]`.

A watcher sees what was saved, `site/preview.py` takes it in, and every open page, which waits for news of it, loads itself
again or shows what is wrong, with file and line. A changed module starts the process anew.
"""

import argparse
import contextlib
import html
import json
import logging
import math
import mimetypes
import os
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

from scripts import paths
from scripts.checks import drafts
from scripts.language import locales
from scripts.problems import Location, ProblemsFound, command
from scripts.site.preview import Preview

WATCHED = ("data", "docs", "overrides", "scripts", "STYLE.md", "mkdocs*.yml")
LOOK_S = 0.1  # polling interval of the files, in seconds
WAIT_S = 10.0  # long-polling timeout of an open page, in seconds
CALM_S = 3.0  # idle seconds after which all checks run
RESTART = ("scripts", "mkdocs", "data/languages")
"""Changes to these restart the process; chart modules and templates are reloaded without."""
HTML = "text/html; charset=utf-8"
STATE = "preview-state"
SCRIPT = "preview.js"
CLIENT = Path(__file__).with_name("site") / SCRIPT
"""Script of every preview page: it polls the state, reloads an old page, and shows problems on it."""
CHECK = ("nice", sys.executable, "-m", "scripts.check")
CHECKED = paths.BUILD / "problems.txt"
"""The command run after a while without changes, and the file for the problems it finds."""


class PreviewState:
    """The preview, its problems and its version: an open page of an older version reloads.

    `problems`: why the last change or page could not be shown, or what the last check of everything found;
    `reported`: these and the preview's warnings, as shown in the terminal and on open pages;
    `building`: whether a change is being taken in; `good_pages`: address -> the page as it was last rendered.
    """

    def __init__(self, root: str):
        self.preview = Preview(root)
        self.problems = ""
        self.reported = self.preview.warning
        self.version = str(time.time_ns())
        self.building = False
        self.good_pages: dict[str, str] = {}
        self.news = 0  # how often version, problems or `building` have changed
        self.changed = threading.Condition()

    def as_json(self, known: str) -> bytes:
        """The state for an open page, as JSON. Long polling: waits until its number differs from `known`, which the page has."""
        with self.changed:
            self.changed.wait_for(lambda: str(self.news) != known, WAIT_S)
            state = {"news": self.news, "version": self.version, "building": self.building, "problems": self.reported}
        return json.dumps(state).encode()

    def tell(self, building: bool = False) -> None:
        """Answer the open pages, which are long polling."""
        with self.changed:
            self.building = building
            self.news += 1
            self.changed.notify_all()

    def refresh(self, changed: list[Path]) -> None:
        """Take in what was saved."""
        start = time.monotonic()
        names = ", ".join(map(paths.relative_path, changed))
        self.tell(building=True)
        try:
            self.preview.refresh(changed)
        except ProblemsFound as error:
            self.report(str(error))
            outcome = "not taken in; the pages stay as they were"
        else:
            self.report("")
            self.version = str(time.time_ns())
            outcome = f"taken in after {time.monotonic() - start:.2f} s"
        self.tell()
        print(f"{names}: {outcome}", flush=True)

    def report(self, problems: str) -> None:
        """Note what is wrong now, and print it where that has changed."""
        self.problems = problems
        report = "\n".join(filter(None, [self.preview.warning, problems]))
        if report != self.reported:
            print(report or "no problem left", file=sys.stderr if report else sys.stdout, flush=True)
            self.reported = report
            self.tell()

    def page(self, address: str) -> str | None:
        """The page, the last good one where it cannot be rendered now; None where there is none."""
        try:
            text = self.preview.html(address)
        except ProblemsFound as error:
            self.report(str(error))
            message = f"<!doctype html><head><title>preview</title></head><body><pre>{html.escape(str(error))}</pre>"
            return self.good_pages.get(address, message)
        self.report(self.problems)
        if text is not None:
            self.good_pages[address] = text
        return text


class Handler(BaseHTTPRequestHandler):
    """Answers a browser with a page, a file, or the state of the preview."""

    server: "PreviewServer"

    def do_GET(self) -> None:
        state = self.server.state
        path, _, query = self.path.partition("?")
        address = unquote(path).removeprefix("/")
        version = state.version  # before the page is rendered: what is saved meanwhile makes it old
        with contextlib.suppress(ConnectionError):  # the browser has left
            if address == STATE:
                self.respond(200, "application/json", state.as_json(query))
            elif address == SCRIPT:
                self.respond(200, "text/javascript", CLIENT.read_bytes())
            elif Path(address).suffix in ("", ".html") and (text := state.page(address)) is not None:
                if address.rpartition("/")[2] in ("", "index.html"):
                    self.respond(200, HTML, with_script(text, version))
                else:
                    self.respond(301, HTML, location=f"/{address}/")
            elif (content := state.preview.file(address)) is not None:
                self.respond(200, mimetypes.guess_type(address)[0] or HTML, content)
            else:
                self.respond(404, HTML, with_script(state.preview.not_found(), version))

    def respond(self, status: int, kind: str, body: bytes = b"", location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: the terminal is for what was saved and what is wrong."""


def with_script(text: str, version: str) -> bytes:
    """A page with the script that asks for the state of the preview."""
    script = f'<script src="/{SCRIPT}" data-state="/{STATE}" data-version="{version}"></script>'
    return text.replace("</head>", f"{script}</head>", 1).encode()


def watched_files() -> dict[Path, tuple[int, int]]:
    """Every watched file with its time and size. Polled, since folders shared with a virtual machine send no events."""
    snapshot = {}
    for path in paths.inputs(*WATCHED):
        with contextlib.suppress(OSError):  # gone meanwhile
            status = path.stat()
            snapshot[path] = (status.st_mtime_ns, status.st_size)
    return snapshot


def needs_restart(path: Path) -> bool:
    """Whether a changed file needs a new process."""
    name = paths.relative_path(path)
    return name.startswith(RESTART) and not name.startswith("scripts/charts/") and path.suffix != ".html"


def watch(state: PreviewState) -> Path:
    """Refresh the preview on each change; return the first changed file that needs a restart. When idle, run all checks."""
    before = watched_files()
    changed_at = 0.0
    checking: subprocess.Popen | None = None
    try:
        while True:
            time.sleep(LOOK_S)
            now = watched_files()
            changed = sorted(path for path in before.keys() | now.keys() if before.get(path) != now.get(path))
            before = now
            if changed:
                for path in changed:
                    if needs_restart(path):
                        return path
                if checking:
                    checking.kill()
                    checking = None
                state.refresh(changed)
                changed_at = time.monotonic()
            elif time.monotonic() - changed_at > CALM_S:
                # In a process of lower priority, and in its own session, so that Ctrl+C reaches this process only.
                with CHECKED.open("w") as problems:
                    checking = subprocess.Popen(
                        CHECK, stdout=subprocess.DEVNULL, stderr=problems, start_new_session=True
                    )
                changed_at = math.inf
            elif checking and checking.poll() is not None:
                state.report(CHECKED.read_text("utf-8"))
                checking = None
    finally:
        if checking:
            checking.kill()
        state.preview.browser.close()


class PreviewServer(ThreadingHTTPServer):
    """Listens at once; `state` is there when the preview has been read."""

    state: PreviewState


def open_server(host: str, port: int) -> PreviewServer:
    """The server, before anything is read. Raises `ProblemsFound` where the port cannot be had, perhaps since another preview has it."""
    try:
        return PreviewServer((host, port), Handler)
    except (OSError, OverflowError) as error:
        wrong = f"port {port} cannot be used ({error})"
        expected = "one from 1024 to 65535 that no other preview has, such as make serve PORT=8001"
        raise Location("serve").error(wrong, expected) from None


@command
def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 to look from a phone or from outside a container")
    options = parser.parse_args(arguments)
    server = open_server(options.host, options.port)
    logging.getLogger("mkdocs").setLevel(logging.ERROR)  # the checks say it with file and line
    try:
        root = f"http://127.0.0.1:{options.port}/"
        server.state = PreviewState(root)
        print()
        for language in paths.ALL_LANGUAGES:
            draft = " (draft)" if language in paths.DRAFTS else ""
            print(f"  {locales.language(language).own_name:<8} {root}{paths.prefix(language)}{draft}")
        print("\n  Ctrl+C stops.\n")
        for note in drafts.notes(server.state.preview.editions[paths.MAIN].facts):
            print(f"note: {note}")
        sys.stdout.flush()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        changed = watch(server.state)
    except KeyboardInterrupt:
        return
    print(f"{paths.relative_path(changed)}: a module or a setting changed; starting anew ...", flush=True)
    os.execv(sys.executable, [sys.executable, "-m", "scripts.serve", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
