"""The live preview: pages are rendered on request, from the current files.

Nothing is built in advance: a change costs reading what changed, and rendering the page that is open.
What is published is always built cold, by build.py; a test compares the two.
"""

import sys
import threading
from collections.abc import Collection
from itertools import product
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from scripts import check, paths
from scripts.assets import bundle
from scripts.content import digest
from scripts.drawing import browser, draw, render, theme
from scripts.drawing.chart import Chart
from scripts.drawing.chart_definition import PACKAGE
from scripts.editions import Edition, editions_of, load_editions
from scripts.problems import ProblemsFound, stop_on
from scripts.project import read_project
from scripts.site import mkdocs_site, stage


class Preview:
    """`html(address)` and `file(address)` answer for an address below the site's root; `refresh` takes in changed files.

    One caller at a time: a request waits while files are being read.
    """

    editions: dict[str, Edition]
    assets: dict[str, str]
    pages: dict[str, mkdocs_site.PreviewPages]
    warnings: dict[tuple[str, str, str], str]  # slug, language, shape -> what is wrong with the drawing

    def __init__(self, root: str):
        self.root = root
        self.lock = threading.RLock()
        self.browser = render.KeptBrowser()
        threading.Thread(target=self.browser.warm, daemon=True).start()
        self.refused: set[Path] = set()
        self.settings: dict[str, tuple[MkDocsConfig, Environment]] = {}  # of MkDocs, by language
        self._adopt_editions(load_editions(root))
        self._read_pages_and_assets()

    @property
    def warning(self) -> str:
        """What is wrong with drawings that were made, a line each."""
        return "\n".join(dict.fromkeys(self.warnings.values()))

    def refresh(self, changed: Collection[Path]) -> None:
        """Take in files that were changed, made or removed, and those that were refused before.

        Raises `ProblemsFound`, and then everything stays as it was.
        """
        self.refused |= set(changed)
        folders = {path.relative_to(paths.ROOT).parts[:2] for path in self.refused}
        with self.lock:
            before = self.editions, self.assets, self.pages, self.warnings
            try:
                if ("scripts", "charts") in folders or any(folder[0] == "data" for folder in folders):
                    self._adopt_editions(_sound_editions(self.root))
                else:
                    for edition in self.editions.values():
                        edition.cache.clear()
                self._read_pages_and_assets()
            except ProblemsFound:
                self.editions, self.assets, self.pages, self.warnings = before
                raise
            self.refused = set()

    def html(self, address: str) -> str | None:
        """The page at an address such as `fr/strategy/`, None where there is none. Raises `ProblemsFound`."""
        with self.lock:
            language, name = _language_and_name(address)
            pages = self._pages_of(language)
            if not pages.has(name):
                return None
            if language not in paths.DRAFTS:
                self._draw_all_shapes(self.editions[language], name)
            return pages.render(name)

    def not_found(self) -> str:
        with self.lock:
            return self._pages_of(paths.MAIN).template("404.html")

    def file(self, address: str) -> bytes | None:
        """The file at an address that is no page: a picture, a table, a script, the search index. Made when it is asked for."""
        with self.lock:
            if address.startswith(f"{bundle.FOLDER}/"):
                asset = paths.BUILD / "assets" / Path(address).name
                return asset.read_bytes() if asset.is_file() else None
            language, name = _language_and_name(address)
            if language in paths.DRAFTS:  # what is to be downloaded is not made for a draft
                language = paths.MAIN
            if name.startswith("search/"):
                return self._pages_of(language).search_index
            self._draw_all_shapes(self.editions[language], name)
            for file, content in stage.outputs(self.editions[language]):
                if file in (name, f"{name}/index.html"):
                    return content
            return None

    def _adopt_editions(self, editions: dict[str, Edition]) -> None:
        """Take these editions for the shown ones, and draw their charts."""
        self.editions = editions
        self.warnings = {}
        self._draw([chart for edition in editions.values() for chart in edition.all_charts], theme.IN_PAGES)

    def _read_pages_and_assets(self) -> None:
        """Build style sheets and scripts, and forget pages and drafts, which are read again when somebody asks for them."""
        self.editions = {language: self.editions[language] for language in paths.LANGUAGES}
        self.assets = bundle.build(self.editions)
        self.pages = {}

    def _pages_of(self, language: str) -> mkdocs_site.PreviewPages:
        """The pages of an edition, read if they have not been since the last change."""
        if language not in self.pages:
            if language in paths.DRAFTS:
                self._draw_draft(language)
            stage.stage_pages(self.editions[language])
            if language not in self.settings:
                self.settings[language] = mkdocs_site.for_preview(language, self.editions, self.assets)
            config, env = self.settings[language]
            mkdocs_site.hand_over(config, language, self.editions, self.assets)
            self.pages[language] = mkdocs_site.PreviewPages(config, env)
        return self.pages[language]

    def _draw_draft(self, language: str) -> None:
        main = self.editions[paths.MAIN]
        self.editions |= editions_of(main.facts, main.chart_definitions, self.root, (language,))
        self._draw(self.editions[language].all_charts, theme.IN_PAGES)

    def _draw_all_shapes(self, edition: Edition, name: str) -> None:
        """Draw all shapes of the chart that a chart page or digest page shows; other pages show two."""
        slug = name.removeprefix("charts/").split("/")[0]
        for digest_name, page in digest.texts(edition).items():
            if digest.page_name(digest_name) == name:
                slug = page.shared_by
        if slug in edition.chart_definitions:
            self._draw([edition.chart(slug)], theme.SHAPES)

    def _draw(self, charts: Collection[Chart], shapes: Collection[str]) -> None:
        """Draw what changed, in these shapes. Words that do not fit are shown as they are, and warned of."""
        pictures = [(chart.slug, chart.language, shape) for chart, shape in product(charts, shapes)]
        for picture in pictures:
            self.warnings.pop(picture, None)
        main = self.editions[paths.MAIN]
        try:
            draw.draw_charts(charts, main.facts, main.printed_root, shapes=shapes, renderer=self.browser.render)
        except (browser.BrowserMissing, render.RenderFailed) as error:
            self.warnings |= dict.fromkeys(pictures, f"charts are missing: {error}")
        except draw.WordsDoNotFit as error:
            for picture, problems in error.by_picture.items():
                self.warnings[picture] = "\n".join(map(str, problems))


def _language_and_name(address: str) -> tuple[str, str]:
    """Language and name: `fr/strategy/` is ("fr", "strategy"), the root ("en", "index")."""
    language = paths.MAIN
    for other in paths.ALL_LANGUAGES:
        if other != paths.MAIN and address.startswith(paths.prefix(other)):
            language = other
    name = address.removeprefix(paths.prefix(language)).removesuffix("index.html").rstrip("/")
    return language, name or "index"


def _sound_editions(root: str) -> dict[str, Edition]:
    """The editions as data and charts are now. Raises `ProblemsFound` where no page can be made of them."""
    for name in list(sys.modules):
        if name.startswith(f"{PACKAGE}."):
            del sys.modules[name]
    project = read_project(root)
    stop_on(check.check_rows(project))
    return project.editions
