"""The frame of a chart for other people's pages: a page of its own that asks for nothing, and the code that puts it there.

Its style and script stand in it, named by hash: in a sandboxed frame "self" is nobody, and WebKit then refuses files of ours.
It is light; the page around may ask for `?scheme=dark`, or for `?scheme=auto`, the reader's own. It works without scripts.
Where they run it tells the page around it how tall it is, by `postMessage({type: "chart-height", slug, height})`.
"""

import math

import rcssmin
import rjsmin

from scripts import paths, templates
from scripts.assets import csp
from scripts.drawing import measure, theme
from scripts.drawing.chart import Chart
from scripts.drawing.source_line import source_line
from scripts.editions import Edition

SCHEMES = {"light": "", "dark": "?scheme=dark", "auto": "?scheme=auto"}

# As in overrides/embed/embed.css, all in px:
_PADDING = 16
_BETWEEN = 2 + 8 + 10 + 1 + 8  # margins, the rule above the source
_TYPE = {"title": (20, 26), "unit": (15, 20), "source": (13, 20)}
"""Size and line height of the words."""
_FRAMES = (
    (theme.NARROW, (*range(280, 600, 10), 599), 400 + _PADDING),
    (theme.WIDE, range(600, theme.WIDE.width + 1, 10), theme.WIDE.width),
)
"""Drawing, widths of frames that show it, and the width from which it grows no more."""


def page(chart: Chart, edition: Edition) -> str:
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
        source_line=source_line(chart, edition.facts),
        more=_more(edition),
    )


def frame(template: str, edition: Edition, address: str, title: str, description: str, **values: object) -> str:
    """The document of a frame that stands for the page at `address`; `values` are what its template asks for besides."""
    faces = (paths.OVERRIDES / "css" / "06-sans-near.css").read_text("utf-8")
    layout = (paths.OVERRIDES / "embed" / "embed.css").read_text("utf-8")
    style = rcssmin.cssmin(faces + theme.css() + layout)
    script = _minified("embed.js")
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


def _height_of_words(chart: Chart, edition: Edition, width: int) -> int:
    """Height in px of all but the drawing, in a frame of this width."""
    texts = {
        "title": chart.text("title"),
        "unit": chart.text("unit"),
        "source": f"{source_line(chart, edition.facts)} · {_more(edition)}",
    }
    height = _PADDING + _BETWEEN
    for name, text in texts.items():
        size, line_height = _TYPE[name]
        lines = measure.wrap(text, (width - _PADDING) / size, bold=name == "title", even=False)
        height += len(lines.split("<br>")) * line_height
    return height


def heights(chart: Chart, edition: Edition) -> tuple[int, str]:
    """Height in px that shows the frame at every width, for hosts that take the style out; and the height at each width, as CSS.

    In the CSS `100cqw` is the width of the element around the frame. The drawing grows with it; the room
    for words falls evenly from the narrowest frame to the widest, and is nowhere too small. From 600 px on the wide drawing is shown.
    CSS has no `if`: there `99999*(599.5px - 100cqw)` is hugely negative, so that `min` takes it, and `max` the other height.
    """
    tallest = 0
    by_shape = []
    for shape, widths, widest in _FRAMES:
        ratio = chart.definition.settings.height.of(shape.name) / shape.width
        words = {width: _height_of_words(chart, edition, width) for width in widths}
        for width, height in words.items():
            tallest = max(tallest, math.ceil(height + ratio * (min(width, widest) - _PADDING)))
        first, last = widths[0], widths[-1]
        slope = (words[last] - words[first]) / (last - first)
        start = max(height - slope * width for width, height in words.items())
        base = math.ceil(start - ratio * _PADDING) + 1  # a pixel more, for what is lost in rounding
        by_shape.append(f"{base}px + {slope:.3f}*min(100cqw,{last}px) + {ratio:.3f}*min(100cqw,{widest}px)")
    narrow, wide = by_shape
    return tallest, f"max(min({narrow},99999*(599.5px - 100cqw)),min({wide},99999*(100cqw - 599.5px)))"


def codes(chart: Chart, edition: Edition) -> dict[str, str]:
    """Scheme -> the iframe element, ready to paste; it needs no script."""
    address = edition.address_of(f"charts/{chart.slug}/embed")
    height, fitting = heights(chart, edition)
    return {scheme: code(chart.text("title"), address + query, height, fitting) for scheme, query in SCHEMES.items()}


def code(title: str, address: str, height: int, fitting: str, width: int = theme.WIDE.width) -> str:
    """An iframe element, in one line; `fitting` is its height as CSS."""
    html = templates.render("embed_code", title=title, src=address, height=height, fitting=fitting, width=width)
    return html.strip().replace("\n", " ")


def fitting_script() -> str:
    """A script for the page around frames: each frame takes the height that it reports, whatever its origin."""
    return f"<script>{_minified('fit.js')}</script>"


def _minified(script: str) -> str:
    return rjsmin.jsmin((paths.OVERRIDES / "embed" / script).read_text("utf-8"))
