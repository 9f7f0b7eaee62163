"""What a story writes with digits and does not count: data/allowed_figures.toml, which a story may leave out.

`[names]`: name -> why it is no quantity. `counted`: words of any language behind which even `2021` is a quantity, not a year: `cars`.
"""

from functools import lru_cache
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BaseModel

from scripts import paths, toml_file
from scripts.problems import InvalidValue, Problem

ALLOWED = paths.DATA / "allowed_figures.toml"


def _given(reason: str) -> str:
    if not reason.strip():
        raise InvalidValue("has no reason", "why it is a name and no quantity")
    return reason


class _Settings(BaseModel, extra="forbid", strict=True):
    """The file."""

    names: dict[str, Annotated[str, AfterValidator(_given)]] = {}
    counted: list[str] = []


class Allowed(NamedTuple):
    """The names, longest first; the words; and what keeps the file from being understood."""

    names: tuple[str, ...]
    counted: tuple[str, ...]
    problems: tuple[Problem, ...]


def allowed() -> Allowed:
    return _read(ALLOWED, ALLOWED.stat().st_mtime_ns) if ALLOWED.exists() else Allowed((), (), ())


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int) -> Allowed:
    settings, file = toml_file.load(path, _Settings, "TOML with [names] and counted")
    settings = settings or _Settings()
    longest_first = sorted(settings.names, key=len, reverse=True)
    return Allowed(tuple(longest_first), tuple(settings.counted), tuple(file.problems))
