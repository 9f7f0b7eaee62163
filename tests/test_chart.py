"""A chart's two files: what is found by name, filled from rows, and said of files that break the contract."""

import inspect
import re
from decimal import Decimal
from types import FunctionType

import pytest

from scripts import paths
from scripts.checks import references
from scripts.drawing import chart, chart_definition, theme
from scripts.drawing.chart_settings import COLUMN_KINDS, Texts
from scripts.drawing.plot import plot_of
from scripts.drawing.sheet import Sheet
from scripts.markup.chart_blocks import chart_notes
from scripts.problems import ProblemsFound
from scripts.project import Project
from tests import sample_data
from tests.sample_chart import MODULE, WHOLE, in_samples


def messages(load_charts, *files):
    with pytest.raises(ProblemsFound) as problems:
        load_charts(*files)
    return [in_samples(problem) for problem in problems.value.problems]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: None,
         "samples/some_chart.toml: cannot be read; expected: TOML with the texts and columns of the chart that some_chart.py draws"),
        (lambda text: text + "x", "samples/some_chart.toml: is not TOML"),
        (lambda text: text.replace("narrow = 100", "small = 100"),
         "samples/some_chart.toml:2: height.small: is not a setting; expected: wide, narrow, poster"),
        (lambda text: text.replace('"number"', '"numbre"'),
         "samples/some_chart.toml:5: columns.cars.kind: is 'numbre'; "
         "expected: text, own_text, word, number, percent, year, date, term, nearest: number"),
        (lambda text: text.replace(', cars = "Cars"}', "}"), "samples/some_chart.toml:12: en.columns: has no header for column 'cars'"),
        (lambda text: text + 'more = "x"', "samples/some_chart.toml:20: fr.more: stands in one language only"),
        (lambda text: 'named_by = ["model"]\n' + text,
         "samples/some_chart.toml:1: named_by: 'model' is not a column; expected: year, cars"),
        (lambda text: "ordr = 7\n" + text,
         "samples/some_chart.toml:1: ordr: is not a setting; "
         "expected: pages, topics, order, height, named_by, columns, cells, title_says, en, fr, de, nearest: order"),
        (lambda text: 'topics = "year"\n' + text, "samples/some_chart.toml:1: topics: is 'year'; expected: a valid list"),
        (lambda text: 'order = "95"\n' + text, "samples/some_chart.toml:1: order: is '95'; expected: a valid integer"),
        (lambda text: "title_says = [7]\n" + text, "samples/some_chart.toml:1: title_says: is [7]; expected: a table"),
        (lambda text: text.replace('columns = {year = "Year", cars = "Cars"}', 'columns = "Year"', 1),
         "samples/some_chart.toml:12: en.columns: is 'Year'; expected: a table"),
        (lambda text: text.replace('"Q"', "7", 1), "samples/some_chart.toml:8: en.question: is 7; expected: a valid string"),
        (lambda text: text + '[de]\ncolumns = "Jahr"', "samples/some_chart.toml:21: de.columns: is 'Jahr'; expected: a table"),
        (lambda text: text.partition("[fr]")[0], "samples/some_chart.toml: fr: is missing; expected: "),
        (lambda text: text.replace('unit = "U"\n', ""), "samples/some_chart.toml:6: en.unit: is missing; expected: "),
        *(
            (lambda text, name=name: text.replace(f"\n{name} =", f'\n{name} = ""\nx{name} ='),
             f"samples/some_chart.toml:{line}: en.{name}: is ''; expected: ")
            for line, name in enumerate(Texts.model_fields, 6) if name not in ("columns", "title")
        ),
    ],
)
def test_a_wrong_text_file_is_told_with_its_place(load_charts, change, message):
    assert any(message in line for line in messages(load_charts, change(WHOLE))), messages(load_charts, change(WHOLE))


