"""A year of invented changes on top of the real data, and what a subscriber sees of it: `python -m tests.story.year fr`.

The rows in tests/story/year/ are samples and say so in their sources: nothing in them has happened.
"""

from __future__ import annotations

import csv
import shutil
import sys
import tempfile
import textwrap
from pathlib import Path

import feedparser
import lxml.html

from scripts import paths
from scripts.edition import Edition
from scripts.facts import dataset
from scripts.facts.tables import Facts
from scripts.outputs import feeds
from tests import editions, small

SAMPLES = Path(__file__).parent / "year"


def facts(folder: Path) -> Facts:
    """The data of a year from now, read from a copy in this folder; each claim has the last verdict of its history."""
    shutil.copytree(paths.DATA, folder, dirs_exist_ok=True)
    for sample in SAMPLES.glob("*.csv"):
        with (folder / sample.name).open("a", encoding="utf-8") as copy:
            copy.write(sample.read_text("utf-8").partition("\n")[2])
    with (SAMPLES / "history.csv").open(encoding="utf-8") as opened:
        for row in csv.DictReader(opened):
            small.change(folder, "claims", small.line_of(folder, "claims", row["claim_id"]), verdict=row["after"])
    return dataset.load_dataset(folder)


def edition(language: str, address: str = "https://alpine.example/") -> Edition:
    with tempfile.TemporaryDirectory() as folder:
        return Edition(language, facts(Path(folder)), editions.current(language).charts, address + paths.prefix(language))


def as_text(feed: bytes) -> str:
    """An Atom feed as a reader without pictures shows it, the oldest item first."""
    read = feedparser.parse(feed)
    shown = [f"{read.feed.title}\n{read.feed.subtitle}\n"]
    for entry in reversed(read.entries):
        shown.append(f"{entry.published[:10]}  {entry.title}\n            {entry.link}")
        for block in lxml.html.fragment_fromstring(entry.content[0].value, create_parent="div").iterchildren():
            pictures, links = block.findall(".//img"), block.findall("a")
            said = [f"[picture: {picture.get('alt')}]" for picture in pictures] or [block.text_content() + "".join(f" <{link.get('href')}>" for link in links)]
            shown.append(textwrap.indent(textwrap.fill(" ".join(said), 100, break_on_hyphens=False, break_long_words=False), "    "))
        shown.append("")
    return "\n".join(shown)


if __name__ == "__main__":
    print("A simulated year: every item after the first is invented.\n\n" + as_text(dict(feeds.files(edition(sys.argv[1])))["feed.xml"]))
