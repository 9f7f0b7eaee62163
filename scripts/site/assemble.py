"""Assembles the site in one folder: checks facts and texts, draws charts, builds all editions, checks the built pages."""

import io
import logging
import shutil
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.exceptions import Abort

from scripts import check, paths
from scripts.assets import bundle
from scripts.checks import built_site
from scripts.drawing import browser, draw, render
from scripts.editions import Edition
from scripts.files import write
from scripts.problems import Location, stop_on
from scripts.site import mkdocs_site, redirects, stage

_UNUSED = ("assets", "css", "embed", "js", "img")
"""What MkDocs copies and no page uses: Material's scripts and style sheets, and the sources of our own."""


def assemble(address: str, folder: Path) -> None:
    """Write the site for an address into an empty folder. Raises `ProblemsFound` with all that a person has to mend."""
    editions = check.load_checked(address)
    _charts(editions)
    _pages(editions, folder)
    stop_on(built_site.check(folder, address))


def _charts(editions: dict[str, Edition]) -> None:
    charts = [chart for edition in editions.values() for chart in edition.all_charts]
    main = editions[paths.MAIN]
    try:
        count = draw.draw_charts(charts, main.facts, main.printed_root)
    except (browser.BrowserMissing, render.RenderFailed) as error:
        wrong = f"{error}. Without charts the site is not published; `make serve` previews the pages"
        raise Location("charts").error(wrong) from None
    print(f"charts: {count} pictures drawn, the rest unchanged")


def _pages(editions: dict[str, Edition], folder: Path) -> None:
    """MkDocs builds each edition apart; then all stand in one folder, with our assets and without what no page uses."""
    assets = bundle.build(editions)
    for edition in editions.values():
        stage.stage(edition)
    targets = {language: folder / ".editions" / language for language in editions}
    _mkdocs(editions, assets, targets)
    for language, built in targets.items():
        for name in _UNUSED:
            shutil.rmtree(built / name, ignore_errors=True)
        root = folder / paths.prefix(language)
        root.mkdir(exist_ok=True)
        for entry in built.iterdir():
            entry.replace(root / entry.name)
    shutil.rmtree(folder / ".editions")
    shutil.copytree(paths.BUILD / "assets", folder / bundle.FOLDER, dirs_exist_ok=True)
    sitemaps = "".join(f"Sitemap: {edition.address}sitemap.xml\n" for edition in editions.values())
    write(folder / "robots.txt", f"User-agent: *\nAllow: /\n{sitemaps}".encode())
    redirects.put(folder, editions)


def _mkdocs(editions: dict[str, Edition], assets: dict[str, str], targets: dict[str, Path]) -> None:
    """Each edition into its folder. Raises `ProblemsFound` with what MkDocs said, where it stops."""
    output = io.StringIO()
    logging.getLogger("mkdocs").addHandler(logging.StreamHandler(output))
    for language, target in targets.items():
        try:
            mkdocs_build.build(mkdocs_site.config_of(language, editions, assets, target))
        except Abort as error:
            raise Location(paths.config(language).name).error(f"MkDocs stopped: {error}\n{output.getvalue()}") from None
