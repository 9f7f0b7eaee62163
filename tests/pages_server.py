"""Serves a built site on this machine in the manner of GitHub Pages.
What it does as Pages does: the site lives below a sub-path and outside it is nothing; text is compressed; everything may
be cached for ten minutes and be asked again by its tag; `/x` becomes `/x/` where x is a folder and finds `x.html` where
there is one; what is missing gets 404.html with status 404; no header is ours to set. It has no TLS, no HTTP/2, no distance.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
CACHE = "max-age=600"
_TYPES = {
    ".woff2": "font/woff2",
    ".csv": "text/csv",
    ".js": "application/javascript",
    ".md": "text/markdown",
    ".xml": "application/xml",
    ".webmanifest": "application/manifest+json",
}


@lru_cache(maxsize=2048)
def _read(file: Path, _changed: int) -> tuple[bytes, bytes | None, str]:
    """A file as it is, as gzip where Pages compresses its kind, and its tag. `_changed` makes a changed file a new one."""
    plain = file.read_bytes()
    small = gzip.compress(plain, 6, mtime=0) if file.suffix in COMPRESSED else None
    return plain, small, f'"{hashlib.sha256(plain).hexdigest()[:20]}"'


def find(site: Path, base: str, address: str) -> tuple[int, Path | None, str | None]:
    """What an address leads to: status, the file that answers, or where it is sent on to."""
    path = urlsplit(address).path
    if path + "/" == base:
        return 301, None, base
    inside = unquote(path.removeprefix(base)) if path.startswith(base) else None
    if inside is None:
        return 404, None, None  # another site's ground: not even our 404.html
    missing = site / "404.html"
    nowhere = (404, missing if missing.is_file() else None, None)
    if "\0" in inside or ".." in inside.split("/") or inside.startswith("/"):
        return nowhere
    target = site / inside
    if inside == "" or inside.endswith("/"):
        return (200, target / "index.html", None) if (target / "index.html").is_file() else nowhere
    for file in (target, target.with_name(target.name + ".html")):
        if file.is_file():
            return 200, file, None
    return (301, None, path + "/") if target.is_dir() else nowhere


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: GitHubPagesServer

    def do_GET(self) -> None:
        self._answer(body_too=True)

    def do_HEAD(self) -> None:
        self._answer(body_too=False)

    def _answer(self, *, body_too: bool) -> None:
        status, file, onward = find(self.server.site, self.server.base, self.path)
        headers, body = {}, b""
        if onward:
            headers["Location"] = onward
        elif file is None:
            headers["Content-Type"], body = "text/html", b"<h1>404</h1>"
        else:
            body, small, tag = _read(file, file.stat().st_mtime_ns)
            kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            text = kind.startswith("text/") or file.suffix in (".js", ".json")
            headers |= {"Content-Type": kind + ("; charset=utf-8" if text else ""), "Cache-Control": CACHE}
            if small is not None:
                headers["Vary"] = "Accept-Encoding"
                if "gzip" in self.headers.get("Accept-Encoding", ""):
                    body, tag, headers["Content-Encoding"] = small, "W/" + tag, "gzip"
            headers["ETag"] = tag
            if status == 200 and tag.removeprefix("W/") in self.headers.get("If-None-Match", ""):
                status, body = 304, b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if body_too and status != 304:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class GitHubPagesServer(ThreadingHTTPServer):
    """The server; `url` is the site's address."""

    daemon_threads = True

    def __init__(self, site: Path, base: str = "/"):
        self.site, self.base = Path(site).resolve(), "/" + f"{base.strip('/')}/".lstrip("/")
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}{self.base}"

    def handle_error(self, *_: object) -> None:
        pass  # a reader who leaves in mid-answer is no news


@contextmanager
def running(site: Path, base: str = "/") -> Iterator[GitHubPagesServer]:
    """The server, for as long as the `with` lasts."""
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
