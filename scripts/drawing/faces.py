"""The site's fonts: the files of the installed packages, for pages, drawings and pictures."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from PIL import ImageFont

FACES = {
    "sans": ("font_source_sans_pro", "SourceSansPro-Regular"),
    "sans-bold": ("font_source_sans_pro", "SourceSansPro-Semibold"),
    "serif-bold": ("font_source_serif_pro", "SourceSerifPro-Semibold"),
}
"""Name -> package and file. What pages do with each: overrides/css/00-faces.css."""


def file_of(name: str) -> Path:
    """The TTF file of a font, as its package installed it."""
    package, file = FACES[name]
    folder = Path(str(files(package)))
    return next(path for path in folder.rglob(f"{file}.ttf"))


@cache
def of_size(name: str, px: int) -> ImageFont.FreeTypeFont:
    """A font for Pillow, with its basic layout engine: Raqm is not on every machine, and two builds must agree."""
    return ImageFont.truetype(str(file_of(name)), px, layout_engine=ImageFont.Layout.BASIC)
