"""The oEmbed answer for a chart's page, as a static file that the page's head names.

Static means that `maxwidth` in a request is not read. It need not be: the frame takes the width that there is, at most the
`width` stated here, so the answer holds for any host wide enough for the narrow drawing.
"""

from __future__ import annotations

from scripts.drawing import theme
from scripts.drawing.draw import Drawn
from scripts.edition import Edition
from scripts.outputs import embed
from scripts.outputs.chart_json_ld import chart_address


def answer(drawn: Drawn, edition: Edition) -> dict:
    """A response of type `rich` (oEmbed 1.0)."""
    return {
        "version": "1.0",
        "type": "rich",
        "title": drawn.text("title"),
        "author_name": edition.say.word("site.name"),
        "author_url": edition.address,
        "provider_name": edition.say.word("site.name"),
        "provider_url": edition.address,
        "cache_age": 86400,
        "thumbnail_url": f"{chart_address(drawn, edition)}card.png",
        "thumbnail_width": theme.CARD.width * theme.SCALE,
        "thumbnail_height": theme.CARD.height * theme.SCALE,
        "width": theme.WIDE.width,
        "height": embed.height(drawn, edition),
        "html": embed.code(drawn, edition),
    }
