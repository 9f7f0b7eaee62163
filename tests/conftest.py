"""What tests share: the real facts, the editions, the site built once for the whole run and served as GitHub Pages would."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import sync_playwright

from scripts import paths
from scripts.drawing import browser
from scripts.facts import dataset
from tests import editions, pages_server

pytest_plugins = ["tests.progress"]

ADDRESS = "https://example.org/alpine/"
FEW = [
    "", "partnership/", "fr/strategy/", "roadmap/", "fr/numbers/", "timeline/", "fr/scorecard/", "charts/", "fr/charts/us-plan/", "sources/", "fr/sources/2023/",
    "method/", "fr/updates/", "data/", "fr/data/alpine_sales/", "scorecard/s19/",
]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


@pytest.fixture(scope="session")
def facts():
    """The real facts of data/."""
    return dataset.load_dataset()


@pytest.fixture(scope="session", params=paths.LANGUAGES)
def each_edition(request):
    """The edition in each language, with its charts prepared on demand."""
    return editions.current(request.param)


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id) -> Path:
    """The site, built once by the real command for an address with a sub-path. The drawing cache is the project's own.

    Of several test processes the first one builds, and the others wait for it.
    """
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    folder = shared / "built" / "site"
    with FileLock(shared / "site.lock"):
        if not (shared / "built" / "whole").exists():
            _build(folder)
            (shared / "built" / "whole").touch()
    return folder


def _build(folder: Path) -> None:
    folder.parent.mkdir()
    env = os.environ | {"SITE_URL": ADDRESS, "SITE_DIR": str(folder), "REPO_URL": "https://example.org/repo"}
    done = subprocess.run([sys.executable, "-m", "scripts.build"], cwd=paths.ROOT, env=env, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def served(site):
    """Address of the built site on this machine, below a sub-path and compressed as Pages does, with a slash at its end."""
    with pages_server.running(site, "/alpine/") as server:
        yield server.url


@pytest.fixture(scope="session")
def chromium():
    """The machine's own Chrome or Chromium, driven by Playwright."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser.find(), args=CHROMIUM)
        yield running
        running.close()


@pytest.fixture(scope="session")
def addresses(site) -> list[str]:
    """Every page of the built site, as addresses relative to its root; embeds, error pages and addresses that only send on left out."""
    found = sorted(file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("index.html"))
    return [address for address in found if not address.endswith("embed/") and not is_moved(address)]


def is_moved(path: str) -> bool:
    """Whether a path of the built site stands in docs/moved.csv."""
    moved = paths.DOCS / "moved.csv"
    rows = moved.read_text("utf-8").splitlines()[1:] if moved.exists() else []
    return path.removeprefix("fr/").startswith(tuple(row.split(",")[0] for row in rows))


@pytest.fixture(scope="session")
def representative(addresses) -> list[str]:
    """Every page that people wrote and every chart's, and some of each family that one template makes from rows."""
    families = re.compile(r"^(fr/)?(scorecard/(?!s01|s19|x01)[sx]\d+/|sources/(?!2023|undated)\d+/|data/(?!alpine_sales)\w+/|(?!strategy).*digest/)$")
    return [address for address in addresses if not families.match(address)]


def pytest_addoption(parser):
    parser.addoption("--all", action="store_true", help="the slow tests too, and every page where a few stand for all")


def pytest_collection_modifyitems(config, items):
    """Without --all the slow tests are left out: `make test` answers in minutes, `make test-all` every night.

    First what needs the built site, the longest tests: while one process builds it, others have those that do not wait for it.
    """
    items.sort(key=lambda item: "site" not in item.fixturenames)
    if config.getoption("--all"):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    config.hook.pytest_deselected(items=slow)
    items[:] = [item for item in items if item not in slow]


@pytest.fixture(scope="session")
def few(request, addresses, representative) -> list[str]:
    """One page at least of every template, in both editions by turns; with --all every page that `representative` holds."""
    if request.config.getoption("--all"):
        return representative
    return [address for address in FEW if address in addresses]


WATCH = """
window.refused = []; window.shifts = [];
document.addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective + " " + event.blockedURI));
new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def browse(chromium, served):
    """Opens an address of the site in a fresh context; `page.asked` lists what it fetched, `page.errors` what went wrong."""
    contexts = []

    def opened(address, *, broken="", **options):
        context = chromium.new_context(**({"viewport": {"width": 1366, "height": 900}} | options))
        contexts.append(context)
        context.add_init_script(WATCH)

        if broken:
            context.route(re.compile(broken), lambda route: route.abort())
        page = context.new_page()
        page.asked, page.errors = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.goto(served + address)
        page.wait_for_load_state("load")
        return page

    yield opened
    for context in contexts:
        context.close()
