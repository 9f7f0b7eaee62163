"""Templates -> HTML. Everything from a cell is escaped on the way."""

import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from scripts import paths

_HOT = re.compile(
    r"-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu"
    r"|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager"
    r"|popup|yom-remote|(?:\b|_)share(?=\b|_)",
    re.I,
)
"""Words in an id or class that make Readability, and so Firefox's reader view, drop the element as an advert or a share button."""


def readable(name: str) -> str:
    """A name as an id that reader views leave alone: `ev-sponsors-the-team` -> `ev-sponsos-the-team`."""
    return _HOT.sub(lambda match: re.sub(r"\w(-?)$", r"\1", match[0]), name)


class Layout(Extension):
    """Lets templates be laid out for those who write them: a page gets neither indentation nor the line break that ends a macro."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        flush = re.sub(r"^ +", "", source, flags=re.M)
        return re.sub(r"\n(?={% endmacro)", "", flush)


@cache
def _environment() -> Environment:
    scripts = paths.ROOT / "scripts"
    folders = (scripts / "markup" / "templates", scripts / "outputs" / "templates", paths.LISTS)
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        extensions=[Layout],
    )
    environment.filters["readable"] = readable
    return environment


def render(template: str, **values: object) -> str:
    """A template of scripts/markup or scripts/outputs, or of the story’s own lists, as HTML text; an undefined name is an error."""
    return _environment().get_template(f"{template}.html").render(**values)
