"""How problems reach people: one line each, and on GitHub beside the line of the file."""

from scripts.problems import Problem, ProblemsFound, report

FOUND = ProblemsFound([Problem("data/a.csv", 14, "units", "'10,970' is not allowed;\nexpected 10 %"), Problem("docs/en/a.md", 0, "", "is missing")])


def test_each_problem_is_one_line_and_nothing_more_on_a_keeper_s_machine(monkeypatch, capsys):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert report(FOUND) == 1
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("data/a.csv:14: units: '10,970'")


def test_on_github_each_stands_beside_its_line(monkeypatch, capsys):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    report(FOUND)
    assert capsys.readouterr().out.splitlines() == [
        "::error file=data/a.csv,line=14::units: '10,970' is not allowed;%0Aexpected 10 %25", "::error file=docs/en/a.md,line=1::is missing",
    ]
