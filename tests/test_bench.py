"""What the bench multiplies is drawn and shown as if somebody had written it."""

from __future__ import annotations

import importlib.util

from scripts import bench, edition, paths
from scripts.drawing import contract, draw, theme


def test_a_copied_chart_has_its_own_title_and_its_own_pictures_that_look_alike(tmp_path):
    folder = tmp_path / "scripts" / "charts"
    folder.mkdir(parents=True)
    name = "alpine_registrations"
    (folder / f"{name}.py").write_text((paths.ROOT / "scripts" / "charts" / f"{name}.py").read_text("utf-8"), "utf-8")
    assert bench.grow_charts(tmp_path, 3) == [("alpine-registrations", f"alpine-registrations-{again}") for again in (2, 3)]
    known, facts = edition.current("fr").chart("alpine-registrations"), edition.current("fr").facts
    figures, titles = [draw.figure_of(known, theme.WIDE, facts).to_dict()], {known.text("title")}
    for again in (2, 3):
        spec = importlib.util.spec_from_file_location(f"twins.{name}_{again}", folder / f"{name}_{again}.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        twin = draw.prepare(contract.Chart(f"alpine-registrations-{again}", module), facts, "fr")
        titles.add(twin.text("title"))
        figures.append(draw.figure_of(twin, theme.WIDE, facts).to_dict())
    assert len(titles) == 3
    assert [figure["layout"].pop("meta", None) for figure in figures] == [None, 2, 3]
    assert figures[0] == figures[1] == figures[2]