def test_a_wrong_module_is_told_with_its_place(load_charts):
    assert messages(load_charts, WHOLE, "def rows(facts): pass\n") == [
        "samples/some_chart.py: draw: is missing; expected: rows(facts), and draw(sheet, rows, fmt)"
    ]
    assert messages(load_charts, WHOLE, MODULE.replace("import Row", "import Roe"))[0].startswith(
        "samples/some_chart.py:2: import: ImportError: cannot import name 'Roe' from 'scripts.drawing.rows'"
    )
    assert messages(load_charts, WHOLE, "import pandaz\n") == [
        "samples/some_chart.py:1: import: ModuleNotFoundError: No module named 'pandaz'"
    ]
    assert messages(load_charts, WHOLE, "raise ImportError\n") == ["samples/some_chart.py:1: import: ImportError: "]
    assert messages(load_charts, WHOLE, "def rows(:\n")[0].startswith("samples/some_chart.py:1: import: SyntaxError")


def test_pages_and_topics_that_do_not_exist_are_told_with_the_nearest(load_charts, sample_facts):
    def reference_problems(texts):
        project = Project(sample_facts, sample_data.pages(), chart_definitions=load_charts(texts))
        return [in_samples(problem) for problem in references.check(project)]

    assert reference_problems('pages = ["index"]\ntopics = ["product"]\n' + WHOLE) == []
    first, other = reference_problems('pages = ["index", "strategie"]\ntopics = ["produkt"]\n' + WHOLE)
    assert first.startswith("samples/some_chart.toml:1: pages: 'strategie' is not a page; expected: ")
    assert first.endswith(", nearest: strategy")
    assert other == (
        "samples/some_chart.toml:2: topics: 'produkt' is not a topic; "
        "expected: product, nearest: product, or a word topic.NAME added to data/words.csv"
    )


TWO_COLUMNS = '''
from scripts.drawing.rows import Row

def rows(facts):
    years = {2019: (None, None), 2020: (3, 7), 2021: (4, 8), 2022: (5, None), 2023: (None, ""), 2024: (None, 9)}
    comet = facts.figure("comet-2024")
    return [Row.of(comet, year=year, cars=cars, used=used) for year, (cars, used) in years.items()]

def draw(sheet, rows, fmt):
    sheet.bars(rows, x="year", y="cars")
'''


def test_the_first_and_the_last_row_of_texts_have_a_cell_in_every_column(load_charts, sample_facts):
    texts = two_columns("In {year[last]}, {cars[last]}", "From {cars[first]} in {year[first]}; {used[2022]}, {used[2024]}")
    for language in paths.LANGUAGES:
        prepared = chart.prepare(load_charts(texts, TWO_COLUMNS)["some-chart"], sample_facts, language)
        assert [prepared.text("title"), prepared.text("takeaway")] == ["In 2021, 4", "From 3 in 2020; , 9"]


def test_a_last_row_that_does_not_exist_is_told_at_the_text_that_names_it(load_charts, sample_facts):
    charts = load_charts(
        two_columns("T", "In {year[last]}, {cars[last]} and {used[last]}"),
        TWO_COLUMNS.replace("(3, 7)", "(3, None)").replace("(4, 8)", "(4, '')"),
    )
    with pytest.raises(ProblemsFound) as problems:
        chart.prepare(charts["some-chart"], sample_facts, "en")
    assert in_samples(problems.value).startswith(
        "samples/some_chart.toml:10: en.takeaway: chart some-chart stopped with UnknownName: "
        "'last' is not a row of this chart; expected: 2019, 2020"
    )


