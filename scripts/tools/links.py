"""Lists the external addresses of data and pages, one a line, for the weekly look. `python3 scripts/tools/links.py`.

Standard library only, so that the workflow need not install anything.
"""

import csv
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_COLUMNS = ("url", "archive_url")
_LINK = re.compile(r"\]\((https?://[^)\s]+)\)")


def addresses(root: Path = ROOT) -> list[str]:
    """Every address in an address column of data/*.csv and in a link of docs/, without repeats, sorted."""
    found: set[str] = set()
    for table in (root / "data").glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            found |= {row[name] for row in csv.DictReader(file) for name in _COLUMNS if row.get(name)}
    for page in (root / "docs").rglob("*.md"):
        found |= set(_LINK.findall(page.read_text("utf-8")))
    return sorted(found)


if __name__ == "__main__":
    print("\n".join(addresses()))
