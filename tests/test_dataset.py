"""The dataset: whole folders, good and bad; figures stated and computed."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from scripts.facts import dataset
from scripts.problems import InvalidValue
from tests import sample_data
from tests.sample_data import problems_in


def test_a_sound_folder_loads(folder):
    facts = dataset.load_dataset(folder)
    assert facts.figure("comet-2025").number == Decimal(10970)
    assert facts.figure("comet-2025").labels.items() >= {"en": "New vehicles retailed", "fr": "New vehicles retailed (fr)"}.items()
    assert facts.figure("comet-total-2025").number == Decimal(15555)
    assert facts.tables["comet"].titles.items() >= {"en": "Table comet", "fr": "Tableau comet"}.items()


def test_records_are_frozen(folder):
    row = dataset.load_dataset(folder).of_kind("sources")[0]
    with pytest.raises(ValidationError, match="frozen"):
        row.title = "another"


def test_tables_are_found_by_name_kind_and_value(folder):
    sample_data.add(folder, "comet", key="", scope="France", units="")
    facts = dataset.load_dataset(folder)
    assert [row.scope for row in facts.tables["comet"].rows] == ["worldwide", "worldwide", "France"]
    assert [row.line for row in facts.select("comet", scope="worldwide", year=2024)] == [2]
    assert [row.line for row in facts.select("comet", year=(2024, 2025), units=None)] == [4]
    assert [row.key for row in facts.of_kind("claims")] == ["x01"]
    assert facts.sources["gazette-2026-01-20"].publisher == "The Gazette"


@pytest.mark.parametrize(
    ("table", "wanted", "message"),
    [
        ("comets", {}, "'comets' is not a table; expected: sources, quotes, comet, "),
        ("comets", {}, ", empty, nearest: comet, "),
        (
            "comet", {"scop": "worldwide"},
            "'scop' is not a column of comet; expected: key, year, period, scope, scope_fr, model, model_fr, measure, units, source_ids, "
            "confidence, note, note_fr, nearest: scope, scope_fr",
        ),
        ("comet", {"scope": "world"}, 'no row of comet has scope="world"; expected: "worldwide", "France", nearest: "worldwide"'),
        ("comet", {"year": (2019, 2020)}, "no row of comet has year=2019 or 2020; expected: 2024, 2025"),
        ("comet", {"scope": "France", "year": 2024}, 'no row of comet with scope="France" has year=2024; expected: 2025'),
        ("empty", {"page": "x"}, 'no row of empty has page="x"; expected: none is there'),
    ],
)
def test_a_selection_of_nothing_says_what_there_is(folder, table, wanted, message):
    sample_data.add(folder, "comet", key="", scope="France")
    listing = folder / "tables.toml"
    listing.write_text(listing.read_text("utf-8") + '\n[empty]\nkind = "corrections"\nen = "M"\nfr = "P"\nmay_be_empty = true\n', "utf-8")
    (folder / "empty.csv").write_text((folder / "corrections.csv").read_text("utf-8").split("\n")[0] + "\n", "utf-8")
    facts = dataset.load_dataset(folder)
    assert facts.select("empty") == [] and "was_en" in facts.tables["empty"].columns, "a table with only a header has its kind"
    with pytest.raises(InvalidValue) as wrong:
        facts.select(table, **wanted)
    assert message in wrong.value.args[0]


def test_keys_are_unique_over_all_tables_of_figures(folder):
    sample_data.change(folder, "market", 2, key="comet-2025")
    sample_data.add(folder, "computed", key="comet-2024")
    assert problems_in(folder) == [
        ("market.csv", 2, "key", f"'comet-2025' is a duplicate, first at {folder}/comet.csv:3; expected: unique keys"),
    ]
    sample_data.change(folder, "market", 2, key="electric-share-2025")
    assert problems_in(folder) == [
        ("computed.csv", 3, "key", f"'comet-2024' is a duplicate, first at {folder}/comet.csv:2; expected: unique keys"),
    ]


@pytest.mark.parametrize(("table", "column"), [
    ("events", "key"), ("sources", "id"), ("claims", "claim_id"), ("words", "key"), ("status", "key"),
])
def test_ids_are_unique_in_every_table(folder, table, column):
    line = sample_data.add(folder, table)
    name = sample_data.good(table)[column]
    assert problems_in(folder) == [(f"{table}.csv", line, column, f"{name!r} is a duplicate, first in line 2; expected: unique ids")]


@pytest.mark.parametrize(
    ("table", "cells", "column", "message"),
    [
        ("comet", {"measure": "sold"}, "measure", "'sold' is not in data/measures.csv for this table; expected: registrations"),
        ("market", {"item": "share"}, "item", "'share' is not in data/measures.csv for this table; expected: electric_share_pct"),
        ("market", {"unit": "count"}, "unit", "'count' differs from measures.csv; expected: percent"),
        ("wheelhouse", {"value": ""}, "key",
         "'wheelhouse-new-2025' names a row without a figure; expected: a key only where a number is stated"),
    ],
)
def test_a_figure_must_fit_its_measure(folder, table, cells, column, message):
    sample_data.change(folder, table, 2, **cells)
    assert problems_in(folder) == [(f"{table}.csv", 2, column, message)]


BY_ZERO = "share of these divides by zero; expected: operands that are not zero where they divide"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            {"operands": "comet-2024;comet-2026"},
            "'comet-2026' is not a key of a row above or of another table; "
            "expected: comet-2024, comet-2025, nought, wheelhouse-new-2025, wheelhouse-list-2025, "
            "electric-share-2025, comet-total-2025, nearest: comet-2025, comet-2024, comet-total-2025",
        ),
        ({"operands": "b;comet-2024"},
         "'b' is not a key of a row above or of another table; "
         "expected: comet-2024, comet-2025, nought, wheelhouse-new-2025, wheelhouse-list-2025, "
            "electric-share-2025, comet-total-2025"),
        ({"function": "share", "operands": "comet-2024"},
         "share takes more or fewer operands than 1; expected: as many as data/README.md says, separated by ;"),
        ({"function": "share", "operands": "comet-2024;nought"}, BY_ZERO),
        ({"function": "share", "operands": "nought;nought"}, BY_ZERO),
        (
            {"function": "count_rows", "operands": "claim:verdict=held"},
            "'claim' is not a table; expected: sources, quotes, comet, wheelhouse, ranking, market, events, models, "
            "claims, history, computed, measures"
            ", status, updates, corrections, words, nearest: claims",
        ),
        (
            {"function": "count_rows", "operands": "history:verdict=held"},
            "'verdict' is not a column of history; expected: key, claim_id, date, before, after, cause, because_en, because_fr, source_ids",
        ),
        (
            {"function": "count_rows", "operands": "history:dat=2024"},
            "'dat' is not a column of history; "
            "expected: key, claim_id, date, before, after, cause, because_en, because_fr, source_ids, nearest: date, after",
        ),
        (
            {"function": "count_rows", "operands": "claims:;events:"},
            "count_rows counts in one table; expected: table:column=value for each condition, or table: for all rows",
        ),
    ],
)
def test_a_computed_figure_that_cannot_be_computed_is_located(folder, cells, message):
    sample_data.add(folder, "comet", key="nought", year="2016", units="0")
    line = sample_data.add(folder, "computed", **({"key": "b"} | cells))
    assert problems_in(folder) == [("computed.csv", line, "operands", message)]


def test_an_unknown_function_is_refused(folder):
    sample_data.change(folder, "computed", 2, function="average")
    functions = "total | difference | product | share | times | change | undo_change | days_of_sales | count_rows"
    assert problems_in(folder) == [
        ("computed.csv", 2, "function", f"'average' is not allowed; expected: {functions}"),
    ]


def test_a_computed_figure_rests_on_its_parts(folder):
    sample_data.add(folder, "sources", id="other")
    sample_data.change(folder, "comet", 2, confidence="low", source_ids="other")
    sample_data.add(folder, "computed", key="half", function="times", operands="comet-total-2025;comet-2024", digits="1", unit="times")
    sample_data.add(
        folder, "computed", key="before", function="undo_change", operands="comet-2024;electric-share-2025", digits="0", unit="vehicles"
    )
    facts = dataset.load_dataset(folder)
    total, times = facts.figure("comet-total-2025"), facts.figure("half")
    assert facts.figure("before").confidence == "low", "an estimate is medium at most, and no surer than what it rests on"
    assert (total.computed, total.operands, total.confidence) == (True, ("comet-2024", "comet-2025"), "low")
    assert total.source_ids == ("other", "gazette-2026-01-20")
    assert (times.number, times.confidence) == (Decimal("3.4"), "low")  # 15,555 / 4,585 = 3.3926
    assert not facts.figure("comet-2025").computed


def test_computed_figures_of_computed_figures_use_the_exact_value(folder):
    sample_data.add(folder, "computed", key="rounded", function="times", operands="comet-2025;comet-2024", digits="0", unit="times")
    sample_data.add(folder, "computed", key="again", function="total", operands="rounded;rounded", digits="1", unit="times")
    facts = dataset.load_dataset(folder)
    assert (facts.figure("rounded").number, facts.figure("again").number) == (Decimal(2), Decimal("4.8"))  # 2 x 2.3926


def test_rows_are_counted_by_a_condition(folder):
    sample_data.add(folder, "claims", claim_id="x02", verdict="changed")
    sample_data.add(folder, "computed", key="all", function="count_rows", operands="claims:", digits="", unit="count")
    sample_data.add(folder, "computed", key="held", function="count_rows", operands="claims:verdict=held", digits="", unit="count")
    sample_data.add(folder, "computed", key="early", function="count_rows", operands="comet:year=2024", digits="", unit="count")
    never = "comet:year=2024;comet:year=2025"
    sample_data.add(folder, "computed", key="never", function="count_rows", operands=never, digits="", unit="count")
    both = "claims:counted_as=promise;claims:verdict=changed"
    sample_data.add(folder, "computed", key="both", function="count_rows", operands=both, digits="", unit="count")
    facts = dataset.load_dataset(folder)
    assert [facts.figure(key).number for key in ("all", "held", "early", "never", "both")] == [2, 1, 1, 0, 1]


def test_what_follows_from_a_damaged_row_is_not_reported_again(folder):
    sample_data.change(folder, "comet", 2, units="")
    assert [problem[:3] for problem in problems_in(folder)] == [("comet.csv", 2, "key")]
    sample_data.change(folder, "comet", 2, units="4,585")
    sample_data.change(folder, "measures", 3, unit="%")
    assert [problem[:3] for problem in problems_in(folder)] == [("comet.csv", 2, "units"), ("measures.csv", 3, "unit")]


PRICES = '[prices]\nkind = "figures"\nen = "Prices"\nfr = "Prix"\n'
SOUND = f'{PRICES}about = "Prices by year."\ncolumns.year = "year"\ncolumns.price = "value"\n'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[comet\n", (1, "", "is not TOML: ")),
        ('top = "figures"\n', (1, "top", "stands outside a [table]; expected: a [table] with kind, ")),
        ('[comet]\nkind = 3\n', (2, "comet.kind", "is 3; expected: sources, quotes, ")),
        ('[comet]\nen = "C"\nfr = "C"\n', (1, "comet.kind", "is missing; expected: kind, ")),
        (f'{PRICES}about = "Prices."\ncolumns = "value"\n', (6, "prices.columns", "is 'value'; expected: a table")),
        ('[comet]\nkind = "figure"\nen = "C"\nfr = "C"\n', (2, "comet.kind", "is 'figure'; expected: sources, ")),
        (f'{PRICES}about = "Prices."\n',
         (1, "prices", "has the columns (none) and lacks exactly one column that holds the value; expected: lines such as ")),
        (f'{PRICES}about = "Prices."\ncolumns.price = "value"\n',
         (1, "prices", "has the columns price and lacks exactly one column that holds its year or date")),
        (f'{PRICES}columns.price = "value"\n',
         (1, "prices", "has no description of its rows; expected: about, a sentence with a full stop, and columns")),
        (f'{SOUND}columns.port = "txt"\n', (8, "prices.columns.port.holds", "is 'txt'; expected: value, ")),
        (f'{SOUND}columns.port = {{ holds = "text", unit = "euro" }}\n',
         (8, "prices.columns.port.unit", "is not a setting; expected: holds, about, ")),
        (f'{SOUND}columns.Port = "text"\n', (8, "prices.columns.Port", "is not a name for a column; expected: a-z, 0-9 and underscores")),
        (f'{SOUND}columns.line = "text"\n', (8, "prices.columns.line", "is not a name for a column")),
        (f'{SOUND}columns.copy = "text"\n', (8, "prices.columns.copy", "is not a name for a column")),
        (f'{SOUND}columns.state = "word"\n',
         (8, "prices.columns.state", "holds 'word' and has 0 values; expected: values where it holds a word")),
        (f'{SOUND}columns.end = {{ holds = "date", not_before = "start" }}\n',
         (8, "prices.columns.end", "cannot be before 'start'; expected: year, price, end")),
        (f'{SOUND}columns.day = "date"\n',
         (1, "prices", "has the columns year, price, day and lacks exactly one column that holds its year or date")),
        ('[things]\nkind = "catalogue"\nen = "C"\nfr = "C"\nabout = "Things."\ncolumns.end = "date"\n',
         (1, "things", "has the columns end and lacks a text or name")),
        (f'{PRICES.replace("figures", "words")}columns.price = "value"\n', (1, "prices", "declares columns, and those of words are fixed")),
        ('[comet]\nkind = "words"\nen = "C"\n', (1, "comet", "has no title in 'fr'; expected: a title in every language (en, fr)")),
        ('[comet]\nkind = "words"\nen = "C"\nfr = "C"\nsv = "C"\n', (5, "comet.sv", "is not a setting; expected: kind, ")),
    ],
)
def test_a_bad_list_of_tables_is_a_problem_not_a_traceback(tmp_path, text, problem):
    (tmp_path / "tables.toml").write_text(text, "utf-8")
    ((line, column, message),) = [problem[1:] for problem in problems_in(tmp_path) if problem[0] == "tables.toml"]
    assert (line, column) == problem[:2]
    assert message.startswith(problem[2])


def test_a_column_that_is_not_declared_and_a_declared_one_that_is_not_there(folder):
    text = (folder / "tables.toml").read_text("utf-8")
    (folder / "tables.toml").write_text(text.replace('columns.period = "period"\n', 'columns.port = "name"\n', 1), "utf-8")
    problems = [problem[1:] for problem in problems_in(folder) if problem[0] == "comet.csv"]
    assert [problem[:2] for problem in problems] == [(1, "period"), (1, "port")]
    assert problems[1][2].startswith("column is missing; expected: key, year, port, ")
    assert problems[1][2].endswith(" (declared in data/tables.toml, languages in data/languages.toml)")


def test_declared_columns_may_stand_in_any_order_and_keep_the_order_of_the_file(folder):
    header, *rows = [line.split(",") for line in (folder / "comet.csv").read_text("utf-8").splitlines()]
    (folder / "comet.csv").write_text("".join(",".join(reversed(cells)) + "\n" for cells in (header, *rows)), "utf-8")
    facts, problems = dataset.read_dataset(folder)
    assert problems == [] and list(facts.tables["comet"].columns) == header[::-1]
    assert [(row.scope, row.in_year, row.number) for row in facts.tables["comet"].rows] == [
        ("worldwide", 2024, 4585),
        ("worldwide", 2025, 10970),
    ]


def test_a_missing_or_undecodable_list_of_tables(tmp_path):
    assert problems_in(tmp_path) == [("tables.toml", 0, "", "cannot be read; expected: a TOML file with one [table] for each CSV file")]
    (tmp_path / "tables.toml").write_bytes(b'[caf\xe9]\n')
    assert problems_in(tmp_path) == [("tables.toml", 0, "", "is not UTF-8; expected: UTF-8 text, so save the file as UTF-8")]


def test_a_file_that_nobody_listed_and_a_listed_file_that_is_not_there(folder):
    (folder / "words.csv").rename(folder / "wordlist.csv")
    assert problems_in(folder) == [
        ("wordlist.csv", 0, "", f"is not listed in {folder}/tables.toml; expected: files listed there, so add [wordlist]"),
        ("words.csv", 0, "", "cannot be read; expected: a UTF-8 CSV file listed in data/tables.toml"),
    ]
