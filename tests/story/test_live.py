"""Of this story: the figure of the interactive version, and the scripts that are given words and files."""

from __future__ import annotations

import json

from scripts.drawing import live


def test_bars_keep_their_foot_when_the_reader_zooms(each_edition):
    shape = json.loads(live.live_json(each_edition.chart("alpine-registrations"), each_edition.facts))["wide"]
    assert shape["layout"]["xaxis"]["fixedrange"] is False
    assert shape["layout"]["yaxis"]["fixedrange"] is True
