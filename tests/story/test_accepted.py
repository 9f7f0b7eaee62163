"""Of this story: golden figures and published addresses: a chart that changed, one that is new or gone, a page that is not on the list."""

import re
import shutil
from pathlib import Path

import pytest

from tests import accepted


@pytest.fixture(autouse=True)
def _state(tmp_path, monkeypatch):
    """A copy of what was accepted, in place of it."""
    monkeypatch.setattr(accepted, "GOLDEN", Path(shutil.copytree(accepted.GOLDEN, tmp_path / "golden")))
    monkeypatch.setattr(accepted, "PUBLISHED", Path(shutil.copy(accepted.PUBLISHED, tmp_path)))


def test_code_that_draws_otherwise_is_told_from_what_follows_from_rows_and_pages(capsys):
    golden, published = accepted.GOLDEN, accepted.PUBLISHED
    accepted.main([])  # what a keeper changed in a web editor is accepted later
    code, rows = golden / "alpine-registrations.en.json", golden / "target-150000.en.json"
    code.write_text(re.sub(r"\d,\d{3}", "9,999", code.read_text("utf-8")), "utf-8")
    rows.write_text(rows.read_text("utf-8").replace('"written": "', '"written": "x'), "utf-8")
    (golden / "us-plan.fr.json").unlink()
    (golden / "gone.en.json").write_text('{"title": "Gone"}')
    published.write_text(published.read_text("utf-8").replace("\n/strategy/\n", "\n"), "utf-8")
    assert accepted.drawn_otherwise() == [code]
    assert accepted.new_addresses() == ["/strategy/"]
    capsys.readouterr()
    accepted.main([])
    lines = [line.rpartition("/golden/")[2].partition(" to ")[0] for line in capsys.readouterr().out.splitlines()]
    assert lines == ["alpine-registrations.en.json", "gone.en.json", "target-150000.en.json", "us-plan.fr.json", "added /strategy/"]
    assert accepted.changed_drawings() == accepted.new_addresses() == []
