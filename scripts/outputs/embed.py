"""The frame of a chart for other people's pages: a page of its own that asks for nothing, and the code that puts it there.

Its style and script stand in it, named by hash: in a sandboxed frame "self" is nobody, and WebKit then refuses files of ours.
It is light; the page around may ask for `?scheme=dark`, or for `?scheme=auto`, the reader's own. It works without scripts.
Where they run it tells the page around it how tall it is, by `postMessage({type: "chart-height", slug, height})`.
"""

import math
from itertools import combinations

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
_TITLE, _UNIT, _SOURCE = (20, 26), (15, 20), (13, 20)  # size of the letters, height of a line
_BETWEEN = 2 + 8 + 10 + 1 + 8  # margins, the rule above the source


def page(chart: PreparedChart, edition: Edition) -> str:
    """The whole HTML document of `charts/SLUG/embed/`."""
    drawings = [file.read_text("utf-8") if (file := chart.folder / f"{shape}.svg").exists() else "" for shape in theme.IN_PAGES]
    return frame(
        "embed", edition, edition.address_of(f"charts/{chart.slug}"), chart.text("title"), chart.summary(),
        chart=chart, drawings=drawings, source_line=chart.source_line(edition.facts), more=_more(edition),
    )


def frame(template: str, edition: Edition, address: str, title: str, description: str, **given: object) -> str:
    """The document of a frame that stands for the page at `address`."""
    files = ("css/06-sans-near.css", "embed/embed.css", "embed/embed.js")
    near, own, script = ((paths.OVERRIDES / file).read_text("utf-8") for file in files)
    style, script = rcssmin.cssmin(near + theme.css() + own), rjsmin.jsmin(script)
    return templates.render(
        template, fmt=edition.fmt, address=address, title=title, description=description,
        style=style, script=script, hashes=(csp.hash_of(style), csp.hash_of(script)), **given,
    )


def _more(edition: Edition) -> str:
    return edition.fmt.word("kit.mail.more", site=edition.fmt.word("site.name"))


def _around(chart: PreparedChart, edition: Edition, width: int) -> int:
    """Height in px of all but the drawing, in a frame of this width."""
    sources = f"{chart.source_line(edition.facts)} · {_more(edition)}"
    texts = ((chart.text("title"), _TITLE, True), (chart.text("unit"), _UNIT, False), (sources, _SOURCE, False))
    room = width - _PADDING
    told = sum(measure.lines(text, room / size, bold=bold) * line for text, (size, line), bold in texts)
    return told + _BETWEEN + _PADDING


def _line_over(words: dict[int, int]) -> tuple[float, float]:
    """How steep, and how high at 0, the line is that lies nowhere below these heights and leaves the least hole over any."""
    def over(falls: float) -> tuple[float, float, float]:
        above = [high - falls * width for width, high in words.items()]
        return max(above) - min(above), falls, max(above)

    points = list(words.items())
    return min(over((b - a) / (wide - width)) for (width, a), (wide, b) in combinations(points, 2))[1:]


def heights(chart: PreparedChart, edition: Edition) -> tuple[int, str]:
    """Height in px that shows the frame at every width, for hosts that take the style out; and that at each, as CSS.

    `cqw` is a hundredth of the width of the element around the frame. The height of a drawing grows with its width, and
    that which is left for the words falls, by a line that is nowhere below what they need. Under 600 px the height with
    the narrow drawing holds, from there on that with the wide one.
    CSS has no `if`: `99999*(599.5px - 100cqw)` is hugely negative from 600 px on, so that `min` takes it and `max` the
    other height.
    """
    tallest, fitting = 0, []
    for shape, widths, most in _FRAMES:
        grows = chart.definition.settings.height.of(shape.name) / shape.width
        words = {width: _around(chart, edition, width) for width in widths}
        falls, start = _line_over(words)
        start -= grows * _PADDING
        # A pixel more, for what is lost in rounding.
        fitting.append(f"{math.ceil(start) + 1}px + {falls:.3f}*min(100cqw,{widths[-1]}px) + {grows:.3f}*min(100cqw,{most}px)")
        whole = [high + grows * (min(width, most) - _PADDING) for width, high in words.items()]
        tallest = max(tallest, math.ceil(max(whole)))
    return tallest, "max(min({},99999*(599.5px - 100cqw)),min({},99999*(100cqw - 599.5px)))".format(*fitting)


def codes(chart: PreparedChart, edition: Edition) -> dict[str, str]:
    """Scheme -> the iframe element, ready to paste; it needs no script."""
    address = edition.address_of(f"charts/{chart.slug}/embed")
    height, fitting = heights(chart, edition)
    given = {"title": chart.text("title"), "height": height, "fitting": fitting, "width": theme.WIDE.width}
    return {scheme: templates.render("embed_code", src=address + query, **given).strip() for scheme, query in SCHEMES.items()}


def fitting_script() -> str:
    """A script for the page around frames: each frame takes the height that it reports, whatever its origin."""
    return templates.render("embed_fit").strip()
