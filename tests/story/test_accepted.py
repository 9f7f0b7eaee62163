"""Of this story: golden figures and published addresses: a chart that changed, one that is new or gone, a page that is not on the list."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from scripts.site import accepted
from tests import editions as loaded


@pytest.fixture
def state(tmp_path, monkeypatch):
    """A copy of what was accepted, in place of it."""
    for name, file in (("GOLDEN", shutil.copytree(accepted.GOLDEN, tmp_path / "golden")), ("ADDRESSES", shutil.copy(accepted.ADDRESSES, tmp_path))):
        monkeypatch.setattr(accepted, name, Path(file))


@pytest.mark.usefixtures("state")
def test_code_that_draws_otherwise_is_a_problem_and_what_follows_from_rows_and_pages_a_note():
    editions = loaded.everything()
    golden, addresses = accepted.GOLDEN, accepted.ADDRESSES
    accepted.accept(editions)  # what a keeper changed in a web editor is accepted later
    code, rows = golden / "alpine-registrations.en.json", golden / "target-150000.en.json"
    code.write_text(re.sub(r"\d,\d{3}", "9,999", code.read_text("utf-8")), "utf-8")
    rows.write_text(rows.read_text("utf-8").replace('"written": "', '"written": "x'), "utf-8")
    (golden / "us-plan.fr.json").unlink()
    (golden / "gone.en.json").write_text('{"title": "Gone"}')
    addresses.write_text(addresses.read_text("utf-8").replace("\n/strategy/\n", "\n"), "utf-8")
    problems, notes = accepted.differences(editions)
    assert [problem.message.partition(",")[0] for problem in problems] == ["chart alpine-registrations (en) is drawn otherwise than accepted"]
    said = "\n".join(notes)
    assert said.count("\n") == 3
    for words in ("target-150000 (en) follows its changed rows or texts", "us-plan (fr) is new", "gone (en) is gone", "/strategy/ is a new address"):
        assert words in said, said
    done = accepted.accept(editions)
    assert len(done) == 5 and accepted.differences(editions) == ([], []) and accepted.accept(editions) == []
