"""Rows of a chart: one a year, and what cannot become such a series."""

import pytest

from scripts.drawing.rows import yearly
from scripts.problems import InvalidValue
from tests import sample_data


def record(year, units, confidence="high"):
    cells = sample_data.good("comet", year=str(year), units=str(units), confidence=confidence, note="x")
    return sample_data.kind("comet")(file="data/comet.csv", line=year, **cells)


def test_a_year_without_a_record_is_a_gap_and_the_surest_record_speaks():
    rows = yearly([record(2019, 5, "low"), record(2019, 4), record(2021, 7)], cars="units")
    assert [(row["year"], row["cars"]) for row in rows] == [(2019, 4), (2020, None), (2021, 7)]


@pytest.mark.parametrize(
    ("records", "column", "message"),
    [
        ([record(2019, 5)], "unit", "'unit' is not a column of comet; expected: key, year, .*, nearest: units"),
        ([], "units", "there is no record to draw; expected: rows of a table of figures, one a year"),
        (
            [sample_data.kind("claims")(file="data/claims.csv", line=3, **sample_data.good("claims"))], "units",
            "data/claims.csv:3 is no figure of a year; expected: rows of a table of figures",
        ),
    ],
)
def test_a_series_that_cannot_be_made_says_what_is_expected(records, column, message):
    with pytest.raises(InvalidValue, match=message):
        yearly(records, cars=column)
