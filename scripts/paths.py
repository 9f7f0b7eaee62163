"""Where things are, which languages there are, how large the pictures are.

Folders are worked out from this file, so that nothing here or elsewhere names a path of a machine.
"""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
DOCS = ROOT / "docs"
LISTS = DOCS / "lists"
OVERRIDES = ROOT / "overrides"
BUILD = Path(os.environ.get("BUILD_DIR", ROOT / "build"))
SITE = Path(os.environ.get("SITE_DIR", ROOT / "site"))

LANGUAGES = ("en", "fr")
"""Editions, in the order in which they are built. The first one lives at the root of the site."""

PLOTLY = ROOT / "node_modules" / "plotly.js-basic-dist-min" / "plotly-basic.min.js"
"""plotly.js with bars, lines and pies. `setup.py node` puts it there; what needs it does without where it is missing."""

CONFIGS = {"en": ROOT / "mkdocs.yml", "fr": ROOT / "mkdocs.fr.yml"}


def prefix(language: str) -> str:
    """Where an edition stands in the site: `` for the first, `fr/` for French."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def pages(language: str) -> Path:
    """The folder of Markdown pages that MkDocs reads for an edition: ours plus the generated ones."""
    return BUILD / language / "pages"


def chart_files(language: str) -> Path:
    """The folder of drawn charts of an edition, one folder a chart."""
    return BUILD / language / "charts"


def share_files(language: str) -> Path:
    """The folder of an edition's share images, one a page."""
    return BUILD / language / "share"


def relative_path(path: Path) -> str:
    """A path as people read it: relative to the project where it is inside it."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return str(path)
