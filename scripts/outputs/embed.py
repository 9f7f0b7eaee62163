"""The embed of a chart for other sites: a page that loads no other file, and the iframe code for it.

Style and script are inline, allowed by hash: in a sandboxed frame "self" matches no origin, so WebKit refuses our files.
It is light; the page around may ask for `?scheme=dark`, or for `?scheme=auto`, the reader's own. It works without scripts.
With scripts it reports its height to the host page, by `postMessage({type: "chart-height", slug, height})`.
"""

import math
from collections.abc import Mapping

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
_AROUND = 16 + 2 + 8 + 10 + 1 + 8  # around and between the words: padding, margins, the rule above the source
_TYPE = {"title": (20, 26), "unit": (15, 20), "source": (13, 20)}
"""Size and line height of the words."""


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
    """The document of a frame whose canonical page is at `address`; `values`: further values for its template."""
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


def heights(chart: Chart, edition: Edition) -> tuple[int, str]:
    """Height in px that shows the frame at every width, for hosts that take the style out; and the height at each width, as CSS.

    In the CSS `100cqw` is the width of the element around the frame. From 600 px on the wide drawing is shown, below it the narrow
    one, which grows to 400 px; the room for words falls evenly from 280 to 600 px, and is nowhere too small.
    CSS has no `if`: there `99999*(599.5px - 100cqw)` is hugely negative, so that `min` takes it, and `max` the other drawing.
    """
    texts = {
        "title": chart.text("title"),
        "unit": chart.text("unit"),
        "source": f"{source_line(chart, edition.facts)} · {_more(edition)}",
    }
    words = {width: _height_of_words(texts, width) for width in range(280, 601, 10)}
    slope = (words[600] - words[280]) / 320
    start = max(height - slope * width for width, height in words.items())
    base = math.ceil(start) + 1  # a pixel more, for what is lost in rounding
    of = chart.definition.settings.height
    narrow, wide = of.narrow / theme.NARROW.width, of.wide / theme.WIDE.width
    tallest = base + max(slope * 416 + narrow * 400, slope * 600 + wide * 704)
    return math.ceil(tallest), (
        f"calc({base}px + {slope:.3f}*min(100cqw,600px) + max("
        f"min({narrow:.3f}*min(100cqw - 16px,400px),99999*(599.5px - 100cqw)),"
        f"min({wide:.3f}*min(100cqw - 16px,704px),99999*(100cqw - 599.5px))))"
    )


def _height_of_words(texts: Mapping[str, str], width: int) -> int:
    """Height in px of all but the drawing, in a frame of this width."""
    height = _AROUND
    for name, text in texts.items():
        size, line_height = _TYPE[name]
        lines = measure.wrap(text, (width - 16) / size, bold=name == "title", even=False)
        height += len(lines.split("<br>")) * line_height
    return height


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
    return f"<script>{_minified('resize_frames.js')}</script>"


def _minified(script: str) -> str:
    return rjsmin.jsmin((paths.OVERRIDES / "embed" / script).read_text("utf-8"))
