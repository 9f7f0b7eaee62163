"""Runs a keeper's verb, each a module of this folder: `python -m scripts.tools where sales-2025`."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from scripts.problems import command


def verbs() -> argparse.ArgumentParser:
    """Every verb with its arguments, which `main` of its module takes by name."""
    parser = argparse.ArgumentParser("scripts.tools", description="What only a keeper calls.")
    subparsers = parser.add_subparsers(dest="verb", required=True)
    subparsers.add_parser("archive", help="pack the built site into one zip that opens offline")
    audit = subparsers.add_parser("audit", help="list what pages state, with rows, sources and confidence")
    audit.add_argument("names", nargs="*", metavar="PAGE", help="only these pages, e.g. partnership; all if left out")
    changes = subparsers.add_parser("changes", help="say what a change means for a reader, in Markdown")
    changes.add_argument("base", type=Path, help="a checkout of what is published now")
    changes.add_argument("pictures", type=Path, help="the folder for drawings before and after")
    new = subparsers.add_parser("new", usage="make new-page NAME=canada, make new-chart NAME=canada KEY=sales-2025")
    new.add_argument("what", choices=("page", "chart"))
    new.add_argument("name")
    new.add_argument("key", nargs="?", default="")
    subparsers.add_parser("new_story", usage="make new-story NAME=coffee").add_argument("name")
    subparsers.add_parser("reviewed", usage="make reviewed PAGE=strategy").add_argument("name")
    subparsers.add_parser("stale", help="list the facts that are due to be looked up again, with search terms")
    subparsers.add_parser("where", usage="make claim ID=x14, make where KEY=sales-2025").add_argument("key")
    return parser


@command
def main(words: list[str]) -> None:
    options = vars(verbs().parse_args(words))
    import_module(f"scripts.tools.{options.pop('verb')}").main(**options)


if __name__ == "__main__":
    sys.exit(main())
