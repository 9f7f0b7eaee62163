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


HELPERS = {
    "paths.py problems.py toml_file.py drawing/chart_definition.py drawing/chart_settings.py language/locales.py":
        "settings, and places for problems",
    "facts/arithmetic.py": "rounding",
    "facts/untranslated.py": "the mark of what a draft lacks",
}
"""Modules that run as well, to every end and to each, and only help, or pass on what they are given; with what they do."""
HELPERS_TO = {
    "a bar": {
        "facts/figures.py": "computes what pages cite, beside the rows; names the sources of rows",
        "drawing/chart_formatter.py": "the other texts of the chart",
        "drawing/faces.py drawing/measure.py drawing/theme.py": "sizes and colours",
    },
    "a figure in prose": {
        "index/markers.py": "reads which figure a marker names",
        "index/markdown_pages.py index/addresses.py markup/blocks.py markup/images.py index/allowed_figures.py": "the rest of a page",
        "facts/records.py facts/freshness.py": "sources and dates at the foot of a page",
        "markup/templates/checked.html markup/templates/macros.html markup/templates/page_sources.html": "head and foot of a page",
    },
}


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


@pytest.mark.parametrize(("end", "walk", "most"), [("a bar", bar, 14), ("a figure in prose", prose, 16)])
def test_a_cell_passes_through_few_modules(end, walk, most):
    way = re.search(rf"^To {end}: (.*)", (paths.ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M)[1]
    modules = []
    for step in way.split(" → "):
        room, *names = re.findall(r"[\w./]+", step)
        modules += [f"{room}{name}" if "." in name else f"{room}{name}.py" for name in names] or [room]
    ran = run(walk)
    helpers = set(" ".join((*HELPERS, *HELPERS_TO[end])).split())
    assert set(modules) - ran == set(), "named, and no cell passes there"
    assert ran - set(modules) - helpers == set(), "a cell passes there: name it, or say what it helps with"
    assert set(modules) & helpers == set(), "on the way, so no helper"
    assert len(set(modules)) == len(modules) <= most
