"""What is added to the built site after MkDocs: files that are not pages of its navigation. Plain functions, run in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scripts import audit
from scripts.pages import manifest

STEPS: list[Callable[[Path, str], None]] = [audit.step, manifest.step]
"""Each takes the folder of the whole site (English root, French under fr/) and the site's address with a slash at its end."""


def run(site: Path, address: str) -> None:
    for step in STEPS:
        step(site, address)
