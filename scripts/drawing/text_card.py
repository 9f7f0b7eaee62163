"""Share images that hold words alone, 1200 x 630, composed by Pillow in the type and colours of the charts.

There is one for each claim and each page without a chart; the browser would take ten times as long for each.
"""

import io

from PIL import Image, ImageDraw

from scripts.drawing import faces, measure, theme
from scripts.language.typography import shortened

_PAD = 68
SIZE = (theme.CARD.width * theme.SCALE, theme.CARD.height * theme.SCALE)
ROOM = SIZE[0] - 2 * _PAD
HEADLINE_SIZES = ((68, 3), (60, 3), (52, 4), (46, 4), (40, 5))
"""Sizes of the headline, largest first, with the lines that fit the card at each."""
_SMALL, LEADING = 32, 1.24


def png(*, site: str, label: str, tone: str, headline: str, line: str, address: str) -> bytes:
    """The picture of these words; `tone` names the colour of the label (theme.TOKENS), which may be empty."""
    height = SIZE[1]
    picture = Image.new("RGB", SIZE, theme.PAPER)
    canvas = ImageDraw.Draw(picture)
    color = theme.color(tone)

    def write(text: str, y: float, face: str, size: int, ink: str) -> None:
        canvas.text((_PAD, y), text, font=faces.of_size(face, size), fill=ink)

    canvas.rectangle((0, 0, 19, height), fill=color)
    write(site, 52, "sans-bold", 34, theme.ACCENT)
    top = 128
    if label:
        bold = faces.of_size("sans-bold", 40)
        canvas.rounded_rectangle((_PAD, 118, _PAD + bold.getlength(label) + 44, 118 + 62), 10, fill=color)
        canvas.text((_PAD + 22, 118 + 31), label, font=bold, fill=theme.PAPER, anchor="lm")
        top = 214
    size, lines = headline_lines(headline)
    for number, part in enumerate(lines):
        write(part, top + number * size * LEADING, "serif-bold", size, theme.INK)
    write(shortened(line, ROOM, faces.of_size("sans", _SMALL).getlength), height - 108, "sans", _SMALL, theme.SOFT)
    write(address, height - 60, "sans", 28, theme.SOFT)
    out = io.BytesIO()
    picture.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG", compress_level=6)
    return out.getvalue()


def headline_lines(text: str) -> tuple[int, list[str]]:
    """The largest size at which the text fits, and its lines; at the smallest, what does not fit is cut."""
    for size, most in HEADLINE_SIZES:
        font = faces.of_size("serif-bold", size)
        lines = measure.broken(text, lambda line: font.getlength(line) <= ROOM)  # noqa: B023 - called at once
        if len(lines) <= most and all(font.getlength(line) <= ROOM for line in lines):
            return size, lines
    return size, [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), ROOM, font.getlength)]
