"""Of this story: a cell goes to its bar and into a sentence through few modules, those that CONTRIBUTING names."""

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


HELPERS = {"paths.py", "problems.py", "toml_file.py"}
"""Places, problems and settings, which run wherever anything does."""


def run(walk) -> set[str]:
    """The files below scripts/ that run from the files of data/ to the end."""
    below = f"{paths.ROOT}/scripts/"
    definitions = editions.current("en").chart_definitions
    ran: set[str] = set()
    sys.setprofile(lambda frame, *_: ran.add(frame.f_code.co_filename))
    try:
        walk(editions_of(dataset.load_dataset(), definitions)["en"])
    finally:
        sys.setprofile(None)
    return {file.removeprefix(below) for file in ran if file.startswith((below, "markup/templates/"))}


def rooms(modules: set[str]) -> set[str]:
    return {module.partition("/")[0] for module in modules} - HELPERS


@pytest.mark.parametrize(("end", "walk", "most", "beside"), [
    ("a bar", bar, 14, set()), ("a figure in prose", prose, 16, {"index"}),  # it reads markers and the rest of the page
])
def test_a_cell_passes_through_few_modules(end, walk, most, beside):
    """A layer is a room, or a module that belongs to none: a further one on the way fails.

    Modules within a room are not compared with those that are named: a helper taken out of one of them holds no value, and to
    list all helpers would make each such tidying an edit here.
    """
    way = re.search(rf"^To {end}: (.*)", (paths.ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M)[1]
    modules = []
    for step in way.split(" → "):
        room, *names = re.findall(r"[\w./]+", step)
        modules += [f"{room}{name}" if "." in name else f"{room}{name}.py" for name in names] or [room]
    ran = run(walk)
    assert set(modules) - ran == set(), "named, and no cell passes there"
    assert rooms(ran) - rooms(set(modules)) == beside, "a cell passes there: name it"
    assert len(set(modules)) == len(modules) <= most
