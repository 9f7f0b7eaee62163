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

from scripts import paths, place
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
    assert "Traceback" not in told and "nothing was published" in told
    for word in words:
        assert word in told
    assert drill.is_old()


def test_browser_missing(cold, tmp_path):
    cold.env["BROWSER_PATH"] = str(tmp_path / "nowhere")
    stopped(cold.run(), cold, "which is not a file", "install Chrome or Chromium (on Debian: sudo apt-get install chromium)")


def test_browser_that_crashes_at_its_start(cold, tmp_path):
    cold.env["BROWSER_PATH"] = script(tmp_path, "exit 1")
    stopped(cold.run(), cold, "charts: the browser failed", "--version` answers, then try again")


@pytest.mark.browser
@pytest.mark.parametrize("after", [2, 3, 6])
def test_browser_that_crashes_in_mid_build(cold, tmp_path, after):
    cold.env["BROWSER_PATH"] = script(tmp_path, f'(sleep {after}; kill -9 $$) &\nexec "{browser.find()}" "$@"')
    stopped(cold.run(), cold, "charts: ", "--version` answers, then try again")


def test_browser_that_hangs(cold, tmp_path):
    cold.env["BROWSER_PATH"] = script(tmp_path, "exec sleep 600")
    start = time.monotonic()
    stopped(cold.run("from scripts.drawing import render\nrender.START = 3"), cold, "charts: ", "then try again")
    assert time.monotonic() - start < 60


@pytest.mark.parametrize("limit", [4_000, 90_000], ids=["while staging", "in MkDocs"])
def test_disk_that_takes_no_more(drill, limit):
    """A limit on the size of files stands for the full disk: the same call fails at the same place."""

    def restrict() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    stopped(drill.run(preexec_fn=restrict), drill, "raise the limit or free some room, then build again")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (28, "the disk is full; free some room"),
        (30, "this place is read-only; name writable folders in BUILD_DIR and SITE_DIR"),
        (13, "you may not write here"),
    ],
)
def test_each_refusal_of_the_disk_has_its_word(number, said):
    assert said in place.remedy(OSError(number, "x", str(paths.BUILD / "x"))).message
    assert said in place.remedy_in(f"OSError: [Errno {number}] x")
    assert place.remedy(OSError(2, "x", "y")) is None and place.remedy_in("fine") is None


def test_build_killed_in_the_middle_then_a_normal_one(drill):
    process = drill.start()
    until = time.monotonic() + 120
    while not list(drill.build.glob("site.new.*")) and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert drill.is_old()
    code, said, told = drill.run()
    assert code == 0 and "site/ is ready" in said, told
    assert drill.is_new()
    assert not list(drill.build.glob("site.*")) and not list(drill.build.rglob("*.part"))


def test_build_killed_between_the_two_moves_gets_its_site_back(drill, monkeypatch):
    monkeypatch.setattr(paths, "BUILD", drill.build)
    monkeypatch.setattr(paths, "SITE", drill.site)
    drill.site.replace(drill.build / "site.old")
    place.fresh()
    assert drill.is_old()


def test_site_that_cannot_be_put_in_place_leaves_the_old_one(drill, monkeypatch):
    monkeypatch.setattr(paths, "BUILD", drill.build)
    monkeypatch.setattr(paths, "SITE", drill.site)
    with pytest.raises(FileNotFoundError):
        place.swap(drill.build / "never-built")
    assert drill.is_old()


def test_site_folder_on_another_disk(drill, monkeypatch):
    """Renaming between disks is refused by the system; then the site is copied beside its place first."""
    monkeypatch.setattr(paths, "BUILD", drill.build)
    monkeypatch.setattr(paths, "SITE", drill.site)
    new = drill.build / "site.new.1"
    new.mkdir()
    (new / "index.html").write_text("new")
    rename = Path.replace

    def across(source, target):
        if (drill.build in Path(source).parents) != (drill.build in Path(target).parents):
            raise OSError(18, "Invalid cross-device link")
        return rename(source, target)

    monkeypatch.setattr(Path, "replace", across)
    place.swap(new)
    assert (drill.site / "index.html").read_text() == "new"
    assert [file.name for file in drill.site.parent.iterdir()] in (["build", "site"], ["site", "build"])


def test_two_builds_at_once_wait_for_each_other(drill):
    first, second = drill.start(), drill.start()
    results = [process.communicate(timeout=300) for process in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], results
    assert sorted(said.rsplit("site/ is ", 1)[1].split()[0] for said, _ in results) == ["ready", "unchanged"]
    assert "another build is running; waiting for it" in results[0][1] + results[1][1]
    assert drill.is_new()


def test_a_build_that_never_ends_is_named(drill, monkeypatch):
    monkeypatch.setattr(paths, "BUILD", drill.build)
    hold = subprocess.Popen(
        [sys.executable, "-c", "import time\nfrom scripts import place\nwith place.alone():\n    print('held', flush=True)\n    time.sleep(60)"],
        cwd=paths.ROOT,
        env=drill.env,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert hold.stdout.readline() == "held\n"
        with pytest.raises(ProblemsFound, match="another build has run for 0 s; wait for it or end it"), place.alone(wait=0.2):
            pass
    finally:
        hold.kill()
        hold.communicate()
    with place.alone(wait=5):  # a killed build frees the folder
        pass


def test_mkdocs_that_never_ends_is_ended(drill):
    hang = "import sys\nfrom scripts import build\nbuild.PATIENCE = 1"
    stopped(drill.run(hang), drill, "MkDocs did not finish within 1 s")
