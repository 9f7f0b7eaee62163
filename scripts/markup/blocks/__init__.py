"""Blocks: `/// name | argument` in a page. A function `render(page, argument)` gives the HTML of each, from the template of its name.

One module each, found by file name; `lists.py` holds those that only list rows.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable

from scripts.markup.blocks import lists
from scripts.markup.page import Page

_MODULES = {
    found.name.replace("_", "-"): importlib.import_module(f"{__name__}.{found.name}").render
    for found in pkgutil.iter_modules(__path__) if found.name != "lists"
}
RENDERERS: dict[str, Callable[[Page, str], str]] = dict(sorted((_MODULES | lists.RENDERERS).items()))
