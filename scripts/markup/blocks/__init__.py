"""Blocks: `/// name | argument` in a page. One module each, found by file name; `render(page, argument)` gives its HTML.

A block's HTML comes from the template of the same name in scripts/markup/templates.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

ALL: dict[str, ModuleType] = {
    found.name.replace("_", "-"): importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)
}
