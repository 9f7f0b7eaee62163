"""Renders Jinja templates to HTML; all values are escaped."""

import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from scripts import paths


class Layout(Extension):
    """Lets templates be indented: the page gets neither the spaces at the start of a line nor the line break that ends a macro.

    A line break after text or a tag is a space, as in HTML; where none may stand, as before a comma, the next line begins with `{%-`.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        flush = re.sub(r"^ +", "", source, flags=re.M)
        return re.sub(r"\n(?={% endmacro)", "", flush)


@cache
def _environment() -> Environment:
    scripts = paths.ROOT / "scripts"
    folders = (scripts / "markup" / "templates", scripts / "outputs" / "templates", paths.LISTS)
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        extensions=[Layout],
    )


def render(template: str, **values: object) -> str:
    """A template of scripts/markup or scripts/outputs, or of the story’s own lists, as HTML text; an undefined name is an error."""
    return _environment().get_template(f"{template}.html").render(**values)
