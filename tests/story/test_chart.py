"""Of this story: a chart's two files: what is found by name, filled from rows, and said of files that break the contract."""

import re
from types import SimpleNamespace

import pytest

from scripts import paths
from scripts.checks import drawings, number_words
from scripts.drawing import chart, theme
from scripts.drawing.chart_definition import discover
from scripts.drawing.chart_settings import ChartColumn, Texts
from scripts.drawing.plot import plot_of
from scripts.drawing.rows import Row
from scripts.editions import editions_of
from scripts.markup.chart_blocks import chart_notes
from scripts.problems import ProblemsFound
from scripts.project import Project
from tests import editions
from tests.sample_chart import MODULE, ONE, TEXTS, WHOLE, in_samples


def test_two_files_are_a_chart_and_their_name_the_slug(load_charts, facts):
    prepared = chart.prepare(load_charts()["some-chart"], facts, "fr")
    assert prepared.text("takeaway") == f"Of {editions.figure_text('alpine-2025', 'fr')} in 2025"
    assert prepared.definition.columns == {"year": ChartColumn(kind="year"), "cars": ChartColumn(kind="number")}


@pytest.mark.parametrize(
    ("texts", "module", "message"),
    [
        (WHOLE, MODULE.replace("alpine-2025", "alpine-205"),
         "samples/some_chart.py:5: rows: chart some-chart stopped with UnknownName: "
         "'alpine-205' is not a key of figures; expected: one of"),
        (WHOLE.replace("[2025]", "[2024]"), MODULE,
         "samples/some_chart.toml:9: en.takeaway: chart some-chart stopped with UnknownName: "
         "'2024' is not a row of this chart; expected: first, last, 2025"),
        (WHOLE, MODULE.replace('Row.of(facts.figure("alpine-2025"), ', "Row.gap("),
         "samples/some_chart.py: rows: chart some-chart names no source"),
        ('title_says = {"cars[2024]" = 7}\n' + WHOLE, MODULE,
         "samples/some_chart.toml:1: title_says.\"cars[2024]\": chart some-chart stopped with UnknownName: "
         "'2024' is not a row of this chart; expected: first, last, 2025"),
        (
            WHOLE.replace("{year[last]}", "{yer[last]}"), MODULE,
            "samples/some_chart.toml:9: en.takeaway: chart some-chart stopped with UnknownName: "
            "'yer' is not a value of this chart; expected: year, cars, nearest: year",
        ),
    ],
)
def test_a_chart_that_fails_names_file_and_reason(load_charts, facts, texts, module, message):
    with pytest.raises(ProblemsFound) as problems:
        chart.prepare(load_charts(texts, module)["some-chart"], facts, "en")
    assert in_samples(problems.value).startswith(message)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('y="cars"', 'y="carz"'),
         "samples/some_chart.py:8: drawing (wide): chart some-chart stopped with UnknownName: "
         "'carz' is not a cell of this row; expected: year, cars, nearest: cars"),
        (('y="cars"', 'y="cars", color="blu"'),
         "samples/some_chart.py:8: drawing (wide): chart some-chart stopped with UnknownName: "
         "'blu' is not a colour of the theme; expected: paper, "),
        (('y="cars")', 'y="cars", dashed=1)'),
         "samples/some_chart.py:8: drawing (wide): chart some-chart stopped with TypeError: "
         "Sheet.bars() got an unexpected keyword argument 'dashed'; see scripts/charts/README.md"),
        (("sheet.bars(", "sheet.bar("),
         "samples/some_chart.py:8: drawing (wide): chart some-chart stopped with AttributeError: "
         "'Sheet' object has no attribute 'bar'; see scripts/charts/README.md"),
        (('y="cars")', 'y="cars", text="cars")\n    sheet.scale(y=(0, 5))'),
         "samples/some_chart.py:9: drawing (wide): chart some-chart stopped with InvalidValue: text '"),
        (('y="cars")', 'y="cars", text=lambda row: fmt.text("{x}"))'),
         "samples/some_chart.py:8: drawing (wide): chart some-chart stopped with UnknownName: '{x}' is not a text of this chart"),
        (('y="cars")', 'y="cars")\n    sheet.label("far", x=2025, y=None)'),
         "samples/some_chart.py:9: drawing (wide): chart some-chart stopped with InvalidValue: text 'far' at y=None; "
         "expected: a place, so leave out rows with a gap; see"),
        (('y="cars")', 'y="cars")\n    max(row["cars"] for row in [*rows, rows[0].with_cells(cars=None)])'),
         "samples/some_chart.py:9: drawing (wide): chart some-chart stopped with TypeError: "
         "'>' not supported between instances of 'NoneType' and 'int'; a cell with a gap is None, so leave out its row; see"),
        (('y="cars")', 'y="cars")\n    sheet.label("a long name", x=2025, y=0, between=(2025, 2025.05))'),
         "samples/some_chart.py:9: drawing (wide): chart some-chart stopped with NoRoom: text 'a long name' has room for 5.7 px letters; "
         "expected: at least 12 px, so shorten it, break it, or give it more place; see"),
        (("cars=facts", "car=facts"),
         "samples/some_chart.toml:5: columns.cars: chart some-chart stopped with UnknownName: "
         "'cars' is not a cell of this row; expected: year, car, nearest: car"),
        (('x="year"', 'x=rows[0]["yer"]'),
         "samples/some_chart.py:8: drawing (wide): chart some-chart stopped with UnknownName: "
         "'yer' is not a cell of this row; expected: year, cars, nearest: year"),
    ],
)
def test_what_goes_wrong_later_is_told_where_the_mark_was_made(load_charts, facts, change, message):
    module = MODULE.replace(*change)
    assert module != MODULE
    with pytest.raises(ProblemsFound) as problems:
        plot_of(chart.prepare(load_charts(WHOLE, module)["some-chart"], facts, "en"), theme.WIDE, facts)
    assert in_samples(problems.value).startswith(message), problems.value


