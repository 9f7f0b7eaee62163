"""The frame of a chart for other people's pages: a light page of its own, and the code that puts it there.

The page works without scripts. Where they run it tells the page around it how tall it is, by
`postMessage({type: "chart-height", slug, height})`.
"""

from __future__ import annotations

import math
from urllib.parse import urlsplit

from scripts import templates
from scripts.drawing import theme
from scripts.drawing.chart import PreparedChart
from scripts.edition import Edition
from scripts.outputs.chart_json_ld import chart_address, summary

_SOURCE_LINE = 20  # px, as in overrides/embed/embed.css
_TITLE_LINE = 26
_NARROW_MOST = 400  # width to which the narrow drawing may grow
_AROUND = 50  # paddings, and the rule above the source


def page(drawn: PreparedChart, edition: Edition, assets: dict[str, str]) -> str:
    """The whole HTML document of `charts/SLUG/embed/`. `assets`: file names of our assets, by name."""
    drawings = [file.read_text("utf-8") if (file := drawn.folder / f"{shape}.svg").exists() else "" for shape in ("wide", "narrow")]
    return templates.render(
        "embed", drawn=drawn, summary=summary(drawn), say=edition.say, address=chart_address(drawn, edition), drawings=drawings, names=assets,
        home="../../../" if edition.is_first else "../../../../", source_line=drawn.source_line(edition.facts),
    )


def height(drawn: PreparedChart, edition: Edition) -> int:
    """Height in px that shows the whole frame at every width from 340 to 720, for hosts without scripts."""
    heights = drawn.chart.heights
    narrow = heights.get("narrow", heights["wide"]) * _NARROW_MOST / theme.NARROW.width
    found = []
    for width, tall in ((theme.NARROW.width, narrow), (theme.WIDE.width, heights["wide"])):
        # Letters of title, unit and source are about 9.5, 7.5 and 6.5 px wide; a line more than they need for breaks between words.
        title = math.ceil(len(drawn.text("title")) / (width / 9.5)) + 1
        words = math.ceil(len(drawn.text("unit")) / (width / 7.5)) + math.ceil(len(drawn.source_line(edition.facts)) / (width / 6.5)) + 1
        found.append(math.ceil(tall) + title * _TITLE_LINE + words * _SOURCE_LINE + _AROUND)
    return max(found)


def code(drawn: PreparedChart, edition: Edition) -> str:
    """The iframe element, ready to paste; it needs no script."""
    return templates.render("embed_code", title=drawn.text("title"), src=f"{chart_address(drawn, edition)}embed/", height=height(drawn, edition), width=theme.WIDE.width).strip()


def fitting_script(edition: Edition) -> str:
    """A script for the page around frames: each frame takes the height that it reports. Only frames of this site are heard."""
    parts = urlsplit(edition.address)
    return templates.render("embed_fit", origin=f"{parts.scheme}://{parts.netloc}").strip()
