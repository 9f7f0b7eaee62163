"""The editions of the real files, read once for all tests."""

from __future__ import annotations

from functools import cache

from scripts import edition, paths
from scripts.edition import Edition
from scripts.index.written import WrittenPage, meta_of


@cache
def everything() -> dict[str, Edition]:
    return edition.load()


def current(language: str = paths.LANGUAGES[0]) -> Edition:
    return everything()[language]


def shown(key: str, language: str = paths.LANGUAGES[0]) -> str:
    """A figure as readers see it: a correction in data/ is no fault, so no test types one."""
    return current(language).fmt.figure(current(language).facts.figures[key])


def page_of(name: str, text: str, language: str = paths.LANGUAGES[0]) -> WrittenPage:
    """A page that is not in a file."""
    return WrittenPage(paths.DOCS / language / f"{name}.md", language, name, text, *meta_of(text))
