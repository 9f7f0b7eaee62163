"""The site as a preview shows it: pages rendered when they are asked for, from what the files say now.

Nothing is built in advance, so a change costs what it touched to be read again, and the one page that is being looked at.
What is published is always built cold, by build.py; a test compares the two.
"""

import sys
import threading
from collections.abc import Collection
from copy import copy
from pathlib import Path

from scripts import check, edition, paths
from scripts.assets import bundle
from scripts.checks.project import Project
from scripts.drawing import browser, discover, draw, render, theme
from scripts.drawing.chart import Chart, PreparedChart
from scripts.edition import Edition
from scripts.facts import dataset, untranslated
from scripts.facts.tables import Facts
from scripts.index import written
from scripts.language import locales
from scripts.outputs import digest
from scripts.problems import ProblemsFound, stop_on
from scripts.site import mkdocs_site, stage


class Preview:
    """`html(address)` and `file(address)` answer for an address below the site's root; `refresh` takes in changed files.

    One caller at a time: a request waits while files are being read.
    """

    def __init__(self, root: str):
        self.root = root
        self.lock = threading.RLock()
        self.browser = render.KeptBrowser()
        threading.Thread(target=self.browser.warm, daemon=True).start()
        self.warning = ""
        self._read_rows(edition.load(root))
        self._read_the_rest()

    def refresh(self, changed: Collection[Path]) -> None:
        """Take in files that were changed, made or removed. Raises `ProblemsFound`, and then everything stays as it was."""
        folders = {path.relative_to(paths.ROOT).parts[:2] for path in changed}
        rows, charts = any(folder[0] == "data" for folder in folders), ("scripts", "charts") in folders
        with self.lock:
            before = self.editions, self.assets, self.pages, self.warning
            main = self.editions[paths.MAIN]
            try:
                if rows or charts:
                    definitions = _charts_anew() if charts else main.charts
                    facts = _sound_facts(definitions) if rows else main.facts
                    self._read_rows(edition.made_of(facts, definitions, self.root))
                self._read_the_rest()
            except ProblemsFound:
                self.editions, self.assets, self.pages, self.warning = before
                raise

    def html(self, address: str) -> str | None:
        """The page at an address such as `fr/strategy/`, None where there is none. Raises `ProblemsFound`."""
        with self.lock:
            language, name = _language_and_name(address)
            pages = self._pages_of(language)
            if not pages.has(name):
                return None
            if language in paths.DRAFTS:
                return self._marked(pages.render(name), language, name)
            self._draw_kit(self.editions[language], name)
            return pages.render(name)

    def _marked(self, html: str, language: str, name: str) -> str:
        """A page of a draft, with a note at its head, and what is still in the main language marked."""
        html, count = untranslated.shown(html, paths.MAIN)
        ours = (paths.DOCS / language / f"{name}.md").exists() or not (paths.DOCS / paths.MAIN / f"{name}.md").exists()
        note = self.editions[paths.MAIN].fmt.word("draft.note", language=locales.of(language).own_name, n=str(count))
        article, told = '<article class="article">', f'<p class="note" lang="{paths.MAIN}"><mark>{note}</mark></p>'
        return html.replace(article, (article if ours else article.replace(">", f' lang="{paths.MAIN}">')) + told, 1)

    def not_found(self) -> str:
        with self.lock:
            return self._pages_of(paths.MAIN).template("404.html")

    def file(self, address: str) -> bytes | None:
        """The file at an address that is no page: a picture, a table, a script, the search index. Made when it is asked for."""
        with self.lock:
            if address.startswith(f"{bundle.FOLDER}/"):
                found = paths.BUILD / "assets" / Path(address).name
                return found.read_bytes() if found.is_file() else None
            language, name = _language_and_name(address)
            one = self.editions[paths.MAIN if language in paths.DRAFTS else language]  # what is to be downloaded is not made for a draft
            if name.startswith("search/"):
                return self._pages_of(one.language).search_index
            self._draw_kit(one, name)
            return next((content for found, content in stage.outputs(one) if found in (name, f"{name}/index.html")), None)

    def _read_rows(self, editions: dict[str, Edition]) -> None:
        """Everything that follows from facts and charts."""
        self.editions = editions
        self._draw([chart for one in editions.values() for chart in one.all_charts], theme.IN_PAGES)

    def _read_the_rest(self) -> None:
        """Style sheets, scripts and pictures of the theme. Pages wait until somebody asks for them, and so do drafts."""
        # Copies keep their prepared charts, and are other editions to what `cached_per_edition` has read of pages.
        self.editions = {language: copy(self.editions[language]) for language in paths.LANGUAGES}
        self.assets = bundle.build(self.editions)
        self.pages: dict[str, mkdocs_site.Pages] = {}

    def _pages_of(self, language: str) -> mkdocs_site.Pages:
        """The pages of an edition, read if they have not been since the last change."""
        if language not in self.pages:
            if language in paths.DRAFTS:
                self._draw_draft(language)
            stage.stage_pages(self.editions[language])
            config = mkdocs_site.config_of(language, self.editions, self.assets, paths.BUILD / "preview" / language)
            self.pages[language] = mkdocs_site.Pages(config)
        return self.pages[language]

    def _draw_draft(self, language: str) -> None:
        main = self.editions[paths.MAIN]
        self.editions |= edition.made_of(main.facts, main.charts, self.root, (language,))
        self._draw(self.editions[language].all_charts, theme.IN_PAGES)

    def _draw_kit(self, one: Edition, name: str) -> None:
        """All shapes of a chart, for its own page, its files, and the letter that holds it; other pages show two."""
        letter = next((page for page in digest.pages(one) if digest.page_name(page) == name), None)
        slug = digest.read(one, letter).chart if letter else name.removeprefix("charts/").split("/")[0]
        self._draw([chart for chart in one.all_charts if chart.slug == slug], theme.SHAPES)

    def _draw(self, charts: Collection[PreparedChart], shapes: Collection[str]) -> None:
        """Draw what changed, in these shapes. Words that do not fit are shown as they are, and warned of."""
        main = self.editions[paths.MAIN]
        try:
            draw.render_charts(charts, main.facts, main.printed_root, shapes=shapes, drawing=self.browser.draw)
            self.warning = ""
        except (browser.BrowserMissing, render.RenderFailed) as wrong:
            self.warning = f"charts are missing: {wrong}"
        except draw.WordsDoNotFit as wrong:
            self.warning = str(wrong)


def _language_and_name(address: str) -> tuple[str, str]:
    """Language and name: `fr/strategy/` is ("fr", "strategy"), the root ("en", "index")."""
    others = (one for one in paths.ALL_LANGUAGES if one != paths.MAIN)
    language = next((one for one in others if address.startswith(paths.prefix(one))), paths.MAIN)
    return language, address.removeprefix(paths.prefix(language)).removesuffix("index.html").rstrip("/") or "index"


def _sound_facts(charts: dict[str, Chart]) -> Facts:
    """The facts as their files are now. Raises `ProblemsFound` where no page can be made of them."""
    facts, unread = dataset.read_dataset()
    pages = written.read_all(paths.DOCS, paths.LANGUAGES)
    stop_on(check.check_rows(Project(facts, pages, charts, slugs=charts, unread=tuple(unread))))
    return facts


def _charts_anew() -> dict:
    for name in [name for name in sys.modules if name.startswith(f"{discover.PACKAGE}.")]:
        del sys.modules[name]
    return discover.discover(paths.LANGUAGES)
