"""Blocks: `/// name | argument` in a page. A function `render_name(page, argument)` gives the HTML, from the template of its name."""

from collections.abc import Callable

from scripts.markup.blocks import charts, claims, data, letters, lists
from scripts.markup.page import Page

_WRITTEN = {
    name.removeprefix("render_").replace("_", "-"): function
    for module in (charts, claims, data, letters, lists) for name, function in vars(module).items() if name.startswith("render_")
}
RENDERERS: dict[str, Callable[[Page, str], str]] = dict(sorted((_WRITTEN | lists.LISTS).items()))
