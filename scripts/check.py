"""The checks, by when they run: `before` on data, words and pages; `after` on the built site. `python -m scripts.check`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts import paths
from scripts.problems import ProblemsFound, report


def before(languages: tuple[str, ...] = paths.LANGUAGES) -> None:
    """Everything that can be known without building. Raises `ProblemsFound` with all of it."""


def after(site: Path, address: str) -> None:
    """The built site, page by page. Raises `ProblemsFound` with all of it."""


def main(arguments: list[str] | None = None) -> int:
    argparse.ArgumentParser(description=__doc__).parse_args(arguments)
    try:
        before()
    except ProblemsFound as found:
        return report(found)
    print("data, words and pages: no problem found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
