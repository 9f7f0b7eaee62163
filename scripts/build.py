"""Builds the site: facts -> charts -> pages -> site/. `python -m scripts.build [--preview]`.

English, then French, into one folder; checked; then put in place of the previous site in one move. Whatever fails leaves
the previous site as it was. `--preview` builds without a browser too, with a note where charts are missing.
"""

import argparse
import contextlib
import hashlib
import logging
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout
from mkdocs.commands import build as mkdocs_build

from scripts import check, paths
from scripts.assets import bundle
from scripts.checks import site
from scripts.drawing import browser, draw, render
from scripts.edition import Edition, epoch
from scripts.outputs import share_cards
from scripts.problems import Problem, ProblemsFound, in_sentences, stop_on
from scripts.site import mkdocs_site, redirects, sitemaps, stage

LOCAL = "http://127.0.0.1:8000/"
_INPUTS = ("data", "docs", "overrides", "scripts", "requirements.txt", "node_modules/plotly.js-basic-dist-min")

MKDOCS_TIMEOUT_S = 300  # seconds that MkDocs may take for both editions; it takes about six
LOCK_TIMEOUT_S = 300

_UNUSED = ("assets", "css", "embed", "js", "img")
"""What MkDocs copies and no page uses: Material's scripts and style sheets, and the sources of our own."""


def site_url() -> str:
    """The address that the site is built for, with a slash at its end: SITE_URL, or the local one. Raises `ProblemsFound` where it is none."""
    address = os.environ.get("SITE_URL", LOCAL).rstrip("/") + "/"
    if not address.startswith(("https://", "http://")):
        raise ProblemsFound([Problem("SITE_URL", 0, "", f"is {address[:-1]!r}; expected: a whole address, such as https://example.org")])
    return address


def build(*, preview: bool = False) -> bool:
    """Build both editions into site/. False if nothing had changed. Raises `ProblemsFound`, leaving site/ as it was."""
    with alone():
        stamp = fingerprint(preview)
        mark = paths.BUILD / "stamp"
        if mark.exists() and mark.read_text() == stamp and (paths.SITE / "index.html").exists():
            return False
        editions = check.before(site_url(), preview=preview)
        _charts(editions, preview)
        with _staging() as new:
            _pages(editions, new)
            if not preview:
                stop_on(site.problems(new, site_url()))
            mark.unlink(missing_ok=True)  # a build killed from here on is done again
            _put_in_place(new)
        mark.write_text(stamp)
    return True


@contextlib.contextmanager
def alone(wait: float = LOCK_TIMEOUT_S) -> Iterator[None]:
    """One build at a time; the system frees the lock when a process ends, however it ends. Raises `ProblemsFound` after `wait` seconds."""
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
            raise ProblemsFound([Problem(paths.relative_path(paths.BUILD / ".lock"), 0, "", said)]) from None
    with lock:
        yield


@contextlib.contextmanager
def _staging() -> Iterator[Path]:
    """An empty folder beside site/, so on its disk, for the new one. What killed builds left goes first."""
    beside = paths.SITE.parent
    beside.mkdir(parents=True, exist_ok=True)
    for left in beside.glob(f".{paths.SITE.name}.*"):
        shutil.rmtree(left, ignore_errors=True)
    new = Path(tempfile.mkdtemp(prefix=f".{paths.SITE.name}.", dir=beside))
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _put_in_place(new: Path) -> None:
    for file in (new, *new.rglob("*")):
        file.chmod(0o755 if file.is_dir() else 0o644)  # whatever the umask, a web server may read it
    old = new.with_name(f"{new.name}.old")
    if paths.SITE.exists():
        paths.SITE.replace(old)
    new.replace(paths.SITE)
    shutil.rmtree(old, ignore_errors=True)


