"""Runs a keeper's verb, each a module of this folder: `python -m scripts.tools where sales-2025`."""

import sys
from importlib import import_module
from pathlib import Path

from scripts.problems import Problem, in_sentences, stop_on

VERBS = sorted(file.stem for file in Path(__file__).parent.glob("[!_]*.py"))


@in_sentences
def main(words: list[str]) -> None:
    known = words and words[0] in VERBS
    stop_on([] if known else [Problem("tools", 0, "", f"expected one of {', '.join(VERBS)}")])
    verb, *arguments = words
    import_module(f"scripts.tools.{verb}").main(arguments)


if __name__ == "__main__":
    sys.exit(main())
