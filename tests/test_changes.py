"""What the pull request says of a change: figures, verdicts, charts and pages before and after, and nothing where nothing changed."""

from __future__ import annotations

import shutil

import pytest
from PIL import Image

from scripts import paths
from scripts.tools import changes
from tests import editions as loaded


@pytest.fixture(scope="module")
def editions():
    return {language: loaded.current(language) for language in ("en", "fr")}


@pytest.fixture
def base(tmp_path):
    for name in ("data", "docs", "tests/golden"):
        shutil.copytree(paths.ROOT / name, tmp_path / name)
    return tmp_path


def replace(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_without_a_change_nothing_is_said(base, editions):
    assert changes.summary(base, editions) == "## What changes for a reader\n\nNothing that is shown.\n"


def test_every_kind_of_change_is_told_before_and_after(base, editions, tmp_path):
    replace(base / "data/alpine_sales.csv", ",10970,", ",10960,")
    replace(base / "data/claims.csv", ",missed,", ",pending,")
    replace(base / "docs/fr/method.md", "\n# ", "\n# Avant ")
    replace(base / "tests/golden/us-plan.en.json", '"title": "', '"title": "Before ')
    (base / "tests/golden/us-tariff.fr.json").unlink()
    said = changes.summary(base, editions)
    assert "| `alpine-2025` | 10,960 | 10,970 | `docs/en/index.md:" in said
    assert "| pending | missed |" in said
    assert "- `us-plan.en`: title: “Before " in said and "- `us-tariff.fr`: new" in said
    assert "- `method.md` changed in fr only. Do the editions still say the same?" in said


def test_the_drawings_before_and_after_are_copied(base, tmp_path, monkeypatch):
    replace(base / "tests/golden/us-plan.fr.json", '"title": "', '"title": "Avant ')
    monkeypatch.setattr(paths, "SITE", tmp_path / "now")
    for root in (base / "site", tmp_path / "now"):
        folder = root / "fr/charts/us-plan"
        folder.mkdir(parents=True)
        Image.new("RGB", (4, 4)).save(folder / "us-plan.png")
    changes.copy_pictures(base, tmp_path / "out")
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["us-plan.fr.after.png", "us-plan.fr.before.png"]
