"""What the pull request says of a change: figures, verdicts, charts and pages before and after, and nothing where nothing changed."""

from __future__ import annotations

import json
import shutil

import pytest
from PIL import Image

from scripts import paths
from scripts.tools import changes
from tests.editions import everything


@pytest.fixture
def base(tmp_path, monkeypatch):
    """The checkout that is published, and a built site in both, with a chart in each edition."""
    for name in ("data", "docs"):
        shutil.copytree(paths.ROOT / name, tmp_path / name)
    monkeypatch.setattr(paths, "SITE", tmp_path / "now")
    for site in (tmp_path / "site", tmp_path / "now"):
        for language in paths.LANGUAGES:
            folder = site / paths.prefix(language) / "charts/us-plan"
            folder.mkdir(parents=True)
            (folder / "us-plan.svg").write_text("<svg/>")
            (folder / "us-plan.json").write_text(json.dumps({"name": "The plan", "description": "It says so."}))
            Image.new("RGB", (4, 4)).save(folder / "us-plan.png")
    return tmp_path


def replace(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_without_a_change_nothing_is_said(base):
    assert changes.summary(base, everything()) == "## What changes for a reader\n\nNo figure, verdict, chart or page text changes.\n"


def test_a_page_that_is_gone_is_told(base):
    for language in paths.LANGUAGES:
        (base / f"docs/{language}/ferry.md").write_text("# Ferry\n", "utf-8")
    assert list(changes.pages(base)) == ["- `ferry.md` is gone."]


def test_the_drawings_before_and_after_are_copied(base):
    replace(base / "site/fr/charts/us-plan/us-plan.svg", "<svg/>", "<svg></svg>")
    changes.copy_pictures(base, base / "out")
    assert sorted(file.name for file in (base / "out").iterdir()) == ["us-plan.fr.after.png", "us-plan.fr.before.png"]
    assert "- `us-plan.fr`: drawn otherwise" in changes.summary(base, everything())
