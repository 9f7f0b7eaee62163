"""Notes in the front matter of a page, in every edition, that they were read side by side today: `make reviewed PAGE=strategy`."""

import datetime as dt
import re

from scripts import paths
from scripts.problems import Problem, stop_on


def note(name: str, day: str) -> dict[str, bool]:
    """Write the day into each edition of a page. File -> whether it stood there already. `ProblemsFound` names the pages there are."""
    files = [paths.DOCS / language / f"{name}.md" for language in paths.LANGUAGES]
    known = sorted(file.stem for file in files[0].parent.glob("*.md"))
    told = f"{name!r} is no page of every edition", f"one of {', '.join(known)}"
    stop_on(Problem("reviewed", 0, "", *told) for file in files if not file.exists())
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
            print(f"{'was noted already' if already else 'noted'} in {file}")
