"""Builds the site: facts -> charts -> pages -> site/. `python -m scripts.build`.

It is assembled and checked in a folder of its own (scripts/site/assemble.py), then put in place of the previous site in one
move. Whatever fails leaves the previous site as it was.
"""

import contextlib
import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from filelock import AcquireReturnProxy, FileLock, Timeout

from scripts import paths
from scripts.problems import Location, command

LOCAL = "http://127.0.0.1:8000/"
_INPUTS = (
    "data",
    "docs",
    "overrides",
    "scripts",
    "STYLE.md",
    "requirements.txt",
    "node_modules/plotly.js-basic-dist-min",
    "mkdocs*.yml",
)
"""What a build reads, to make the site or to check it: STYLE.md has the words that it refuses."""


def site_url() -> str:
    """The address that the site is built for, with a slash at its end: SITE_URL, or the local one. `ProblemsFound` where it is none."""
    address = os.environ.get("SITE_URL", LOCAL).rstrip("/") + "/"
    if not address.startswith(("https://", "http://")):
        expected = "a whole address, such as https://example.org"
        raise Location("SITE_URL").error(f"is {address[:-1]!r}", expected)
    return address


def build() -> bool:
    """Build both editions into site/. False if nothing had changed. Raises `ProblemsFound`, leaving site/ as it was."""
    with one_build_at_a_time():
        inputs = fingerprint()
        stamp = paths.BUILD / "stamp"
        if stamp.exists() and stamp.read_text() == inputs and (paths.SITE / "index.html").exists():
            return False
        from scripts.site import assemble  # noqa: PLC0415 - takes a second, which a build without changes need not wait

        with _staging() as new:
            assemble.assemble(site_url(), new)
            stamp.unlink(missing_ok=True)  # so that a build killed from here on is repeated
            _put_in_place(new)
        stamp.write_text(inputs)
    return True


def one_build_at_a_time() -> AcquireReturnProxy:
    """Hold the lock of the build folder. Raises `ProblemsFound` where another build has it.

    The system frees it when a process ends, however it ends.
    """
    file = paths.BUILD / ".lock"
    try:
        return FileLock(file).acquire(timeout=0)
    except Timeout:
        wrong = "another build is running; wait for it or end it, then try again"
        raise Location(paths.relative_path(file)).error(wrong) from None


@contextlib.contextmanager
def _staging() -> Iterator[Path]:
    """An empty folder beside site/, so on its disk, for the new one. What killed builds left goes first."""
    parent = paths.SITE.parent
    parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{paths.SITE.name}."
    for folder in parent.glob(f"{prefix}*"):
        shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=parent, ignore_cleanup_errors=True) as new:
        yield Path(new)


def _put_in_place(new: Path) -> None:
    for file in (new, *new.rglob("*")):
        file.chmod(0o755 if file.is_dir() else 0o644)  # whatever the umask, a web server may read it
    old = new.with_name(f"{new.name}.old")
    if paths.SITE.exists():
        paths.SITE.replace(old)
    new.replace(paths.SITE)
    shutil.rmtree(old, ignore_errors=True)


def fingerprint() -> str:
    """What the site depends on: every input file, the address, and the settings of the environment."""
    settings = [os.environ.get(name, "") for name in ("REPO_URL", "REPORT_EMAIL", "SOURCE_DATE_EPOCH", "BUILD_DATE")]
    digest = hashlib.sha256("|".join([site_url(), *settings, str(paths.SITE)]).encode())
    for file in paths.inputs(*_INPUTS):
        digest.update(file.relative_to(paths.ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


@command
def main(_: list[str] | None = None) -> None:
    start = time.monotonic()
    changed = build()
    print(f"site/ is {'ready' if changed else 'unchanged'} after {time.monotonic() - start:.1f} s")


if __name__ == "__main__":
    sys.exit(main())
