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
from scripts.drawing.chart import PreparedChart
from scripts.edition import Edition
from scripts.outputs.json_ld import summary

SCHEMES = {"light": "", "dark": "?scheme=dark", "auto": "?scheme=auto"}
LEAST = 280  # width in px from which the code's height is right
_WIDE_FROM = 600  # as in overrides/embed/embed.css, with all that follows
_PADDING, _NARROW_MOST = 16, 400
_TITLE, _UNIT, _SOURCE = (20, 26), (15, 20), (13, 20)  # size of the letters, height of a line
_STEP = 10
_BETWEEN = 2 + 8 + 10 + 1 + 8  # margins, the rule above the source


def page(chart: PreparedChart, edition: Edition) -> str:
    """The whole HTML document of `charts/SLUG/embed/`."""
    drawings = [file.read_text("utf-8") if (file := chart.folder / f"{shape}.svg").exists() else "" for shape in ("wide", "narrow")]
    return frame(
        "embed", edition, edition.address_of(f"charts/{chart.slug}"), chart.text("title"), summary(chart),
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


def _needed(chart: PreparedChart, edition: Edition, width: int) -> tuple[float, float]:
    """Height in px of the drawing and of all around it, in a frame of this width."""
    wide = width >= _WIDE_FROM
    room = min(width, theme.WIDE.width) - _PADDING
    shape = theme.WIDE if wide else theme.NARROW
    tall = chart.definition.heights.get(shape.name, chart.definition.heights["wide"])
    drawing = tall * (room if wide else min(room, _NARROW_MOST)) / shape.width
    sources = f"{chart.source_line(edition.facts)} · {_more(edition)}"
    texts = ((chart.text("title"), _TITLE, True), (chart.text("unit"), _UNIT, False), (sources, _SOURCE, False))
    return drawing, sum(measure.lines(text, room / size, bold=bold) * line for text, (size, line), bold in texts) + _BETWEEN + _PADDING


def height(chart: PreparedChart, edition: Edition) -> int:
    """Height in px that shows the whole frame at every width, for hosts that take the style out of the code."""
    return max(math.ceil(sum(_needed(chart, edition, width))) for width in range(LEAST, theme.WIDE.width + 1, _STEP))


def fitting(chart: PreparedChart, edition: Edition) -> str:
    """The same at each width, as CSS: `cqw` is a hundredth of the width of the element around the frame.

    The height of a drawing grows with its width, and so does that which is left for the words: by a straight line that at no width lies
    below what they need. Under 600 px the height with the narrow drawing holds, from there on that with the wide one. CSS has no `if`:
    `99999*(599.5px - 100cqw)` is hugely negative from 600 px on, so that `min` takes it and `max` the other height.
    """
    most = _NARROW_MOST + _PADDING
    widths = ([*range(LEAST, _WIDE_FROM, _STEP), _WIDE_FROM - 1], range(_WIDE_FROM, theme.WIDE.width + 1, _STEP))
    narrow, wide = (_line([(width, _needed(chart, edition, width)[1]) for width in some]) for some in widths)
    heights = chart.definition.heights
    slope = {shape.name: heights.get(shape.name, heights["wide"]) / shape.width for shape in (theme.NARROW, theme.WIDE)}
    tall = f"{_sum(narrow[0] - slope['narrow'] * _PADDING, narrow[1])} + {slope['narrow']:.3f}*min(100cqw,{most}px)"
    low = _sum(wide[0] - slope["wide"] * _PADDING, wide[1] + slope["wide"])
    at = _WIDE_FROM - 0.5
    return f"max(min({tall},99999*({at}px - 100cqw)),min({low},99999*(100cqw - {at}px)))"


def _line(points: list[tuple[int, float]]) -> tuple[float, float]:
    """A line above all points and near to them: its height at 0 and its slope."""
    slopes = {(one[1] - end[1]) / (one[0] - end[0]) for end in (points[0], points[-1]) for one in points if one is not end}
    lines = ((max(height - slope * width for width, height in points), slope) for slope in slopes)
    return min(lines, key=lambda line: sum(line[0] + line[1] * width for width, _ in points))


def _sum(start: float, slope: float) -> str:
    slope = math.ceil(slope * 1000) / 1000  # never less, or a wide frame would be half a pixel short
    return f"{math.ceil(start)}px {'-' if slope < 0 else '+'} {abs(slope):.3f}*100cqw"


def codes(chart: PreparedChart, edition: Edition) -> dict[str, str]:
    """Scheme -> the iframe element, ready to paste; it needs no script."""
    address = edition.address_of(f"charts/{chart.slug}/embed")
    given = {"title": chart.text("title"), "height": height(chart, edition), "fitting": fitting(chart, edition), "width": theme.WIDE.width}
    return {scheme: templates.render("embed_code", src=address + query, **given).strip() for scheme, query in SCHEMES.items()}


def fitting_script() -> str:
    """A script for the page around frames: each frame takes the height that it reports, whatever its origin."""
    return templates.render("embed_fit").strip()
