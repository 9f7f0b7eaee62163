"""Names with digits that are no figures (`Route 66`): data/allowed_figures.toml, which is optional.

`[names]`: name -> why it is no quantity. `counted`: words of any language behind which even `2021` is a quantity, not a year: `cars`.
"""

from functools import lru_cache
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BaseModel

from scripts import paths, toml_file
from scripts.problems import InvalidValue, Problem

ALLOWED = paths.DATA / "allowed_figures.toml"


def _not_blank(reason: str) -> str:
    if not reason.strip():
        raise InvalidValue("has no reason", "why it is a name and no quantity")
    return reason


class _Settings(BaseModel, extra="forbid", strict=True):
    """The file allowed_figures.toml."""

    names: dict[str, Annotated[str, AfterValidator(_not_blank)]] = {}
    counted: list[str] = []


class AllowedFigures(NamedTuple):
    """The names, longest first; the words; and what keeps the file from being understood."""

    names: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def load() -> AllowedFigures:
    return _load(ALLOWED, ALLOWED.stat().st_mtime_ns) if ALLOWED.exists() else AllowedFigures()


@lru_cache(maxsize=8)
def _load(path: Path, _changed: int) -> AllowedFigures:
    settings, file = toml_file.load(path, _Settings, "TOML with [names] and counted")
    settings = settings or _Settings()
    longest_first = sorted(settings.names, key=len, reverse=True)
    return AllowedFigures(tuple(longest_first), tuple(settings.counted), tuple(file.problems))
