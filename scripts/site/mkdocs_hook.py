"""The one MkDocs hook: loads and stages the edition where our build has not, so that plain `mkdocs build` works too.

MkDocs alone reads this file; everything it calls is plain Python that another host can call as well.
"""

from mkdocs.config.defaults import MkDocsConfig

from scripts.assets import bundle
from scripts.editions import load_editions
from scripts.problems import ProblemsFound, report
from scripts.site import mkdocs_site, stage


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and stage the edition, unless our build has already. Raises `ProblemsFound`."""
    if "edition" not in config.extra:
        language = config.theme["language"]
        editions = load_editions((config.site_url or "/").removesuffix(f"{language}/"))
        assets = bundle.build(editions)
        stage.stage(editions[language])
        mkdocs_site.hand_over(config, language, editions, assets)
    return config


def on_build_error(error: Exception) -> None:
    """Problems for people are printed as such; MkDocs would print a traceback."""
    if isinstance(error, ProblemsFound):
        raise SystemExit(report(error))
