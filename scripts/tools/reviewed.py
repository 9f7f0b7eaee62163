"""Notes in the front matter of a page, in every edition, that they were read side by side today: `make reviewed PAGE=strategy`."""

from __future__ import annotations

import datetime as dt
import re
import sys

from scripts import paths


def note(name: str, day: str) -> list[str]:
    """Write the day into each edition of a page; the files. Raises KeyError naming the pages there are."""
    files = [paths.DOCS / language / f"{name}.md" for language in paths.LANGUAGES]
    if not all(file.exists() for file in files):
        known = sorted(file.stem for file in (paths.DOCS / paths.LANGUAGES[0]).glob("*.md"))
        raise KeyError(f"{name!r} is no page of every edition; expected one of {', '.join(known)}")
    for file in files:
        head, line, rest = file.read_text("utf-8").partition("\n---\n")
        head = re.sub(r"\nread_together:.*", "", head)
        file.write_text(f"{head}\nread_together: {day}{line}{rest}", "utf-8")
    return [paths.relative_path(file) for file in files]


def main(names: list[str]) -> int:
    if not names:
        print("reviewed: no page named; expected: make reviewed PAGE=strategy", file=sys.stderr)
        return 1
    try:
        for name in names:
            for file in note(name, dt.date.today().isoformat()):
                print(f"noted in {file}")
    except KeyError as wrong:
        print(f"reviewed: {wrong.args[0]}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
