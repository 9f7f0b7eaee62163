"""Golden figures and published addresses: everything is as it was accepted."""

from __future__ import annotations

import pytest

from tests import accepted


def test_no_chart_is_drawn_otherwise_from_the_same_rows_and_texts():
    assert accepted.drawn_otherwise() == [], "look at the charts in `make serve`, then `make fix`, and read the diff"


@pytest.mark.slow
def test_everything_is_accepted_as_it_is():
    """After a keeper published from a web editor somebody runs `make fix`."""
    assert accepted.changed_drawings() == accepted.new_addresses() == [], "run `make fix`, read the diff and commit it"
