"""Putting a finished site in place: one build at a time, the old site whole until the new one is, and back after a crash."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from scripts import paths
from scripts.problems import Problem, ProblemsFound

WAIT = 300.0
"""Seconds to wait for another build."""

_NEW, _OLD = "site.new", "site.old"


@contextmanager
def alone(wait: float = WAIT) -> Iterator[None]:
    """Hold the build folder for this process. The system frees it when the process ends, however it ends.

    Raises `ProblemsFound` when another build keeps it too long.
    """
    paths.BUILD.mkdir(parents=True, exist_ok=True)
    lock = FileLock(paths.BUILD / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        print("another build is running; waiting for it ...", file=sys.stderr)
        try:
            lock.acquire(timeout=wait)
        except Timeout:
            said = f"another build has run for {wait:.0f} s; wait for it or end it, then try again"
            raise ProblemsFound([Problem(paths.shown(paths.BUILD / ".lock"), 0, "", said)]) from None
    with lock:
        yield


def fresh() -> Path:
    """An empty place for the new site, and whatever an interrupted build left set right.

    The name holds the process id: an orphan of a killed build may still be writing into its own.
    """
    old = paths.BUILD / _OLD
    if not paths.SITE.exists() and old.exists():  # killed between the two moves of `swap`
        _move(old, paths.SITE)
    _sweep()
    return paths.BUILD / f"{_NEW}.{os.getpid()}"


def swap(new: Path) -> None:
    """Put `new` in the place of site/. If that fails, site/ is the old one again."""
    old = paths.BUILD / _OLD
    if paths.SITE.exists():
        _move(paths.SITE, old)
    try:
        _move(new, paths.SITE)
    except OSError:
        if old.exists():
            shutil.rmtree(paths.SITE, ignore_errors=True)
            _move(old, paths.SITE)
        raise
    _sweep()


def _sweep() -> None:
    for left in (paths.BUILD / _OLD, *paths.BUILD.glob(f"{_NEW}.*")):
        shutil.rmtree(left, ignore_errors=True)


def _move(source: Path, target: Path) -> None:
    """Rename; where the two are on different disks (SITE_DIR elsewhere), copy beside the target first."""
    try:
        source.replace(target)
    except OSError as wrong:
        if wrong.errno != errno.EXDEV:
            raise
        beside = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            shutil.copytree(source, beside)
            beside.replace(target)
        except OSError:
            shutil.rmtree(beside, ignore_errors=True)
            raise
        shutil.rmtree(source, ignore_errors=True)


_REMEDIES = {
    errno.ENOSPC: "the disk is full; free some room, then build again",
    errno.EDQUOT: "your share of the disk is used up; free some room, then build again",
    errno.EFBIG: "a file would grow over the limit that this machine sets; raise the limit or free some room, then build again",
    errno.EROFS: "this place is read-only; name writable folders in BUILD_DIR and SITE_DIR, then build again",
    errno.EACCES: "you may not write here; name writable folders in BUILD_DIR and SITE_DIR, then build again",
    errno.EPERM: "you may not write here; name writable folders in BUILD_DIR and SITE_DIR, then build again",
}


def remedy(wrong: OSError) -> Problem | None:
    """What to tell a person about a disk that will not take our files; None for errors of another kind."""
    said = _REMEDIES.get(wrong.errno or 0)
    return Problem(paths.shown(Path(wrong.filename)) if wrong.filename else paths.shown(paths.BUILD), 0, "", said) if said else None


def remedy_in(text: str) -> str | None:
    """The same, read from what another program printed before it stopped."""
    return next((said for number, said in _REMEDIES.items() if f"[Errno {number}]" in text), None)
