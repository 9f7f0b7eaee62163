"""Finds Chrome or Chromium; the error says how to install it."""

import os
import shutil
from pathlib import Path

_NAMES = ("chromium", "google-chrome-stable", "google-chrome", "chrome", "chromium-browser", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
REMEDY = "install Chrome or Chromium (on Debian: sudo apt-get install chromium), or name it in BROWSER_PATH"


class BrowserMissing(RuntimeError):
    """No Chrome or Chromium was found."""


def find() -> str:
    """Path of the browser that draws charts and runs browser tests. Raises `BrowserMissing` with the remedy."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        if Path(named).is_file():
            return named
        raise BrowserMissing(f"BROWSER_PATH names {named}, which is not a file: {REMEDY}")
    path = next(filter(None, map(shutil.which, _NAMES)), None) or next(filter(os.path.isfile, _PLACES), None)
    if not path:
        raise BrowserMissing(f"no Chrome or Chromium was found: {REMEDY}")
    return path
