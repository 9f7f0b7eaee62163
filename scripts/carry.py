"""Keeps the style sheet, scripts and fonts of the site that is being replaced, for one more deploy. `python -m scripts.carry`.

Pages lets browsers keep a page for ten minutes. A page kept from before a deploy asks for files by the names that they had
then, which hold a hash of their content. So each site lists its own files, and the publishing workflow, before it replaces
the site, fetches from the live one those that the new one no longer has. They are not in the new site's list: a file
lives for one deploy longer than its site, not for ever.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from scripts import paths
from scripts.assets.bundle import FOLDER
from scripts.drawing.draw import plain_json, write

LIST = "files.json"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_HEAVIEST = 5_000_000


def list_files(site: Path, _address: str = "") -> None:
    """Write the list of the site's own assets, name -> SHA-256: a step of the build."""
    folder = site / FOLDER
    files = {file.name: _hash(file.read_bytes()) for file in sorted(folder.iterdir()) if file.is_file() and file.name != LIST}
    write(folder / LIST, plain_json(files))


def carry(site: Path, fetch: Callable[[str], bytes]) -> list[str]:
    """Add to `site` what the live site lists and `site` lacks; the names added.

    `fetch` gives the bytes of an asset of the live site by its name. Raises `ValueError` for a list or a file that is not
    what it should be: nothing from elsewhere enters the site unless its hash is the listed one.
    """
    listed = json.loads(fetch(LIST))
    if not isinstance(listed, dict) or not all(_NAME.fullmatch(name) and isinstance(value, str) for name, value in listed.items()):
        raise ValueError(f"{LIST} of the live site is not a list of file names with their hashes")
    added = []
    for name, wanted in sorted(listed.items()):
        target = site / FOLDER / name
        if name == LIST or target.exists():
            continue
        content = fetch(name)
        if _hash(content) != wanted:
            raise ValueError(f"{name} of the live site does not have the hash that its list gives")
        write(target, content)
        added.append(name)
    return added


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _from(address: str) -> Callable[[str], bytes]:
    def fetch(name: str) -> bytes:
        with urllib.request.urlopen(f"{address}{FOLDER}/{name}", timeout=30) as answer:
            content = answer.read(_HEAVIEST + 1)
        if len(content) > _HEAVIEST:
            raise ValueError(f"{name} of the live site is over {_HEAVIEST:,} bytes")
        return content

    return fetch


def main() -> int:
    address = os.environ.get("SITE_URL", "").rstrip("/") + "/"
    if not address.startswith(("http://", "https://")):
        print("carry: SITE_URL must name the live site", file=sys.stderr)
        return 1
    try:
        added = carry(paths.SITE, _from(address))
    except urllib.error.HTTPError as wrong:
        print(f"carry: nothing kept: {address} answered {wrong.code} (a first deploy has no site before it)")
    except (OSError, ValueError) as wrong:
        # A site that cannot be asked must not keep its own repair from being published.
        print(f"carry: nothing kept: {wrong}", file=sys.stderr)
    else:
        print(f"carry: kept {len(added)} files of the site that is being replaced" + "".join(f"\n  {name}" for name in added))
    return 0


if __name__ == "__main__":
    sys.exit(main())
