"""The promises of the design that go by the clock, so only with --all: blocking time, Lighthouse.

The others are asked on the walk (test_walk).
"""

import json
import shutil
import statistics

import pytest

from scripts import paths, setup
from scripts.drawing import browser
from tests import checkout
from tests.conftest import PHONE, one_of_each

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EXACT = ("accessibility", "best-practices", "seo")
MAX_BLOCKING_MS = 50
"""Blocking time in ms that a page may have, the lists of every source and of every claim too."""
BLOCKED = """window.blocked = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.blocked += Math.max(0, task.duration - 50);
}).observe({type: "longtask", buffered: true});"""


def blocked(chromium, address) -> float:
    """Blocking time in ms of a cold visit with a processor four times slower."""
    context = chromium.new_context(**PHONE)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(BLOCKED)
    page.goto(address, wait_until="networkidle")
    seen = page.evaluate("window.blocked")
    context.close()
    return seen


def test_no_first_view_blocks(chromium, served, few):
    """The best of eight visits, since a machine that is busy with something else blocks too."""
    over = []
    for address in few:
        best = MAX_BLOCKING_MS + 1
        for _ in range(8):
            if best > MAX_BLOCKING_MS:
                best = min(best, blocked(chromium, served + address))
        if best > MAX_BLOCKING_MS:
            over.append((address, round(best)))
    assert over == [], "page, blocking ms"


def lighthouse(address, folder, categories=("performance", *EXACT)) -> dict[str, float]:
    """Lighthouse's scores (0 to 1) of one visit by its phone, by category."""
    out = folder / "report.json"
    npm = setup.npm_command("all")
    node = npm[0] if len(npm) > 1 else shutil.which("node")
    command = [
        node,
        str(paths.ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={out}",
    ]
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking"
    only = f"--only-categories={','.join(categories)}"
    done = checkout.call(paths.ROOT, *command, only, flags, CHROME_PATH=browser.find())
    assert done.returncode == 0, done.stderr[-800:]
    return {name: category["score"] for name, category in json.loads(out.read_text()).get("categories", {}).items()}


def test_lighthouse_gives_full_marks(served, addresses, heavy, tmp_path):
    """Accessibility, best practices and SEO are exact, on one page of every template at least. Performance is a median of three where

    one run is under 100, and is held to 90: its parts that do not depend on the machine have budgets of their own above, on every page.
    build/lighthouse.txt has all marks.
    """
    short, table = [], []
    for address in dict.fromkeys([*heavy, *one_of_each(addresses)]):
        scores = lighthouse(served + address, tmp_path, ("performance", *EXACT) if address in heavy else EXACT)
        if scores.get("performance", 1) < 1:
            again = [lighthouse(served + address, tmp_path, ("performance",))["performance"] for _ in range(2)]
            scores["performance"] = statistics.median([scores["performance"], *again])
        table.append(f"{address or '(home)'} {scores}")
        short += [(address or "(home)", name, score) for name, score in scores.items() if score < (0.9 if name == "performance" else 1)]
    (paths.BUILD / "lighthouse.txt").write_text("\n".join(table))
    assert short == []
