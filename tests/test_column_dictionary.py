"""The column dictionary: complete, true to what the reader does, in step with data/README.md, and told in other languages."""

from typing import get_args

import pytest

from scripts import paths
from scripts.facts.cells import Confidence, Text
from scripts.facts.column_dictionary import END, START, ColumnTexts, check, stale, write
from scripts.facts.reader import TableSpec, read
from scripts.outputs import dataset_downloads
from scripts.problems import ProblemsFound
from tests import editions, sample_data


@pytest.fixture
def folder(folder):
    (folder / "README.md").write_text(f"# By hand\n\n{START}\nold\n{END}\n\nAlso by hand.\n", "utf-8")
    return folder


def section(readme: str, table: str) -> str:
    return next(part for part in readme.split("\n### ") if part.split("\n")[0].endswith(f"`{table}.csv`"))


@pytest.mark.parametrize("kind", [sample_data.kind(table) for table in sample_data.TABLES], ids=sample_data.TABLES)
def test_every_example_is_read(tmp_path, kind):
    described = kind.columns().values()
    sample_data.save(tmp_path / "example.csv", [list(kind.columns()), [column.example for column in described]])
    table = read(tmp_path / "example.csv", TableSpec(kind))
    assert [row.line for row in table.rows] == [2] and table.problems == []


@pytest.mark.parametrize("kind", [sample_data.kind(table) for table in sample_data.TABLES], ids=sample_data.TABLES)
def test_every_column_has_a_meaning_and_says_what_is_allowed(kind):
    for column in kind.columns().values():
        assert column.meaning and column.example and column.allowed.text, column
        assert column.allowed.required != column.allowed.text.startswith("empty"), column
    assert (kind.__doc__ or "").split("\n")[0].endswith(".")


def test_every_column_of_a_table_stands_in_its_section(folder):
    write(folder)
    readme = (folder / "README.md").read_text("utf-8")
    for table, kind in ((table, sample_data.kind(table)) for table in sample_data.TABLES):
        text = section(readme, table)
        assert text.startswith(f"Table {table}: `{table}.csv`\n\n{kind.__doc__}")
        assert [line.split("`")[1] for line in text.split("\n") if line.startswith("| `")] == list(kind.columns())


def test_one_line_of_the_dictionary(folder):
    write(folder)
    lines = section((folder / "README.md").read_text("utf-8"), "comet").split("\n")
    number = "empty (not stated), or digits with a point for decimals and no separators, e.g. 10970 or 7.8"
    assert f"| `units` | the figure; empty: not stated | {number} | `10970` |" in lines
    assert "| `scope` | area counted | text on one line | `worldwide` |" in lines
    assert next(line for line in lines if line.startswith("| `confidence`")).endswith("| high, medium, low | `high` |")


def test_writing_brings_it_up_to_date_and_keeps_what_people_wrote(folder):
    readme = folder / "README.md"
    assert list(map(str, stale(folder))) == [
        f"{folder}/README.md: the column dictionary is not up to date; "
        "expected: what the records say, so mend the words in scripts/facts/records.py, and run `make fix`"
    ]
    assert write(folder) is True
    assert stale(folder) == []
    text = readme.read_text("utf-8")
    assert text.startswith(f"# By hand\n\n{START}\n") and text.endswith(f"\n{END}\n\nAlso by hand.\n")
    assert write(folder) is False
    assert readme.read_text("utf-8") == text


@pytest.mark.parametrize(
    "text",
    ["# Nothing\n", f"{START}\n", f"{END}\n{START}\n", f"{START}\n" * 2 + END],
)
def test_missing_markers_are_a_problem_and_nothing_is_written(folder, text):
    readme = folder / "README.md"
    readme.write_text(text, "utf-8")
    message = f"lacks a marker of the column dictionary; expected: {START!r}, then {END!r}, once each"
    assert [str(problem) for problem in stale(folder)] == [f"{readme}: {message}"]
    with pytest.raises(ProblemsFound):
        write(folder)
    assert readme.read_text("utf-8") == text


