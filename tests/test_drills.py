"""What goes wrong on real machines: each drill breaks the build on purpose, and wants a clear word and the old site whole."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts import build, paths
from scripts.drawing import browser
from scripts.problems import ProblemsFound

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

    def run(self, before: str = "", **options) -> tuple[int, str, str]:
        process = self.start(before, **options)
        said, told = process.communicate(timeout=300)
        return process.returncode, said, told

    def is_old(self) -> bool:
        return (self.site / "index.html").read_text() == OLD and len(list(self.site.iterdir())) == 1

    def is_new(self) -> bool:
        return "<h1" in (self.site / "index.html").read_text("utf-8") and (self.site / "fr" / "index.html").exists()


@pytest.fixture
def drill(site, tmp_path) -> Drill:
    return Drill(tmp_path)


@pytest.fixture
def cold(tmp_path) -> Drill:
    return Drill(tmp_path, warm=False)


def script(folder: Path, text: str) -> str:
    file = folder / "browser.sh"
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return str(file)


def stopped(result: tuple[int, str, str], drill: Drill, *words: str) -> None:
    """It stopped with code 1 and these words, without a traceback, and the old site is whole."""
    code, _, told = result
    assert code == 1, told
    assert "Traceback" not in told and "to mend." in told
    for word in words:
        assert word in told
    assert drill.is_old()


def test_browser_that_crashes_at_its_start(cold, tmp_path):
    cold.env["BROWSER_PATH"] = script(tmp_path, "exit 1")
    stopped(cold.run(), cold, "charts: the browser failed", "--version` answers, then try again")


@pytest.mark.browser
def test_browser_that_crashes_in_mid_build(cold, tmp_path):
    cold.env["BROWSER_PATH"] = script(tmp_path, f'(sleep 3; kill -9 $$) &\nexec "{browser.find()}" "$@"')
    stopped(cold.run(), cold, "charts: ", "--version` answers, then try again")


def test_browser_that_hangs(cold, tmp_path):
    cold.env["BROWSER_PATH"] = script(tmp_path, "exec sleep 600")
    stopped(cold.run("from scripts.drawing import render\nrender.BROWSER_START_TIMEOUT_S = 3"), cold, "charts: ", "then try again")


@pytest.mark.parametrize("limit", [4_000, 90_000], ids=["while staging", "in MkDocs"])
def test_disk_that_takes_no_more(drill, limit):
    """A limit on the size of files stands for the full disk: the same call fails at the same place."""

    def restrict() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    stopped(drill.run(preexec_fn=restrict), drill, "File too large")


def test_build_killed_in_the_middle_then_a_normal_one(drill):
    process = drill.start()
    until = time.monotonic() + 120
    while not list(drill.site.parent.glob(".site.*")) and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert drill.is_old()
    code, said, told = drill.run()
    assert code == 0 and "site/ is ready" in said, told
    assert drill.is_new()
    assert not list(drill.site.parent.glob(".site.*")) and not list(drill.build.rglob("*.part"))


def test_of_two_builds_at_once_the_second_is_refused(drill):
    first, second = drill.start(), drill.start()
    told = [process.communicate(timeout=300)[1] for process in (first, second)]
    assert sorted([first.returncode, second.returncode]) == [0, 1], told
    assert "another build is running; wait for it or end it, then try again" in "".join(told)
    assert drill.is_new()


def test_a_killed_build_frees_the_folder(drill, monkeypatch):
    monkeypatch.setattr(paths, "BUILD", drill.build)
    hold = subprocess.Popen(
        [sys.executable, "-c", "import time\nfrom scripts import build\nwith build.one_build_at_a_time():\n    print('held', flush=True)\n    time.sleep(60)"],
        cwd=paths.ROOT,
        env=drill.env,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert hold.stdout.readline() == "held\n"
        with pytest.raises(ProblemsFound, match="another build is running"), build.one_build_at_a_time():
            pass
    finally:
        hold.kill()
        hold.communicate()
    with build.one_build_at_a_time():
        pass
