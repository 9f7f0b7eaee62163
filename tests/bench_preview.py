"""Prints the seconds from a saved file to the browser that shows it, in the preview of a copy of the checkout.

Part of `make bench`; no test, since a clock tells more of the machine than of the code.
"""

import re
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
from scripts.index import written
from tests import checkout, editions, pages_server
from tests.test_serve import FIGURE, TABLE, wait_for

PAGE, SLUG = next(
    (name, page.charts[0])
    for name, page in sorted(written.pages(editions.current()).items())
    if page.charts and FIGURE.key in page.names("figure")
)
"""A page with a chart and the figure."""
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
        "a cell": (copy / f"data/{TABLE}.csv", rf"(?<=\n)({FIGURE.key},.*?),{FIGURE.number},", r"\1,NUMBER,"),
        "a chart's text": (chart.with_suffix(".toml"), r'(?<=\n)title = "', 'title = "ZEBRA '),
        "a chart's module": (chart, r'"accent"', '"ROLE"'),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        copy, address = checkout.copy(Path(folder) / "checkout", warm=True), f"http://127.0.0.1:{(port := pages_server.free_port())}/"
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
    main()
