"""Measures what a keeper waits for: a cold build, one with nothing changed, one with one cell changed. `make bench`.

    python -m scripts.bench               the three builds of this checkout
    python -m scripts.bench --grow 10     data, and pages that rest on them, with ten times the rows; no pictures are drawn
    python -m scripts.bench --grow-charts 10                   ten times the charts, all drawn and checked
    python -m scripts.bench --grow-charts 100 --pages-only     a hundred times, with copies of the pictures that are there

Works on a copy, so that data/, build/ and site/ stay as they are.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

from scripts import paths

_CELL = re.compile(r"(?m)^((?:[^,\n]*,){6})(\d{4,})(,)")
"""The figure of the first row of a table of sales or of a company that has four digits or more."""


_GENERATED = shutil.ignore_patterns(".git", ".venv", "build", "site", "node_modules", "__pycache__", ".pytest_cache", ".ruff_cache")


def copy(target: Path) -> Path:
    """The checkout without what is generated, in a folder that does not exist yet; with the one script that set-up installs."""
    shutil.copytree(paths.ROOT, target, ignore=_GENERATED, symlinks=True)
    if paths.PLOTLY.exists():
        script = target / paths.PLOTLY.relative_to(paths.ROOT)
        script.parent.mkdir(parents=True)
        shutil.copy(paths.PLOTLY, script)
    return target


PAGES_ONLY = """
from scripts import build, check
check.before = check.after = build._charts = lambda *a, **k: None
build.PATIENCE = 3600
raise SystemExit(build.main())
"""
"""A build of repeated rows: the checks would rightly refuse them, and charts of a hundred times the rows say nothing."""

_TWIN = """

for _text in TEXT.values():
    _text["title"] += " ({again})"
_drawn_first = figure


def figure(rows, pen):
    return _drawn_first(rows, pen).update_layout(meta={again})
