"""Bad files: each gives problems with their place, all at once, and never a traceback."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from scripts.facts.reader import TableSpec, read
from scripts.facts.records import RECORD_KINDS
from tests.sample_data import fields

WORDS = RECORD_KINDS["words"]
same_every_time = settings(max_examples=60, deadline=None, derandomize=True, database=None)
SOUND = "key,en,fr\nverdict.held,held,tenu\n"


def table(tmp_path, content: str | bytes, kind=WORDS, **options):
    path = tmp_path / "words.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path, TableSpec(kind, **options))


def problems_of(tmp_path, content, kind=WORDS, **options) -> list[tuple[int, str, str]]:
    return [problem[1:] for problem in fields(table(tmp_path, content, kind, **options).problems)]


def test_a_sound_file_gives_records_that_know_their_place(tmp_path):
    result = table(tmp_path, SOUND + 'a,"one, two",un\n')
    assert result.problems == []
    assert [(row.key, row.text, row.line) for row in result.rows] == [("verdict.held", "held", 2), ("a", "one, two", 3)]
    assert result.rows[1].place == f"{tmp_path}/words.csv:3"


def test_windows_line_ends_are_accepted(tmp_path):
    result = table(tmp_path, SOUND.replace("\n", "\r\n") + "b,,un\r\n")
    assert [row.key for row in result.rows] == ["verdict.held"]
    assert [(problem.line, problem.column) for problem in result.problems] == [(3, "en")]


@pytest.mark.parametrize("saved", [
    SOUND.encode("utf-8-sig"),
    "".join(f"{line},,\n" for line in SOUND.splitlines()).encode(),
    (SOUND + ",,\n\n").encode(),
    "".join(",".join(f'"{cell}"' for cell in line.split(",")) + "\r\n" for line in SOUND.splitlines()).encode(),
], ids=["byte order mark", "empty columns at the right", "empty rows at the end", "all quoted, CRLF"])
def test_what_a_spreadsheet_saves_is_read_where_its_meaning_is_certain(tmp_path, saved):
    result = table(tmp_path, saved)
    assert result.problems == []
    assert [(row.key, row.text, row.line) for row in result.rows] == [("verdict.held", "held", 2)]


def test_a_last_line_without_an_end_is_accepted(tmp_path):
    assert problems_of(tmp_path, SOUND.rstrip("\n")) == []


ALLOWED = "expected: key, en, fr (languages are declared in data/languages.toml)"


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (b"", [(1, "", "is empty; expected: the header key,en,fr and rows")]),
        (b" \n\n", [(1, "", "is empty; expected: the header key,en,fr and rows")]),
        (b"key,en,fr\n", [(1, "", "has a header and no rows; expected: at least one row")]),
        (SOUND.encode("utf-16"), [(1, "", "byte 0xff is not UTF-8; expected: UTF-8 text, so save the file as UTF-8")]),
        ((SOUND + "a,summer,été\n").encode("latin-1"),
         [(3, "", "byte 0xe9 is not UTF-8; expected: UTF-8 text, so save the file as UTF-8")]),
        (
            SOUND.replace(",", ";").encode(),
            [(1, "", "is not separated by commas; "
                     "expected: comma-separated values, so export the sheet with commas and a point for decimals")],
        ),
        (
            SOUND.replace(",", "\t").encode(),
            [(1, "", "is not separated by commas; "
                     "expected: comma-separated values, so export the sheet with commas and a point for decimals")],
        ),
    ],
    ids=["empty", "blank", "header only", "UTF-16", "latin-1", "semicolons", "tabs"],
)
def test_a_file_of_the_wrong_form_is_one_problem(tmp_path, content, problems):
    result = table(tmp_path, content)
    assert [(problem.line, problem.column, problem.message) for problem in result.problems] == problems
    assert result.rows == []


@pytest.mark.parametrize(
    ("header", "problems"),
    [
        ("key,en,fr,sv", [("sv", f"unknown column; {ALLOWED}")]),
        ("key,en", [("fr", f"column is missing; {ALLOWED}")]),
        ("key,english,fr", [("en", f"column is missing; {ALLOWED}"), ("english", f"unknown column; {ALLOWED}")]),
        ("key,en,fr,fr", [("fr", "duplicate column; expected: each column once")]),
        ("key,,en,fr", [("(no name)", f"unknown column; {ALLOWED}")]),
        ("Key,en,fr", [("Key", f"unknown column; {ALLOWED}"), ("key", f"column is missing; {ALLOWED}")]),
    ],
)
def test_a_wrong_header_names_every_column_at_fault(tmp_path, header, problems):
    assert problems_of(tmp_path, f"{header}\n{','.join('abcd'[: header.count(',') + 1])}\n") == [(1, *problem) for problem in problems]


def test_columns_stand_in_any_order(tmp_path):
    [row] = table(tmp_path, "fr,key,en\nUn,a,One\n").rows
    assert (row.key, row.text_in("text", "en"), row.text_in("text", "fr")) == ("a", "One", "Un")


def test_spaces_around_the_names_of_columns_are_no_mistake(tmp_path):
    assert problems_of(tmp_path, "key, en ,fr\na,One,Un\n") == []


def test_a_file_that_is_not_there_and_a_folder_in_its_place(tmp_path):
    (tmp_path / "words.csv").mkdir()
    for name in ("none.csv", "words.csv"):
        assert list(map(str, read(tmp_path / name, TableSpec(WORDS)).problems)) == [
            f"{tmp_path}/{name}: cannot be read; expected: a UTF-8 CSV file listed in data/tables.toml"
        ]


def test_only_a_table_that_may_be_empty_may_be_a_header(tmp_path):
    assert problems_of(tmp_path, "key,en,fr\n", may_be_empty=True) == []


def test_rows_at_fault_are_all_named_and_the_others_are_read(tmp_path):
    rows = [
        "verdict.held,held,tenu",  # 2
        "a,b",  # 3
        "a,b,c,d",  # 4
        "",  # 5: passed over; `make fix` takes it away
        ",,",  # 6: what a spreadsheet leaves
        "b,=1+1,@import",  # 7
        "c,+b,-c",  # 8
        "d,a\u202eb,c",  # 9
        "verdict.held,again,encore",  # 10
        'e,"two\nlines",deux',  # 11 and 12
        f"f,{'x' * 2000},x",  # 13
        "g,sound,sain",  # 14
    ]
    result = table(tmp_path, "key,en,fr\n" + "\n".join(rows) + "\n")
    problems = [(problem.line, problem.column, problem.message) for problem in sorted(result.problems)]
    formula = "which spreadsheets run as a formula; expected: plain text, so start with a word"
    cells = "one for each column (a comma inside text needs quotes)"
    assert problems == [
        (3, "", f"has 2 cells; expected: 3, {cells}"),
        (4, "", f"has 4 cells; expected: 3, {cells}"),
        (7, "en", f"'=1+1' begins with '=', {formula}"),
        (7, "fr", f"'@import' begins with '@', {formula}"),
        (8, "en", f"'+b' begins with '+', {formula}"),
        (8, "fr", f"'-c' begins with '-', {formula}"),
        (9, "en", "'a\\u202eb' holds the invisible character U+202E; expected: visible text on one line"),
        (10, "key", "'verdict.held' is a duplicate, first in line 2; expected: unique ids"),
        (11, "en", "'two\\nlines' holds the invisible character U+000A; expected: visible text on one line"),
        (13, "en", f"'{'x' * 60}' has 2000 characters; expected: at most 1500"),
    ]
    assert [(row.key, row.line) for row in result.rows] == [("verdict.held", 2), ("g", 14)]


def test_an_unclosed_quote_is_located_where_its_row_begins(tmp_path):
    assert problems_of(tmp_path, SOUND + 'a,"open,b\nc,d,e\nf,g,h\n') == [
        (
            3,
            "",
            "is not well-formed CSV (unexpected end of data); "
            "expected: cells with a comma or quote in double quotes, so look for a missing one",
        )
    ]


def test_a_quote_that_ends_too_early_is_located(tmp_path):
    assert problems_of(tmp_path, SOUND + 'a,"he said "yes" then",b\n') == [
        (
            3,
            "",
            "is not well-formed CSV (',' expected after '\"'); "
            "expected: cells with a comma or quote in double quotes, so look for a missing one",
        )
    ]


def test_a_huge_cell_is_refused_and_not_shown(tmp_path):
    csv.field_size_limit(131_072)  # Python's own; a library of another test may have raised it for the whole process
    assert problems_of(tmp_path, SOUND + f"a,{'x' * 200_000},b\n") == [
        (
            3,
            "",
            "is not well-formed CSV (field larger than field limit (131072)); "
            "expected: cells with a comma or quote in double quotes, so look for a missing one",
        )
    ]


def test_a_pair_of_columns_can_be_the_id(tmp_path):
    kind = RECORD_KINDS["measures"]
    rows = "cars,sold,cars,0,,yes,Sold,Vendues\ncars,built,cars,0,,yes,Built,Produites\ncars,sold,cars,0,,yes,Sold again,Vendues encore\n"
    assert problems_of(tmp_path, ",".join(kind.columns()) + "\n" + rows, kind) == [
        (4, "measure", "'cars sold' is a duplicate, first in line 2; expected: unique ids")
    ]


@same_every_time
@given(some.binary(max_size=300))
def test_no_bytes_whatever_give_a_traceback(tmp_path_factory, content):
    result = table(tmp_path_factory.mktemp("any"), content)
    assert result.problems and not result.rows


@same_every_time
@given(some.lists(some.lists(some.text(max_size=20), min_size=3, max_size=3), min_size=1, max_size=5))
def test_no_cells_whatever_give_a_traceback_and_a_row_is_read_or_told(tmp_path_factory, rows):
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([["key", "en", "fr"], *rows])
    folder = tmp_path_factory.mktemp("any")
    result = table(folder, written.getvalue().encode())
    filled = [row for row in rows if any(row) or not row]
    assert result.problems or len(result.rows) == len(filled)
