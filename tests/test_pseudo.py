"""A full further edition, a third longer than English, in a copy of the project: built, switched to, filtered, and nothing cut in any drawing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests import checkout, pseudo

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The site with the further edition, and what the build said."""
    root = checkout.copy(tmp_path_factory.mktemp("pseudo") / "project")
    pseudo.add(root)
    subprocess.run([sys.executable, "-m", "scripts.check", "--mend"], cwd=root, capture_output=True, timeout=300, check=False)  # the dictionary of columns
    done = subprocess.run([sys.executable, "-m", "scripts.build"], cwd=root, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    return root / "site"


def test_it_is_a_full_edition(built):
    english = {file.relative_to(built) for file in built.rglob("index.html") if not file.is_relative_to(built / "fr") and not file.is_relative_to(built / pseudo.CODE)}
    assert english == {file.relative_to(built / pseudo.CODE) for file in (built / pseudo.CODE).rglob("index.html")}


def test_each_edition_leads_to_both_others(built):
    for root, others in {"": ("fr", "nb"), "fr/": ("en", "nb"), "nb/": ("en", "fr")}.items():
        page = (built / root / "strategy" / "index.html").read_text("utf-8")
        assert [f'hreflang="{other}" lang="{other}" data-keep-section' in page for other in others] == [True, True]
        assert [f'<link rel="alternate" hreflang="{other}"' in page for other in ("en", "fr", "nb")] == [True] * 3
    assert "/nb/sitemap.xml" in (built / "sitemap-index.xml").read_text("utf-8")
