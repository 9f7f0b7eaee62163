"""A keeper adds one file, and the chart has its page, its kit and its place in the gallery, in both editions."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from scripts import paths

CHART = '''"""A throw-away chart."""

from scripts.drawing.contract import Column, Row

_TEXT = {"title": "Throw-away", "question": "Does one file do?", "takeaway": "One file does it all, from the page to the e-mail.", "alt": "Bar chart with one bar.", "unit": "Cars", "columns": {"year": "Year", "cars": "Cars"}}
TEXT = {"en": _TEXT, "fr": _TEXT | {"title": "Jetable"}}
COLUMNS = (Column("year", "year"), Column("cars", "number"))
HEIGHT = {"wide": 200, "narrow": 200}


def rows(facts):
    figure = next(figure for figure in facts.figures.values() if figure.source_ids)
    return [Row.of(figure, year=2025, cars=figure.number)]


def values(rows, say):
    return {}


def figure(rows, pen):
    drawing = pen.canvas()
    pen.bars(drawing, ["2025"], [rows[0]["cars"]], colors="#0a5bb5", texts=["1"])
    return drawing
'''


def test_one_file_gives_every_address_of_the_kit(site, tmp_path):
    project = tmp_path / "project"
    for name in ("data", "docs", "overrides", "scripts"):
        shutil.copytree(paths.ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "mkdocs.fr.yml", "requirements.txt", "STYLE.md"):
        shutil.copy(paths.ROOT / name, project / name)
    shutil.copytree(paths.BUILD / "cache", project / "build" / "cache")
    (project / "scripts/charts/throw_away.py").write_text(CHART, "utf-8")
    env = os.environ | {"SITE_URL": "https://example.org/alpine/", "SITE_DIR": str(project / "site"), "BUILD_DIR": str(project / "build"), "REPO_URL": "https://example.org/repo"}
    done = subprocess.run([sys.executable, "-m", "scripts.build"], cwd=project, env=env, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "charts: 8 pictures drawn" in done.stdout

    def addresses(folder):
        """Every file but the shared assets, which are the same for all charts."""
        return {name for file in folder.rglob("*") if file.is_file() and not (name := file.relative_to(folder).as_posix()).startswith("assets/")}

    own = ("card.png", "embed/index.html", "index.html", "live.json", "throw-away.csv", "throw-away.json", "throw-away.png", "throw-away.svg")
    assert sorted(addresses(project / "site") - addresses(site)) == [f"{root}charts/throw-away/{name}" for root in ("", "fr/") for name in own]
    for root, title in (("", "Throw-away"), ("fr/", "Jetable")):
        gallery = (project / "site" / root / "charts/index.html").read_text("utf-8")
        assert f'"gallery-title">{title}</span>' in gallery
        assert f"/{root}charts/throw-away/" in (project / "site" / root / "sitemap.xml").read_text("utf-8")
