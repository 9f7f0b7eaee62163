"""Problems: what is wrong, where, and how to fix it; collected from all checks and reported together."""

import difflib
import errno
import io
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import wraps
from typing import NamedTuple

MOST_LISTED = 40
"""Names that a message lists in full; of more it gives the nearest."""
_DISK_REFUSES = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM)


def _message(wrong: str, expected: str) -> str:
    return f"{wrong}; expected: {expected}" if expected else wrong


class InvalidValue(ValueError):
    """What is `wrong` with a value and what is `expected` instead, where its file is not known.

    `at`: keys of the setting that is meant, where a validator looks at several.
    """

    def __init__(self, wrong: str, expected: str = "", at: tuple[str | int, ...] = ()):
        super().__init__(_message(wrong, expected))
        self.wrong = wrong
        self.expected = expected
        self.at = at


class UnknownName(InvalidValue, LookupError):
    """A name that is not among the choices."""

    def __init__(self, name: object, what: str, choices: Iterable[str]):
        super().__init__(f"{name!r} is not {what}", choices_near(name, choices))


def choices_near(name: object, choices: Iterable[str]) -> str:
    """What is expected in place of a name: the choices that are there, the nearest last."""
    choices = list(choices)
    expected = ", ".join(choices) or "none is there"
    if len(choices) > MOST_LISTED:
        expected = f"one of {len(choices)} that are there"
    nearest = difflib.get_close_matches(str(name), choices, n=3, cutoff=0.5)
    if nearest:
        expected += f", nearest: {', '.join(nearest)}"
    return expected


class Location(NamedTuple):
    """Where something stands. `line` 0: in the file as a whole; `column`: of a table, or the name of what is meant."""

    file: str
    line: int = 0
    column: str = ""

    def problem(self, wrong: str | InvalidValue, expected: str = "", severity: str = "error") -> "Problem":
        """What is wrong there: in words, or a value that was refused, which says itself what is expected."""
        if isinstance(wrong, InvalidValue):
            expected, wrong = wrong.expected, wrong.wrong
        return Problem(*self, wrong, expected, severity)

    def error(self, wrong: str | InvalidValue, expected: str = "") -> "ProblemsFound":
        """An exception with this problem alone, to raise."""
        return ProblemsFound([self.problem(wrong, expected)])

    def __str__(self) -> str:
        file_and_line = f"{self.file}:{self.line}" if self.line else self.file
        return f"{file_and_line}: {self.column}" if self.column else file_and_line


@dataclass(frozen=True, order=True)
class Problem:
    """Its place (`line` and `column` where there is one), what is `wrong` there, and what is `expected` instead.

    `severity`: an "error" has to be mended by a person, what is "fixable" is mended by rule; a "note" and a "question" stop nothing.
    """

    file: str
    line: int
    column: str
    wrong: str
    expected: str = ""
    severity: str = field(default="error", compare=False)

    @property
    def message(self) -> str:
        return _message(self.wrong, self.expected)

    def __str__(self) -> str:
        return f"{Location(self.file, self.line, self.column)}: {self.message}"


class ProblemsFound(Exception):
    """Raised with every problem found, where work cannot go on."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def stop_on(problems: Iterable[Problem]) -> None:
    """Raise `ProblemsFound` with the errors among them, if there are any."""
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise ProblemsFound(errors)


def annotate_on_github(problem: Problem, level: str) -> None:
    """On GitHub, show an "error" or a "warning" beside its line of the pull request."""
    if os.environ.get("GITHUB_ACTIONS"):
        text = f"{problem.column}: {problem.message}" if problem.column else problem.message
        escaped = text.replace("%", "%25").replace("\n", "%0A")
        print(f"::{level} file={problem.file},line={problem.line or 1}::{escaped}")


def report(error: ProblemsFound) -> int:
    """Print every problem, one a line, and return the exit code."""
    for problem in error.problems:
        print(problem, file=sys.stderr)
        annotate_on_github(problem, "error")
    count = len(error.problems)
    print(f"\n{count} problem{'s' if count != 1 else ''} to mend.", file=sys.stderr)
    return 1


def command(main: Callable[[list[str]], int | None]) -> Callable[..., int]:
    """Make `main(arguments)` a command: by default it takes those of the shell, it reports what goes wrong, and returns the exit code."""

    @wraps(main)
    def run(arguments: list[str] | None = None) -> int:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")  # a terminal that cannot encode ’ prints ?
        try:
            return int(main(sys.argv[1:] if arguments is None else arguments) or 0)
        except ProblemsFound as error:
            return report(error)
        except BrokenPipeError:  # the reader, such as `head`, has closed the pipe
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except OSError as error:
            if error.errno not in _DISK_REFUSES:
                raise
            file = os.path.relpath(error.filename or ".")
            remedy = "free some room, make the file yours, or name writable folders in BUILD_DIR and SITE_DIR, then try again"
            return report(Location(file).error(f"{error.strerror}; {remedy}"))
        except KeyboardInterrupt:
            return 130

    return run
