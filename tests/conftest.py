"""What tests share: the real facts, the editions, and the site built once for the whole run."""

from __future__ import annotations

import pytest

from scripts import paths
from scripts.facts import book
from scripts.pages import edition


@pytest.fixture(scope="session")
def facts():
    """The real facts of data/."""
    return book.load()


@pytest.fixture(scope="session", params=paths.LANGUAGES)
def each_edition(request):
    """The edition in each language, with its charts prepared on demand."""
    return edition.current(request.param)
