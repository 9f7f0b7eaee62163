"""`make reviewed PAGE=name`: the day of reading stands in every edition; a wrong name is told."""

import pytest

from scripts import paths
from scripts.tools import __main__ as tools
from scripts.tools import reviewed


@pytest.fixture(autouse=True)
def docs(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "DOCS", tmp_path)
    for language in paths.LANGUAGES:
        (tmp_path / language).mkdir()
        (tmp_path / language / "plan.md").write_text("---\ntitle: Plan\nread_together: 2026-01-01\n---\n\n# Plan\n\n---\n", "utf-8")
    return tmp_path


def test_the_day_is_written_once_into_every_edition(docs, capsys):
    assert reviewed.note("plan", "2026-11-26") == [docs / language / "plan.md" for language in paths.LANGUAGES]
    for language in paths.LANGUAGES:
        assert (docs / language / "plan.md").read_text("utf-8") == "---\ntitle: Plan\nread_together: 2026-11-26\n---\n\n# Plan\n\n---\n"


def test_a_wrong_name_is_told(capsys):
    assert tools.main(["reviewed", "plna"]) == 1
    assert "'plna' is not a page of every edition; expected: plan, nearest: plan" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "message"), [
    (["reviewed"], "tools: reviewed: missing a required argument: 'name'; expected: make reviewed PAGE=strategy"),
    (["where"], "expected: make claim ID=x14, make where KEY=sales-2025"),
    (["review", "plan"], "tools: 'review' is not a verb; expected: archive, audit, "), ([], "is not a verb"),
])
def test_a_word_too_few_and_an_unknown_verb_are_told_with_what_was_expected(words, message, capsys):
    assert tools.main(words) == 1
    assert message in capsys.readouterr().err
