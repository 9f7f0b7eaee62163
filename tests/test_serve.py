"""What `make serve` gives a keeper: both editions at one address, built again when a page changes, and a clear word on a busy port."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from scripts import paths, serve
from tests.checkout import copy as checkout_copy


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read().decode()


def wait_for(words: str, address: str, patience: float) -> str:
    """The page once it holds the words. Fails with what was seen last."""
    end, seen = time.monotonic() + patience, ""
    while time.monotonic() < end:
        try:
            seen = page(address)
        except OSError as wrong:
            seen = str(wrong)
        if words in seen:
            return seen
        time.sleep(0.5)
    raise AssertionError(f"{address} did not show {words!r} within {patience:.0f} s; it ends with {seen[-400:]!r}")


def test_both_editions_at_one_address_are_built_again_when_a_page_changes(site, tmp_path, port):
    checkout = checkout_copy(tmp_path / "checkout")
    shutil.copytree(paths.BUILD / "cache", checkout / "build" / "cache")
    env = {name: value for name, value in os.environ.items() if name not in ("BUILD_DIR", "SITE_DIR", "SITE_URL")}
    running = subprocess.Popen([sys.executable, "-m", "scripts.serve", "--port", str(port)], cwd=checkout, env=env, start_new_session=True)
    try:
        root = f"http://127.0.0.1:{port}/"
        assert '<html lang="en"' in wait_for("<h1", root, 180)
        french = page(root + "fr/")
        assert '<html lang="fr"' in french
        assert "livereload" in french  # the page asks for news of itself
        for language in paths.LANGUAGES:
            source = checkout / "docs" / language / "method.md"
            source.write_text(source.read_text("utf-8") + "\n\nA new paragraph.\n", "utf-8")
        wait_for("A new paragraph.", root + "method/", 120)
        wait_for("A new paragraph.", root + "fr/method/", 30)
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(30)


def test_busy_port_is_said_before_anything_is_built(port, capsys, monkeypatch):
    monkeypatch.setattr(serve.build, "build", lambda **_: pytest.fail("built"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        assert serve.main(["--port", str(port)]) == 1
    said = capsys.readouterr().err
    assert f"port {port} is in use" in said
    assert f"make serve PORT={port + 1}" in said
