"""Two builds of one commit are byte-identical, whatever the folder, the hour, the time zone and the machine's language.

The second build is also the one without network and without writing into the checkout. What it cannot vary is the
browser: another version of Chromium may set text a hair differently, so its version is part of the drawings' cache key.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import checkout

GUARD = """
import socket
def refuse(self, address, _connect=socket.socket.connect):
    if self.family != socket.AF_UNIX and not str(address[0]).startswith(("127.", "::1", "localhost")):
        raise OSError(f"this build asked the network for {address}")
    return _connect(self, address)
socket.socket.connect = refuse
"""
"""Where the system cannot take the network away, Python's part of it is."""


def without_network(folder: Path) -> tuple[list[str], dict[str, str]]:
    """What to put before a command, and into its environment, so that it has no network."""
    (folder / "sitecustomize.py").write_text(GUARD)
    if shutil.which("unshare") and subprocess.run(["unshare", "-r", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["unshare", "-r", "-n"], {}
    return [], {"PYTHONPATH": str(folder)}


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


@pytest.mark.slow
@pytest.mark.browser
def test_another_folder_hour_zone_and_language_give_the_same_site_without_network_or_a_writable_checkout(site, tmp_path):
    copy = checkout.copy(tmp_path / "another place, with spaces")
    guard = tmp_path / "guard"
    guard.mkdir()
    before, extra = without_network(guard)
    state = {path: path.stat().st_mtime_ns for path in copy.rglob("*")}
    for path in copy.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    env = extra | {
        "BUILD_DIR": str(tmp_path / "b"),
        "SITE_DIR": str(tmp_path / "s"),
        "SITE_URL": "https://example.org/alpine",
        "REPO_URL": "https://example.org/repo",
        "TZ": "Pacific/Auckland",
        "LANG": "C",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "4242",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = checkout.call(copy, *before, sys.executable, "-m", "scripts.build", **env)
    for path in copy.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert done.returncode == 0, done.stdout + done.stderr
    assert {path: path.stat().st_mtime_ns for path in copy.rglob("*")} == state, "the build wrote into the checkout"
    first, second = contents(site), contents(tmp_path / "s")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
