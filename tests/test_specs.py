"""A kept figure is used only while all that it is made of is as it was."""

import dataclasses
import datetime as dt
import json
from decimal import Decimal

import pytest

from scripts import edition, paths
from scripts.drawing import draw, specs, theme
from scripts.drawing.contract import Row

SLUG = "alpine-registrations"


@pytest.fixture
def room(tmp_path, monkeypatch):
    """An empty cache."""
    monkeypatch.setattr(paths, "BUILD", tmp_path)
    return tmp_path / "cache"


@pytest.fixture
def drawn():
    return edition.current("en").chart(SLUG)


def test_what_is_kept_is_what_would_be_built(room, drawn, monkeypatch):
    facts = edition.current("en").facts
    for shape in theme.SHAPES.values():
        built = draw.spec_of(drawn, shape, facts, "example.org", keep=True)
        assert json.loads(built) == json.loads(draw.figure_of(drawn, shape, facts, "example.org").to_json())
    assert len(list(room.iterdir())) == len(theme.SHAPES)
    monkeypatch.setattr(draw, "figure_of", None)
    assert draw.spec_of(drawn, theme.CARD, facts, "example.org") == built


def changed(drawn, **cells):
    first, *rest = drawn.rows
    return dataclasses.replace(drawn, rows=[dataclasses.replace(first, cells=dict(first.cells) | cells), *rest])


@pytest.mark.parametrize(
    ("what", "other", "shape", "address"),
    [
        ("a cell", lambda drawn: changed(drawn, cars=Decimal(2092)), theme.WIDE, ""),
        ("how sure a row is", lambda drawn: dataclasses.replace(drawn, rows=[dataclasses.replace(row, confidence="low") for row in drawn.rows]), theme.WIDE, ""),
        ("a row less", lambda drawn: dataclasses.replace(drawn, rows=drawn.rows[:-1]), theme.WIDE, ""),
        ("the language", lambda drawn: edition.current("fr").chart(SLUG), theme.WIDE, ""),
        ("the address in the frame", lambda drawn: drawn, theme.POSTER, "example.com"),
    ],
)
def test_a_change_builds_anew(room, drawn, what, other, shape, address):
    facts = edition.current("en").facts
    for known in theme.SHAPES.values():
        draw.spec_of(drawn, known, facts, "example.org", keep=True)
    now = draw.spec_of(other(drawn), shape, facts, address, keep=True)
    assert json.loads(now) == json.loads(draw.figure_of(other(drawn), shape, facts, address).to_json()), what
    assert len(list(room.iterdir())) == len(theme.SHAPES) + 1, what


@pytest.mark.parametrize("file", ["scripts/drawing/pen.py", "scripts/charts/another.py", "data/words.csv"])
def test_other_code_or_other_words_build_anew(monkeypatch, tmp_path, drawn, file):
    for name in ("scripts/drawing", "scripts/charts", "data"):
        (tmp_path / name).mkdir(parents=True)
    chart = tmp_path / "scripts/charts/x.py"
    for name in (chart, tmp_path / "scripts/drawing/pen.py", tmp_path / "data/words.csv"):
        name.write_text("a")
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(specs, "_WORDS", tmp_path / "data/words.csv")
    specs._code.cache_clear()
    before = specs.name(str(chart), drawn.rows)
    (tmp_path / file).write_text("b")
    specs._code.cache_clear()
    after = specs.name(str(chart), drawn.rows)
    specs._code.cache_clear()
    assert before and after and before != after


def test_what_cannot_be_told_for_certain_is_not_kept(room, drawn):
    class Silent:
        """Two of these look alike, whatever they hold."""

    here = drawn.chart.module.__file__
    assert specs.name(here, [Row({"a": 1})]) and specs.name(here, [Row({"a": Silent()})]) is None
    assert specs.name(__file__, [Row({"a": 1})]) is None, "a chart from elsewhere: its code is not in the name"
    assert specs.find(None) is None


def test_values_are_told_apart():
    values = [1, 1.0, "1", True, None, Decimal("1"), Decimal("1.0"), dt.date(2026, 1, 1), dt.datetime(2026, 1, 1), [1], (1,), {"a": 1, "b": 2}, {"b": 2, "a": 1}, {}, [], "", ["a,str b"], ["a", "b"], [["a"], "b"], Row({"a": 1}), Row({"a": 1}, ("s",))]
    assert len({specs.canonical(value) for value in values}) == len(values)
