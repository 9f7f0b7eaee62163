"""Golden figures and published addresses: a chart that changed, one that is new or gone, a page that is not on the list."""

from __future__ import annotations

import shutil

import pytest

from scripts.site import accepted
from tests import editions as loaded


@pytest.fixture(scope="module")
def editions():
    return {language: loaded.current(language) for language in ("en", "fr")}


@pytest.fixture
def state(tmp_path):
    shutil.copytree(accepted.GOLDEN, tmp_path / "golden")
    shutil.copy(accepted.ADDRESSES, tmp_path / "addresses.txt")
    return tmp_path / "golden", tmp_path / "addresses.txt"


def test_what_is_committed_is_what_is_drawn(editions):
    assert accepted.problems(editions) == [], "look at the charts in `make serve`, then `make fix`, and read the diff"


def test_what_changed_came_or_went_is_named_and_fix_accepts_it(editions, state):
    golden, addresses = state
    changed = golden / "alpine-registrations.en.json"
    changed.write_text(changed.read_text("utf-8").replace("10,970", "10,971"), "utf-8")
    (golden / "us-plan.fr.json").unlink()
    (golden / "gone.en.json").write_text("{}")
    addresses.write_text(addresses.read_text("utf-8").replace("\n/strategy/\n", "\n"), "utf-8")
    said = "\n".join(problem.message for problem in accepted.problems(editions, *state))
    for words in ("alpine-registrations (en) is drawn otherwise", "us-plan (fr) is new", "a chart that is gone", "/strategy/ is not on the list"):
        assert words in said, said
    done = accepted.accept(editions, *state)
    assert len(done) == 4 and accepted.problems(editions, *state) == [] and accepted.accept(editions, *state) == []