@pytest.mark.parametrize(
    ("slug", "key", "changed", "message"),
    [
        ("date-drift", "x02", {"verdict": "held"}, '"state[us]": says \'changed\', but the rows give \'held\'; '),
        ("date-drift", "x04", {"now_due": None}, '"state[a110]": says \'late\', but the rows give \'changed\'; '),
        ("promises", "x02", {"verdict": "held"}, "country_held: says 0, but the rows give '1'; expected: titles that"),
    ],
)
def test_a_verdict_that_a_title_no_longer_says_is_told(facts, slug, key, changed, message):
    claims = [row.model_copy(update=changed if row.key == key else {}) for row in facts.of_kind("claims")]
    prepared = chart.prepare(discover()[slug], editions.with_rows(facts, "claims", claims), "en")
    (problem,) = number_words.check(Project(facts, editions={"en": SimpleNamespace(all_charts=[prepared])}))
    assert str(problem).partition("title_says.")[2].startswith(message), problem


@pytest.mark.browser
def test_the_worked_chart_of_the_contract_is_whole_in_every_language_and_shape(load_charts, facts, misfits_of):
    contract = (paths.ROOT / "scripts/charts/README.md").read_text("utf-8")
    (texts,) = re.findall(r"```toml\n(.*?)```", contract, re.S)
    (module,) = re.findall(r"```python\n(.*?)```", contract, re.S)
    definition = load_charts(texts, module)["some-chart"]
    plots = {}
    for language, words in (("en", "no<br>figure"), ("fr", "pas de<br>chiffre")):
        drawn = chart.prepare(definition, facts, language)
        assert "{" not in " ".join(drawn.text(name) for name in Texts.model_fields if name != "columns")
        for name, shape in theme.SHAPES.items():
            plots[language, name] = plot_of(drawn, shape, facts)
            assert words in [label["text"] for label in plots[language, name]["layout"]["annotations"]]
    in_pages = {name: plot for name, plot in plots.items() if name[1] in theme.IN_PAGES}
    assert misfits_of(in_pages) == {} == misfits_of(plots, 1)


