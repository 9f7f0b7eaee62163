"""One page rendered alone, as a preview does it, is the page that the whole build gives."""

from __future__ import annotations

import pytest

from scripts import edition, paths
from scripts.assets import bundle
from scripts.site import mkdocs_site
from tests.conftest import ADDRESS


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_a_page_alone_is_the_page_of_the_whole_build(site, tmp_path, language, monkeypatch):
    monkeypatch.setenv("REPO_URL", "https://example.org/repo")
    editions = edition.load(ADDRESS)
    pages = mkdocs_site.Pages(mkdocs_site.config_of(language, editions, bundle.build(editions), tmp_path))
    for name in ("index", "strategy", "charts/us-plan", "scorecard/s01", "sources/2023"):
        folder = site / paths.prefix(language) / ("" if name == "index" else name)
        assert pages.render(name) == (folder / "index.html").read_text("utf-8"), name
