"""Of this story: golden figures and published addresses: a chart that changed, one that is new or gone, a page that is not on the list."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from scripts import check
from scripts.checks import addresses, drawings
from tests import editions


@pytest.fixture
def state(tmp_path, monkeypatch):
    """A copy of what was accepted, in place of it."""
    monkeypatch.setattr(drawings, "GOLDEN", Path(shutil.copytree(drawings.GOLDEN, tmp_path / "golden")))
    monkeypatch.setattr(addresses, "PUBLISHED", Path(shutil.copy(addresses.PUBLISHED, tmp_path)))


def accept(project):
    return [*drawings.accept(project), *addresses.accept(project)]


@pytest.mark.usefixtures("state")
def test_code_that_draws_otherwise_is_a_problem_and_what_follows_from_rows_and_pages_a_note():
    project = editions.project()
    golden, published = drawings.GOLDEN, addresses.PUBLISHED
    accept(project)  # what a keeper changed in a web editor is accepted later
    code, rows = golden / "alpine-registrations.en.json", golden / "target-150000.en.json"
    code.write_text(re.sub(r"\d,\d{3}", "9,999", code.read_text("utf-8")), "utf-8")
    rows.write_text(rows.read_text("utf-8").replace('"written": "', '"written": "x'), "utf-8")
    (golden / "us-plan.fr.json").unlink()
    (golden / "gone.en.json").write_text('{"title": "Gone"}')
    published.write_text(published.read_text("utf-8").replace("\n/strategy/\n", "\n"), "utf-8")
    told = {(problem.severity, problem.file.rpartition("/")[2], problem.wrong.partition(";")[0]) for problem in check.run(check.ON_ACCEPTED, project)}
    assert told == {
        ("error", "alpine-registrations.en.json", "is drawn otherwise than accepted, from the same rows and texts"),
        ("note", "target-150000.en.json", "follows its changed rows or texts"), ("note", "us-plan.fr.json", "is new"), ("note", "gone.en.json", "is gone"),
        ("note", "published_addresses.txt", "/strategy/ is a new address"),
    }
    assert len(accept(project)) == 5
    assert check.run(check.ON_ACCEPTED, project) == accept(project) == []
