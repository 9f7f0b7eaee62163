"""Golden figures and published addresses: a chart that changed, one that is new or gone, a page that is not on the list."""

from __future__ import annotations

import pytest

from scripts.site import accepted
from tests.editions import everything


def test_no_chart_is_drawn_otherwise_from_the_same_rows_and_texts():
    assert accepted.differences(everything())[0] == [], "look at the charts in `make serve`, then `make fix`, and read the diff"


@pytest.mark.slow
def test_everything_is_accepted_as_it_is():
    """After a keeper published from a web editor somebody runs `make fix`."""
    assert accepted.differences(everything())[1] == [], "run `make fix`, read the diff and commit it"
