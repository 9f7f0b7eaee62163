"""The frame of a chart for other people's pages: a page of its own that asks for nothing, and the code that puts it there.

Its style and script stand in it, named by hash: in a sandboxed frame "self" is nobody, and WebKit then refuses files of ours.
It is light; the page around may ask for `?scheme=dark`, or for `?scheme=auto`, the reader's own. It works without scripts.
Where they run it tells the page around it how tall it is, by `postMessage({type: "chart-height", slug, height})`.
"""

import math
from itertools import combinations
from typing import NamedTuple

import rcssmin
import rjsmin

from scripts import paths, templates
from scripts.assets import csp
from scripts.drawing import measure, theme
from scripts.drawing.chart import PreparedChart
from scripts.edition import Edition

SCHEMES = {"light": "", "dark": "?scheme=dark", "auto": "?scheme=auto"}
_PADDING = 16  # as in overrides/embed/embed.css, with all that follows
_FRAMES = (
    (theme.NARROW, (*range(280, 600, 10), 599), 400 + _PADDING),
    (theme.WIDE, range(600, theme.WIDE.width + 1, 10), theme.WIDE.width),
)
"""Drawing, widths in px of the frames that show it, at which the code's height is right, and where it grows no more."""


class _TextStyle(NamedTuple):
    size: int
    line_height: int
    bold: bool = False


_TITLE = _TextStyle(20, 26, bold=True)
_UNIT = _TextStyle(15, 20)
_SOURCE = _TextStyle(13, 20)
_BETWEEN = 2 + 8 + 10 + 1 + 8  # margins, the rule above the source


def page(chart: PreparedChart, edition: Edition) -> str:
    """The whole HTML document of `charts/SLUG/embed/`."""
    files = [chart.folder / f"{shape}.svg" for shape in theme.IN_PAGES]
    return frame(
        "embed",
        edition,
        edition.address_of(f"charts/{chart.slug}"),
        chart.text("title"),
        chart.summary(),
        chart=chart,
        drawings=[file.read_text("utf-8") if file.exists() else "" for file in files],
        source_line=chart.source_line(edition.facts),
        more=_more(edition),
    )


def frame(template: str, edition: Edition, address: str, title: str, description: str, **values: object) -> str:
    """The document of a frame that stands for the page at `address`; `values` are what its template asks for besides."""
    faces = (paths.OVERRIDES / "css" / "06-sans-near.css").read_text("utf-8")
    layout = (paths.OVERRIDES / "embed" / "embed.css").read_text("utf-8")
    style = rcssmin.cssmin(faces + theme.css() + layout)
    script = rjsmin.jsmin((paths.OVERRIDES / "embed" / "embed.js").read_text("utf-8"))
    return templates.render(
        template,
        fmt=edition.fmt,
        address=address,
        title=title,
        description=description,
        style=style,
        script=script,
        hashes=(csp.hash_of(style), csp.hash_of(script)),
        **values,
    )


def _more(edition: Edition) -> str:
    return edition.fmt.word("kit.mail.more", site=edition.site_name)


def _around(chart: PreparedChart, edition: Edition, width: int) -> int:
    """Height in px of all but the drawing, in a frame of this width."""
    sources = f"{chart.source_line(edition.facts)} · {_more(edition)}"
    room = width - _PADDING
    height = _BETWEEN + _PADDING
    for text, style in ((chart.text("title"), _TITLE), (chart.text("unit"), _UNIT), (sources, _SOURCE)):
        height += measure.lines(text, room / style.size, bold=style.bold) * style.line_height
    return height


def _line_over(heights: dict[int, int]) -> tuple[float, float]:
    """Slope, and height at 0, of the line that lies nowhere below these heights (width -> height) and leaves the least hole over any."""
    lines = []
    for (width, height), (wider, other) in combinations(heights.items(), 2):
        slope = (other - height) / (wider - width)
        starts = [height - slope * width for width, height in heights.items()]
        lines.append((max(starts) - min(starts), slope, max(starts)))
    return min(lines)[1:]


def heights(chart: PreparedChart, edition: Edition) -> tuple[int, str]:
    """Height in px that shows the frame at every width, for hosts that take the style out; and that at each, as CSS.

    `cqw` is a hundredth of the width of the element around the frame. The height of a drawing grows with its width, and
    that which is left for the words falls, by a line that is nowhere below what they need. Under 600 px the height with
    the narrow drawing holds, from there on that with the wide one.
    CSS has no `if`: `99999*(599.5px - 100cqw)` is hugely negative from 600 px on, so that `min` takes it and `max` the
    other height.
    """
    tallest = 0
    fitting = []
    for shape, widths, widest in _FRAMES:
        ratio = chart.definition.settings.height.of(shape.name) / shape.width
        around = {width: _around(chart, edition, width) for width in widths}
        slope, start = _line_over(around)
        # A pixel more, for what is lost in rounding.
        base = math.ceil(start - ratio * _PADDING) + 1
        fitting.append(f"{base}px + {slope:.3f}*min(100cqw,{widths[-1]}px) + {ratio:.3f}*min(100cqw,{widest}px)")
        for width, height in around.items():
            tallest = max(tallest, math.ceil(height + ratio * (min(width, widest) - _PADDING)))
    return tallest, "max(min({},99999*(599.5px - 100cqw)),min({},99999*(100cqw - 599.5px)))".format(*fitting)


def codes(chart: PreparedChart, edition: Edition) -> dict[str, str]:
    """Scheme -> the iframe element, ready to paste; it needs no script."""
    address = edition.address_of(f"charts/{chart.slug}/embed")
    height, fitting = heights(chart, edition)
    return {scheme: code(chart.text("title"), address + query, height, fitting) for scheme, query in SCHEMES.items()}


def code(title: str, address: str, height: int, fitting: str, width: int = theme.WIDE.width) -> str:
    """An iframe element; `fitting` is its height as CSS."""
    return templates.render("embed_code", title=title, src=address, height=height, fitting=fitting, width=width).strip()


def fitting_script() -> str:
    """A script for the page around frames: each frame takes the height that it reports, whatever its origin."""
    return templates.render("embed_fit").strip()
