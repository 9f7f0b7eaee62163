"""Small TOML files of settings, read and held against a model, with every problem at its line."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from scripts.paths import relative_path
from scripts.problems import Problem

M = TypeVar("M", bound=BaseModel)


def read(path: Path, expected: str) -> tuple[dict[str, Any], str, list[Problem]]:
    """The settings in a file, its text, and what keeps it from being read. `expected`: what such a file holds."""
    try:
        text = path.read_text("utf-8-sig")
        return tomllib.loads(text), text, []
    except OSError:
        line, said = 0, f"cannot be read; expected: {expected}"
    except UnicodeDecodeError:
        line, said = 0, "is not UTF-8; expected: UTF-8 text, so save the file as UTF-8"
    except tomllib.TOMLDecodeError as bad:
        place = re.search(r"line (\d+)", str(bad))
        line, said = int(place[1]) if place else 0, f"is not TOML: {bad}; expected: {expected}"
    return {}, "", [Problem(relative_path(path), line, "", said)]


def fit(model: type[M], entry: dict[str, Any]) -> tuple[M | None, list[str]]:
    """The entry as the model has it, or what is wrong with each of its settings."""
    try:
        return model(**entry), []
    except ValidationError as wrong:
        known = ", ".join(model.model_fields)
        return None, [
            f"{error['loc'][0]!r} is not a setting; expected: {known}" if error["type"] == "extra_forbidden"
            else f"{error['loc'][0]!r} is missing; expected: {known}" if error["type"] == "missing"
            else f"{error['loc'][0]} is {error['input']!r}; {error['msg'][:1].lower()}{error['msg'][1:]}"
            for error in wrong.errors()
        ]


def line_of(text: str, words: str, after: int = 0) -> int:
    """The first line that holds the words, from 1, after a line; 0 if none does."""
    return next((number for number, line in enumerate(text.split("\n"), 1) if words in line and number > after), 0)


def line_in(text: str, section: str, name: str) -> int:
    """The line of a setting in its section ("" before the first), or else that of the section; 0 if neither is there."""
    inside, head = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        if heading := re.match(r"\[(.+)\]", line):
            inside = heading[1]
            head = number if inside == section else head
        elif inside == section and re.match(rf"{re.escape(name)}\s*=", line):
            return number
    return head