def test_one_fault_is_told_once_for_all_languages(load_charts, facts):
    module = MODULE.replace("    sheet.bars(", "    sheet.scale(y=(0, 5))\n    sheet.bars(").replace(
        'y="cars")', 'y="cars", text=lambda row: fmt.number(row["cars"]))'
    )
    charts = load_charts(WHOLE, module)
    (problem,) = drawings.check(Project(facts, chart_definitions=charts, editions=editions_of(facts, charts)))
    assert (
        f"some_chart.py:9: drawing (wide): chart some-chart stopped with InvalidValue: "
        f"text {editions.figure_text('alpine-2025')!r} stands at y="
        in str(problem)
    )


def test_a_text_that_a_cell_names_is_filled_from_the_other_cells_of_its_chart(load_charts, facts):
    texts = WHOLE.replace('cars = "number"\n', 'cars = "number"\nname = "own_text"\n').replace(
        'cars = "Cars"}', 'cars = "Cars", name = "Name"}\nlong = "the {cars[2025]}"'
    )
    prepared = chart.prepare(
        load_charts(texts, MODULE.replace("year=2025, cars", 'year=2025, name="long", cars'))["some-chart"], facts, "en"
    )
    assert prepared.fmt.form("long", prepared.definition.columns["name"]) == f"the {editions.figure_text('alpine-2025')}"


def test_a_text_named_in_the_first_column_names_its_row_as_it_stands_there(load_charts, facts):
    texts = (
        WHOLE.replace("[columns]\n", '[columns]\nname = "own_text"\n')
        .replace("columns = {", 'long = "the newest year"\ncolumns = {name = "Name", ')
        .replace("{cars[2025]}", "{cars[long]}")
    )
    prepared = chart.prepare(
        load_charts(texts, MODULE.replace("year=2025, cars", 'name="long", year=2025, cars'))["some-chart"], facts, "en"
    )
    assert prepared.text("takeaway") == f"Of {editions.figure_text('alpine-2025')} in 2025"


def test_a_row_may_rest_on_more_than_one_record(facts):
    car, claim = facts.select("models", key="model-a290")[0], facts.select("claims", claim_id="x10")[0]
    row = Row.of(car, year=2024).with_source(claim)
    assert set(row.source_ids) == {*car.source_ids, *claim.source_ids} and row.places == (car.place, claim.place)


def test_a_text_rests_on_the_rows_it_names_and_on_all_where_it_says_what_they_give(load_charts, facts):
    named = ONE.replace('"T"', '"{cars[2024]}"').replace('"Q"', '"{sum}"')
    module = (
        MODULE.replace("    return [", '    return [Row.of(facts.figure("alpine-2024"), year=2024, cars=1), ')
        + "\ndef values(rows, fmt): return {'sum': '7'}\n"
    )
    prepared = chart.prepare(load_charts(f"{TEXTS}[en]\n{named}[fr]\n{named}", module)["some-chart"], facts, "en")
    years = {key: [row["year"] for row in prepared.rows_behind(key)] for key in ("title", "question", "takeaway", "alt")}
    assert years == {"title": [2024], "question": [2024, 2025], "takeaway": [2025, 2025], "alt": []}


def test_rows_with_one_note_share_it_and_a_gap_names_nothing(load_charts, facts):
    prepared = chart.prepare(load_charts()["some-chart"], facts, "en")
    rows = [Row({"year": year}, note={"en": note}) for year, note in ((2019, "same"), (2020, "same"), (2021, ""), (None, "own"))]
    assert chart_notes(chart.Chart(prepared.definition, "en", rows, prepared.fmt)) == [("2019 · 2020", "same"), ("", "own")]


def test_every_promise_about_the_united_states_is_off_on_hold_or_missed(facts):
    """The headline of the scorecard and the title of its chart say so in words that no row gives."""
    there = facts.select("claims", counted_as="promise", country="us")
    assert len(there) == 3 and {claim.state for claim in there} == {"changed", "missed"}
