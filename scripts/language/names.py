"""What a story writes with digits and does not count: data/allowed_figures.toml, which a story may leave out.

`[names]`: name -> why it is no quantity. `counted`: words of any language behind which even `2021` is a quantity, not a year: `cars`.
"""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from scripts import paths
from scripts.facts import settings
from scripts.problems import Problem

ALLOWED = paths.DATA / "allowed_figures.toml"


class Allowed(NamedTuple):
    """The names, longest first; the words; and what keeps the file from being understood."""

    names: tuple[str, ...]
    counted: tuple[str, ...]
    problems: tuple[Problem, ...]


def allowed(path: Path = ALLOWED) -> Allowed:
    return _read(path, path.stat().st_mtime_ns) if path.exists() else Allowed((), (), ())


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int) -> Allowed:
    told, _, wrong = settings.read(path, "TOML with [names] and counted")
    reasons, file = told.get("names", {}), paths.relative_path(path)
    odd = (key for key in told if key not in ("names", "counted"))
    wrong += [Problem(file, 0, key, "is unknown here; expected: names, counted") for key in odd]
    silent = (name for name, why in reasons.items() if not isinstance(why, str) or not why.strip())
    wrong += [Problem(file, 0, name, "has no reason; expected: why it is a name and no quantity") for name in silent]
    return Allowed(tuple(sorted(reasons, key=len, reverse=True)), tuple(told.get("counted", ())), tuple(wrong))
