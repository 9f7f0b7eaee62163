"""Of this story: the style sheet's lint: what it finds in each language and place, what it mends, what it leaves alone."""

from scripts.checks import style
from tests.test_checks_style import project


def test_what_a_rule_mends_is_told_apart_from_what_a_person_must(project):
    (project / "docs/fr/a.md").write_text("# A\n\nTrois mots : l'usine.\n\nIl dit 'oui'.\n", "utf-8")
    assert {(problem.line, problem.by_rule) for problem in style.problems()} == {(3, True), (5, True), (5, False)}
