"""Builds the site: facts -> charts -> pages -> site/. `python -m scripts.build [--preview]`.

English, then French, into one folder; checked; then put in place of the previous site in one move. Whatever fails leaves
the previous site as it was. `--preview` builds without a browser too, with a note where charts are missing.
"""

from __future__ import annotations

import argparse
import calendar
import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urljoin

from scripts import check, edition, paths, place
from scripts.assets import bundle
from scripts.drawing import browser, draw, render
from scripts.outputs import share
from scripts.problems import Problem, ProblemsFound, report
from scripts.site import post_build

LOCAL = "http://127.0.0.1:8000/"
_INPUTS = ("data", "docs", "overrides", "scripts", "mkdocs.yml", "mkdocs.fr.yml", "requirements.txt", "node_modules/plotly.js-basic-dist-min")

PATIENCE = 300
"""Seconds that MkDocs may take for an edition; it takes about four."""

_UNUSED = ("assets", "css", "js", "img")
"""What MkDocs copies and no page uses: Material's scripts and style sheets, and the sources of our own."""


def site_url() -> str:
    """The address that the site is built for, with a slash at its end: SITE_URL, or the local one."""
    return os.environ.get("SITE_URL", LOCAL).rstrip("/") + "/"


def build(*, preview: bool = False) -> bool:
    """Build both editions into site/. False if nothing had changed. Raises `ProblemsFound`, leaving site/ as it was."""
    with place.alone():
        stamp = fingerprint(preview)
        mark = paths.BUILD / "stamp"
        new = place.fresh()
        if mark.exists() and mark.read_text() == stamp and (paths.SITE / "index.html").exists():
            return False
        edition.forget()
        check.before(paths.LANGUAGES, preview=preview)
        _charts(preview)
        try:
            _pages(new)
            if not preview:
                check.after(new, site_url())
            mark.unlink(missing_ok=True)  # between here and the end, no stamp speaks for site/
            place.swap(new)
        finally:
            shutil.rmtree(new, ignore_errors=True)
        mark.write_text(stamp)
    return True


def fingerprint(preview: bool) -> str:
    """What the site depends on: every input file, the address, and whether there is a browser."""
    told = [os.environ.get(name, "") for name in ("REPO_URL", "SOURCE_DATE_EPOCH", "BUILD_DATE")]
    seen = hashlib.sha256("|".join([site_url(), str(preview), *told, str(paths.SITE), _browser_or_none()]).encode())
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
        for language in paths.LANGUAGES:
            share.put_claims(edition.current(language), shown)
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
    targets = {language: fresh if language == "en" else fresh.with_name(f"{fresh.name}.{language}") for language in paths.LANGUAGES}
    for language in paths.LANGUAGES:
        paths.pages(language).mkdir(parents=True, exist_ok=True)
    try:
        bundle.sweep(bundle.build())
        _mkdocs(targets, root)
        _assemble(fresh, targets["fr"], root)
    finally:
        shutil.rmtree(targets["fr"], ignore_errors=True)


def _mkdocs(targets: dict[str, Path], root: str) -> None:
    env = os.environ | {
        "SITE_URL": root, "SITE_URL_FR": urljoin(root, "fr/"), "PYTHONPATH": str(paths.ROOT), "SOURCE_DATE_EPOCH": _epoch(),
        "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1",
    } | {f"PAGES_{language.upper()}": str(paths.pages(language)) for language in paths.LANGUAGES}
    running: dict[str, subprocess.Popen] = {}
    failed = []
    try:
        for language, target in targets.items():
            command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(paths.CONFIGS[language]), "-d", str(target)]
            running[language] = subprocess.Popen(command, cwd=paths.ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for language, process in running.items():
            try:
                said, _ = process.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                name = paths.CONFIGS[language].name
                said = f"MkDocs did not finish within {PATIENCE} s; try again, or see what it prints alone: python -m mkdocs build -f {name}"
                failed.append(Problem(name, 0, "", said))
                continue
            if process.returncode:
                failed.append(Problem(paths.CONFIGS[language].name, 0, "", _told(language, process.returncode, said.strip())))
    finally:
        for process in running.values():
            if process.poll() is None:
                process.kill()
                process.communicate()
    if failed:
        raise ProblemsFound(failed)


def _told(language: str, code: int, said: str) -> str:
    """What MkDocs printed, for people: a traceback goes to a file, its last words stay."""
    if "Traceback (most recent call last)" not in said:
        return f"MkDocs stopped:\n{said or f'with code {code} and no word'}"
    log = paths.BUILD / f"mkdocs.{language}.log"
    with contextlib.suppress(OSError):
        log.write_text(said, "utf-8")
    # Our own exception spells out its problems over several lines; of others the last line says most.
    _, ours, problems = said.rpartition("ProblemsFound: ")
    last = problems if ours else said.splitlines()[-1]
    return f"MkDocs stopped: {place.remedy_in(said) or last} (all that it printed: {paths.shown(log)})"


def _assemble(fresh: Path, french: Path, root: str) -> None:
    """One folder of the two, without what no page uses, with our assets and extras."""
    shutil.rmtree(fresh / "fr", ignore_errors=True)
    french.replace(fresh / "fr")
    for edition_root in (fresh, fresh / "fr"):
        for name in _UNUSED:
            shutil.rmtree(edition_root / name, ignore_errors=True)
    shutil.copytree(paths.BUILD / "assets", fresh / bundle.FOLDER, dirs_exist_ok=True)
    post_build.run(fresh, root)


def _epoch() -> str:
    """The day on which the facts were last checked, so that two builds of one commit carry the same dates."""
    day = time.strptime(edition.current("en").last_checked, "%Y-%m-%d")
    return os.environ.get("SOURCE_DATE_EPOCH", str(calendar.timegm(day)))


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
    except OSError as wrong:
        problem = place.remedy(wrong)
        if problem is None:
            raise
        return report(ProblemsFound([problem]))
    print(f"site/ is {'ready' if changed else 'unchanged'} after {time.monotonic() - start:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