def test_a_missing_readme_is_a_problem(folder):
    (folder / "README.md").unlink()
    assert [(problem.line, problem.message[:10]) for problem in stale(folder)] == [(0, "lacks a ma")]
    with pytest.raises(ProblemsFound):
        write(folder)


def test_a_bad_list_of_tables_is_reported_and_nothing_is_written(folder):
    before = (folder / "README.md").read_text("utf-8")
    (folder / "tables.toml").write_text('[sources]\nkind = "source"\nen = "S"\nfr = "S"\n', "utf-8")
    assert any(problem.message.startswith("is 'source'; expected: sources, quotes") for problem in stale(folder))
    with pytest.raises(ProblemsFound):
        write(folder)
    assert (folder / "README.md").read_text("utf-8") == before


@pytest.fixture
def translations(tmp_path):
    """The real data, whose meanings of columns in French are to be damaged."""
    for file in (paths.DATA / "columns.fr.toml", paths.DATA / "tables.toml", *paths.DATA.glob("*.csv")):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def damage(translations, old: str, new: str) -> list[tuple[int, str, str]]:
    file = translations / "columns.fr.toml"
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")
    return [(problem.line, problem.column, problem.message) for problem in check(translations)]


def line_of(translations, words: str) -> int:
    return next(number for number, line in enumerate((translations / "columns.fr.toml").read_text("utf-8").split("\n"), 1) if words in line)


def test_a_reworded_meaning_asks_for_its_translation_again(translations):
    line = line_of(translations, '"who published it" =')
    assert damage(translations, '"who published it" =', '"who published this" =') == [
        (line_of(translations, "[meaning]"), "meaning",
         "'who published it' is not translated; expected: a line \"who published it\" = \"…\""),
        (line, 'meaning."who published this"',
         "is not the text of a column, word for word; expected: who published it, nearest: who published it"),
    ]


@pytest.mark.parametrize("translation", ['""', '"who published it"'])
def test_a_meaning_left_as_it_was(translations, translation):
    message = "is empty or the same in both languages; expected: its translation"
    assert damage(translations, '"qui l’a publié"', translation) == [
        (line_of(translations, '"who published it"'), 'meaning."who published it"', message)
    ]


def test_a_part_that_nothing_reads(translations):
    message = "is not a setting; expected: meaning, allowed, nearest: allowed"
    assert damage(translations, "[allowed]", "[alowed]") == [(line_of(translations, "alowed"), "alowed", message)]


def test_a_translation_that_is_no_text_and_a_section_that_is_no_table(translations):
    assert damage(translations, '"qui l’a publié"', "3") == [
        (line_of(translations, '"who published it"'), 'meaning."who published it"', "is 3; expected: a valid string")
    ]
    (translations / "columns.fr.toml").write_text('meaning = "x"\n', "utf-8")
    assert [str(problem) for problem in check(translations)] == [f"{translations}/columns.fr.toml:1: meaning: is 'x'; expected: a table"]


def test_files_that_cannot_be_read(translations):
    file = translations / "columns.fr.toml"
    for content, words in ((b'a = "\xe9"\n', "is not UTF-8"), (b"[meaning]\nso what\n", "is not TOML"), (None, "cannot be read")):
        file.unlink() if content is None else file.write_bytes(content)
        [problem] = check(translations)
        assert words in problem.message and "; expected: " in problem.message


def test_lists_of_words_stay_as_the_cells_hold_them():
    texts = ColumnTexts("fr")
    assert texts.allowed(get_args(Confidence)[-1]) == "high, medium, low"
    assert texts.allowed(get_args(Text)[-1]) == "texte sur une seule ligne"
    again = sample_data.kind("events").columns()["title_fr"]
    assert ColumnTexts("en").meaning(again) == "the same in French"
    assert texts.meaning(again) == "la même chose en français"


def test_the_french_descriptor_speaks_french(facts):
    text = dict(dataset_downloads.files(editions.current("fr")))["data/datapackage.json"].decode()
    for table in facts.tables.values():
        for column in table.columns.values():
            assert f'"{column.meaning} (' not in text
    assert "qui l’a publié (" in text
