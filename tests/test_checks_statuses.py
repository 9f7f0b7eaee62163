"""Headline statuses, and the pages that rows send readers to: each rule with a sample that breaks it."""

from __future__ import annotations

import pytest

from tests import small
from tests.small import found


@pytest.fixture
def folder(tmp_path):
    return small.write(tmp_path / "data")


def test_a_headline_of_low_confidence(folder):
    small.change(folder, "status", 2, confidence="low")
    assert found(folder) == [("status.csv", 2, "confidence", "'low' in a headline; expected: high or medium")]


@pytest.mark.parametrize("column", ["state_en", "state_fr", "detail_en", "detail_fr"])
def test_a_figure_of_low_confidence_in_a_headline(folder, column):
    small.change(folder, "comet", 3, confidence="low")
    small.change(folder, "status", 2, **{column: "There were {{ comet-2025 }}."})
    message = f"'comet-2025' is a figure of low confidence ({folder}/comet.csv:3); allowed in a headline: high or medium"
    assert found(folder) == [("status.csv", 2, column, message)]


def test_a_computed_figure_is_as_low_as_its_parts_in_a_headline(folder):
    small.change(folder, "comet", 2, confidence="low")
    small.change(folder, "status", 2, detail_en="In all {{ comet-total-2025 }}.")
    message = f"'comet-total-2025' is a figure of low confidence ({folder}/computed.csv:2); allowed in a headline: high or medium"
    assert found(folder) == [("status.csv", 2, "detail_en", message)]


def test_a_headline_that_names_no_figure(folder):
    small.change(folder, "status", 2, detail_en="There were {{ comet-2052 }}.", detail_fr="Le {{ date: ev-2024-06-13-comet-shown }}.")
    assert found(folder) == [
        (
            "status.csv", 2, "detail_en",
            "'comet-2052' is not a key; nearest: comet-2025, comet-2024, comet-total-2025; expected: keys of figures",
        ),
        ("status.csv", 2, "detail_fr", "'date' marker in a headline; expected: keys of figures"),
    ]


def test_a_headline_checked_before_its_evidence(folder):
    small.change(folder, "status", 2, as_of="2026-12")
    assert found(folder) == [("status.csv", 2, "last_checked", "'2026-11-22' is before the newest evidence, '2026-12'; expected: its day or later")]


@pytest.mark.parametrize("table", ["status", "updates", "corrections"])
def test_a_row_that_sends_readers_to_a_page_that_is_not_there(folder, table):
    small.change(folder, table, 2, page="number")
    assert found(folder) == [(f"{table}.csv", 2, "page", "'number' is not a page; expected: index, numbers, strategy, nearest: numbers")]


def test_a_headline_without_a_date(folder):
    small.change(folder, "status", 2, as_of="")
    assert found(folder) == [("status.csv", 2, "as_of", "is empty; expected: YYYY, YYYY-MM or YYYY-MM-DD, a real date")]
