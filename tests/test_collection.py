"""What is wrong in data/ makes tests fail with its message: it does not keep pytest from collecting them."""

import pytest

from tests import checkout


@pytest.mark.slow
def test_tests_are_collected_whatever_is_wrong_in_data(tmp_path):
    copy = checkout.copy(tmp_path / "checkout")
    for table in (copy / "data").glob("*.csv"):
        table.write_text("x\n")
    checkout.succeed(copy, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider")
