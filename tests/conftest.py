"""What tests share: the real facts, the editions, the site built once for the whole run and served as GitHub Pages would."""

import json
import re
import shutil
from functools import cache
from pathlib import Path

import lxml.html
import pytest
from filelock import FileLock
from lxml import etree
from PIL import Image
from playwright.sync_api import sync_playwright

from scripts import paths
from scripts.drawing import browser, render
from scripts.editions import load_editions
from scripts.facts import dataset
from scripts.outputs import dataset_downloads
from tests import checkout, editions, pages_server, sample_data

pytest_plugins = ["tests.progress", "tests.sample_chart", "tests.sample_page"]

ADDRESS = "https://example.org/alpine/"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


@pytest.fixture(scope="session")
def facts():
    """The real facts of data/."""
    return dataset.load_dataset()


@pytest.fixture
def folder(tmp_path):
    """The sound sample folder of data, to be damaged."""
    return sample_data.write(tmp_path / "data")


@pytest.fixture(scope="session")
def sample_facts(tmp_path_factory):
    """What that folder holds."""
    return dataset.load_dataset(sample_data.write(tmp_path_factory.mktemp("sample") / "data"))


@pytest.fixture
def project_copy(tmp_path):
    """A copy of the project to damage, with a site that must survive."""
    copy = checkout.copy(tmp_path / "checkout")
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("the site that stands")
    return copy


