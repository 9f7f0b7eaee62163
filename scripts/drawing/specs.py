"""Figures as Plotly's JSON, kept from build to build: after one changed cell only the charts that show it are built anew.

A figure is made of the chart's rows, its language and shape, the words in its frame, and of code and words. All of that
is in the name under which it is kept. What is made of anything else is not kept, and so built each time.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from scripts import paths

_WORDS = paths.DATA / "words.csv"


class Unknown(TypeError):
    """A value whose text might not tell all that it holds."""


def name(module_file: str | None, *ingredients: Any) -> str | None:
    """The name of what is made of these by a chart's module; None where it cannot be told for certain."""
    folder = paths.ROOT / "scripts" / "charts"
    if not module_file or Path(module_file).resolve().parent != folder:
        return None  # its code is not in `_code`
    try:
        told = canonical([Path(module_file).name, *ingredients])
    except Unknown:
        return None
    return hashlib.sha256(f"{_code()}|{told}".encode()).hexdigest()[:32]


def find(kept: str | None) -> str | None:
    """What is kept under a name."""
    file = _file(kept) if kept else None
    return file.read_text("utf-8") if file and file.exists() else None


def keep(kept: str | None, made: str, write: Callable[[Path, bytes], Any]) -> None:
    """Keep what was made, where it has a name."""
    if kept:
        write(_file(kept), made.encode())


def _file(kept: str) -> Path:
    return paths.BUILD / "cache" / f"{kept}.figure.json"


def canonical(value: Any) -> str:
    """A text that two values share only if they are alike in type, content and order."""
    if value is None or isinstance(value, bool | int | float | str | Decimal | dt.date):
        return f"{type(value).__name__} {value!r}"
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{canonical(key)}:{canonical(one)}' for key, one in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"{type(value).__name__}[{','.join(map(canonical, value))}]"
    if is_dataclass(value) and not isinstance(value, type):
        return f"{type(value).__name__}({','.join(canonical(getattr(value, field.name)) for field in fields(value))})"
    raise Unknown(type(value).__name__)


@cache
def _code() -> str:
    """All that makes figures but the data: our scripts, since a chart may call any of them, the words, Plotly and Python."""
    seen = hashlib.sha256(f"{sys.version}|{version('plotly')}".encode())
    for file in [*sorted((paths.ROOT / "scripts").rglob("*.py")), _WORDS]:
        seen.update(file.relative_to(paths.ROOT).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return seen.hexdigest()
