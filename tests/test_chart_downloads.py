"""Files of every chart at the addresses that other people link to."""

import csv
import datetime as dt
import json
from decimal import Decimal

import pytest
from lxml import etree
from PIL import Image

from scripts.drawing.chart_settings import ChartColumn
from scripts.outputs.chart_downloads import cell_raw
from tests import editions
from tests.conftest import ADDRESS


@pytest.mark.parametrize(("language", "slug"), editions.CHARTS)
def test_every_address_of_the_contract_exists_and_holds_what_it_says(site, language, slug):
    folder = site / editions.chart_path(language, slug)
    poster = Image.open(folder / f"{slug}.png")
    assert poster.width == 1200
    assert poster.convert("RGBA").getchannel("A").getextrema() == (255, 255), "opaque"
    drawing = etree.parse(folder / f"{slug}.svg").getroot()
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    assert "sans-serif" in drawing.get("font-family")
    chart = editions.current(language).chart(slug)
    rows = list(csv.reader((folder / f"{slug}.csv").open(encoding="utf-8-sig", newline="")))
    assert len(rows) == len(chart.rows) + 1
    assert {len(row) for row in rows} == {len(chart.definition.columns) + 2}
    described = json.loads((folder / f"{slug}.json").read_text("utf-8"))
    address = ADDRESS + editions.chart_path(language, slug)
    assert (described["name"], described["url"], described["inLanguage"]) == (chart.text("title"), address, language)
    for name in ("description", "variableMeasured", "license", "datePublished", "dateModified", "citation", "distribution"):
        assert described[name], name


@pytest.mark.parametrize(("value", "kind", "raw"), [
    (Decimal("10.50"), "number", "10.5"), (None, "number", ""), (dt.date(2025, 4, 24), "date", "2025-04-24"),
    ({"en": "a", "fr": "b"}, "text", "b"),
])
def test_cells_of_a_file_are_as_machines_read_them(each_edition, value, kind, raw):
    if each_edition.language == "fr":
        assert cell_raw(value, ChartColumn(kind=kind), each_edition.fmt) == raw
