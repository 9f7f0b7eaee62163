"""Newsletter snippets as HTML, Markdown and plain text: paragraphs, links and a linked picture.

Nothing but `p`, `a`, `b`, `em` and `img`: Substack has no tables, Buttondown stumbles over a `div`, and the author's own type and
colours stand around it. The picture is a PNG 600 px wide; it and its alternative text bring their own ground, for clients in the dark.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup, escape
from PIL import Image

from scripts.drawing import theme
from scripts.drawing.chart import Chart
from scripts.drawing.source_line import source_line
from scripts.editions import Edition
from scripts.language import typography

WIDTH = 600
_EMPHASIS = re.compile(r"\*([^*]+)\*")
_IMAGE = Markup(
    f'<img src="{{}}" width="{WIDTH}" height="{{}}" alt="{{}}" style="display:block;width:100%;max-width:{WIDTH}px;height:auto;border:0;'
    f'background-color:{theme.TOKENS["paper"].light};color:{theme.TOKENS["ink"].light}">'
)


class Block(NamedTuple):
    """One or more paragraphs, in each format."""

    html: str
    markdown: str
    text: str


def joined(blocks: Iterable[Block]) -> Block:
    """The paragraphs as one text."""
    html, markdown, text = zip(*blocks, strict=True)
    forms = (
        "".join(f"<p>{paragraph}</p>\n" for paragraph in html),
        "\n\n".join(markdown) + "\n",
        "\n\n".join(text) + "\n",
    )
    return Block(*(typography.wide_spaces(form) for form in forms))


def paragraph(text: str) -> Block:
    """A text that people wrote, in which `*...*` is emphasis."""
    return Block(as_html(text), text, _EMPHASIS.sub(r"\1", text))


def headed(label: str, text: str) -> Block:
    return Block(Markup("<b>{}</b> {}").format(label, text), f"**{label}** {plain(text)}", f"{label} {text}")


def link(text: str, address: str) -> Block:
    return Block(
        Markup('<a href="{}">{}</a>').format(address, text), f"[{plain(text)}]({address})", f"{text}\n{address}"
    )


def picture(chart: Chart, edition: Edition, address: str) -> list[Block]:
    """The chart as a picture that leads to an address; nothing where it has not been drawn (a preview without a browser)."""
    file = chart.folder / f"{chart.slug}.png"
    if not file.exists():
        return []
    with Image.open(file) as png:
        height = round(png.height * WIDTH / png.width)
    source = f"{edition.address_of(f'charts/{chart.slug}')}{file.name}"
    alt = chart.text("alt")
    image = _IMAGE.format(source, height, alt)
    return [
        Block(Markup('<a href="{}">{}</a>').format(address, image), f"[![{plain(alt)}]({source})]({address})", source)
    ]


def chart_part(chart: Chart, edition: Edition) -> Block | None:
    """A chart with its title, takeaway and sources, or None where it has not been drawn."""
    page = edition.address_of(f"charts/{chart.slug}")
    image = picture(chart, edition, page)
    if not image:
        return None
    title = chart.text("title")
    takeaway = chart.text("takeaway")
    source = source_line(chart, edition.facts)
    more = link(edition.fmt.word("kit.mail.more", site=edition.site_name), page)
    return joined(
        [
            Block(Markup('<b><a href="{}">{}</a></b>').format(page, title), f"**[{plain(title)}]({page})**", title),
            *image,
            Block(escape(takeaway), plain(takeaway), takeaway),
            Block(
                Markup("{} · {}").format(source, more.html), f"{plain(source)} · {more.markdown}", f"{source}\n{page}"
            ),
        ]
    )


def as_html(text: str) -> Markup:
    return Markup(_EMPHASIS.sub(r"<em>\1</em>", str(escape(text))))


def plain(text: str) -> str:
    """Markdown's own characters escaped where they would change the text."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
