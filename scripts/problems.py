"""What is wrong, where, and what to do: gathered from all checks and reported together."""

import difflib
import errno
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import wraps

_REFUSED = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM)
"""How a disk says that it will not take our files."""


def joined(wrong: str, expected: str = "") -> str:
    """What is wrong and what is expected, as people read it."""
    return f"{wrong}; expected: {expected}" if expected else wrong


class Wrong(ValueError):
    """What is wrong with a value, and what is expected instead, said where its file is not known. `at`: in which part of it."""

    def __init__(self, wrong: str, expected: str = "", at: tuple[str | int, ...] = ()):
        super().__init__(wrong, expected)
        self.at = at

    def __str__(self) -> str:
        return joined(*self.args)


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that has to be mended, by a person or `by_rule`: its place (`line` and `column` where there is one),
    what is `wrong` there, and what is `expected` instead."""

    file: str
    line: int
    column: str
    wrong: str
    expected: str = ""
    by_rule: bool = field(default=False, compare=False)

    @property
    def message(self) -> str:
        return joined(self.wrong, self.expected)

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


def hint(name: str, names: Iterable[str]) -> str:
    """The end of a message on a name that does not exist: `, nearest: a, b, c`, or nothing where none is near."""
    near = difflib.get_close_matches(name, list(names), n=3, cutoff=0.5)
    return f", nearest: {', '.join(near)}" if near else ""


def no_such(name: str, what: str, names: Iterable[str]) -> tuple[str, str]:
    """What is wrong with a name that is none of a few, and what is expected: those, and the nearest of them."""
    names = list(names)
    return f"{name!r} is not {what}", ", ".join(names) + hint(name, names)


def not_among(name: str, what: str, names: Iterable[str]) -> str:
    """The same in a sentence: `'scop' is not a column of sales; expected: year, scope, nearest: scope`."""
    return joined(*no_such(name, what, names))


def unknown(key: str, keys: Iterable[str]) -> str:
    """The message for a key that does not exist, with the nearest ones."""
    return f"{key!r} is not a key; " + (hint(key, keys).removeprefix(", ") or "see the key column of data/*.csv")


def beside_line(problem: Problem, level: str) -> None:
    """On GitHub an "error" or a "warning" is shown beside its line of the pull request."""
    if os.environ.get("GITHUB_ACTIONS"):
        said = f"{problem.column}: {problem.message}".removeprefix(": ").replace("%", "%25").replace("\n", "%0A")
        print(f"::{level} file={problem.file},line={problem.line or 1}::{said}")


def report(found: ProblemsFound) -> int:
    """Print every problem, one a line, and return the exit code."""
    for problem in found.problems:
        print(problem, file=sys.stderr)
        beside_line(problem, "error")
    count = len(found.problems)
    print(f"\n{count} problem{'s' if count != 1 else ''} to mend.", file=sys.stderr)
    return 1


def in_sentences(main: Callable[[list[str]], object]) -> Callable[..., int]:
    """A command that takes its words (None: those of the shell) and gives its exit code: whatever goes wrong is told in sentences."""

    @wraps(main)
    def run(arguments: list[str] | None = None) -> int:
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(errors="replace")  # a terminal that knows no ’ gets a ?
        try:
            return int(main(sys.argv[1:] if arguments is None else arguments) or 0)
        except ProblemsFound as found:
            return report(found)
        except BrokenPipeError:  # whoever read our lines, `head` perhaps, has had enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except OSError as wrong:
            if wrong.errno not in _REFUSED:
                raise
            remedy = "free some room, make the file yours, or name writable folders in BUILD_DIR and SITE_DIR, then try again"
            return report(ProblemsFound([Problem(os.path.relpath(wrong.filename or "."), 0, "", f"{wrong.strerror}; {remedy}")]))
        except KeyboardInterrupt:
            return 130

    return run
