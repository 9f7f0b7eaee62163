"""Rows of a chart: one a year, and what cannot become such a series."""

import pytest

from scripts.drawing.rows import Row, yearly
from scripts.problems import InvalidValue
from tests import sample_data


def record(year, units, confidence="high", line=None):
    cells = sample_data.good("comet", year=str(year), units=str(units), confidence=confidence, note="x")
    return sample_data.kind("comet")(file="data/comet.csv", line=line or year, **cells)


def test_a_year_without_a_record_is_a_gap_and_the_surest_record_speaks():
    rows = yearly([record(2019, 5, "low"), record(2019, 4), record(2021, 7)], cars="units")
    assert [(row["year"], row["cars"]) for row in rows] == [(2019, 4), (2020, None), (2021, 7)]
    assert [row["cars"] for row in yearly([record(2019, 5), record(2019, 5)], cars="units")] == [5], "two that agree"


@pytest.mark.parametrize(("first", "second"), [("high", "low"), ("low", "high")])
def test_a_row_is_as_sure_as_the_less_sure_of_what_it_rests_on(first, second):
    row = Row.of(record(2019, 5, first)).with_source(record(2020, 6, second))
    assert (row.confidence, row.places) == ("low", ("data/comet.csv:2019", "data/comet.csv:2020"))


@pytest.mark.parametrize(
    ("records", "column", "message"),
    [
        ([record(2019, 5)], "unit", "'unit' is not a column of comet; expected: key, year, .*, nearest: units"),
        (
            [record(2019, 5, line=2), record(2019, 4, line=7)], "units",
            "data/comet.csv:2 and data/comet.csv:7 differ for 2019 and are equally sure; "
            "expected: one record of a year: narrow the select, or lower the confidence of one",
        ),
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
