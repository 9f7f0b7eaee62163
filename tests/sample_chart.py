"""A chart of one bar in a package of its own, whose two files a test may change."""

import re
import sys

import pytest

from scripts import paths
from scripts.drawing import chart_definition

MODULE = '''
from scripts.drawing.rows import Row

def rows(facts):
    return [Row.of(facts.figure("alpine-2025"), year=2025, cars=facts.figure("alpine-2025").number)]

def draw(sheet, rows, fmt):
    sheet.bars(rows, x="year", y="cars")
'''
TEXTS = '''
height = {wide = 100, narrow = 100}
[columns]
year = "year"
cars = "number"
'''
ONE = '''title = "T"
question = "Q"
takeaway = "Of {cars[2025]} in {year[last]}"
alt = "A"
unit = "U"
columns = {year = "Year", cars = "Cars"}
'''
WHOLE = f"{TEXTS}[en]\n{ONE}[fr]\n{ONE}"


@pytest.fixture
def load_charts(tmp_path, monkeypatch):
    """The charts of a package with one chart, whose two files the test gives.

    German is a draft there, whichever languages the story has.
    """
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(paths, "DRAFTS", ("de",))

    def make(texts=WHOLE, module=MODULE):
        folder = tmp_path / "samples"
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").write_text("")
        (folder / "some_chart.py").write_text(module, "utf-8")
        if texts is not None:
            (folder / "some_chart.toml").write_text(texts, "utf-8")
        for loaded in [name for name in sys.modules if name.split(".")[0] == "samples"]:
            del sys.modules[loaded]
        return chart_definition.discover("samples")

    return make


def in_samples(problem):
    """A message, without the folder in which the test keeps its samples."""
    return re.sub(r"\S*/(?=samples/)", "", str(problem))
