"""What is added to the built site after MkDocs: files that are made of built pages. Plain functions, run in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scripts.outputs import email_page, manifest
from scripts.site import redirects, sitemaps
from scripts.tools import audit

STEPS: list[Callable[[Path, str], None]] = [email_page.write_all, sitemaps.put, redirects.put, audit.step, manifest.step]
"""Each takes the folder of the whole site (English root, French under fr/) and the site's address with a slash at its end."""


def run(site: Path, address: str) -> None:
    for step in STEPS:
        step(site, address)
