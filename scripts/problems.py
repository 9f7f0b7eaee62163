"""What is wrong, where, and what to do: gathered from all checks and reported together."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that a person has to mend, with its place (`line` and `column` where there is one)."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.column}: {self.message}" if self.column else f"{place}: {self.message}"


class ProblemsFound(Exception):
    """Raised once, with every problem found, by whatever cannot go on."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def stop_on(problems: Iterable[Problem]) -> None:
    """Raise `ProblemsFound` if there are any."""
    found = list(problems)
    if found:
        raise ProblemsFound(found)


def report(found: ProblemsFound) -> int:
    """Print every problem, one a line, and return the exit code."""
    for problem in found.problems:
        print(problem, file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS"):  # GitHub shows it beside the line of the pull request
            said = f"{problem.column}: {problem.message}".removeprefix(": ").replace("%", "%25").replace("\n", "%0A")
            print(f"::error file={problem.file},line={problem.line or 1}::{said}")
    count = len(found.problems)
    print(f"\n{count} problem{'s' if count != 1 else ''}; nothing was published.", file=sys.stderr)
    return 1
