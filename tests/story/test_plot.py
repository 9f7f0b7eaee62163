"""Of this story: marks become a figure that Plotly takes as it is, with room for every word, whatever the next year brings."""

import dataclasses

import pytest

from scripts import paths
from scripts.drawing import discover, draw, theme
from scripts.drawing.chart import prepare
from scripts.facts import figures


@pytest.mark.parametrize("cars", [900, 12_000, 40_000])
def test_next_years_row_shows_in_every_chart_of_the_years(facts, cars):
    """A keeper adds one row; no chart shows a wrong height, and no text says what has become untrue."""
    newest = max(facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations"), key=lambda row: row.year)
    year = newest.year + 1
    row = newest.model_copy(update={"key": f"alpine-{year}", "year": year, "units": cars})
    tables = facts.tables | {"alpine_sales": [*facts.tables["alpine_sales"], row]}
    more = dataclasses.replace(facts, tables=tables, figures=figures.compute(dataclasses.replace(facts, tables=tables))[0])
    for slug in ("alpine-registrations", "target-150000"):
        one = prepare(discover.discover(paths.LANGUAGES)[slug], more, "en")
        assert year in [row["year"] for row in one.rows if row["cars"] == cars]
        for shape in theme.SHAPES.values():
            figure = draw.figure_of(one, shape, more, "example.org")
            low, high = figure["layout"]["yaxis"]["range"]
            assert low == 0 and all(value <= high for trace in figure["data"] for value in trace["y"] if value is not None)
        best = max(newest.units, cars)
        assert slug != "target-150000" or (f"{best:,}" in one.text("takeaway") and str(round(150_000 / best)) in one.text("title"))
