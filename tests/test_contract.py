"""The chart contract: discovery by file name, and what is said of a module that breaks it."""

import sys
from types import SimpleNamespace

import pytest

from scripts import paths
from scripts.drawing import contract, draw
from scripts.markup import chart_html
from scripts.problems import ProblemsFound

GOOD = '''
from scripts.drawing.contract import Column, Row
_T = {"title": "T", "question": "Q", "takeaway": "Of {n}", "alt": "A", "unit": "U", "columns": {"year": "Year"}}
TEXT = {"en": dict(_T), "fr": dict(_T)}
COLUMNS = (Column("year", "year"),)
HEIGHT = {"wide": 100, "narrow": 100}
def rows(facts): return [Row.of(facts.figure("alpine-2025"), year=2025)]
def values(rows, say): return {"n": "1"}
def figure(rows, pen): return pen.canvas()
'''


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of charts with one module, whose text the test gives."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def make(text, name="some_chart"):
        folder = tmp_path / "samples"
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").write_text("")
        (folder / f"{name}.py").write_text(text)
        for loaded in [module for module in sys.modules if module.split(".")[0] == "samples"]:
            del sys.modules[loaded]
        return "samples"

    return make


def said(package, text):
    with pytest.raises(ProblemsFound) as found:
        contract.discover(paths.LANGUAGES, package(text))
    return [str(problem) for problem in found.value.problems]


def test_a_file_is_a_chart_and_its_name_the_slug(package):
    assert list(contract.discover(paths.LANGUAGES, package(GOOD))) == ["some-chart"]


def test_every_real_chart_keeps_the_contract(each_edition):
    assert len(each_edition.all_charts) >= 16
    for drawn in each_edition.all_charts:
        assert drawn.rows and drawn.text("title") and contract.sources_of(drawn.rows)


def test_missing_parts_are_all_named(package):
    assert said(package, GOOD.replace("def values", "def other").replace("HEIGHT =", "SIZE =")) == [
        "samples/some_chart.py: HEIGHT: is missing; a chart needs TEXT, COLUMNS, HEIGHT, rows, values, figure",
        "samples/some_chart.py: values: is missing; a chart needs TEXT, COLUMNS, HEIGHT, rows, values, figure",
    ]


@pytest.mark.parametrize("name", ["takeaway", "alt", "question", "title", "unit"])
def test_a_text_missing_in_one_language_is_named(package, name):
    lines = said(package, GOOD.replace('"fr": dict(_T)', f'"fr": dict(_T, {name}="")'))
    assert lines == [f"samples/some_chart.py: TEXT['fr']: {name!r} is missing or empty; allowed: a text in every language"]


def test_a_column_without_a_header_is_named(package):
    lines = said(package, GOOD.replace('COLUMNS = (Column("year", "year"),)', 'COLUMNS = (Column("year", "year"), Column("cars"))'))
    assert "samples/some_chart.py: TEXT['fr']['columns']: no header for column 'cars'" in lines


def test_a_syntax_error_is_a_message_not_a_traceback(package):
    assert said(package, "def rows(:\n")[0].startswith("samples/some_chart.py:1: import: SyntaxError")


def prepared(package, facts, text):
    with pytest.raises(ProblemsFound) as found:
        draw.prepare(contract.discover(paths.LANGUAGES, package(text))["some-chart"], facts, "en")
    return str(found.value)


def test_a_chart_that_raises_names_chart_file_line_and_reason(package, facts):
    message = prepared(package, facts, GOOD.replace('return [Row.of(facts.figure("alpine-2025"), year=2025)]', 'return [Row.of(facts.figure("alpine-205"), year=1)]'))
    assert message.startswith("scripts/charts/some_chart.py:7: rows: chart some-chart stopped with KeyError: 'alpine-205' is not a key; nearest: alpine-2025")


def test_a_text_with_an_unknown_value_is_named(package, facts):
    message = prepared(package, facts, GOOD.replace("Of {n}", "Of {m}"))
    assert ("TEXT['en']['takeaway']" in message and "'m'" in message) or "m" in message


def test_a_chart_without_a_source_is_refused(package, facts):
    message = prepared(package, facts, GOOD.replace('Row.of(facts.figure("alpine-2025"), year=2025)', "Row.gap(year=2025)"))
    assert "chart some-chart names no source" in message


def test_a_name_for_notes_that_is_no_column_is_named(package):
    assert said(package, GOOD.replace("HEIGHT =", 'NAMED_BY = ("model",)\nHEIGHT =')) == [
        "samples/some_chart.py: NAMED_BY: 'model' is not one of the chart's columns; allowed: year"
    ]


def test_every_note_below_a_chart_says_what_it_is_about(each_edition):
    nameless = [(drawn.chart.slug, note) for drawn in each_edition.all_charts for name, note in chart_html.notes(drawn) if not name]
    assert nameless == []


def test_rows_with_one_note_share_it_and_a_gap_names_nothing():
    def row(year, note):
        return contract.Row({"year": year}, note={"en": note})

    module = SimpleNamespace(COLUMNS=(contract.Column("year", "text"),))
    drawn = SimpleNamespace(rows=[row("2019", "same"), row("2020", "same"), row("2021", ""), row(None, "own")], chart=SimpleNamespace(module=module), language="en", say=SimpleNamespace(of=str))
    assert chart_html.notes(drawn) == [("2019 · 2020", "same"), ("", "own")]
