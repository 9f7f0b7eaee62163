"""Builds the site: facts -> charts -> pages -> site/. `python -m scripts.build [--preview]`.

English, then French, into one folder; checked; then put in place of the previous site in one move. Whatever fails leaves
the previous site as it was. `--preview` builds without a browser too, with a note where charts are missing.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urljoin

from filelock import FileLock, Timeout

from scripts import check, paths
from scripts.drawing import browser, draw, render
from scripts.pages import assets, edition, extras, share
from scripts.problems import Problem, ProblemsFound, report

LOCAL = "http://127.0.0.1:8000/"
_INPUTS = ("data", "docs", "overrides", "scripts", "mkdocs.yml", "mkdocs.fr.yml", "requirements.txt", "node_modules/plotly.js-basic-dist-min")

_UNUSED = ("assets", "css", "js", "img")
"""What MkDocs copies and no page uses: Material's scripts and style sheets, and the sources of our own."""


def site_url() -> str:
    """The address that the site is built for, with a slash at its end: SITE_URL, or the local one."""
    return os.environ.get("SITE_URL", LOCAL).rstrip("/") + "/"


def build(*, preview: bool = False) -> bool:
    """Build both editions into site/. False if nothing had changed. Raises `ProblemsFound`, leaving site/ as it was."""
    paths.BUILD.mkdir(parents=True, exist_ok=True)
    lock = FileLock(paths.BUILD / ".lock")
    try:
        lock.acquire(timeout=300)
    except Timeout:
        raise ProblemsFound([Problem("build/.lock", 0, "", "another build has run for five minutes; wait for it or end it, then try again")]) from None
    with lock:
        stamp = fingerprint(preview)
        mark = paths.BUILD / "stamp"
        if mark.exists() and mark.read_text() == stamp and (paths.SITE / "index.html").exists():
            return False
        edition.forget()
        check.before(paths.LANGUAGES, preview=preview)
        _charts(preview)
        fresh = paths.BUILD / "site.new"
        shutil.rmtree(fresh, ignore_errors=True)
        _pages(fresh)
        if not preview:
            check.after(fresh, site_url())
        _swap(fresh)
        mark.write_text(stamp)
    return True


def fingerprint(preview: bool) -> str:
    """What the site depends on: every input file, the address, and whether there is a browser."""
    seen = hashlib.sha256(f"{site_url()}|{preview}|{os.environ.get('REPO_URL')}|{_browser_or_none()}".encode())
    for name in _INPUTS:
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


def _charts(preview: bool) -> None:
    charts = [drawn for language in paths.LANGUAGES for drawn in edition.current(language).all_charts]
    try:
        shown = site_url().split("://")[-1].rstrip("/")
        pictures = [card for language in paths.LANGUAGES for card in share.cards(edition.current(language), shown)]
        count = draw.draw(charts, edition.current("en").facts, shown, pictures)
        print(f"charts: {count} pictures drawn, the rest unchanged")
    except (browser.BrowserMissing, render.RenderFailed) as wrong:
        if not preview:
            raise ProblemsFound([Problem("charts", 0, "", f"{wrong}. Without charts the site is not published; `make serve` previews the pages")]) from None
        print(f"warning: charts are missing: {wrong}", file=sys.stderr)


def _pages(fresh: Path) -> None:
    """MkDocs, both editions side by side (each has its own folder), then French into fr/."""
    root = site_url()
    env = os.environ | {"SITE_URL": root, "SITE_URL_FR": urljoin(root, "fr/"), "PYTHONPATH": str(paths.ROOT), "SOURCE_DATE_EPOCH": _epoch(), "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
    running = {}
    for language in paths.LANGUAGES:
        paths.pages(language).mkdir(parents=True, exist_ok=True)
        target = fresh if language == "en" else paths.BUILD / "site.fr"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(paths.CONFIGS[language]), "-d", str(target)]
        running[language] = (subprocess.Popen(command, cwd=paths.ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True), target)
    failed = []
    for language, (process, _) in running.items():
        said, _ = process.communicate(timeout=300)
        if process.returncode:
            failed.append(Problem(paths.CONFIGS[language].name, 0, "", f"MkDocs stopped:\n{said.strip()}"))
    if failed:
        raise ProblemsFound(failed)
    shutil.rmtree(fresh / "fr", ignore_errors=True)
    shutil.move(paths.BUILD / "site.fr", fresh / "fr")
    for edition_root in (fresh, fresh / "fr"):
        for name in _UNUSED:
            shutil.rmtree(edition_root / name, ignore_errors=True)
    shutil.copytree(paths.BUILD / "assets", fresh / assets.FOLDER, dirs_exist_ok=True)
    extras.run(fresh, root)


def _epoch() -> str:
    """The day on which the facts were last checked, so that two builds of one commit carry the same dates."""
    day = time.strptime(edition.current("en").last_checked, "%Y-%m-%d")
    return os.environ.get("SOURCE_DATE_EPOCH", str(int(time.mktime(day) - time.timezone)))


def _swap(fresh: Path) -> None:
    old = paths.BUILD / "site.old"
    shutil.rmtree(old, ignore_errors=True)
    if paths.SITE.exists():
        os.replace(paths.SITE, old)
    os.replace(fresh, paths.SITE)
    shutil.rmtree(old, ignore_errors=True)


def in_new_process(*, preview: bool) -> None:
    """Build in a process of its own; its messages go to the terminal, and a failure leaves the site as it was."""
    subprocess.run([sys.executable, "-m", "scripts.build", *(["--preview"] if preview else [])], cwd=paths.ROOT, check=False)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--preview", action="store_true", help="build even without a browser, with notes where charts are missing")
    options = parser.parse_args(arguments)
    start = time.monotonic()
    try:
        changed = build(preview=options.preview)
    except ProblemsFound as found:
        return report(found)
    print(f"site/ is {'ready' if changed else 'unchanged'} after {time.monotonic() - start:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
