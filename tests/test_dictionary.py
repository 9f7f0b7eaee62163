"""The column dictionary: complete, true to what the reader does, and in step with data/README.md."""

from __future__ import annotations

import pytest

from scripts.facts import dictionary
from scripts.facts.reader import read
from scripts.problems import ProblemsFound
from tests import small


@pytest.fixture
def folder(tmp_path):
    made = small.write(tmp_path / "data")
    (made / "README.md").write_text(f"# By hand\n\n{dictionary.START}\nold\n{dictionary.END}\n\nAlso by hand.\n", "utf-8")
    return made


def section(readme: str, table: str) -> str:
    return next(part for part in readme.split("\n### ") if part.split("\n")[0].endswith(f"`{table}.csv`"))


@pytest.mark.parametrize("kind", map(small.kind, small.TABLES), ids=small.TABLES)
def test_the_good_example_row_is_read_and_every_cell_of_the_bad_one_refused(tmp_path, kind):
    rows = [",".join(kind.columns()), dictionary.example(kind, "good"), dictionary.example(kind, "bad")]
    (tmp_path / "example.csv").write_text("\n".join(rows) + "\n", "utf-8")
    table = read(tmp_path / "example.csv", kind)
    assert [row.line for row in table.records] == [2]
    assert {(one.line, one.column) for one in table.problems} == {(3, column) for column in kind.columns()}


@pytest.mark.parametrize("kind", map(small.kind, small.TABLES), ids=small.TABLES)
def test_every_column_has_a_meaning_and_says_what_is_allowed(kind):
    for column, (entry, allowed) in kind.columns().items():
        assert entry.meaning and entry.good and allowed.text, column
        assert allowed.required or allowed.text.startswith("empty"), column
    assert (kind.__doc__ or "").split("\n")[0].endswith(".")


def test_every_column_of_a_table_stands_in_its_section(folder):
    dictionary.write(folder)
    readme = (folder / "README.md").read_text("utf-8")
    for table, kind in ((table, small.kind(table)) for table in small.TABLES):
        told = section(readme, table)
        assert told.startswith(f"Table {table}: `{table}.csv`\n\n{kind.__doc__}")
        assert [line.split("`")[1] for line in told.split("\n") if line.startswith("| `")] == list(kind.columns())
        assert f"```csv\n{dictionary.example(kind, 'good')}\n{dictionary.example(kind, 'bad')}\n```" in told


def test_one_line_of_the_dictionary(folder):
    dictionary.write(folder)
    told = section((folder / "README.md").read_text("utf-8"), "comet").split("\n")
    number = "empty (not stated), or digits with a point for decimals and no separators, e.g. 10970 or 7.8"
    assert f"| `units` | the figure; empty: not stated | as measures.csv says | {number} | `10970` | `10,970` |" in told
    assert "| `scope` | area counted |  | text on one line | `worldwide` | (empty) |" in told
    assert next(line for line in told if line.startswith("| `confidence`")).endswith("| high, medium, low | `high` | `sure` |")


def test_writing_brings_it_up_to_date_and_keeps_what_people_wrote(folder):
    readme = folder / "README.md"
    assert [(one.file, one.line, one.message) for one in dictionary.stale(folder)] == [
        (f"{folder}/README.md", 4, "the column dictionary is not up to date; expected: what the records say, so mend the words in scripts/facts/records, and run `make fix`")
    ]
    assert dictionary.write(folder) is True
    assert dictionary.stale(folder) == []
    text = readme.read_text("utf-8")
    assert text.startswith(f"# By hand\n\n{dictionary.START}\n") and text.endswith(f"\n{dictionary.END}\n\nAlso by hand.\n")
    assert dictionary.write(folder) is False
    assert readme.read_text("utf-8") == text


def test_a_changed_line_is_located(folder):
    dictionary.write(folder)
    readme = folder / "README.md"
    lines = readme.read_text("utf-8").split("\n")
    changed = next(number for number, line in enumerate(lines) if line.startswith("| `archive_url`"))
    lines[changed] = lines[changed].replace("archived", "stored")
    readme.write_text("\n".join(lines), "utf-8")
    assert [one.line for one in dictionary.stale(folder)] == [changed + 1]


@pytest.mark.parametrize(
    "text",
    ["# Nothing\n", f"{dictionary.START}\n", f"{dictionary.END}\n{dictionary.START}\n", f"{dictionary.START}\n" * 2 + dictionary.END],
)
def test_missing_markers_are_a_problem_and_nothing_is_written(folder, text):
    readme = folder / "README.md"
    readme.write_text(text, "utf-8")
    message = f"lacks a marker of the column dictionary; expected: {dictionary.START!r}, then {dictionary.END!r}, once each"
    assert [str(one) for one in dictionary.stale(folder)] == [f"{readme}: {message}"]
    with pytest.raises(ProblemsFound):
        dictionary.write(folder)
    assert readme.read_text("utf-8") == text


def test_a_missing_readme_is_a_problem(folder):
    (folder / "README.md").unlink()
    assert [(one.line, one.message[:10]) for one in dictionary.stale(folder)] == [(0, "is missing")]
    with pytest.raises(ProblemsFound):
        dictionary.write(folder)


def test_a_bad_list_of_tables_is_reported_and_nothing_is_written(folder):
    before = (folder / "README.md").read_text("utf-8")
    (folder / "tables.toml").write_text('[sources]\nkind = "source"\nen = "S"\nfr = "S"\n', "utf-8")
    assert dictionary.stale(folder)[0].message.startswith("kind 'source' is not known; expected: sources, quotes")
    with pytest.raises(ProblemsFound):
        dictionary.write(folder)
    assert (folder / "README.md").read_text("utf-8") == before
