"""Golden figures and published addresses: everything is as it was accepted."""

from __future__ import annotations

import pytest

from scripts import check
from scripts.checks import drawings
from tests import editions


def test_no_chart_is_drawn_otherwise_from_the_same_rows_and_texts():
    assert [problem for problem in drawings.check_accepted(editions.project()) if problem.severity == "error"] == [], "look at the charts in `make serve`, then `make fix`, and read the diff"


@pytest.mark.slow
def test_everything_is_accepted_as_it_is():
    """After a keeper published from a web editor somebody runs `make fix`."""
    assert check.run(check.ON_ACCEPTED, editions.project()) == [], "run `make fix`, read the diff and commit it"