def fingerprint(preview: bool) -> str:
    """What the site depends on: every input file, the address, and whether there is a browser."""
    told = [os.environ.get(name, "") for name in ("REPO_URL", "REPORT_EMAIL", "SOURCE_DATE_EPOCH", "BUILD_DATE")]
    seen = hashlib.sha256("|".join([site_url(), str(preview), *told, str(paths.SITE), _browser_or_none()]).encode())
    for name in (*_INPUTS, *(file.name for file in sorted(paths.ROOT.glob("mkdocs*.yml")))):
        root = paths.ROOT / name
        for file in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if file.is_file() and "__pycache__" not in file.parts:
                seen.update(file.relative_to(paths.ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return seen.hexdigest()


def _browser_or_none() -> str:
    try:
        return browser.find()
    except browser.BrowserMissing:
        return ""


def _charts(editions: dict[str, Edition], preview: bool) -> None:
    charts = [chart for edition in editions.values() for chart in edition.all_charts]
    try:
        shown = site_url().split("://")[-1].rstrip("/")
        for edition in editions.values():
            share_cards.write_images(edition, shown)
        count = draw.render_charts(charts, editions[paths.MAIN].facts, shown)
        print(f"charts: {count} pictures drawn, the rest unchanged")
    except (browser.BrowserMissing, render.RenderFailed) as wrong:
        if not preview:
            raise ProblemsFound([Problem("charts", 0, "", f"{wrong}. Without charts the site is not published; `make serve` previews the pages")]) from None
        print(f"warning: charts are missing: {wrong}", file=sys.stderr)


def _pages(editions: dict[str, Edition], new: Path) -> None:
    """MkDocs, the editions side by side, then all of them in one folder, with our assets and without what no page uses."""
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
    sitemaps.put(new, editions)
    redirects.put(new, editions)


def _mkdocs(editions: dict[str, Edition], assets: dict[str, str], targets: dict[str, Path]) -> None:
    """Each edition in a child process that inherits what has been read. Raises `ProblemsFound` with what MkDocs said."""
    logs = {language: paths.BUILD / f"mkdocs.{language}.log" for language in targets}
    fork = multiprocessing.get_context("fork")
    running = {
        language: fork.Process(target=_one_edition, args=(language, editions, assets, target, logs[language])) for language, target in targets.items()
    }
    end, problems = time.monotonic() + MKDOCS_TIMEOUT_S, []
    try:
        for process in running.values():
            process.start()
        for language, process in running.items():
            process.join(max(0, end - time.monotonic()))
            name = paths.config(language).name
            if process.exitcode is None:
                said = f"MkDocs did not finish within {MKDOCS_TIMEOUT_S} s; try again, or see what it prints alone: python -m mkdocs build -f {name}"
                problems.append(Problem(name, 0, "", said))
            elif process.exitcode:
                problems.append(Problem(name, 0, "", _reason(logs[language], process.exitcode)))
    finally:
        for process in running.values():
            if process.is_alive():
                process.kill()
                process.join()
    stop_on(problems)


def _one_edition(language: str, editions: dict[str, Edition], assets: dict[str, str], target: Path, log: Path) -> None:
    with log.open("w", encoding="utf-8") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s", stream=sys.stderr, force=True)
    os.environ.setdefault("SOURCE_DATE_EPOCH", epoch(editions))
    mkdocs_build.build(mkdocs_site.config_of(language, editions, assets, target))


def _reason(log: Path, code: int) -> str:
    """What MkDocs printed, for people: of a traceback only its last words."""
    said = log.read_text("utf-8").strip()
    if "Traceback (most recent call last)" not in said:
        return f"MkDocs stopped:\n{said or f'with code {code} and no word'}"
    # Our own exception spells out its problems over several lines; of others the last line says most.
    _, ours, problems = said.rpartition("ProblemsFound: ")
    return f"MkDocs stopped: {problems if ours else said.splitlines()[-1]} (all that it printed: {paths.relative_path(log)})"


@in_sentences
def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--preview", action="store_true", help="build even without a browser, with notes where charts are missing")
    options = parser.parse_args(arguments)
    start = time.monotonic()
    changed = build(preview=options.preview)
    print(f"site/ is {'ready' if changed else 'unchanged'} after {time.monotonic() - start:.1f} s")


if __name__ == "__main__":
    sys.exit(main())
