"""Golden figures and published addresses: everything is as it was accepted."""

import pytest

from scripts import paths
from tests import accepted


def test_no_chart_is_drawn_otherwise_from_the_same_rows_and_texts():
    assert accepted.drawn_otherwise() == [], "look at the charts in `make serve`, then `make fix`, and read the diff"


@pytest.mark.slow
def test_everything_is_accepted_as_it_is():
    """After a keeper published from a web editor somebody runs `make fix`."""
    assert accepted.changed_drawings() == accepted.new_addresses() == [], "run `make fix`, read the diff and commit it"


def published() -> list[str]:
    lines = (paths.ROOT / "tests" / "published_addresses.txt").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def test_no_published_address_has_died(site):
    files = [line.removeprefix("/") + "index.html" * line.endswith("/") for line in published()]
    assert [file for file in files if not (site / file).is_file()] == []


@pytest.mark.slow
def test_every_page_is_in_the_list_so_that_it_stays(site):
    addresses = set(published())
    built = {"/" + file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("index.html")}
    forgotten = sorted(address for address in built - addresses if not address.endswith("/embed/"))
    assert forgotten == [], "add them to tests/published_addresses.txt: once published, an address stays"
