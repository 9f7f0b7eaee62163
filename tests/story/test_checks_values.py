"""Values that their unit cannot have, dates that cannot be, and figures that are asked about: each with its bad sample."""

import datetime as dt
import shutil

import pytest

from scripts import paths
from scripts.checks import dates, values
from scripts.facts import dataset
from scripts.project import Project
from tests import sample_data

TODAY = dt.date(2026, 11, 26)


@pytest.fixture
def changed(tmp_path):
    """The real data with one cell changed: table, key of the row, column, value."""

    def run(table: str, key: str, **cells: str) -> dataset.Facts:
        folder = shutil.copytree(paths.DATA, tmp_path / "data", dirs_exist_ok=True)
        sample_data.change(folder, table, sample_data.line_of(folder, table, key), **cells)
        return dataset.read_dataset(folder)[0]

    return run


def messages(facts) -> list[str]:
    project = Project(facts, today=TODAY)
    return [problem.message for problem in (*values.check(project), *dates.check(project))]


@pytest.mark.parametrize(("table", "key", "cells", "words"), [
    ("alpine_sales", "alpine-2025", {"units": "-5"}, "-5 cannot be a figure of 'registrations' (cars); expected: 0 to any"),
    ("alpine_sales", "alpine-2025", {"units": "10970.5"}, "10970.5 is not a whole number of cars"),
    ("us_market", "us-bev-share-2024", {"value": "780"}, "780 cannot be a figure of"),
    ("dealer_groups", "lithia-2022", {"new_retail_units": "-271596"}, "cannot be a figure of"),
    ("events", "ev-2023-02-16-luca-de-meo-says", {"date": "2027-02-16", "status": "done"},
     "is done on 2027-02-16, which is after 2026-11-26"),
    ("models", "model-a110-2017", {"launched_on": "2011-01"}, "is before announced_on (2012-11-05)"),
])
def test_what_cannot_be_is_refused(changed, table, key, cells, words):
    facts = changed(table, key, **cells)
    assert any(words in message for message in messages(facts)), messages(facts)


def test_a_figure_far_from_its_neighbours_is_asked_about_and_stops_nothing(changed):
    facts = changed("alpine_sales", "alpine-2025", units="109700", note="", note_fr="")
    assert messages(facts) == []
    assert any("109700 is far from the other years" in problem.message for problem in values.questions(facts))


def test_a_claim_that_still_types_a_figure_that_was_mended_is_asked_about(changed):
    asked = list(map(str, values.questions(changed("alpine_sales", "alpine-2025", units="11013"))))
    ending = " is the figure of no row in data/; mend it if its row was mended"
    assert len(asked) == 6 and all(message.endswith(ending) for message in asked)
    for part in (": outcome_en: 10,970 is", ": evidence_fr: 10\u202f970 is"):
        assert any(part in message for message in asked)


@pytest.mark.parametrize(("table", "key", "cells"), [
    ("updates", "2026-11-26-launch", {"date": "2027-01-01"}), ("quotes", "q-provost-halt", {"seen": "2026-11-28"}),
    ("history", "x03-2026-03-12", {"date": "2027"}),
])
def test_what_is_said_to_be_done_is_not_in_the_future(changed, table, key, cells):
    (day,) = cells.values()
    assert messages(changed(table, key, **cells)) == [f"{day} is after 2026-11-26; expected: a day that has passed"]
    assert messages(changed(table, key, **dict.fromkeys(cells, "2026-11-27"))) == []
