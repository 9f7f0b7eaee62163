"""A year of invented changes on top of the real data, for tests of what a subscriber sees.

The rows in tests/story/year_from_now/ are samples and say so in their sources: nothing in them has happened.
"""

import csv
import shutil
import tempfile
from functools import cache
from pathlib import Path

from scripts import paths
from scripts.editions import Edition
from scripts.facts import dataset
from scripts.facts.facts import Facts
from tests import editions, sample_data
from tests.conftest import ADDRESS

SAMPLES = Path(__file__).parent / "year_from_now"


def facts(folder: Path) -> Facts:
    """The data of a year from now, read from a copy in this folder; each claim has the last verdict of its history."""
    shutil.copytree(paths.DATA, folder, dirs_exist_ok=True)
    for sample in SAMPLES.glob("*.csv"):
        with (folder / sample.name).open("a", encoding="utf-8") as copy:
            copy.write(sample.read_text("utf-8").partition("\n")[2])
    with (SAMPLES / "history.csv").open(encoding="utf-8") as opened:
        for row in csv.DictReader(opened):
            sample_data.change(folder, "claims", sample_data.line_of(folder, "claims", row["claim_id"]), verdict=row["after"])
    return dataset.load_dataset(folder)


@cache
def edition(language: str = "en", address: str = ADDRESS) -> Edition:
    """The edition of a year from now."""
    with tempfile.TemporaryDirectory() as folder:
        return Edition(language, facts(Path(folder)), editions.current(language).chart_definitions, address + paths.prefix(language))
