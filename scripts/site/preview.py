"""The site as a preview shows it: pages rendered when they are asked for, from what the files say now.

Nothing is built in advance, so a change costs what it touched to be read again, and the one page that is being looked at.
What is published is always built cold, by build.py; a test compares the two.
"""

import os
import sys
import threading
from collections.abc import Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from scripts import edition, paths
from scripts.assets import bundle
from scripts.checks import data
from scripts.drawing import browser, discover, draw, render
from scripts.facts import dataset, untranslated
from scripts.language import locales
from scripts.outputs import share_cards
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
        self.facts = dataset.load_dataset()
        self.charts = discover.discover(paths.LANGUAGES)
        self.configs: dict[str, MkDocsConfig] = {}
        self.warning = ""
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
        """Read again what the files touch, and nothing more."""
        folders = {tuple(path.relative_to(paths.ROOT).parts[:2]) for path in changed}
        if any(folder[0] == "data" for folder in folders):
            self.facts = _sound_facts()
        if ("scripts", "charts") in folders:
            self.charts = _charts_anew()
        if all(folder[0] == "docs" for folder in folders) and all(map(self._is_known, changed)):
            self._read_pages(changed)
        elif all(folder[0] in ("docs", "overrides") or folder == ("scripts", "markup") for folder in folders):
            self._read_looks()
        else:
            self._read()

    def html(self, address: str) -> str | None:
        """The page at an address such as `fr/strategy/`, None where there is none. Raises `ProblemsFound`."""
        with self.lock:
            language, name = self._language_and_name(address)
            if not self.pages[language].has(name):
                return None
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

    def file(self, address: str) -> Path | None:
        """The file at an address that is no page: a picture, a table, a script, the search index."""
        with self.lock:
            if address.startswith(f"{bundle.FOLDER}/"):
                found = paths.BUILD / "assets" / Path(address).name
                return found if found.is_file() else None
            language, name = self._language_and_name(address)
            language = paths.MAIN if language in paths.DRAFTS else language  # what is to be downloaded is not drawn for a draft
            if name.startswith("search/"):
                return self._search_index(language)
            part = "/".join(name.split("/")[:2])
            if part not in self._files_made[language]:
                self._draw(None, name)
                stage.stage(self.editions[language])
                self._files_made[language].add(part)
            found = paths.pages(language) / name
            return found if found.is_file() else None

    def _language_and_name(self, address: str) -> tuple[str, str]:
        """Language and name: `fr/strategy/` is ("fr", "strategy"), the root ("en", "index")."""
        language = next((one for one in self.editions if one != paths.MAIN and address.startswith(paths.prefix(one))), paths.MAIN)
        return language, address.removeprefix(paths.prefix(language)).removesuffix("index.html").rstrip("/") or "index"

    def _read(self) -> None:
        """Everything that follows from facts and charts."""
        self.editions = edition.made_of(self.facts, self.charts, self.root, (*paths.LANGUAGES, *self._readable_drafts()))
        os.environ.setdefault("SOURCE_DATE_EPOCH", edition.epoch(self.editions))
        self._draw(PAGE_SHAPES)
        self._read_looks()

    def _readable_drafts(self) -> list[str]:
        """Drafts whose charts can be read: what is wrong with one stops nobody who works on another language."""
        readable = []
        for language, draft in edition.made_of(self.facts, self.charts, self.root, paths.DRAFTS).items():
            try:
                readable += [language] if draft.all_charts else []
            except ProblemsFound as wrong:
                print(f"warning: the draft {language!r} is not shown: {wrong}", file=sys.stderr)
        return readable

    def _read_looks(self) -> None:
        """Everything that follows from templates, style sheets, and which pages there are."""
        self.assets = bundle.build({language: self.editions[language] for language in paths.LANGUAGES})
        self.pages = {}
        for language, one in self.editions.items():
            one.forget_pages()
            stage.stage_pages(one)
            if language not in self.configs:
                self.configs[language] = mkdocs_site.config_of(language, self.editions, self.assets, paths.BUILD / "preview" / language)
            mkdocs_site.hand_over(self.configs[language], language, self.editions, self.assets)
            self.pages[language] = mkdocs_site.Pages(self.configs[language])
        self._forget_files()

    def _is_known(self, path: Path) -> bool:
        """Whether a file below docs/ is a page that is shown already: one that comes or goes changes the menu, and so every page."""
        language, name = self._written(path)
        return path.suffix == ".md" and path.exists() and language in self.pages and self.pages[language].has(name)

    @staticmethod
    def _written(path: Path) -> tuple[str, str]:
        language, *name = path.relative_to(paths.DOCS).with_suffix("").parts
        return language, "/".join(name)

    def _read_pages(self, changed: Collection[Path]) -> None:
        for one in self.editions.values():
            one.forget_pages()
        for changed_in, name in map(self._written, changed):
            for language in (changed_in, *(paths.DRAFTS if changed_in == paths.MAIN else ())):
                if language in self.editions:
                    stage.stage_page(self.editions[language], name)
                    self.pages[language].read(name)
        self._forget_files()

    def _forget_files(self) -> None:
        self._files_made: dict[str, set[str]] = {language: set() for language in self.editions}
        self._search_done = dict.fromkeys(self.editions, False)

    def _draw(self, shapes: tuple[str, ...] | None, asked: str = "") -> None:
        """Draw what changed: the shapes in pages at once; those for e-mail and cards (None: all shapes) when `charts/SLUG/...` is asked for."""
        charts = [one for each in self.editions.values() for one in each.all_charts if not asked.startswith("charts/") or one.slug in asked.split("/")]
        drafts = [one for one in charts if one.language in paths.DRAFTS]
        address = self.root.split("://")[-1].rstrip("/")
        try:
            if asked.startswith("share/"):
                for language in paths.LANGUAGES:
                    share_cards.write_images(self.editions[language], address)
            draw.render_charts([one for one in charts if one not in drafts], self.facts, address, shapes=shapes, drawing=self.browser.draw)
            self.warning = ""
            for one in drafts if shapes else ():  # one by one, so that one whose words do not fit is the only one that is not drawn
                try:
                    draw.render_charts([one], self.facts, address, shapes=shapes, drawing=self.browser.draw)
                except ProblemsFound as wrong:
                    print(f"warning: {wrong}", file=sys.stderr)
        except (browser.BrowserMissing, render.RenderFailed) as wrong:
            self.warning = f"charts are missing: {wrong}"

    def _search_index(self, language: str) -> Path:
        """The index of an edition, which takes a look at all its pages, so only once somebody searches."""
        target = paths.BUILD / "preview" / language
        if not self._search_done[language]:
            config = mkdocs_site.config_of(language, self.editions, self.assets, target)
            mkdocs_site.Pages(config).write_search_index()
            self._search_done[language] = True
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
