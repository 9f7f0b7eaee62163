"""The site as a preview shows it: pages rendered when they are asked for, from what the files say now.

Nothing is built in advance, so a change costs what it touched to be read again, and the one page that is being looked at.
What is published is always built cold, by build.py; a test compares the two.
"""

import contextlib
import os
import sys
import threading
from collections.abc import Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from scripts import edition, paths
from scripts.assets import bundle
from scripts.checks import data
from scripts.drawing import browser, discover, draw, render, theme
from scripts.drawing.chart import PreparedChart
from scripts.facts import dataset, untranslated
from scripts.language import locales
from scripts.outputs import digest, share_cards
from scripts.problems import ProblemsFound, stop_on
from scripts.site import mkdocs_site, stage

PAGE_SHAPES = ("wide", "narrow")  # the shapes of a chart that stand in pages


class Preview:
    """`html(address)` and `file(address)` answer for an address below the site's root; `refresh` takes in changed files.

    One caller at a time: a request waits while files are being read.
    """

    def __init__(self, root: str):
        stop_on(locales.problems())
        self.root = root
        self.lock = threading.RLock()
        self.browser = render.KeptBrowser()
        threading.Thread(target=self.browser.warm, daemon=True).start()
        self.facts = dataset.load_dataset()
        self.charts = discover.discover(paths.LANGUAGES)
        self.configs: dict[str, MkDocsConfig] = {}
        self.warning = ""
        self._search_done: set[str] = set()
        self._read()

    def refresh(self, changed: Collection[Path]) -> None:
        """Take in files that were changed, made or removed. Raises `ProblemsFound`, and then everything stays as it was."""
        with self.lock:
            before = dict(vars(self))
            try:
                self._take_in(changed)
            except ProblemsFound:
                vars(self).update(before)
                raise

    def _take_in(self, changed: Collection[Path]) -> None:
        """Read again what the files touch, and nothing more. A draft waits until somebody asks for it."""
        folders = {tuple(path.relative_to(paths.ROOT).parts[:2]) for path in changed}
        self.editions, self.pages = ({language: one[language] for language in paths.LANGUAGES} for one in (self.editions, self.pages))
        self._search_done = set()
        if any(folder[0] == "data" for folder in folders):
            self.facts = _sound_facts()
        if ("scripts", "charts") in folders:
            self.charts = _charts_anew()
        written = [path for path in changed if path.is_relative_to(paths.DOCS)]
        if any(folder[0] not in ("docs", "overrides") and folder != ("scripts", "markup") for folder in folders):
            return self._read()
        if any(folder[0] == "overrides" for folder in folders):
            self._read_looks()
        if all(map(self._is_known, written)):
            return self._read_pages(written)
        return self._read_all_pages()

    def html(self, address: str) -> str | None:
        """The page at an address such as `fr/strategy/`, None where there is none. Raises `ProblemsFound`."""
        with self.lock:
            language, name = self._language_and_name(address)
            if language not in self.pages:
                self._read_draft(language)
            if not self.pages[language].has(name):
                return None
            if language not in paths.DRAFTS:
                self._draw_kit(self.editions[language], name)
            text = self.pages[language].render(name)
            return self._marked(text, language, name) if language in paths.DRAFTS else text

    def _marked(self, html: str, language: str, name: str) -> str:
        """A page of a draft, with a note at its head, and what is still in the main language marked."""
        html, count = untranslated.shown(html, paths.MAIN)
        ours = (paths.DOCS / language / f"{name}.md").exists() or not (paths.DOCS / paths.MAIN / f"{name}.md").exists()
        note = self.editions[paths.MAIN].fmt.word("draft.note", language=locales.of(language).own_name, n=str(count))
        article, told = '<article class="article">', f'<p class="note" lang="{paths.MAIN}"><mark>{note}</mark></p>'
        return html.replace(article, (article if ours else article.replace(">", f' lang="{paths.MAIN}">')) + told, 1)

    def not_found(self) -> str:
        with self.lock:
            return self.pages[paths.MAIN].template("404.html")

    def file(self, address: str) -> bytes | None:
        """The file at an address that is no page: a picture, a table, a script, the search index. Made when it is asked for."""
        with self.lock:
            if address.startswith(f"{bundle.FOLDER}/"):
                found = paths.BUILD / "assets" / Path(address).name
                return found.read_bytes() if found.is_file() else None
            language, name = self._language_and_name(address)
            one = self.editions[paths.MAIN if language in paths.DRAFTS else language]  # what is to be downloaded is not made for a draft
            if name.startswith("search/"):
                return self._search_index(one.language).read_bytes()
            if name.startswith("share/"):
                share_cards.write_images(one)
            self._draw_kit(one, name)
            return next((content for found, content in stage.outputs(one, name) if found == name), None)

    def _language_and_name(self, address: str) -> tuple[str, str]:
        """Language and name: `fr/strategy/` is ("fr", "strategy"), the root ("en", "index")."""
        others = (one for one in paths.ALL_LANGUAGES if one != paths.MAIN)
        language = next((one for one in others if address.startswith(paths.prefix(one))), paths.MAIN)
        return language, address.removeprefix(paths.prefix(language)).removesuffix("index.html").rstrip("/") or "index"

    def _read(self) -> None:
        """Everything that follows from facts and charts."""
        self.editions, self.pages = edition.made_of(self.facts, self.charts, self.root), {}
        os.environ.setdefault("SOURCE_DATE_EPOCH", edition.epoch(self.editions))
        self._draw([chart for one in self.editions.values() for chart in one.all_charts], PAGE_SHAPES)
        self._read_looks()
        self._read_all_pages()

    def _read_looks(self) -> None:
        """Style sheets, scripts and pictures of the theme; templates look after themselves."""
        self.assets = bundle.build(self.editions)
        for language in self.pages:
            mkdocs_site.hand_over(self.configs[language], language, self.editions, self.assets)

    def _read_all_pages(self) -> None:
        """Every page, and which there are."""
        for language in paths.LANGUAGES:
            self._read_edition(language)

    def _read_edition(self, language: str) -> None:
        self.editions[language].forget_pages()
        stage.stage_pages(self.editions[language])
        if language not in self.configs:
            self.configs[language] = mkdocs_site.config_of(language, self.editions, self.assets, paths.BUILD / "preview" / language)
        mkdocs_site.hand_over(self.configs[language], language, self.editions, self.assets)
        self.pages[language] = mkdocs_site.Pages(self.configs[language])

    def _read_draft(self, language: str) -> None:
        """A draft. A chart whose words do not fit is the only one that is not drawn."""
        self.editions[language] = edition.made_of(self.facts, self.charts, self.root, (language,))[language]
        charts = self.editions[language].all_charts
        try:
            self._draw(charts, PAGE_SHAPES)
        except ProblemsFound as wrong:
            print(f"warning: {wrong}", file=sys.stderr)
            for chart in charts:
                with contextlib.suppress(ProblemsFound):
                    self._draw([chart], PAGE_SHAPES)
        self._read_edition(language)

    def _is_known(self, path: Path) -> bool:
        """Whether a file below docs/ is a page that is shown already: one that comes or goes changes the menu, and so every page."""
        language, name = self._written(path)
        if language in paths.DRAFTS:
            return True
        return path.suffix == ".md" and path.exists() and language in self.pages and self.pages[language].has(name)

    @staticmethod
    def _written(path: Path) -> tuple[str, str]:
        language, *name = path.relative_to(paths.DOCS).with_suffix("").parts
        return language, "/".join(name)

    def _read_pages(self, changed: Collection[Path]) -> None:
        for one in self.editions.values():
            one.forget_pages()
        for language, name in map(self._written, changed):
            if language in self.pages:
                stage.stage_page(self.editions[language], name)
                self.pages[language].read(name)

    def _draw_kit(self, one: edition.Edition, name: str) -> None:
        """All shapes of a chart, for its own page, its files, and the letter that holds it; other pages show two."""
        letter = next((page for page in digest.pages(one) if digest.page_name(page) == name), None)
        slug = digest.read(one, letter).chart if letter else name.removeprefix("charts/").split("/")[0]
        self._draw([chart for chart in one.all_charts if chart.slug == slug], theme.SHAPES)

    def _draw(self, charts: Collection[PreparedChart], shapes: Collection[str]) -> None:
        """Draw what changed, in these shapes."""
        try:
            draw.render_charts(charts, self.facts, self.editions[paths.MAIN].printed_root, shapes=shapes, drawing=self.browser.draw)
            self.warning = ""
        except (browser.BrowserMissing, render.RenderFailed) as wrong:
            self.warning = f"charts are missing: {wrong}"

    def _search_index(self, language: str) -> Path:
        """The index of an edition, which takes a look at all its pages, so only once somebody searches."""
        target = paths.BUILD / "preview" / language
        if language not in self._search_done:
            config = mkdocs_site.config_of(language, self.editions, self.assets, target)
            mkdocs_site.Pages(config).write_search_index()
            self._search_done.add(language)
        return target / "search" / "search_index.json"


def _sound_facts() -> dataset.Facts:
    facts, problems = dataset.read_dataset()
    pages = {file.stem for file in (paths.DOCS / paths.MAIN).glob("*.md")}
    stop_on(problems + data.problems(facts, cited=set(facts.sources), pages=pages))
    return facts


def _charts_anew() -> dict:
    for name in [name for name in sys.modules if name.startswith(f"{discover.PACKAGE}.")]:
        del sys.modules[name]
    return discover.discover(paths.LANGUAGES)
