"""Small TOML files of settings, read and held against a model, with every problem at its line."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from scripts.paths import relative_path
from scripts.problems import InvalidValue, Problem

M = TypeVar("M", bound=BaseModel)


def read(path: Path, expected: str) -> tuple[dict[str, Any], str, list[Problem]]:
    """The settings in a file, its text, and what keeps it from being read. `expected`: what such a file holds."""
    try:
        text = path.read_text("utf-8-sig")
        return tomllib.loads(text), text, []
    except OSError:
        line, *told = 0, "cannot be read", expected
    except UnicodeDecodeError:
        line, *told = 0, "is not UTF-8", "UTF-8 text, so save the file as UTF-8"
    except tomllib.TOMLDecodeError as bad:
        place = re.search(r"line (\d+)", str(bad))
        line, *told = int(place[1]) if place else 0, f"is not TOML: {bad}", expected
    return {}, "", [Problem(relative_path(path), line, "", *told)]


def load(path: Path, model: type[M], expected: str) -> tuple[M | None, str, list[Problem]]:
    """A file of settings as the model has it (None if it does not fit), its text, and what is wrong with it."""
    told, text, problems = read(path, expected)
    if problems:
        return None, text, problems
    made, wrong = fit(model, told)
    return made, text, placed(path, text, wrong)


def placed(path: Path, text: str, wrong: Iterable[InvalidValue], inside: tuple[str | int, ...] = ()) -> list[Problem]:
    """What is wrong with an entry of a file, each at its line. `inside`: where in the file the entry stands."""
    file = relative_path(path)
    return [
        Problem(file, line_at(text, (*inside, *error.at)), _names((*inside, *_within(error.at)[0])), error.wrong, error.expected)
        for error in wrong
    ]


def fit(model: type[M], entry: object) -> tuple[M | None, list[InvalidValue]]:
    """The entry as the model has it, or what is wrong with each of its settings."""
    try:
        return model.model_validate(entry), []
    except ValidationError as wrong:
        return None, [_told(error, model) for error in wrong.errors()]


def _told(error: dict[str, Any], model: type[BaseModel]) -> InvalidValue:
    """What pydantic found, in our words."""
    above, last = _within(error["loc"])
    name, kind = _names(last), error["type"]
    for field in (part for part in above if isinstance(part, str)):
        inside = model.model_fields[field].annotation
        model = next((one for one in (inside, *get_args(inside)) if isinstance(one, type) and issubclass(one, BaseModel)), model)
    known = ", ".join(model.model_fields)
    if kind == "model_type":
        told = f"{name} stands outside a [table]".lstrip(), f"a [table] with {known}"
    elif kind in ("extra_forbidden", "missing"):
        told = f"{name!r} is {'missing' if kind == 'missing' else 'not a setting'}", known
    elif kind == "value_error":
        invalid = error["ctx"]["error"]
        told = f"{name!r} {invalid.wrong}", invalid.expected
    else:
        said = error["msg"].removeprefix("Input should be ").replace("valid dictionary", "table")
        told = f"{name} is {error['input']!r}", said[:1].lower() + said[1:]
    return InvalidValue(*told, at=error["loc"])


def _within(at: tuple[str | int, ...]) -> tuple[tuple[str | int, ...], tuple[str | int, ...]]:
    """Where a setting stands, and its own name, with its place in a list: `rule 2` and `days`."""
    last = max((number for number, part in enumerate(at) if isinstance(part, str)), default=0)
    return at[:last], at[last:]


def _names(parts: tuple[str | int, ...]) -> str:
    """For people, who count from one."""
    return " ".join(str(part + 1 if isinstance(part, int) else part) for part in parts)


def line_at(text: str, at: tuple[str | int, ...]) -> int:
    """The line of a setting, ("rule", 1, "days") in the second [[rule]], or else of the table that would hold it; 0: none is there."""
    at = tuple(part for part in at if part != "")  # no table: before the first
    best = found = 0
    inside, heads = (), Counter()
    for number, line in enumerate(text.split("\n"), 1):
        if head := re.match(r"\[(\[?)(.+?)\]", line):
            inside = _path(head[2])
            if head[1]:
                heads[inside] += 1
                inside = (*inside, heads[inside] - 1)
            here = inside
        elif setting := re.match(r"""((?:[\w-]+|"[^"]*")(?:\.(?:[\w-]+|"[^"]*"))*)\s*=""", line):
            here = (*inside, *_path(setting[1]))
        else:
            continue
        met = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, at, strict=False)))
        if met > best:
            best, found = met, number
    return found


def _path(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip('"') for part in re.findall(r'"[^"]*"|[^.]+', dotted))
