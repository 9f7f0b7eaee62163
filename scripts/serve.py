"""Serves both editions at one address with live reload, and builds again what changes. `python -m scripts.serve [--port N]`.

MkDocs' own reload server does the serving; `build` does the building, so that what is previewed is what is published.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys

from mkdocs.livereload import LiveReloadServer

from scripts import build, paths
from scripts.problems import ProblemsFound, report

WATCHED = ("data", "docs", "overrides", "scripts")


def taken(port: int) -> bool:
    """Whether another program listens there: found out before the build, not after it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(arguments)
    if taken(options.port):
        print(f"serve: port {options.port} is in use, perhaps by another preview; end that one, or choose a port: make serve PORT={options.port + 1}", file=sys.stderr)
        return 1
    os.environ["SITE_URL"] = f"http://127.0.0.1:{options.port}/"

    def rebuild() -> None:
        # Code changes need a fresh process: a module once imported stays as it was.
        build.in_new_process(preview=True)

    try:
        build.build(preview=True)
    except ProblemsFound as found:
        return report(found)
    server = LiveReloadServer(builder=rebuild, host="127.0.0.1", port=options.port, root=str(paths.SITE))
    not_found = paths.SITE / "404.html"
    server.error_handler = lambda code: not_found.read_bytes() if code == 404 and not_found.exists() else None
    for name in WATCHED:
        server.watch(str(paths.ROOT / name))
    print(f"\n  English  http://127.0.0.1:{options.port}/\n  French   http://127.0.0.1:{options.port}/fr/\n\n  Ctrl+C stops.\n")
    try:
        server.serve()
    except KeyboardInterrupt:
        server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
