"""Serves a built site on this machine in the manner of GitHub Pages, and waits for what a server shows.

The site lives below a sub-path and outside it is nothing; text is compressed; a folder without its slash is sent on to it;
what is missing gets 404.html with status 404.
"""

from __future__ import annotations

import gzip
import socket
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


@lru_cache(maxsize=2048)
def _compress(body: bytes) -> bytes:
    return gzip.compress(body, 6)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: GitHubPagesServer

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        file = self.server.site / unquote(path.removeprefix(self.server.base)) / ("index.html" if path.endswith("/") else "")
        status = 200 if path.startswith(self.server.base) and file.exists() else 404
        if file.is_dir():
            self.send_response(301)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if status == 404:
            file = self.server.site / "404.html"
        body = file.read_bytes() if file.is_file() else b""
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(file))
        if file.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = _compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: a test that fails has its own words."""


class GitHubPagesServer(ThreadingHTTPServer):
    """The server; `url` is the site's address, with a slash at its end."""

    def __init__(self, site: Path, base: str):
        self.site, self.base = site, base
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}{base}"

    def handle_error(self, *_: object) -> None:
        """A reader who leaves in mid-answer is no news."""


@contextmanager
def running(site: Path, base: str = "/") -> Iterator[GitHubPagesServer]:
    """The server, for as long as the `with` lasts. `base`: the sub-path, with a slash at both ends."""
    server = GitHubPagesServer(site, base)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def free_port() -> int:
    """One for a server that has to be told its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def page(address: str) -> str:
    """What stands at an address."""
    with urllib.request.urlopen(address, timeout=120) as answer:
        return answer.read().decode()


def wait_for(words: str, address: str, patience: float = 180) -> str:
    """The page once it holds the words. Fails with what was seen last."""
    end, seen = time.monotonic() + patience, ""
    while time.monotonic() < end:
        try:
            seen = page(address)
        except OSError as wrong:
            seen = str(wrong)
        if words in seen:
            return seen
        time.sleep(0.1)
    raise AssertionError(f"{address} did not show {words!r} within {patience:.0f} s; it ends with {seen[-400:]!r}")
