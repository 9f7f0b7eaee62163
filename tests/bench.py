"""Prints the seconds of three builds of a copy of the checkout, then of its preview: from a saved file to the browser that shows it.

`make bench`; no test, since a clock tells more of the machine than of the code.
"""

import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts import paths
from scripts.drawing import browser
from scripts.drawing.chart_definition import file_of
from scripts.facts.declared import FigureRow
from scripts.index import markdown_pages
from tests import checkout, editions, pages_server, sample_data
from tests.pages_server import wait_for

FACTS = editions.current().facts
PAGE, SLUG, FIGURE, ROW = next(
    (name, page.charts[0], figure, row)
    for name, page in sorted(markdown_pages.pages(editions.current()).items()) if page.charts
    for figure in map(FACTS.figure, page.names("figure"))
    if isinstance(row := FACTS.by_place[figure.place], FigureRow)
)
"""A page with a chart and a figure from a table of figures."""
DRAWN = {place for chart in editions.current().all_charts for row in chart.rows for place in row.places}
PROVEN = {key for quote in FACTS.of_kind("quotes") for key in quote.proves or ()}
CELL = next(row for row in FACTS.of_kind("figures") if row.place in DRAWN and row.key not in PROVEN)
"""A figure in a chart, whose number no quote holds to."""
DRAWING = f"document.querySelector('#chart-{SLUG} svg')?.outerHTML"


def changes(copy: Path) -> dict[str, tuple[Path, str, str]]:
    """Kind of change -> the file, where in it, and what is written there; ZEBRA is another word each time, NUMBER
    another number, ROLE another colour.
    """
    words = r"(?<=\n\n)([A-Z]\w+ \w+)(?= \w+ \w+ \w+)"
    chart = copy / file_of(SLUG)
    return {
        "a word": (copy / f"docs/{paths.MAIN}/{PAGE}.md", words, r"\1 ZEBRA"),
        "a style rule": (copy / "overrides/css/30-article.css", r"\Z", ".ZEBRA{color:#123456}\n"),
        "a template": (copy / "overrides/main.html", r"</main>", "<!-- ZEBRA --></main>"),
        "a cell": (copy / ROW.file, rf"(?<=\n)({FIGURE.key},.*?),{FIGURE.number},", r"\1,NUMBER,"),
        "a chart's text": (chart.with_suffix(".toml"), r'(?<=\n)title = "', 'title = "ZEBRA '),
        "a chart's module": (chart, r'"accent"', '"ROLE"'),
    }


def time_builds(copy: Path) -> None:
    """Three builds, by the clock and of computing: of all processes together."""
    for now in ("cold", "nothing changed", "one cell changed"):
        if now == "one cell changed":
            sample_data.change(copy / "data", CELL.table_name, CELL.line, **{CELL.NUMBER: str(CELL.number + 1)})
        start, used = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        checkout.succeed(copy, "-m", "scripts.build")
        clock, computing = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - used
        print(f"build, {now:<20} {clock:.2f} s by the clock, {computing:.2f} s of computing", flush=True)


def time_preview(copy: Path) -> None:
    with sync_playwright() as playwright:
        address = f"http://127.0.0.1:{(port := pages_server.free_port())}/"
        command = [sys.executable, "-m", "scripts.serve", "--port", str(port)]
        serving = subprocess.Popen(command, cwd=copy, env=checkout.environment(), stdout=subprocess.DEVNULL)
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=["--no-sandbox"])
        try:
            wait_for("<h1", address)
            page = chromium.new_page()
            page.goto(f"{address}{PAGE}/".removesuffix("index/"))
            for letter, (kind, (file, where, new)) in zip("abcdef", changes(copy).items(), strict=True):
                text, seconds = file.read_text("utf-8"), []
                for turn, role in enumerate(("warm", "ink", "context", "context-deep", "warm-soft"), 1):
                    number = FIGURE.number + turn
                    word = editions.current().fmt.figure(replace(FIGURE, exact=number)) if "NUMBER" in new else f"zebra{letter * turn}"
                    written = new.replace("ZEBRA", word).replace("NUMBER", str(number)).replace("ROLE", role)
                    before, saved = page.evaluate(DRAWING), time.monotonic()
                    file.write_text(re.sub(where, written, text, count=1), "utf-8")
                    if "ROLE" in new:
                        page.wait_for_function(f"before => {DRAWING} && {DRAWING} !== before", arg=before, timeout=60_000)
                    else:
                        page.wait_for_function("word => document.documentElement.outerHTML.includes(word)", arg=word, timeout=60_000)
                    seconds.append(time.monotonic() - saved)
                print(f"preview, {kind:<18} {statistics.median(seconds):.2f} s (at most {max(seconds):.2f})", flush=True)
        finally:
            chromium.close()
            serving.terminate()
            serving.wait(30)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        project = checkout.copy(Path(folder) / "checkout")
        time_builds(project)
        time_preview(project)
