"""Packs the built site into one zip that opens offline, from the file system. `python -m scripts.tools archive`.

On a web server a link to a folder shows its index.html; on a disk it shows a list of files. So each link between pages is
written out. The address of the page itself (canonical, hreflang, share tags) stays that of the published site.
The zip depends on the site alone: the same site gives the same bytes.
"""

import datetime as dt
import io
import json
import posixpath
import re
import zipfile
from pathlib import Path

from scripts import paths
from scripts.files import write
from scripts.problems import Problem, ProblemsFound

_LINK = re.compile(r'(<(?:a|iframe|form|area)\b[^>]*?\s(?:href|src|action)=")([^":#?]+)', re.I)
_POLICY = re.compile(r"""<meta\b[^>]*http-equiv=["']?content-security-policy[^>]*>""", re.I)


def offline(page: str, path: str, files: set[str]) -> str:
    """HTML of the page at `path` in the site with links to folders written out; `files`: every path in the site."""

    def written_out(found: re.Match) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), found[2]))
        is_folder = target not in files and posixpath.normpath(f"{target}/index.html") in files
        return found[1] + (f"{found[2].rstrip('/')}/index.html" if is_folder else found[2])

    # "This site" has no meaning for the policy where every file is an origin of its own.
    return _LINK.sub(written_out, _POLICY.sub("", page))


def pack(site: Path, target: Path) -> Path:
    """Write the zip into the folder `target`; its path. Raises `ProblemsFound` if there is no built site."""
    described = site / "data" / "datapackage.json"
    if not described.exists():
        raise ProblemsFound([Problem(paths.relative_path(site), 0, "", "holds no built site; run `make build` first")])
    told = json.loads(described.read_text("utf-8"))
    name = f"{told['name']}-{told['version']}"
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*")) if file.is_file()}
    stamp = dt.datetime.fromisoformat(told["created"]).timetuple()[:6]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, file in files.items():
            if path.endswith("404.html"):  # only a server shows it, and its links start at the server's root
                continue
            raw = file.read_bytes()
            if path.endswith(".html"):
                raw = offline(raw.decode(), path, set(files)).encode()
            entry = zipfile.ZipInfo(f"{name}/{path}", stamp)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, raw)
    write(target / f"{name}.zip", packed.getvalue())
    return target / f"{name}.zip"


def main() -> None:
    packed = pack(paths.SITE, paths.BUILD / "archive")
    print(f"{paths.relative_path(packed)}: {packed.stat().st_size / 1_000_000:.1f} MB; unpack it and open index.html")
