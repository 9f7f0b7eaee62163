"""What goes wrong on real machines: each drill breaks the build on purpose, and wants a clear word and the old site whole."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts import paths
from scripts.drawing import browser

pytestmark = pytest.mark.slow

OLD = "the site as it was"


class Drill:
    """A build folder with the drawings of the last build in its cache, and an old site in its place."""

    def __init__(self, folder: Path, *, warm: bool = True):
        self.build, self.site = folder / "build", folder / "site"
        self.build.mkdir()
        if warm:
            shutil.copytree(paths.BUILD / "cache", self.build / "cache")
        self.site.mkdir()
        (self.site / "index.html").write_text(OLD)
        self.env = os.environ | {"BUILD_DIR": str(self.build), "SITE_DIR": str(self.site), "SITE_URL": "https://example.org/alpine/"}

    def start(self, before: str = "", **options) -> subprocess.Popen:
        """Start a build; `before` is Python that runs ahead of it in the same process."""
        code = f"{before}\nimport sys\nfrom scripts import build\nsys.exit(build.main([]))"
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen([sys.executable, "-c", code], cwd=paths.ROOT, **({"env": self.env} | pipes | options))

    def stops(self, *words: str, before: str = "", **options) -> None:
        """A build stops with code 1 and these words, without a traceback, and the old site is whole."""
        process = self.start(before, **options)
        _, errors = process.communicate(timeout=300)
        assert process.returncode == 1, errors
        assert "Traceback" not in errors and "to mend." in errors
        for word in words:
            assert word in errors
        assert self.is_old()

    def is_old(self) -> bool:
        return (self.site / "index.html").read_text() == OLD and len(list(self.site.iterdir())) == 1

    def is_new(self) -> bool:
        return "<h1" in (self.site / "index.html").read_text("utf-8") and (self.site / "fr" / "index.html").exists()


@pytest.fixture
def drill(site, tmp_path) -> Drill:
    return Drill(tmp_path)


@pytest.mark.browser
@pytest.mark.parametrize(("does", "before", "remedy"), [
    ("exit 1", "", "--version` answers, then try again"),
    ('(sleep 3; kill -9 $$) &\nexec "CHROMIUM" "$@"', "", "--version` answers, then try again"),
    ("exec sleep 600", "from scripts.drawing import render\nrender.BROWSER_START_TIMEOUT_S = 3", "then try again"),
], ids=["crashes at its start", "crashes in mid-build", "hangs"])
def test_a_browser_that_fails(tmp_path, does, before, remedy):
    cold = Drill(tmp_path, warm=False)
    file = tmp_path / "browser.sh"
    file.write_text(f"#!/bin/sh\n{does}\n".replace("CHROMIUM", browser.find()))
    file.chmod(0o755)
    cold.env["BROWSER_PATH"] = str(file)
    cold.stops("charts: ", remedy, before=before)


@pytest.mark.parametrize("limit", [4_000, 90_000], ids=["while staging", "in MkDocs"])
def test_disk_that_takes_no_more(drill, limit):
    """A limit on the size of files stands for the full disk: the same call fails at the same place."""
    drill.stops("File too large", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))


def test_build_killed_in_the_middle_then_a_normal_one(drill):
    process = drill.start()
    until = time.monotonic() + 120
    while not list(drill.site.parent.glob(".site.*")) and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert drill.is_old()
    again = drill.start()
    output, errors = again.communicate(timeout=300)
    assert again.returncode == 0 and "site/ is ready" in output, errors
    assert drill.is_new()
    assert not list(drill.site.parent.glob(".site.*")) and not list(drill.build.rglob("*.part"))


def test_of_two_builds_at_once_the_second_is_refused(drill):
    first, second = drill.start(), drill.start()
    errors = [process.communicate(timeout=300)[1] for process in (first, second)]
    assert sorted([first.returncode, second.returncode]) == [0, 1], errors
    assert "another build is running; wait for it or end it, then try again" in "".join(errors)
    assert drill.is_new()
