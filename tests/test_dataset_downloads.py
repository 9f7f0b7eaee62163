"""The dataset as a whole: the data package by Frictionless' own library, the JSON of everything and the audit."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from scripts import paths
from scripts.facts.cells import PartialDate
from scripts.index import markdown_pages, uses
from scripts.index.markers import LISTS
from scripts.outputs import dataset_downloads
from scripts.tools import __main__ as tools
from scripts.tools import audit
from tests import editions
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


def test_the_audit_lists_each_figure_with_row_sources_and_confidence(each_edition):
    pages = markdown_pages.read_folder(paths.DOCS, each_edition.language)
    entries = [use for page in pages.values() for use in uses.on_page(each_edition, page)]
    for page in pages.values():
        stated = [(entry.place, entry.key) for entry in entries if entry.page.name == page.name and entry.kind == "figure"]
        file = f"docs/{each_edition.language}/{page.name}.md"
        assert sorted(stated) == sorted((f"{file}:{marker.line}", marker.names[0]) for marker in page.markers if marker.kind == "figure")
    for entry in entries:
        if entry.kind == "figure":
            figure = each_edition.facts.figure(entry.key)
            assert (entry.confidence, entry.row, entry.sources) == (figure.confidence, figure.place, figure.source_ids)
    for block, kind in LISTS.items():  # rows that a block lists are stated too
        holders = [page for page in pages.values() if block in page.block_names]
        assert {entry.row for entry in entries if entry.kind == block} == {row.place for row in each_edition.facts.of_kind(kind) if holders}


def test_the_audit_reads_as_text():
    edition = editions.current("en")
    key = next(key for key, figure in edition.facts.figures.items() if figure.computed and figure.source_ids)
    text = audit.as_text(edition, editions.page_of("x", f"One.\n\nTwo {{{{ {key} }}}}.\n"))
    figure = edition.facts.figure(key)
    assert text.startswith("== x (en): 1 entries\n")
    assert f"docs/en/x.md:3  figure {key} = {edition.fmt.figure(figure)}  [{figure.confidence}]" in text
    assert f"row {figure.place}, computed from {', '.join(figure.operands)}" in text
    assert edition.facts.sources[figure.source_ids[0]].url in text


def test_the_audit_refuses_a_page_that_does_not_exist(capsys):
    assert tools.main(["audit", "no-such-page"]) == 1
    assert "audit: 'no-such-page' is not a page; expected: " in capsys.readouterr().err
