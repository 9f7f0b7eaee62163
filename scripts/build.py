"""Builds the site: facts -> charts -> pages -> site/. `python -m scripts.build`.

English, then French, into one folder; checked; then put in place of the previous site in one move. Whatever fails leaves
the previous site as it was.
"""

import contextlib
import hashlib
import io
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from filelock import AcquireReturnProxy, FileLock, Timeout
from mkdocs.commands import build as mkdocs_build
from mkdocs.exceptions import Abort

from scripts import check, paths
from scripts.assets import bundle
from scripts.checks import built_site
from scripts.drawing import browser, draw, render
from scripts.editions import Edition
from scripts.files import write
from scripts.problems import Location, command, stop_on
from scripts.site import mkdocs_site, redirects, stage

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

_UNUSED = ("assets", "css", "embed", "js", "img")
"""What MkDocs copies and no page uses: Material's scripts and style sheets, and the sources of our own."""


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
        editions = check.load_checked(site_url())
        _charts(editions)
        with _staging() as new:
            _pages(editions, new)
            stop_on(built_site.check(new, site_url()))
            stamp.unlink(missing_ok=True)  # a build killed from here on is done again
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


def _charts(editions: dict[str, Edition]) -> None:
    charts = [chart for edition in editions.values() for chart in edition.all_charts]
    main = editions[paths.MAIN]
    try:
        count = draw.draw_charts(charts, main.facts, main.printed_root)
    except (browser.BrowserMissing, render.RenderFailed) as error:
        wrong = f"{error}. Without charts the site is not published; `make serve` previews the pages"
        raise Location("charts").error(wrong) from None
    print(f"charts: {count} pictures drawn, the rest unchanged")


def _pages(editions: dict[str, Edition], new: Path) -> None:
    """MkDocs builds each edition apart; then all stand in one folder, with our assets and without what no page uses."""
    assets = bundle.build(editions)
    for edition in editions.values():
        stage.stage(edition)
    targets = {language: new / ".editions" / language for language in editions}
    _mkdocs(editions, assets, targets)
    for language, built in targets.items():
        for name in _UNUSED:
            shutil.rmtree(built / name, ignore_errors=True)
        root = new / paths.prefix(language)
        root.mkdir(exist_ok=True)
        for entry in built.iterdir():
            entry.replace(root / entry.name)
    shutil.rmtree(new / ".editions")
    shutil.copytree(paths.BUILD / "assets", new / bundle.FOLDER, dirs_exist_ok=True)
    sitemaps = "".join(f"Sitemap: {edition.address}sitemap.xml\n" for edition in editions.values())
    write(new / "robots.txt", f"User-agent: *\nAllow: /\n{sitemaps}".encode())
    redirects.put(new, editions)


def _mkdocs(editions: dict[str, Edition], assets: dict[str, str], targets: dict[str, Path]) -> None:
    """Each edition into its folder. Raises `ProblemsFound` with what MkDocs said, where it stops."""
    output = io.StringIO()
    logging.getLogger("mkdocs").addHandler(logging.StreamHandler(output))
    for language, target in targets.items():
        try:
            mkdocs_build.build(mkdocs_site.config_of(language, editions, assets, target))
        except Abort as error:
            raise Location(paths.config(language).name).error(f"MkDocs stopped: {error}\n{output.getvalue()}") from None


@command
def main(_: list[str] | None = None) -> None:
    start = time.monotonic()
    changed = build()
    print(f"site/ is {'ready' if changed else 'unchanged'} after {time.monotonic() - start:.1f} s")


if __name__ == "__main__":
    sys.exit(main())
