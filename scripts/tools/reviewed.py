"""Notes in the front matter of a page, in every edition, that they were read side by side today: `make reviewed PAGE=strategy`."""

import datetime as dt
import re
from pathlib import Path

from scripts import paths
from scripts.problems import Location, UnknownName


def note(name: str, day: str) -> list[Path]:
    """Write the day into each edition of a page; the files. `ProblemsFound` names the pages there are."""
    files = [paths.DOCS / language / f"{name}.md" for language in paths.LANGUAGES]
    if not all(file.exists() for file in files):
        pages = sorted(file.stem for file in files[0].parent.glob("*.md"))
        raise Location("reviewed").error(UnknownName(name, "a page of every edition", pages))
    for file in files:
        head, line, rest = file.read_text("utf-8").partition("\n---\n")
        head = re.sub(r"\nread_together:.*", "", head)
        file.write_text(f"{head}\nread_together: {day}{line}{rest}", "utf-8")
    return files


def main(name: str) -> None:
    for file in note(name, dt.date.today().isoformat()):
        print(f"noted in {paths.relative_path(file)}")
