"""Prints the seconds from a saved file to the browser that shows it, in the preview of a copy of the checkout. Part of `make bench`; no test, since a clock tells more of the machine than of the code."""

import os
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
from tests import checkout, editions
from tests.test_serve import FIGURE, TABLE, free_port, wait_for

TIMES = 5  # a change of each kind is saved this often
PAGE, SLUG = next(
    (page.stem, chart[1]) for page in sorted((paths.DOCS / paths.MAIN).glob("*.md")) if (chart := re.search(r"^/// chart \| ([\w-]+)", page.read_text("utf-8"), re.M)) and FIGURE.key in page.read_text("utf-8")
)
"""A page with a chart and the figure."""


def changes(copy: Path) -> dict[str, tuple[Path, str, str]]:
    """Kind of change -> the file, where in it, and what is written there; ZEBRA is another word each time."""
    words = r"(?<=\n\n)([A-Z]\w+ \w+)(?= \w+ \w+ \w+)"
    chart = copy / f"scripts/charts/{SLUG.replace('-', '_')}.py"
    return {
        "a word": (copy / f"docs/{paths.MAIN}/{PAGE}.md", words, r"\1 ZEBRA"),
        "a style rule": (copy / "overrides/css/30-article.css", r"\Z", ".ZEBRA{color:#123456}\n"),
        "a template": (copy / "overrides/main.html", r"</main>", "<!-- ZEBRA --></main>"),
        "a cell": (copy / f"data/{TABLE}.csv", rf"(?<=\n)({FIGURE.key},.*?),{FIGURE.number},", r"\1,NUMBER,"),
        "a chart's text": (chart.with_suffix(".toml"), r'(?<=\n)title = "', 'title = "ZEBRA '),
        "a chart's module": (chart, r"\Z", "# ZEBRA\n"),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        copy, address = checkout.copy(Path(folder) / "checkout"), f"http://127.0.0.1:{(port := free_port())}/"
        env = {name: value for name, value in os.environ.items() if name not in ("BUILD_DIR", "SITE_DIR", "SITE_URL")}
        serving = subprocess.Popen([sys.executable, "-m", "scripts.serve", "--port", str(port)], cwd=copy, env=env)
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=["--no-sandbox"])
        try:
            wait_for("<h1", address)
            shown = chromium.new_page()
            shown.goto(f"{address}{PAGE}/")
            for kind, (file, where, new) in changes(copy).items():
                text, seconds = file.read_text("utf-8"), []
                for turn in range(1, TIMES + 1):
                    number = FIGURE.number + turn
                    word = editions.current().fmt.figure(replace(FIGURE, number=number)) if "NUMBER" in new else f"zebra{turn}"
                    saved = time.monotonic()
                    file.write_text(re.sub(where, new.replace("ZEBRA", word).replace("NUMBER", str(number)), text, count=1), "utf-8")
                    shown.wait_for_function("word => document.documentElement.outerHTML.includes(word)", arg=word, timeout=60_000)
                    seconds.append(time.monotonic() - saved)
                file.write_text(text, "utf-8")
                shown.wait_for_function("word => !document.documentElement.outerHTML.includes(word)", arg=word, timeout=60_000)
                print(f"preview, {kind:<18} {statistics.median(seconds):.2f} s (at most {max(seconds):.2f})", flush=True)
        finally:
            chromium.close()
            serving.terminate()
            serving.wait(30)


if __name__ == "__main__":
    main()
