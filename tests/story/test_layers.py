"""Of this story: a cell goes to its bar and into a sentence through the modules that the map in CONTRIBUTING names, and no other."""

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

ASIDE = {
    f"scripts/{name}" for name in (
        "paths.py", "problems.py", "editions.py", "toml_file.py", "facts/untranslated.py", "language/locales.py",
        "language/allowed_figures.py", "drawing/theme.py", "drawing/chart_settings.py", "drawing/chart_definition.py",
        "facts/records.py", "facts/freshness.py", "index/addresses.py", "index/written.py", "markup/templates/macros.html",
        "markup/templates/checked.html",
        "markup/templates/page_sources.html",
    )
}
"""What no cell goes through: places, settings, languages, colours; and what the panel behind a figure says of its source."""


def bar(edition: Edition) -> None:
    plot_of(edition.chart("alpine-registrations"), theme.WIDE, edition.facts)


def prose(edition: Edition) -> None:
    text = "Of {{ alpine-2025 }}, {{ alpine-h1-2019 }} early."
    markdown.markdown(text, extensions=["attr_list", extension.makeExtension(language="en", edition=edition)])


def run(walk) -> set[str]:
    """The files of scripts/ that run from the files of data/ to the end."""
    ran: set[str] = set()
    sys.setprofile(lambda frame, *_: ran.add(frame.f_code.co_filename.removeprefix(f"{paths.ROOT}/")))
    walk(editions_of(dataset.load_dataset(), editions.current("en").chart_definitions)["en"])
    sys.setprofile(None)
    return {name for name in ran if name.startswith("scripts/")}


@pytest.mark.slow
@pytest.mark.parametrize(("end", "walk"), [("a bar", bar), ("a figure in prose", prose)])
def test_a_cell_takes_the_way_that_the_map_draws(end, walk):
    drawn = re.search(rf" becomes {end}: (.*)", (paths.ROOT / "CONTRIBUTING.md").read_text("utf-8"))[1]
    steps = [f"{room}/{name}" for room, names in re.findall(r"`(\w+)/` \((.*?)\)", drawn) for name in names.split(", ")]
    named = {f"scripts/{step}{'' if '.' in step else '.py'}" for step in (*steps, *re.findall(r"`(\w+\.py)`", drawn))}
    run(walk)  # imports everything, so that below only what is called for the cell runs
    assert run(walk) - ASIDE == named
