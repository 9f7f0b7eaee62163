"""A keeper adds two files, and the chart has its page, its kit and its place in the gallery, in both editions."""

from __future__ import annotations

import pytest

from tests import checkout
from tests.conftest import ADDRESS

CHART = '''"""A throw-away chart."""

from scripts.drawing.rows import Row


def rows(facts):
    figure = next(figure for figure in facts.figures.values() if figure.source_ids)
    return [Row.of(figure, year=2025, cars=figure.number)]


def draw(sheet, rows, fmt):
    sheet.bars(rows, x="year", y="cars", text=lambda row: "1")
'''
_TEXTS = 'title = "{}"\nquestion = "Two files"\ntakeaway = "Two files do it all, from the page of the chart to the e-mail."\nalt = "Bar chart with one bar."\nunit = "Cars"\ncolumns = {{year = "Year", cars = "Cars"}}\n'
TEXTS = 'height = {wide = 200, narrow = 200}\n[columns]\nyear = "year"\ncars = "number"\n[en]\n' + _TEXTS.format("Throw-away") + "[fr]\n" + _TEXTS.format("Jetable")


@pytest.mark.slow  # the whole site once more; test_kit has looked at the addresses of every chart, test_new at the two files
def test_two_files_give_every_address_of_the_kit(site, tmp_path):
    project = checkout.copy(tmp_path / "project", warm=True)
    (project / "scripts/charts/throw_away.py").write_text(CHART, "utf-8")
    (project / "scripts/charts/throw_away.toml").write_text(TEXTS, "utf-8")
    assert "charts: 10 pictures drawn" in checkout.succeed(project, "-m", "scripts.build", SITE_URL=ADDRESS, REPO_URL="https://example.org/repo")

    def addresses(folder):
        """Every file but the shared assets, which are the same for all charts."""
        return {name for file in folder.rglob("*") if file.is_file() and not (name := file.relative_to(folder).as_posix()).startswith("assets/")}

    own = ("card.png", "embed/index.html", "index.html", "live.json", "throw-away.csv", "throw-away.json", "throw-away.png", "throw-away.svg")
    assert sorted(addresses(project / "site") - addresses(site)) == [f"{root}charts/throw-away/{name}" for root in ("", "fr/") for name in own]
    for root, title in (("", "Throw-away"), ("fr/", "Jetable")):
        gallery = (project / "site" / root / "charts/index.html").read_text("utf-8")
        assert f'"gallery-title">{title}</span>' in gallery
        assert f"/{root}charts/throw-away/" in (project / "site" / root / "sitemap.xml").read_text("utf-8")
