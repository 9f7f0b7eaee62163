"""Files of every chart at the addresses that other people link to."""

import csv
import json

import pytest
from lxml import etree
from PIL import Image

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
