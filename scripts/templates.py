"""Templates -> HTML. Everything from a cell is escaped on the way."""

import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from scripts import paths


class Layout(Extension):
    """Lets templates be laid out for those who write them: a page gets neither indentation nor the line break that ends a macro."""

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
