"""Paths of the project, and its languages.

Folders are worked out from this file, so that nothing here or elsewhere names a path of a machine.
"""

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
DOCS = ROOT / "docs"
LISTS = DOCS / "lists"
OVERRIDES = ROOT / "overrides"
BUILD = Path(os.environ.get("BUILD_DIR") or ROOT / "build").resolve()
SITE = Path(os.environ.get("SITE_DIR") or ROOT / "site").resolve()

LANGUAGES_FILE = DATA / "languages.toml"


def _declared() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of published languages and of drafts. What is wrong with the file is said by scripts/language/locales.py."""
    try:
        languages = tomllib.loads(LANGUAGES_FILE.read_text("utf-8-sig"))
    except (OSError, ValueError):
        languages = {}
    drafts = []
    for code, settings in languages.items():
        if isinstance(settings, dict) and settings.get("state") == "draft":
            drafts.append(code)
    published = [code for code in languages if code not in drafts]
    return tuple(published) or ("en",), tuple(drafts)


LANGUAGES, DRAFTS = _declared()
"""Editions that are published, in the order in which they are built, and languages that only the preview shows."""
ALL_LANGUAGES = (*LANGUAGES, *DRAFTS)
MAIN = LANGUAGES[0]  # the language of the edition at the root of the site

PLOTLY = ROOT / "node_modules" / "plotly.js-basic-dist-min" / "plotly-basic.min.js"
"""plotly.js with bars, lines and pies. scripts/setup.py puts it there; what needs it does without where it is missing."""
_NO_INPUT = re.compile(r"/__pycache__/|/\.[^/]*$|(~|\.tmp|\.swp|\.part|\.crdownload)$")
"""What Python compiles, what is hidden, and what editors and downloads leave half-written."""


def prefix(language: str) -> str:
    """Where an edition stands in the site: `` for the first, `fr/` for French."""
    return "" if language == MAIN else f"{language}/"


def config(language: str) -> Path:
    """The MkDocs settings of an edition: its own file, which inherits mkdocs.yml, or that one itself."""
    path = ROOT / f"mkdocs.{language}.yml"
    return path if path.exists() else ROOT / "mkdocs.yml"


def staged_pages(language: str) -> Path:
    """The folder of Markdown pages that MkDocs reads for an edition: ours plus the generated ones."""
    return BUILD / language / "pages"


def drawings(language: str) -> Path:
    """The folder of drawn charts of an edition, one folder a chart."""
    return BUILD / language / "charts"


def inputs(*patterns: str) -> Iterator[Path]:
    """Every file of the project that a pattern names, or below a folder that one names, but what is hidden, compiled or half-written."""
    for pattern in patterns:
        for root in sorted(ROOT.glob(pattern)):
            for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
                if path.is_file() and not _NO_INPUT.search(path.as_posix()):
                    yield path


def relative_path(path: Path) -> str:
    """A path as people read it: relative to the project where it is inside it."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return str(path)
