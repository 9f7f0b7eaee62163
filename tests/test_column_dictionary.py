"""The column dictionary: complete, true to what the reader does, and in step with data/README.md."""

from __future__ import annotations

import pytest

from scripts.facts.column_dictionary import END, START, stale, write
from scripts.facts.reader import Entry, read
from scripts.problems import ProblemsFound
from tests import sample_data


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
    table = read(tmp_path / "example.csv", Entry(kind))
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
