"""The site's icon as PNG, for what takes no SVG: Safari's tabs, home screens, feed readers. Drawn by Pillow from overrides/img/icon.svg."""

import io
from collections.abc import Iterator

import lxml.etree
from PIL import Image, ImageDraw

from scripts import paths
from scripts.edition import Edition

TAB, FEED, TOUCH, LARGE = "favicon.png", "favicon-64.png", "apple-touch-icon.png", "icon-512.png"
_SIZES = {TAB: 32, FEED: 64, TOUCH: 180, LARGE: 512}
_SHARP = 4  # how many times larger it is drawn than it is kept, so that its edges are smooth


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The icons, at the root of the first edition."""
    if edition.is_first:
        for name, size in _SIZES.items():
            yield name, png(size, square=name == TOUCH)


def address(edition: Edition, name: str) -> str:
    """Where an icon is published."""
    return edition.address.removesuffix(paths.prefix(edition.language)) + name


def png(size: int, *, square: bool = False) -> bytes:
    """The icon, `size` pixels wide. `square`: without its round corners, which home screens cut themselves and show black."""
    icon = lxml.etree.parse(paths.OVERRIDES / "img" / "icon.svg").getroot()
    ground, shape = icon.find("{*}rect"), icon.find("{*}polygon")
    if ground is None or shape is None:
        raise ValueError("icon.svg holds other shapes than are drawn here; expected: a <rect> with a <polygon> on it")
    scale = size * _SHARP / float(icon.get("viewBox").split()[2])
    image = Image.new("RGBA", (size * _SHARP, size * _SHARP), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    corner = 0 if square else float(ground.get("rx")) * scale
    pen.rounded_rectangle((0, 0, size * _SHARP - 1, size * _SHARP - 1), corner, fill=ground.get("fill"))
    pen.polygon([float(number) * scale for number in shape.get("points").replace(",", " ").split()], fill=shape.get("fill"))
    out = io.BytesIO()
    image = image.resize((size, size), Image.Resampling.LANCZOS)
    (image.convert("RGB") if square else image).save(out, "PNG", optimize=True)
    return out.getvalue()
