"""manifest.json: what a build holds, for programs and archives: pages with their versions, charts, files with their hashes, data.

Staging writes what is known of the data, so that pages can link the file; `step` completes it once the site is built.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import lxml.html

from scripts import paths
from scripts.drawing.draw import plain_json
from scripts.edition import Edition, current
from scripts.facts import datapackage

NAME = "manifest.json"
_APART = ("404.html", "/embed/index.html")  # not pages of their own


def of_data(edition: Edition) -> dict[str, Any]:
    """The part that is known before the site is built."""
    facts = edition.facts
    tables = {name: {"rows": len(rows), "sha256": _sha256(paths.DATA / f"{name}.csv")} for name, rows in facts.tables.items()}
    dates = {"last_checked": edition.last_checked, "compared_with": edition.day.isoformat()}
    return {"data": {"version": datapackage.version(facts)} | dates | {"tables": tables}}


def step(site: Path, address: str) -> None:
    """Write the manifest of the whole site into each edition. Has to run after every step that writes pages or files."""
    manifest = whole(site, address)
    for language in paths.LANGUAGES:
        folder = site if language == paths.LANGUAGES[0] else site / language
        (folder / NAME).write_bytes(plain_json(manifest))


def whole(site: Path, address: str) -> dict[str, Any]:
    files = sorted(file for file in site.rglob("*") if file.is_file() and file.name != NAME)
    hashes = {file.relative_to(site).as_posix(): _sha256(file) for file in files}
    pages = [_page(site, path, address, digest) for path, digest in hashes.items() if path.endswith(".html") and not path.endswith(_APART)]
    charts = [_chart(slug, language, address, hashes) for language in paths.LANGUAGES for slug in current(language).charts]
    first = current(paths.LANGUAGES[0])
    digest = hashlib.sha256("".join(f"{path} {one}\n" for path, one in hashes.items()).encode()).hexdigest()
    return {
        "address": address,
        "version": f"{first.last_checked}.{digest[:12]}",
        **of_data(first),
        "pages": pages,
        "charts": charts,
        "files": hashes,
    }


def _page(site: Path, path: str, address: str, digest: str) -> dict[str, Any]:
    tree = lxml.html.document_fromstring((site / path).read_bytes())
    version = tree.xpath("string(//*[@data-version]/@data-version)")
    page = {"address": address + path.removesuffix("index.html"), "language": tree.get("lang"), "title": (tree.findtext(".//title") or "").strip()}
    return page | ({"version": version} if version else {}) | {"sha256": digest}


def _chart(slug: str, language: str, address: str, hashes: dict[str, str]) -> dict[str, Any]:
    folder = f"{_prefix(language)}charts/{slug}/"
    files = {path.removeprefix(folder): digest for path, digest in hashes.items() if path.startswith(f"{folder}{slug}.")}
    return {"slug": slug, "language": language, "address": address + folder, "files": files}


def _prefix(language: str) -> str:
    return "" if language == paths.LANGUAGES[0] else f"{language}/"


def read(site: Path) -> dict[str, Any]:
    return json.loads((site / NAME).read_text("utf-8"))


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
