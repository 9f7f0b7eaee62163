"""Of this story: marks become a plot that Plotly takes as it is, with room for every word, whatever the next year brings."""

from dataclasses import replace
from itertools import product

import pytest

from scripts import paths
from scripts.drawing import theme
from scripts.drawing.chart import prepare
from scripts.drawing.chart_definition import discover
from scripts.drawing.plot import plot_of
from scripts.facts import figures
from tests.editions import with_rows

YEARLY = ("alpine-registrations", "target-150000")


def with_next_year(facts, cars):
    """The facts with one more row, which a keeper adds; and its year."""
    newest = max(
        facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations"),
        key=lambda row: row.year,
    )
    year = newest.year + 1
    row = newest.model_copy(update={"key": f"alpine-{year}", "year": year, "units": cars})
    more = with_rows(facts, "alpine_sales", [*facts.tables["alpine_sales"].rows, row])
    computed, wrong = figures.compute(more)
    assert not wrong
    return replace(more, figures=computed), year, newest.units


@pytest.mark.parametrize("cars", [900, 12_000, 40_000])
def test_next_years_row_shows_in_every_chart_of_the_years(facts, cars):
    """No chart shows a wrong height, and no text says what has become untrue."""
    more, year, before = with_next_year(facts, cars)
    for slug in YEARLY:
        prepared = prepare(discover()[slug], more, "en")
        assert year in [row["year"] for row in prepared.rows if row["cars"] == cars]
        for shape in theme.SHAPES.values():
            plot = plot_of(prepared, shape, more, "example.org")
            low, high = plot["layout"]["yaxis"]["range"]
            assert low == 0 and all(value <= high for trace in plot["data"] for value in trace["y"] if value is not None)
        best = max(before, cars)
        assert slug != "target-150000" or (
            f"{best:,}" in prepared.text("takeaway") and str(round(150_000 / best)) in prepared.text("title")
        )


@pytest.mark.browser
def test_next_years_row_leaves_room_for_every_word(request, facts, misfits_of):
    """A low and a high figure, each in one edition; with --all in both, and one between."""
    years = [(900, "fr"), (22_000, "en")]
    plots = {}
    for cars, language in product((900, 14_300, 22_000), paths.LANGUAGES) if request.config.getoption("--all") else years:
        more, *_ = with_next_year(facts, cars)
        for prepared in (prepare(discover()[slug], more, language) for slug in YEARLY):
            plots |= {
                f"{cars} {prepared.slug} {language} {shape.name}": plot_of(prepared, shape, more, "example.org")
                for shape in theme.SHAPES.values()
            }
    assert misfits_of(plots, 1) == {}
