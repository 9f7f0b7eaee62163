"""The web fonts: each face as WOFF2, subset to the characters that pages use."""

import hashlib
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from scripts import paths
from scripts.drawing import faces
from scripts.language import locales

_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_CHARACTERS = (
    _ASCII
    + "\u00a0\u202f\u2009«»‘’“”„–—…·•‰€£°×−±≈≤≥→←↑↓↗½¼†‡§©®™²³ᵉʳ"
    + "ÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸàâäæçèéêëîïôöœùûüÿÁÍÓÚÑáíóúñßåÅøØłŁšŠžŽčČřŘβ"
)

_HEADLINES = "serif-bold"
"""Phones preload the headline font too, so it is subset further, to the letters of headlines: three fifths of the size."""


def _headline_characters() -> str:
    signs = "".join(sign for sign in _ASCII if sign not in '"#*<=>@[\\]^_`{|}~')
    letters = "".join(locales.language(language).letters for language in paths.LANGUAGES)
    return f"{signs}\u00a0\u202f«»‘’“”–—€·{letters}"


def write(folder: Path) -> dict[str, str]:
    """Write each font's subset as WOFF2 into `folder`; font name -> file name with a hash of its content."""
    folder.mkdir(parents=True, exist_ok=True)
    names = {}
    for name in faces.FACES:
        source = faces.file_of(name)
        characters = _headline_characters() if name == _HEADLINES else _CHARACTERS
        stamp = hashlib.sha256(source.read_bytes() + characters.encode()).hexdigest()[:10]
        target = folder / f"{name}.{stamp}.woff2"
        if not target.exists():
            options = subset.Options(
                flavor="woff2",
                layout_features=["kern"] if name == _HEADLINES else ["kern", "liga", "tnum", "lnum"],
                hinting=False,
                desubroutinize=True,
                name_IDs=[],
                notdef_outline=True,
            )
            font = TTFont(source, recalcTimestamp=False)
            cutter = subset.Subsetter(options)
            cutter.populate(text=characters)
            cutter.subset(font)
            font.flavor = "woff2"
            font.save(target)
        names[name] = target.name
    return names