"""
"""What makes a copied chart one of its own: a title, and a mark that is not seen, without which its pictures would be in the cache."""


def timed(checkout: Path, *arguments: str) -> tuple[str, str]:
    """Seconds that a build takes by the clock and of computing (all processes; a busy machine changes it less), and what it
    says. Raises `SystemExit` with its words if it fails."""
    env = {name: value for name, value in os.environ.items() if name not in ("BUILD_DIR", "SITE_DIR")} | {"PYTHONDONTWRITEBYTECODE": "1"}
    start, before = time.monotonic(), os.times()
    done = subprocess.run([sys.executable, *arguments], cwd=checkout, env=env, capture_output=True, text=True, check=False)
    after = os.times()
    took = f"{time.monotonic() - start:.1f} | {after.children_user + after.children_system - before.children_user - before.children_system:.1f}"
    if done.returncode:
        raise SystemExit(f"the build failed:\n{done.stdout}{done.stderr}")
    return took, done.stdout.strip().splitlines()[0] if "charts:" in done.stdout else "nothing to do"


def change_one_cell(checkout: Path) -> str:
    """Add one to a figure of the first table of figures that has a fitting row; the name of the table."""
    for table in sorted((checkout / "data").glob("*.csv")):
        text = table.read_text("utf-8")
        changed, count = _CELL.subn(lambda found: f"{found[1]}{int(found[2]) + 1}{found[3]}", text, count=1)
        if count:
            table.write_text(changed, "utf-8", newline="")
            return table.name
    raise SystemExit("no table has a figure to change")


def grow(checkout: Path, times: int) -> int:
    """Multiply the rows; their number then.

    Lists (claims, events, sources, models ...) get more rows under other keys. Tables of figures get more tables of
    their kind, since charts would choke on figures that stand twice. Charts stay: `grow_charts` multiplies those.
    """
    data = checkout / "data"
    listing = tomllib.loads((data / "tables.toml").read_text("utf-8"))
    measures, more = _read(data / "measures.csv"), []
    for name, entry in listing.items():
        header, *rows = _read(data / f"{name}.csv")
        twins = [_twins(header, rows, again) for again in range(1, times)]
        if entry["kind"] in ("sales", "company", "ranking", "market"):
            for again, twin in enumerate(twins, 1):
                _write(data / f"{name}_{again}.csv", [header, *twin])
                more.append(f'[{name}_{again}]\nkind = "{entry["kind"]}"\nen = "{entry["en"]}"\nfr = "{entry["fr"]}"\n')
                measures += [[f"{name}_{again}", *row[1:]] for row in measures[1:] if row[0] == name]
        elif entry["kind"] not in ("words", "measures", "computed", "status", "history"):
            _write(data / f"{name}.csv", [header, *rows, *(row for twin in twins for row in twin)])
    _write(data / "measures.csv", measures)
    with (data / "tables.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + "\n".join(more))
    return sum(len(_read(table)) - 1 for table in data.glob("*.csv"))


def _twins(header: list[str], rows: list[list[str]], again: int) -> list[list[str]]:
    named = {header.index(name) for name in ("key", "id", "claim_id") if name in header}
    return [[f"{cell}-{again}" if at in named and cell else cell for at, cell in enumerate(row)] for row in rows]


def grow_charts(checkout: Path, times: int) -> list[tuple[str, str]]:
    """Copy each chart under so many slugs; slug of the chart and of its copy."""
    twins = []
    for module in sorted((checkout / "scripts" / "charts").glob("[a-z]*.py")):
        for again in range(2, times + 1):
            twin = module.with_name(f"{module.stem}_{again}.py")
            twin.write_text(module.read_text("utf-8") + _TWIN.format(again=again), "utf-8")
            twins.append((module.stem.replace("_", "-"), twin.stem.replace("_", "-")))
    return twins


def lend_pictures(checkout: Path, twins: list[tuple[str, str]]) -> None:
    """Give each copied chart the pictures of the first, under its own name, as if they had been drawn."""
    for language in paths.LANGUAGES:
        folder = checkout / "build" / language / "charts"
        shutil.copytree(paths.chart_files(language), folder)
        for slug, twin in twins:
            for picture in (folder / slug).iterdir():
                (folder / twin).mkdir(exist_ok=True)
                shutil.copy(picture, folder / twin / picture.name.replace(slug, twin))


def _read(table: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.read_text("utf-8"), newline="")))


def _write(table: Path, rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    table.write_text(out.getvalue(), "utf-8", newline="")


def weights(site: Path) -> list[tuple[str, int, int]]:
    """The heaviest pages of the English edition: address, bytes, bytes as gzip."""
    pages = [(file.relative_to(site).as_posix().removesuffix("index.html"), file.read_bytes()) for file in site.glob("*/index.html")]
    return sorted(((name, len(raw), len(gzip.compress(raw, 6))) for name, raw in pages), key=lambda page: -page[1])[:4]


def _heaviest(checkout: Path) -> str:
    return "; ".join(f"{name} {raw / 1000:,.0f} KB, {small / 1000:,.0f} KB gzip" for name, raw, small in weights(checkout / "site"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--grow", type=int, metavar="TIMES", help="measure a build with so many times the rows")
    parser.add_argument("--grow-charts", type=int, metavar="TIMES", help="measure builds with so many times the charts")
    parser.add_argument("--pages-only", action="store_true", help="with --grow-charts: draw nothing, lend pictures that are there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        checkout = copy(Path(room) / "checkout")
        if options.grow:
            rows = grow(checkout, options.grow)
            for language in paths.LANGUAGES:
                shutil.copytree(paths.chart_files(language), checkout / "build" / language / "charts")
            took, _ = timed(checkout, "-c", PAGES_ONLY)
            print(f"| {options.grow}x | {rows:,} | {took} | {_heaviest(checkout)} |")
            return
        twins = grow_charts(checkout, options.grow_charts) if options.grow_charts else []
        if options.pages_only:
            lend_pictures(checkout, twins)
            took, _ = timed(checkout, "-c", PAGES_ONLY)
            print(f"| {options.grow_charts}x, pages only | {took} | {_heaviest(checkout)} |")
            return
        print("| build | seconds | of computing | pictures |\n| --- | ---: | ---: | --- |", flush=True)
        for name, before in (("cold", None), ("nothing changed", None), ("one cell changed", change_one_cell)):
            if before:
                name = f"{name} ({before(checkout)})"
            took, said = timed(checkout, "-m", "scripts.build")
            print(f"| {name} | {took} | {said} |", flush=True)
        if options.grow_charts:
            print(f"| {options.grow_charts}x | | | {_heaviest(checkout)} |")


if __name__ == "__main__":
    main()
