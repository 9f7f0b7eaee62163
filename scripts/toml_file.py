"""Reads TOML files and validates them with pydantic models, with every problem at its line."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, GetPydanticSchema, ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import literal_schema

from scripts.paths import relative_path
from scripts.problems import InvalidValue, Location, Problem, choices_near

Model = TypeVar("Model", bound=BaseModel)
Keys = tuple[str | int, ...]
"""Where a setting stands: `("rule", 1, "days")` is that of the second [[rule]]."""


class TomlFile:
    """A file with its `text`, its `settings` (none where it cannot be read), and every problem met so far."""

    def __init__(self, path: Path, expected: str):
        """`expected`: what such a file holds, in words for a keeper."""
        self.path = path
        self.text = ""
        self.settings: dict[str, Any] = {}
        self.problems: list[Problem] = []
        line = 0
        try:
            self.text = path.read_text("utf-8-sig")
            self.settings = tomllib.loads(self.text)
            return
        except OSError:
            wrong = "cannot be read"
        except UnicodeDecodeError:
            wrong = "is not UTF-8"
            expected = "UTF-8 text, so save the file as UTF-8"
        except tomllib.TOMLDecodeError as error:
            wrong = f"is not TOML: {error}"
            if match := re.search(r"line (\d+)", wrong):
                line = int(match[1])
        self.problems.append(Location(relative_path(path), line).problem(wrong, expected))

    def place_of(self, keys: Keys) -> Location:
        return Location(relative_path(self.path), line_at(self.text, keys), _dotted(keys))

    def problem(self, keys: Keys, wrong: str | InvalidValue, expected: str = "") -> Problem:
        """What is wrong with a setting."""
        return self.place_of(keys).problem(wrong, expected)

    def fit(self, model: type[Model], *keys: str | int, context: Any = None) -> Model | None:
        """The settings there as the model has them; None, and a problem for each wrong one, where they do not fit.

        `context`: what the validators of the model are given.
        """
        settings: Any = self.settings
        for key in keys:
            settings = settings[key]
        try:
            return model.model_validate(settings, context=context)
        except ValidationError as invalid:
            for error in invalid.errors():
                value = _invalid_value(error, model)
                self.problems.append(self.problem((*keys, *error["loc"], *value.at), value))
            return None


def load(path: Path, model: type[Model], expected: str, context: Any = None) -> tuple[Model | None, TomlFile]:
    """A whole file as the model has it; None where it cannot be read or does not fit, see its problems."""
    file = TomlFile(path, expected)
    return None if file.problems else file.fit(model, context=context), file


def one_of(names: Iterable[str]) -> GetPydanticSchema:
    """A type that allows these names only: `Literal` for names known only at run time."""
    return GetPydanticSchema(lambda *_: literal_schema(list(names)))


def _invalid_value(error: ErrorDetails, model: type[BaseModel]) -> InvalidValue:
    """A pydantic error as an `InvalidValue`."""
    kind = error["type"]
    value = error["input"]
    place = error["loc"]
    if kind == "value_error":
        return error["ctx"]["error"]
    if kind == "literal_error":
        choices = re.findall("'(.*?)'", error["ctx"]["expected"])
        return InvalidValue(f"is {value!r}", choices_near(value, choices))
    if kind == "model_type":
        settings = ", ".join(_model_of(place, model).model_fields)
        return InvalidValue("stands outside a [table]", f"a [table] with {settings}")
    if kind == "missing":
        return InvalidValue("is missing", ", ".join(_model_of(place[:-1], model).model_fields))
    if kind == "extra_forbidden":
        return InvalidValue("is not a setting", choices_near(place[-1], _model_of(place[:-1], model).model_fields))
    expected = error["msg"].removeprefix("Input should be ").replace("valid dictionary", "table")
    return InvalidValue(f"is {value!r}", expected[:1].lower() + expected[1:])


def _model_of(table: Keys, model: type[BaseModel]) -> type[BaseModel]:
    """The model of a table inside a file."""
    for key in table:
        if key not in model.model_fields:  # a number in a list, or a name of the keeper's own
            continue
        annotation = model.model_fields[key].annotation
        for inner in (annotation, *get_args(annotation)):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                model = inner
    return model


def _dotted(keys: Keys) -> str:
    """Keys as TOML writes them, with the number of a [[table]], for people who count from one: `rule 2.days`."""
    text = ""
    for key in keys:
        if isinstance(key, int):
            text += f" {key + 1}"
        else:
            text += f".{key}" if re.fullmatch(r"[\w-]+", key) else f'."{key}"'
    return text.removeprefix(".")


def line_at(text: str, keys: Keys) -> int:
    """The line of a setting, or else of the table that would hold it; 0: neither stands there."""
    table: Keys = ()
    heads: Counter[Keys] = Counter()
    best_line = most_keys = 0
    for number, line in enumerate(text.split("\n"), 1):
        if match := re.match(r"\[(\[?)(.+?)\]", line):
            table = _keys(match[2])
            if match[1]:
                heads[table] += 1
                table = (*table, heads[table] - 1)
            current = table
        elif match := re.match(r"""((?:[\w-]+|"[^"]*")(?:\.(?:[\w-]+|"[^"]*"))*)\s*=""", line):
            current = (*table, *_keys(match[1]))
        else:
            continue
        shared = max(count for count in range(len(keys) + 1) if current[:count] == keys[:count])
        if shared > most_keys:
            best_line, most_keys = number, shared
    return best_line


def _keys(dotted: str) -> tuple[str, ...]:
    return tuple(key.strip('"') for key in re.findall(r'"[^"]*"|[^.]+', dotted))