def test_a_text_may_not_name_one_of_two_rows_that_share_their_name(load_charts, sample_facts):
    """Two series in one year: the later row would speak for both, and the alt text would tell another's figures."""
    two_of_a_year = TWO_COLUMNS.replace("in years.items()]", "in [*years.items(), (2021, (6, 9))]]")
    with pytest.raises(ProblemsFound) as problems:
        chart.prepare(load_charts(two_columns("T", "In 2021, {cars[2021]}"), two_of_a_year)["some-chart"], sample_facts, "en")
    assert in_samples(problems.value).startswith(
        "samples/some_chart.toml:10: en.takeaway: chart some-chart stopped with InvalidValue: "
        "'2021' names 2 rows; expected: a cell id that tells them apart"
    )
    told_apart = two_of_a_year.replace("Row.of(comet, year", 'Row.of(comet, id=f"{year} {cars}", year')
    prepared = chart.prepare(load_charts(two_columns("T", "{cars[2021 4]}, {cars[2021 6]}"), told_apart)["some-chart"], sample_facts, "en")
    assert prepared.text("takeaway") == "4, 6"


def test_a_chart_reckons_with_its_cells_and_its_table_keeps_them_as_they_stand(load_charts, sample_facts):
    """A factor on a Decimal is a TypeError, of which a newcomer knows nothing."""
    module = TWO_COLUMNS.replace("2024: (None, 9)", "2024: (facts.figure('comet-2025').number, Decimal('9.5'))").replace(
        'sheet.bars(rows, x="year", y="cars")',
        'sheet.bars(rows, x="year", y="cars", text="cars")\n    sheet.rule(y=rows[-1]["cars"] * 1.1 + rows[-1]["used"])',
    )
    charts = load_charts(two_columns("T", "In {year[last]}, {cars[last]}"), f"from decimal import Decimal\n{module}")
    prepared = chart.prepare(charts["some-chart"], sample_facts, "en")
    layout = plot_of(prepared, theme.WIDE, sample_facts)["layout"]
    assert layout["shapes"][0]["y0"] == pytest.approx(10970 * 1.1 + 9.5)
    assert "10970" in [label["text"] for label in layout["annotations"]]
    assert isinstance(prepared.rows[-1]["used"], Decimal)


def two_columns(title, takeaway):
    """The texts of a chart of new and used cars."""
    texts = WHOLE.replace('"T"', f'"{title}"').replace('"Of {cars[2025]} in {year[last]}"', f'"{takeaway}"')
    return texts.replace('cars = "number"', 'cars = "number"\nused = "number"').replace('"Cars"}', '"Cars", used = "Used"}')


def test_every_note_below_a_chart_says_what_it_is_about(each_edition):
    nameless = [(prepared.slug, note) for prepared in each_edition.all_charts for name, note in chart_notes(prepared) if not name]
    assert nameless == []


def test_the_contract_of_charts_lists_every_kind_of_column_every_mark_and_every_option_of_a_label():
    contract = (paths.ROOT / "scripts/charts/README.md").read_text("utf-8")
    marks = [name for name, method in vars(Sheet).items() if isinstance(method, FunctionType) and not name.startswith("_")]
    assert marks and [name for name in marks if f"`sheet.{name}" not in contract] == []
    options = set(inspect.signature(Sheet.label).parameters) - {"self", "text"}
    assert [option for option in sorted(options) if f"`{option}`" not in contract] == []
    assert [kind for kind in COLUMN_KINDS if f"`{kind}`" not in contract] == []


def test_what_the_contract_of_charts_names_is_there_and_charts_use_nothing_else(each_edition):
    folder = paths.ROOT / "scripts/charts"
    contract = (folder / "README.md").read_text("utf-8")
    given = {"sheet": Sheet("wide", width=700, height=380, em=16), "fmt": each_edition.all_charts[0].fmt}
    promised = set(re.findall(r"`(sheet|fmt)\.(\w+)", contract))
    used = {name for module in folder.glob("*.py") for name in re.findall(r"\b(sheet|fmt)\.(\w+)", module.read_text("utf-8"))}
    assert [name for name in sorted(promised) if not hasattr(given[name[0]], name[1])] == []
    assert used and used - promised == set()


def test_a_slug_and_its_file_lead_to_each_other(each_edition):
    for definition in each_edition.chart_definitions.values():
        assert definition.module.__file__ == str(paths.ROOT / chart_definition.file_of(definition.slug))
