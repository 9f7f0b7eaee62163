"""`make reviewed PAGE=name`: the day of reading stands in every edition; a wrong name is told."""

from __future__ import annotations

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
    assert list(reviewed.note("plan", "2026-11-26").values()) == [False] * len(paths.LANGUAGES)
    for language in paths.LANGUAGES:
        assert (docs / language / "plan.md").read_text("utf-8") == "---\ntitle: Plan\nread_together: 2026-11-26\n---\n\n# Plan\n\n---\n"


def test_a_second_reading_on_one_day_is_told(docs, capsys):
    assert tools.main(["reviewed", "plan"]) == tools.main(["reviewed", "plan"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(" in ")[0] for line in told] == ["noted"] * len(paths.LANGUAGES) + ["was noted already"] * len(paths.LANGUAGES)


@pytest.mark.parametrize(("names", "said"), [([], "expected: make reviewed PAGE=strategy"), (["plna"], "'plna' is no page of every edition; expected one of plan")])
def test_a_wrong_name_is_told(names, said, capsys):
    assert tools.main(["reviewed", *names]) == 1
    assert said in capsys.readouterr().err
