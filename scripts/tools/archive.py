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

    def with_index(match: re.Match) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[2]))
        if target in files or posixpath.normpath(f"{target}/index.html") not in files:
            return match[0]
        return f"{match[1]}{match[2].rstrip('/')}/index.html"

    # "This site" has no meaning for the policy where every file is an origin of its own.
    return _LINK.sub(with_index, _POLICY.sub("", page))


def pack(site: Path, target: Path) -> Path:
    """Write the zip into the folder `target`; its path. Raises `ProblemsFound` if there is no built site."""
    descriptor = site / "data" / "datapackage.json"
    if not descriptor.exists():
        raise ProblemsFound([Problem(paths.relative_path(site), 0, "", "holds no built site; run `make build` first")])
    package = json.loads(descriptor.read_text("utf-8"))
    name = f"{package['name']}-{package['version']}"
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*")) if file.is_file()}
    stamp = dt.datetime.fromisoformat(package["created"]).timetuple()[:6]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, file in files.items():
            if path.endswith("404.html"):  # only a server shows it, and its links start at the server's root
                continue
            content = file.read_bytes()
            if path.endswith(".html"):
                content = offline(content.decode(), path, set(files)).encode()
            entry = zipfile.ZipInfo(f"{name}/{path}", stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    write(target / f"{name}.zip", packed.getvalue())
    return target / f"{name}.zip"


def main() -> None:
    archive = pack(paths.SITE, paths.BUILD / "archive")
    print(f"{paths.relative_path(archive)}: {archive.stat().st_size / 1_000_000:.1f} MB; unpack it and open index.html")
