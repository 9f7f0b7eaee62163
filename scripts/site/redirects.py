"""Redirects: docs/moved.csv -> a small page at each old address, which leads to the new one.

    old,new,since
    dealers/,partnership/#dealers,2027-01-31
    charts/old-slug/,charts/new-slug/,2027-01-31

Addresses are those of the first edition; every edition gets its own page. Pages has no redirects of its own, so each is a
page that names its new address for browsers, for search engines and for people. A chart moves with its frame and its files, a page with
the image that shares of it show.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from scripts import paths, templates
from scripts.assets import csp
from scripts.editions import Edition
from scripts.facts import cells as c
from scripts.facts import reader
from scripts.facts.base_record import Record, documented
from scripts.files import write
from scripts.problems import stop_on

TABLE = paths.DOCS / "moved.csv"


class MovedRow(Record):
    """An address that was published and lives on elsewhere."""

    UNIQUE: ClassVar = ("old",)
    old: c.OldAddress = documented("where it was", "dealers/")
    new: c.NewAddress = documented("where it is", "partnership/#dealers")
    since: c.Day = documented("since when", "2027-01-31")


def put(site: Path, editions: Mapping[str, Edition], table: Path = TABLE) -> None:
    """Write the pages into a built site. Raises `ProblemsFound` for wrong rows, and where one leads nowhere or hides a page."""
    if not table.exists():  # nothing has moved yet
        return
    moved = reader.read(table, reader.TableSpec(MovedRow, may_be_empty=True))
    problems = moved.problems
    for row in moved.rows:
        for edition in editions.values():
            root = site / paths.prefix(edition.language)
            if (root / row.old / "index.html").exists():
                wrong = f"{row.old!r} is still a page of {edition.language!r}"
                problems.append(row.problem("old", wrong, "an address that has none"))
            elif not (root / row.new.partition("#")[0] / "index.html").exists():
                wrong = f"{row.new!r} is not a page of {edition.language!r}"
                problems.append(row.problem("new", wrong, "the address of one"))
            elif row.new.startswith("charts/") and row.old.startswith("charts/"):
                _put_chart(root, row, edition)
            else:
                write(root / row.old / "index.html", page(edition, row.new))
                image = root / "share" / f"{row.new.partition('#')[0].strip('/')}.png"
                if image.exists():
                    write(root / "share" / f"{row.old.strip('/')}.png", image.read_bytes())
    stop_on(problems)


def _put_chart(root: Path, row: MovedRow, edition: Edition) -> None:
    """Redirect the old page and embed; copy the new chart's files to the old names."""
    slug = Path(row.new).name
    old_slug = Path(row.old).name
    for file in sorted((root / row.new).rglob("*.*")):
        target = root / row.old / file.relative_to(root / row.new)
        if file.name == "index.html":
            folder = file.parent.relative_to(root).as_posix()
            write(target, page(edition, f"{folder}/"))
        else:
            write(target.with_name(file.name.replace(slug, old_slug)), file.read_bytes())


def page(edition: Edition, goal: str) -> bytes:
    """The page at an old address. It runs nothing and loads nothing."""
    return templates.render(
        "moved", fmt=edition.fmt, goal=edition.address + goal, policy=csp.policy(styles=())
    ).encode()
