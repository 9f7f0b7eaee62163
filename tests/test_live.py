"""The plot of the interactive version."""

import gzip
import json
import re

import pytest

from scripts.drawing import live


def test_every_chart_has_a_small_live_plot_in_words_and_tokens(each_edition):
    for chart in each_edition.all_charts:
        content = live.live_json(chart, each_edition.facts)
        if content is None:
            continue  # a list or a calendar: nothing to point at
        slug, text = chart.slug, content.decode()
        assert len(gzip.compress(content)) < 8_000, slug
        assert not re.search(r"#[0-9a-fA-F]{6}\b", text), f"{slug}: a colour that does not follow the page's scheme"
        assert "%{" not in text and "customdata" not in text, slug
        for shape in json.loads(text).values():
            texts = [shape["data"][trace]["hovertext"][point] for trace, point in shape["order"]]
            assert texts and all(texts), slug
            assert not any(re.search(r"<(?!br>)", words) for words in texts), slug
            assert each_edition.language != "fr" or not any(re.search(r"[^\s\u202f]:(?=[\s<])", words) for words in texts), slug
            longest = max(len(line) for words in texts for line in words.split("<br>"))
            assert longest <= 50, f"{slug}: a hover label of {longest} characters in one line"


def test_both_shapes_walk_through_the_same_points(each_edition):
    for chart in each_edition.all_charts:
        shapes = json.loads(live.live_json(chart, each_edition.facts) or '{"wide": {"order": []}, "narrow": {"order": []}}')
        assert len(shapes["wide"]["order"]) == len(shapes["narrow"]["order"]), chart.slug


def _shape(data, **layout):
    return {"data": data, "layout": {"width": 720, "height": 400, "xaxis": {"range": [0, 1]}, "yaxis": {"range": [0, 1]}} | layout}


@pytest.mark.parametrize(("traces", "free"), [
    ([{"type": "bar", "base": [0, 0]}], "x"), ([{"type": "bar", "orientation": "h", "base": [0]}], "y"), ([{"type": "scatter"}], "xy"),
    ([{"type": "bar", "base": [0]}, {"type": "bar", "base": [44]}], "x"),
    ([{"type": "bar", "orientation": "h", "base": [2023.4, 2025]}], "xy"),
])
def test_bars_from_zero_are_stretched_along_their_foot_alone_and_spans_of_time_both_ways(traces, free):
    assert live.zoomable(traces) == free


def test_the_arrow_keys_go_as_the_eye_goes():
    across = [{"type": "scatter", "x": [3, 1, 2], "y": [0, 0, 0], "hovertext": ["c", "a", "b"]}]
    assert live.order(_shape(across)) == [[0, 1], [0, 2], [0, 0]]
    high_first = [{"type": "scatter", "x": [1, 1], "y": [0, 5], "hovertext": ["low", "high"]}]
    assert live.order(_shape(high_first)) == [[0, 1], [0, 0]]
    down = [{"type": "bar", "orientation": "h", "x": [1, 2], "y": [0, 1], "hovertext": ["a", "b"]}]
    assert live.order(_shape(down, yaxis={"range": [2, -1]})) == [[0, 0], [0, 1]]
    assert live.order(_shape(down, yaxis={"range": [-1, 2]})) == [[0, 1], [0, 0]]
    silent = [{"type": "scatter", "x": [1, 2], "y": [0, 0], "hovertext": ["", "b"]}]
    assert live.order(_shape(silent)) == [[0, 1]]
