"""The editions of the real files, read once for all tests."""

from __future__ import annotations

from functools import cache

from scripts import edition, paths
from scripts.edition import Edition


@cache
def everything() -> dict[str, Edition]:
    return edition.load()


def current(language: str = paths.LANGUAGES[0]) -> Edition:
    return everything()[language]
