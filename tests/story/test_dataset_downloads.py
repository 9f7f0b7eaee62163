"""Of this story: the dataset as a whole: the data package by Frictionless' own library, and the JSON of everything."""

import json
import shutil

from scripts import paths
from scripts.editions import editions_of
from scripts.facts import dataset
from scripts.outputs import dataset_downloads
from tests import checkout
from tests.data_package import errors


def test_frictionless_finds_what_is_wrong(published_data, tmp_path):
    shutil.copytree(published_data, tmp_path / "bad")
    for name, cell, wrong in (
        ("claims", ",high,", ",certain,"), ("alpine_sales", ",2025,", ",20x5,"), ("sources", ",https://", ",nowhere "),
    ):
        checkout.change(tmp_path / "bad" / f"{name}.csv", cell, wrong)
    messages = errors(tmp_path / "bad")
    for wrong in ("certain", "20x5", "nowhere"):
        assert any(wrong in message for message in messages), messages


def all_json(facts) -> dict:
    edition = editions_of(facts, {})["en"]
    return json.loads(dict(dataset_downloads.files(edition))["data/all.json"])


def test_the_version_of_the_data_changes_with_a_cell(tmp_path):
    shutil.copytree(paths.DATA, tmp_path / "data")
    before = all_json(dataset.load_dataset(tmp_path / "data"))["version"]
    checkout.change(tmp_path / "data/updates.csv", "2026-", "2027-")
    assert all_json(dataset.load_dataset(tmp_path / "data"))["version"] != before


def test_all_json_holds_every_row_and_figure(facts):
    everything = all_json(facts)
    counts = {name: len(rows) for name, rows in everything["tables"].items()}
    assert counts == {name: len(table.rows) for name, table in facts.tables.items()}
    assert set(everything["figures"]) == set(facts.figures)
    row = facts.tables["alpine_sales"].rows[0]
    exported = everything["tables"]["alpine_sales"][0]
    assert exported["line"] == row.line and exported["source_ids"] == list(row.source_ids) and exported["units"] == row.units