@pytest.fixture
def empty_project(tmp_path):
    """A project without pages and charts."""
    for language in paths.LANGUAGES:
        (tmp_path / "docs" / language).mkdir(parents=True)
    (tmp_path / "scripts/charts").mkdir(parents=True)
    shutil.copy(paths.ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture
def published(tmp_path, monkeypatch):
    """The checkout that is published, and a built site in both, with a chart in each edition."""
    for name in ("data", "docs"):
        shutil.copytree(paths.ROOT / name, tmp_path / name)
    monkeypatch.setattr(paths, "SITE", tmp_path / "now")
    for site in (tmp_path / "site", tmp_path / "now"):
        for language in paths.LANGUAGES:
            folder = site / paths.prefix(language) / "charts/us-plan"
            folder.mkdir(parents=True)
            (folder / "us-plan.svg").write_text("<svg/>")
            (folder / "us-plan.json").write_text(json.dumps({"name": "The plan", "description": "It says so."}))
            Image.new("RGB", (4, 4)).save(folder / "us-plan.png")
    return tmp_path


@pytest.fixture(scope="session")
def published_data(tmp_path_factory):
    """The folder /data/ as it is published: every CSV and the descriptor."""
    site = tmp_path_factory.mktemp("site")
    (site / "data").mkdir()
    for path, content in dataset_downloads.files(load_editions("https://example.org/")["en"]):
        (site / path).write_bytes(content)
    return site / "data"


@pytest.fixture(scope="session")
def atom():
    """The schema of RFC 4287."""
    return etree.RelaxNG.from_rnc_string((paths.ROOT / "tests/atom.rnc").read_text("utf-8"))


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
            folder.parent.mkdir()
            settings = {"BUILD_DIR": str(paths.BUILD), "SITE_URL": ADDRESS, "SITE_DIR": str(folder), "REPO_URL": "https://example.org/repo"}
            checkout.succeed(paths.ROOT, "-m", "scripts.build", **settings)
            (shared / "built" / "whole").touch()
    return folder


@pytest.fixture(scope="session")
def read(site):
    """Address relative to the site's root, with or without anchor -> the tree of the page, to look at only: it is
    read once for all tests.
    """
    @cache
    def tree(path: str) -> lxml.html.HtmlElement:
        return lxml.html.document_fromstring((site / path / "index.html").read_bytes())

    return lambda address: tree(address.partition("#")[0])


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
def drawing_browser():
    """Draws pictures as the build does; it stays open from one test to the next, since starting takes longer than drawing."""
    kept = render.KeptBrowser()
    yield kept
    kept.close()


@pytest.fixture
def misfits_of(drawing_browser):
    """Plots by name -> of each its texts that do not fit, and what is wrong, in a type `slack` times as wide as ours."""
    def misfits(plots, slack=1.12):
        rendered = drawing_browser.render([render.Job(name, plot, "svg", slack) for name, plot in plots.items()])
        return {name: list(dict.fromkeys(picture.misfits)) for name, picture in rendered.items() if picture.misfits}

    return misfits


@pytest.fixture(scope="session")
def addresses(site) -> list[str]:
    """Every page of the built site, as addresses relative to its root; embeds, error pages and addresses that only send on left out."""
    files = [file for file in sorted(site.rglob("index.html")) if b'http-equiv="refresh"' not in file.read_bytes()]
    names = [file.relative_to(site).as_posix().removesuffix("index.html") for file in files]
    return [address for address in names if not address.endswith("embed/")]


def template(address: str) -> str:
    """What a page has in common with others: "sources" of fr/sources/2023/, "digest" of all that newsletters take; of
    a page that people wrote its own address.
    """
    path = address.removeprefix("fr/")
    if path.endswith("digest/"):
        return "digest"
    return path.partition("/")[0] if path.count("/") > 1 else path


def one_of_each(addresses: list[str]) -> list[str]:
    """One page of every template, in both editions by turns. What newsletters take is left out."""
    first: dict[str, str] = {}
    for address in addresses:
        if not address.startswith("fr/") and template(address) != "digest":
            first.setdefault(template(address), address)
    return [f"fr/{address}" if place % 2 else address for place, address in enumerate(first.values())]


@pytest.fixture(scope="session")
def few(request, addresses) -> list[str]:
    """One page of every template; with --all every page that people wrote, every chart's, and some of each other
    template, in both editions.
    """
    if not request.config.getoption("--all"):
        return one_of_each(addresses)
    chosen = {address.removeprefix("fr/") for address in one_of_each(addresses)}
    return [address for address in addresses if address.removeprefix("fr/") in chosen or template(address) == "charts"]


def pytest_addoption(parser):
    parser.addoption("--all", action="store_true", help="the slow tests too, and every page where a few stand for all")


def pytest_collection_modifyitems(config, items):
    """Without --all the slow tests are left out: `make test` answers in minutes, `make test-all` every night.

    First what needs the built site, and of it what a browser does, the longest tests: one that ran last would keep the others waiting.
    While one process builds the site, others have the tests that do not need it.
    """
    items.sort(key=lambda item: ("site" not in item.fixturenames, item.get_closest_marker("browser") is None))
    if config.getoption("--all"):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    config.hook.pytest_deselected(items=slow)
    items[:] = [item for item in items if item not in slow]


@pytest.fixture(scope="session")
def heavy(site, addresses) -> list[str]:
    """The heaviest page of each kind: the home, a page of each edition, a chart's."""
    kinds = (r"", r"(?!fr/)[\w-]+/", r"fr/[\w-]+/", r"charts/[\w-]+/")
    return [
        max(
            (address for address in addresses if re.fullmatch(kind, address)),
            key=lambda address: (site / address / "index.html").stat().st_size,
        )
        for kind in kinds
    ]


WATCH = """window.refused = []; window.shifts = [];
document.addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective + " " + event.blockedURI));
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) shifts.push([one.startTime, one.value]);
}).observe({ type: "layout-shift", buffered: true });
addEventListener("load", async () => {
  await document.fonts.ready;
  requestAnimationFrame(() => requestAnimationFrame(() => { window.settled = performance.now(); }));
});
"""
"""Runs ahead of a page: notes what its policy refuses, each shift of the layout with its time in ms, and when its fonts are there."""
VIOLATIONS_ONLY = {"resultTypes": ["violations"]}
"""What axe tells: to describe all that is right takes it longer than to find what is wrong."""
EVERY_RULE = VIOLATIONS_ONLY | {"rules": {"target-size": {"enabled": True}}}
"""With what axe leaves out unless told: a link or button large enough, or far enough from the next, for a finger.

Lighthouse asks for it.
"""


@pytest.fixture(scope="session")
def context_with(chromium):
    """Options -> a context of the browser that has them. It is kept for all tests, since to start one takes longer than to load a page."""
    kept = {}

    def context(**options):
        name = json.dumps(options, sort_keys=True)
        if name not in kept:
            kept[name] = chromium.new_context(**options)
        return kept[name]

    return context


MEDIA = ("color_scheme", "reduced_motion", "forced_colors")
"""Options that belong to a page, not to its context."""


@pytest.fixture
def browse(context_with, served):
    """Opens an address of the site in a fresh page; `page.asked` lists what it fetched, `page.errors` what went wrong.

    `broken`: what cannot be fetched; `before`: what runs ahead of the page's own scripts.
    """
    pages = []

    def opened(address, *, broken="", before="", **options):
        media = {name: options.pop(name) for name in MEDIA if name in options}
        page = context_with(**({"viewport": {"width": 1366, "height": 900}} | options)).new_page()
        pages.append(page)
        page.emulate_media(**media)
        page.add_init_script(WATCH + before)
        if broken:
            page.route(re.compile(broken), lambda route: route.abort())
        page.asked, page.errors = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.goto(served + address)
        return page

    yield opened
    for page in pages:
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.close()
