"""How problems reach people: one line each, and on GitHub beside the line of the file."""

import errno
import sys

import pytest

from scripts import check, paths
from scripts.problems import MOST_LISTED, Location, Problem, ProblemsFound, UnknownName, command, report, stop_on
from tests import checkout

FOUND = ProblemsFound(
    [
        Problem("data/a.csv", 14, "units", "'10,970' is not allowed;\nexpected 10 %"),
        Problem("docs/en/a.md", 0, "", "is missing"),
    ]
)


@pytest.mark.parametrize(("choices", "message"), [
    (["year", "scope"], "'scop' is not a column; expected: year, scope, nearest: scope"),
    (["year"], "'scop' is not a column; expected: year"),
    ([], "'scop' is not a column; expected: none is there"),
    ([f"c{number}" for number in range(MOST_LISTED + 1)], f"'scop' is not a column; expected: one of {MOST_LISTED + 1} that are there"),
])
def test_an_unknown_name_is_told_with_the_choices_and_the_nearest(choices, message):
    assert str(UnknownName("scop", "a column", choices)) == message


@pytest.mark.parametrize(("location", "text"), [
    (Location("a.csv", 2, "key"), "a.csv:2: key: is missing"), (Location("a.csv", 2, ""), "a.csv:2: is missing"),
    (Location("a.csv", 0, ""), "a.csv: is missing"),
])
def test_a_problem_begins_with_its_place(location, text):
    assert str(location.problem("is missing")) == text


def test_each_problem_is_one_line_and_nothing_more_on_a_keeper_s_machine(monkeypatch, capsys):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert report(FOUND) == 1
    output = capsys.readouterr()
    assert output.out == "" and output.err.startswith("data/a.csv:14: units: '10,970'")


def test_on_github_each_stands_beside_its_line(monkeypatch, capsys):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    report(FOUND)
    assert capsys.readouterr().out.splitlines() == [
        "::error file=data/a.csv,line=14::units: '10,970' is not allowed;%0Aexpected 10 %25",
        "::error file=docs/en/a.md,line=1::is missing",
    ]


def test_what_is_noted_or_asked_stops_nothing():
    rest = [Problem("data/a.csv", 2, "", "is far off", severity=severity) for severity in ("fixable", "note", "question")]
    stop_on(rest)
    with pytest.raises(ProblemsFound) as error:
        stop_on([*rest, FOUND.problems[0]])
    assert error.value.problems == [FOUND.problems[0]]


def test_what_stops_nothing_is_said_and_counted_and_on_github_a_question_stands_beside_its_line(monkeypatch, capsys):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    check.report_rest(
        [
            Problem("a.csv", 2, "", "is far off", severity="question"),
            Problem("a.md", 3, "text", "three points", "…", severity="fixable"),
        ]
    )
    assert capsys.readouterr().out.splitlines() == [
        "fixable: a.md:3: text: three points; expected: …", "question: a.csv:2: is far off", "::warning file=a.csv,line=2::is far off",
        "data, words and pages: no problem found; 1 above that `make fix` mends, and publishing in its own copy; 1 question above",
    ]


def test_a_terminal_that_knows_few_letters_gets_the_others_replaced():
    code = "from scripts.problems import command\ncommand(lambda _: print('Alpine’s'))()"
    assert checkout.succeed(paths.ROOT, "-c", code, PYTHONIOENCODING="ascii") == "Alpine?s\n"


def test_a_command_reports_in_sentences_what_goes_wrong(monkeypatch, capsys):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    problem, text = Problem("a.csv", 2, "", "is missing"), "a.csv:2: is missing\n\n1 problem to mend.\n"
    for wrong, code, message in (
        (ProblemsFound([problem]), 1, text), (KeyboardInterrupt(), 130, ""),
        (OSError(errno.EACCES, "Permission denied", str(paths.ROOT / "build/.lock")), 1,
         "build/.lock: Permission denied; free some room, make the file yours, or name writable folders in BUILD_DIR and SITE_DIR"),
    ):
        def main(_, wrong=wrong):
            raise wrong

        assert command(main)([]) == code
        assert capsys.readouterr().err.startswith(message)
    with pytest.raises(OSError, match="odd"):
        command(lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "odd")))([])


def test_a_reader_of_the_lines_who_has_had_enough_is_no_error():
    code = (
        "import sys; from scripts.problems import command; "
        "sys.exit(command(lambda _: [print('x' * 99, flush=True) for _ in range(9999)] and 0)())"
    )
    command = f'{sys.executable} -c "{code}" | head -1'
    done = checkout.call(paths.ROOT, "bash", "-o", "pipefail", "-c", command)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_tests_are_collected_whatever_is_wrong_in_data(tmp_path):
    """So that a typo there fails them with its message."""
    copy = checkout.copy(tmp_path / "checkout")
    for table in (copy / "data").glob("*.csv"):
        table.write_text("x\n")
    checkout.succeed(copy, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider")
