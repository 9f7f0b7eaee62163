"""Runs a maintenance command, each a module of this folder: `python -m scripts.tools where sales-2025`."""

import inspect
import sys
from importlib import import_module

from scripts.problems import Location, UnknownName, command

USAGE = {
    "archive": "make archive",
    "audit": "make audit PAGE=strategy",
    "changes": "python -m scripts.tools changes build/base build/pictures",
    "new": "make new-page NAME=canada, make new-chart NAME=canada KEY=sales-2025",
    "new_story": "make new-story NAME=coffee",
    "reviewed": "make reviewed PAGE=strategy",
    "stale": "make stale",
    "where": "make claim ID=x14, make where KEY=sales-2025",
}
"""Verb -> how it is asked for. `main` of its module takes the words that follow it."""


@command
def main(words: list[str]) -> None:
    verb, *arguments = words or [""]
    if verb not in USAGE:
        raise Location("tools").error(UnknownName(verb, "a verb", USAGE))
    run = import_module(f"scripts.tools.{verb}").main
    try:
        inspect.signature(run).bind(*arguments)
    except TypeError as error:
        raise Location("tools", column=verb).error(str(error), USAGE[verb]) from None
    run(*arguments)


if __name__ == "__main__":
    sys.exit(main())
