"""Figures that we compute: each function against results worked out by hand."""

from decimal import Decimal as D

import pytest

from scripts.facts import arithmetic as a


@pytest.mark.parametrize(
    ("function", "operands", "result"),
    [
        ("total", ("1.1", "2.2", "3.3"), "6.6"),
        ("total", (), "0"),
        ("difference", ("10970", "7394"), "3576"),
        ("difference", ("3", "5"), "-2"),
        ("product", ("160", "300"), "48000"),
        ("share", ("3", "12"), "25"),
        ("times", ("150000", "10000"), "15"),
        ("change", ("40", "100"), "-60"),
        ("undo_change", ("40", "-60"), "100"),
        ("days_of_sales", ("730", "365"), "730"),
    ],
)
def test_functions_by_hand(function, operands, result):
    assert a.FUNCTIONS[function](*map(D, operands)) == D(result)


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        ("2845.528", None, "2845.528"),
        ("2845.528", -1, "2850"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("0.25", 1, "0.3"),
        ("49", -2, "0"),
        ("50", -2, "100"),
    ],
)
def test_rounding_is_half_up_away_from_nought(value, digits, expected):
    assert a.rounded(D(value), digits) == D(expected)


def test_every_computed_figure_says_that_it_is_ours_in_both_languages(facts):
    for row in facts.of_kind("computed"):
        assert row.note and row.note.startswith("Our "), row.place
        assert row.text_in("note", "fr").startswith(("Notre ", "Nos ")), row.place
