"""Of this story: a cell goes to its bar and into a sentence through the modules that the map in CONTRIBUTING names, and no other room."""

from __future__ import annotations

import re
import sys

import markdown
import pytest

from scripts import edition, paths
from scripts.drawing import theme
from scripts.drawing.sheet import figure_of
from scripts.facts import dataset
from scripts.markup import extension
from tests import editions

ASIDE = {"scripts/drawing/draw.py", "scripts/drawing/render.py", "scripts/drawing/svg.py", "scripts/paths.py", "scripts/problems.py"}
"""What needs a browser, and what every room uses."""


def walk(text: str) -> None:
    """From the files of data/ to a page with this text, and to the figure of its chart."""
    one = edition.made_of(dataset.load_dataset(), editions.current("en").charts)["en"]
    markdown.markdown(text, extensions=["attr_list", extension.makeExtension(language="en", edition=one)])
    for chart in one.prepared.values():
        figure_of(chart, theme.WIDE, one.facts, "example.org")


@pytest.mark.slow
@pytest.mark.parametrize(("end", "text"), [
    ("a bar", "/// chart | alpine-registrations\n///"), ("a figure in prose", "Of {{ alpine-2025 }}, {{ alpine-h1-2019 }} early."),
])
def test_a_cell_takes_the_way_that_the_map_draws(end, text):
    drawn = re.search(rf" becomes {end}: (.*)", (paths.ROOT / "CONTRIBUTING.md").read_text("utf-8"))[1]
    steps = [f"{room}/{name}" for room, names in re.findall(r"`(\w+)/` \((.*?)\)", drawn) for name in names.split(", ")]
    named = {f"scripts/{step}{'' if '.' in step else '.py'}" for step in (*steps, *re.findall(r"`(\w+\.py)`", drawn))}
    walk(text)  # imports everything, so that below only what is called for the cell runs
    ran: set[str] = set()
    sys.setprofile(lambda frame, *_: ran.add(frame.f_code.co_filename.removeprefix(f"{paths.ROOT}/")))
    walk(text)
    sys.setprofile(None)
    assert named - ran - ASIDE == set()
    assert {name.split("/")[1] for name in ran - ASIDE if name.startswith("scripts/")} == {name.split("/")[1] for name in named}
