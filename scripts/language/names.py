"""What a story writes with digits and does not count: data/allowed_figures.toml, which a story may leave out.

`[names]`: name -> why it is no quantity. `counted`: words of any language behind which even `2021` is a quantity, not a year: `cars`.
"""

from functools import lru_cache
from pathlib import Path

from scripts import paths
from scripts.facts import settings
from scripts.problems import Problem

ALLOWED = paths.DATA / "allowed_figures.toml"


def names(path: Path = ALLOWED) -> tuple[str, ...]:
    """The names, longest first."""
    return tuple(sorted(_read(path, _changed(path))[0].get("names", {}), key=len, reverse=True))


def counted(path: Path = ALLOWED) -> tuple[str, ...]:
    return tuple(_read(path, _changed(path))[0].get("counted", []))


def problems(path: Path = ALLOWED) -> list[Problem]:
    """What keeps the file from being understood."""
    told, wrong = _read(path, _changed(path))
    file = paths.relative_path(path)
    wrong = wrong + [Problem(file, 0, key, "is unknown here; expected: names, counted") for key in told if key not in ("names", "counted")]
    for name, why in told.get("names", {}).items():
        if not isinstance(why, str) or not why.strip():
            wrong.append(Problem(file, 0, name, "has no reason; expected: why it is a name and no quantity"))
    return wrong


def _changed(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


@lru_cache(maxsize=8)
def _read(path: Path, _when: int) -> tuple[dict, list[Problem]]:
    told, _, wrong = settings.read(path, "TOML with [names] and counted") if path.exists() else ({}, "", [])
    return told, wrong
