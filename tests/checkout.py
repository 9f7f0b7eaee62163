"""A copy of the checkout, for tests that change its files, and commands that run in one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts import paths

_GENERATED = {".git", ".venv", "build", "site", "node_modules", ".pytest_cache", ".ruff_cache"}
"""Folders at the top that no copy needs."""
_SETTINGS = {"BUILD_DIR", "SITE_DIR", "SITE_URL", "REPO_URL", "BUILD_DATE", "SOURCE_DATE_EPOCH", "GITHUB_ACTIONS", "PYTHONPATH"}
"""Variables by which whoever runs the tests may have told a build something."""


def _ignored(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if name == "__pycache__" or (Path(folder) == paths.ROOT and name in _GENERATED)}


def copy(target: Path, *, warm: bool = False) -> Path:
    """The checkout without what is generated, in a folder that does not exist yet; with the one script that set-up installs.

    `warm`: with the pictures that were drawn before, as a keeper has them.
    """
    shutil.copytree(paths.ROOT, target, ignore=_ignored, symlinks=True)
    if paths.PLOTLY.exists():
        script = target / paths.PLOTLY.relative_to(paths.ROOT)
        script.parent.mkdir(parents=True)
        shutil.copy(paths.PLOTLY, script)
    if warm and (paths.BUILD / "cache").exists():
        shutil.copytree(paths.BUILD / "cache", target / "build" / "cache")
    return target


def environment(**more: str) -> dict[str, str]:
    """This process's variables without the settings of a build, but with those that are given."""
    return {name: value for name, value in os.environ.items() if name not in _SETTINGS} | more


def call(folder: Path, *command: str | Path, timeout: int = 600, **env: str) -> subprocess.CompletedProcess:
    """A command in a folder, ended, with what it printed."""
    return subprocess.run(command, cwd=folder, env=environment(**env), capture_output=True, text=True, timeout=timeout, check=False)


def run(project: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess:
    """Python with these arguments in a project."""
    return call(project, sys.executable, *arguments, **env)


def succeed(project: Path, *arguments: str, **env: str) -> str:
    """What it prints where it must not fail."""
    done = run(project, *arguments, **env)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def change(file: Path, old: str, new: str) -> None:
    """Put other words into a file, once."""
    text = file.read_text("utf-8")
    assert old in text, f"{old!r} is no longer in {file}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def refuse_build(project: Path, *messages: str, **env: str) -> None:
    """The build of a project says these words, without a traceback, and leaves the site that stands."""
    done = run(project, "-m", "scripts.build", **env)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    for words in messages:
        assert words in done.stderr, done.stderr
    assert (project / "site" / "index.html").read_text() == "the site that stands"
