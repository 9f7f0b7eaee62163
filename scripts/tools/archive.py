"""Packs the built site into one zip that opens offline, from the file system: `make archive`.

On a web server a link to a folder shows its index.html; on a disk it shows a list of files. So each link between pages is
written out. The address of the page itself (canonical, hreflang, share tags) stays that of the published site.
"""

import posixpath
import re
import shutil
from collections.abc import Container
from pathlib import Path

from scripts import paths

_LINK = re.compile(r'(<(?:a|iframe|form|area)\b[^>]*?\s(?:href|src|action)=")([^":#?]+)', re.I)
_POLICY = re.compile(r"""<meta\b[^>]*http-equiv=["']?content-security-policy[^>]*>""", re.I)


def offline(page: str, path: str, files: Container[str]) -> str:
    """HTML of the page at `path` in the site with links to folders written out; `files`: every path in the site."""

    def with_index(match: re.Match) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[2]))
        if target in files or posixpath.normpath(f"{target}/index.html") not in files:
            return match[0]
        return f"{match[1]}{match[2].rstrip('/')}/index.html"

    # "This site" has no meaning for the policy where every file is an origin of its own.
    return _LINK.sub(with_index, _POLICY.sub("", page))


def pack(site: Path, target: Path) -> Path:
    """Write the copy of a built site, and the zip of it, into the folder `target`; the path of the zip."""
    copy = target / "site"
    shutil.rmtree(copy, ignore_errors=True)
    # Only a server shows the page 404, and its links start at the server's root.
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("404.html"))
    files = {file.relative_to(copy).as_posix(): file for file in copy.rglob("*") if file.is_file()}
    for path, file in files.items():
        if path.endswith(".html"):
            file.write_text(offline(file.read_text("utf-8"), path, files), "utf-8")
    return Path(shutil.make_archive(str(copy), "zip", target, copy.name))


def main() -> None:
    archive = pack(paths.SITE, paths.BUILD / "archive")
    print(f"{paths.relative_path(archive)}: {archive.stat().st_size / 1_000_000:.1f} MB; unpack it and open index.html")
