"""Of this story: a cell goes to its bar and into a sentence through few modules, those that CONTRIBUTING names."""

from __future__ import annotations

import re
import sys

import markdown
import pytest

from scripts import paths
from scripts.drawing import theme
from scripts.drawing.plot import plot_of
from scripts.editions import Edition, editions_of
from scripts.facts import dataset
from scripts.markup import extension
from tests import editions


def bar(edition: Edition) -> None:
    plot_of(edition.chart("alpine-registrations"), theme.WIDE, edition.facts)


def prose(edition: Edition) -> None:
    text = "Of {{ alpine-2025 }}, {{ alpine-h1-2019 }} early."
    markdown.markdown(text, extensions=["attr_list", extension.makeExtension(language="en", edition=edition)])


def run(walk) -> set[str]:
    """The files below scripts/ that run from the files of data/ to the end."""
    ran: set[str] = set()
    sys.setprofile(lambda frame, *_: ran.add(frame.f_code.co_filename.removeprefix(f"{paths.ROOT}/scripts/")))
    walk(editions_of(dataset.load_dataset(), editions.current("en").chart_definitions)["en"])
    sys.setprofile(None)
    return ran


@pytest.mark.parametrize(("end", "walk", "most"), [("a bar", bar, 14), ("a figure in prose", prose, 16)])
def test_a_cell_passes_through_few_modules(end, walk, most):
    way = re.search(rf"^To {end}: (.*)", (paths.ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M)[1]
    modules = []
    for step in way.split(" → "):
        room, *names = re.findall(r"[\w./]+", step)
        modules += [f"{room}{name}" if "." in name else f"{room}{name}.py" for name in names] or [room]
    assert set(modules) - run(walk) == set(), "named, and no cell passes there"
    assert len(set(modules)) == len(modules) <= most
