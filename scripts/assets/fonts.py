"""The type: installed as packages, given to Chrome for drawing, cut down to web fonts for pages."""

import hashlib
import os
from functools import cache
from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from PIL import ImageFont

from scripts import paths
from scripts.files import write
from scripts.language import locales

FACES = {
    "sans": ("font_source_sans_pro", "SourceSansPro-Regular"),
    "sans-bold": ("font_source_sans_pro", "SourceSansPro-Semibold"),
    "serif-bold": ("font_source_serif_pro", "SourceSerifPro-Semibold"),
}
"""Name -> package and file. What pages do with each: overrides/css/00-faces.css."""

_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_CHARACTERS = (
    _ASCII + "\u00a0\u202f\u2009«»‘’“”„–—…·•‰€£°×−±≈≤≥→←↑↓↗½¼†‡§©®™²³ᵉʳ"
    + "ÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸàâäæçèéêëîïôöœùûüÿÁÍÓÚÑáíóúñßåÅøØłŁšŠžŽčČřŘβ"
)

_OF = {"serif-bold": (
    "".join(sign for sign in _ASCII if sign not in '"#*<=>@[\\]^_`{|}~') + "\u00a0\u202f«»‘’“”–—€·"
    + "".join(locales.of(language).letters for language in paths.LANGUAGES)
)}
"""The face of headlines is fetched by phones too, before anything is read: it has the letters of headlines, three fifths of the weight."""


def file_of(name: str) -> Path:
    """The file of a face, as its package installed it."""
    package, file = FACES[name]
    folder = Path(str(files(package)))
    return next(path for path in folder.rglob(f"{file}.ttf"))


@cache
def of_size(name: str, px: int) -> ImageFont.FreeTypeFont:
    """A face to measure and draw with, by Pillow's own engine: the finer one is not on every machine, and two builds must agree."""
    return ImageFont.truetype(str(file_of(name)), px, layout_engine=ImageFont.Layout.BASIC)


def give_to_chrome() -> None:
    """Let Chrome find the faces when it draws, on Linux through a fontconfig file of ours.

    Elsewhere Chrome uses the fonts of the machine: charts then measure slightly differently, so pages are published
    from Linux.
    """
    folder = paths.BUILD / "fonts"
    config = folder / "fonts.conf"
    folders = "".join(f"<dir>{file_of(name).parent}</dir>" for name in ("sans", "serif-bold"))
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{folders}'
        f'<cachedir>{folder / "cache"}</cachedir></fontconfig>'
    )
    write(config, text.encode())
    os.environ["FONTCONFIG_FILE"] = str(config)


def web_fonts(folder: Path) -> dict[str, str]:
    """Write a subset of each face as WOFF2 into `folder`; face name -> file name with a hash of its content."""
    folder.mkdir(parents=True, exist_ok=True)
    names = {}
    for name in FACES:
        source = file_of(name)
        characters = _OF.get(name, _CHARACTERS)
        stamp = hashlib.sha256(source.read_bytes() + characters.encode()).hexdigest()[:10]
        target = folder / f"{name}.{stamp}.woff2"
        if not target.exists():
            options = subset.Options(
                flavor="woff2", layout_features=["kern"] if name in _OF else ["kern", "liga", "tnum", "lnum"],
                hinting=False, desubroutinize=True, name_IDs=[], notdef_outline=True,
            )
            font = TTFont(source, recalcTimestamp=False)
            cutter = subset.Subsetter(options)
            cutter.populate(text=characters)
            cutter.subset(font)
            font.flavor = "woff2"
            font.save(target)
        names[name] = target.name
    return names
