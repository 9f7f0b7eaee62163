"""Notes in the front matter of a page, in every edition, that they were read side by side today: `make reviewed PAGE=strategy`."""

import datetime as dt
import re

from scripts import paths
from scripts.problems import Problem, ProblemsFound, UnknownName


def note(name: str, day: str) -> dict[str, bool]:
    """Write the day into each edition of a page. File -> whether it stood there already. `ProblemsFound` names the pages there are."""
    files = [paths.DOCS / language / f"{name}.md" for language in paths.LANGUAGES]
    if not all(file.exists() for file in files):
        error = UnknownName(name, "a page of every edition", sorted(file.stem for file in files[0].parent.glob("*.md")))
        raise ProblemsFound([Problem("reviewed", 0, "", error.wrong, error.expected)])
    noted = {}
    for file in files:
        head, line, rest = file.read_text("utf-8").partition("\n---\n")
        noted[paths.relative_path(file)] = f"\nread_together: {day}" in head
        head = re.sub(r"\nread_together:.*", "", head)
        file.write_text(f"{head}\nread_together: {day}{line}{rest}", "utf-8")
    return noted


def main(names: list[str]) -> None:
    for name in names:
        for file, already in note(name, dt.date.today().isoformat()).items():
            change = "was noted already" if already else "noted"
            print(f"{change} in {file}")
