"""What is added to the built site after MkDocs, since it stands outside the editions."""

from __future__ import annotations

from pathlib import Path

from scripts.edition import Edition
from scripts.site import redirects, sitemaps


def run(site: Path, editions: dict[str, Edition]) -> None:
    """`site`: the folder of the whole site, English at its root, French under fr/. Raises `ProblemsFound`."""
    sitemaps.put(site, editions)
    redirects.put(site, editions)
