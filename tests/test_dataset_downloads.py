"""The dataset as a whole: the data package by Frictionless' own library, and the JSON of everything."""

import json
from decimal import Decimal

import pytest

from scripts.facts.cells import PartialDate
from scripts.outputs import dataset_downloads
from tests.data_package import errors


def test_frictionless_finds_the_package_and_every_row_valid(published_data):
    assert errors(published_data) == []


def test_the_descriptor_describes_every_column_of_every_table(published_data, facts):
    described = json.loads((published_data / "datapackage.json").read_text("utf-8"))
    assert [resource["path"] for resource in described["resources"]] == [f"{name}.csv" for name in facts.tables]
    for resource in described["resources"]:
        assert all(field["description"] for field in resource["schema"]["fields"])
    assert described["licenses"][0]["name"] == "CC-BY-4.0"


@pytest.mark.parametrize(
    ("cell", "expected"), [(Decimal("10970"), 10970), (Decimal("7.8"), 7.8), (None, None), (PartialDate("2023-02"), "2023-02")]
)
def test_cells_in_json(cell, expected):
    assert dataset_downloads.plain(cell) == expected
