"""A copy of the checkout, for tests that change its files."""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts import paths

_GENERATED = shutil.ignore_patterns(".git", ".venv", "build", "site", "node_modules", "__pycache__", ".pytest_cache", ".ruff_cache")


def copy(target: Path) -> Path:
    """The checkout without what is generated, in a folder that does not exist yet; with the one script that set-up installs."""
    shutil.copytree(paths.ROOT, target, ignore=_GENERATED, symlinks=True)
    if paths.PLOTLY.exists():
        script = target / paths.PLOTLY.relative_to(paths.ROOT)
        script.parent.mkdir(parents=True)
        shutil.copy(paths.PLOTLY, script)
    return target
