"""A chart for an e-mail: HTML, Markdown and plain text, ready to paste into a newsletter.

Rules of e-mail HTML: tables, inline styles, absolute addresses, a PNG with its size and alt text, 600 px wide, nothing that
runs. Text and background both have a colour, and the picture is opaque, so that clients that force dark keep it readable.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from pathlib import Path

from scripts import templates
from scripts.drawing import theme
from scripts.drawing.chart import PreparedChart
from scripts.edition import Edition
from scripts.outputs.chart_json_ld import chart_address

WIDTH = 600


@dataclass(frozen=True)
class Piece:
    """One chart as an e-mail shows it; `height` is that of the picture at 600 px width."""

    title: str
    alt: str
    takeaway: str
    source: str
    page: str
    picture: str
    height: int
    more: str


def piece(drawn: PreparedChart, edition: Edition) -> Piece | None:
    """The chart's piece, or None where its picture has not been drawn (a preview without a browser)."""
    slug = drawn.chart.slug
    size = png_size(drawn.folder / f"{slug}.png")
    if size is None:
        return None
    page = chart_address(drawn, edition)
    return Piece(
        drawn.text("title"), drawn.text("alt"), drawn.text("takeaway"), drawn.source_line(edition.facts), page, f"{page}{slug}.png",
        round(size[1] * WIDTH / size[0]), edition.fmt.word("kit.mail.more", site=edition.fmt.word("site.name")),
    )


def as_html(one: Piece) -> str:
    """The piece as a table with inline styles only."""
    return templates.render("mail_chart", one=one, width=WIDTH, color=COLOR).strip() + "\n"


def as_markdown(one: Piece) -> str:
    """The piece for newsletter tools that take Markdown: a linked picture, then the words."""
    return f"[![{plain(one.alt)}]({one.picture})]({one.page})\n\n{plain(one.takeaway)}\n\n*{plain(one.source)}* · [{plain(one.more)}]({one.page})\n"


def as_text(one: Piece) -> str:
    """The piece without a picture, for the plain side of the clipboard."""
    return f"{one.title}\n\n{one.takeaway}\n\n{one.source}\n{one.page}\n"


def plain(text: str) -> str:
    """Markdown's own characters escaped where they would change the text."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)


def png_size(file: Path) -> tuple[int, int] | None:
    """Width and height in pixels from a PNG's header; None if there is no such file."""
    if not file.exists():
        return None
    with file.open("rb") as opened:
        return struct.unpack(">II", opened.read(24)[16:24])


COLOR = {name: token.light for name, token in theme.TOKENS.items()}
"""Colours by role. E-mail clients that go dark change them themselves."""
