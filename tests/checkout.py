"""A copy of the checkout, for tests that change its files."""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts import paths

_GENERATED = {".git", ".venv", "build", "site", "node_modules", ".pytest_cache", ".ruff_cache"}
"""Folders at the top that no copy needs."""


def _ignored(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if name == "__pycache__" or (Path(folder) == paths.ROOT and name in _GENERATED)}


def copy(target: Path) -> Path:
    """The checkout without what is generated, in a folder that does not exist yet; with the one script that set-up installs."""
    shutil.copytree(paths.ROOT, target, ignore=_ignored, symlinks=True)
    if paths.PLOTLY.exists():
        script = target / paths.PLOTLY.relative_to(paths.ROOT)
        script.parent.mkdir(parents=True)
        shutil.copy(paths.PLOTLY, script)
    return target
