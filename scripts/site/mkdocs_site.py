"""An edition as MkDocs sees it: its configuration, the whole site of it, or one page alone."""

import datetime as dt
import os
from functools import cache, cached_property, partial
from pathlib import Path, PurePosixPath

from jinja2 import Environment
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from scripts import paths
from scripts.assets import bundle, csp
from scripts.editions import Edition
from scripts.index import markdown_pages
from scripts.language import locales
from scripts.markup import head

EXTENSION = "scripts.markup.extension"


def config_of(language: str, editions: dict[str, Edition], assets: dict[str, str], target: Path) -> MkDocsConfig:
    """The configuration of an edition that has been staged. `target`: where its site goes."""
    edition = editions[language]
    # By the day on which the facts were last checked MkDocs dates the sitemap, so that two builds of one commit are the same.
    day = dt.datetime.combine(edition.facts.last_checked, dt.time(), dt.UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", f"{day.timestamp():.0f}")
    config = load_config(
        str(paths.config(language)),
        site_url=edition.address,
        docs_dir=str(paths.staged_pages(language)),
        site_dir=str(target),
    )
    config.plugins.on_startup(command="build", dirty=False)
    hand_over(config, language, editions, assets)
    return config


def hand_over(config: MkDocsConfig, language: str, editions: dict[str, Edition], assets: dict[str, str]) -> None:
    """Give the configuration what the Markdown extension and the templates ask for."""
    edition = editions[language]
    if language != paths.MAIN and paths.config(language) == paths.config(paths.MAIN):  # it has no settings of its own
        config.site_name = edition.site_name
        config.site_description = edition.fmt.word("site.strapline")
        config.theme["language"] = language
        config.extra["home"] = "../"
        config.mdx_configs[EXTENSION]["language"] = language
    config.mdx_configs[EXTENSION]["edition"] = edition
    config.extra.update(
        {
            "edition": edition,
            "headline": partial(_headline, edition),
            "words_in": {other: editions[other].fmt.word for other in paths.LANGUAGES},
            "languages": {other: locales.language(other).own_name for other in paths.LANGUAGES},
            "prefix": paths.prefix,
            "assets": assets,
            "style_of": bundle.style_of(assets),
            "csp": cache(lambda style: csp.policy([assets["first"]], [style, *csp.INJECTED_STYLES])),
            "head_tags": partial(head.tags, edition),
        }
    )


def _headline(edition: Edition, page: Page) -> str:
    """The label of a link to the previous or next page: its h1; its menu name if the h1 has a marker."""
    headline = markdown_pages.headline(edition, page.file.src_uri.removesuffix(".md"), page.title)
    return page.title if "{{" in headline else headline


def for_preview(
    language: str, editions: dict[str, Edition], assets: dict[str, str]
) -> tuple[MkDocsConfig, Environment]:
    """The configuration of an edition, and the theme's templates, which take longer to read and compile than a page to render."""
    config = config_of(language, editions, assets, paths.BUILD / "preview" / language)
    config = config.plugins.on_config(config)
    env = config.theme.get_env()
    env.auto_reload = True
    return config, env


class PreviewPages:
    """The pages of an edition as they are staged now, rendered one by one, for a preview.

    `config` and `env`, the theme's templates, are those of `for_preview`.
    """

    def __init__(self, config: MkDocsConfig, env: Environment):
        self.config = config
        self.env = env
        self.files = get_files(config)
        # MkDocs has no setting for files made on demand, so its look-up is replaced.
        self.files.get_file_from_path = self._file  # type: ignore[method-assign]
        self.nav = get_navigation(self.files, config)
        for page in self.nav.pages:  # the menu names each by its title
            page.read_source(config)

    def _file(self, path: str) -> File | None:
        """The file that a link leads to. One that is no page is made when it is asked for, so it counts as there; the build checks it."""
        if path in self.files.src_uris or PurePosixPath(path).suffix in ("", ".md"):
            return self.files.src_uris.get(path)
        return File(path, self.config.docs_dir, self.config.site_dir, True)

    def has(self, name: str) -> bool:
        return f"{name}.md" in self.files.src_uris

    def template(self, name: str) -> str:
        """A page that is a template alone: `404.html`."""
        return self.env.get_template(name).render(mkdocs_build.get_context(self.nav, self.files, self.config))

    @cached_property
    def search_index(self) -> bytes:
        """The search index. The plugin gathers it from each page that is converted; configured again, it forgets what it had."""
        self.config.plugins.on_config(self.config)
        for file in self.files.documentation_pages():
            self._converted(file)
        self.config.plugins.on_post_build(config=self.config)
        return Path(self.config.site_dir, "search", "search_index.json").read_bytes()

    def render(self, name: str) -> str:
        """The HTML of a page: `strategy`, `charts/SLUG`. Raises `ProblemsFound` for what the extension refuses."""
        page = self._converted(self.files.src_uris[f"{name}.md"])
        context = mkdocs_build.get_context(self.nav, self.files, self.config, page)
        return self.env.get_template(page.meta.get("template", "main.html")).render(context)

    def _converted(self, file: File) -> Page:
        """The page of a file, converted from Markdown, without the marks that only the search plugin reads: it takes them out."""
        page = file.page or Page(None, file, self.config)
        page.read_source(self.config)
        page.render(self.config, self.files)
        context = mkdocs_build.get_context(self.nav, self.files, self.config, page)
        self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
        return page
