"""Of this story: a cell goes to its bar and into a sentence through few modules, those that CONTRIBUTING names."""

from __future__ import annotations

import re

import pytest

from scripts import paths


@pytest.mark.parametrize(("end", "most"), [("a bar", 14), ("a figure in prose", 16)])
def test_a_cell_passes_through_few_modules(end, most):
    way = re.search(rf"^To {end}: (.*)", (paths.ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M)[1]
    modules = []
    for step in way.split(" → "):
        room, *names = re.findall(r"[\w./]+", step)
        modules += [f"{room}{name}" if "." in name else f"{room}{name}.py" for name in names] or [room]
    assert [name for name in modules if not (paths.ROOT / "scripts" / name).exists()] == []
    assert len(set(modules)) == len(modules) <= most
