"""Scripts and fonts with a hash of their content in their names, for all editions to share, and the style sheet that stands in each page."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import rcssmin
import rjsmin

from scripts import paths
from scripts.assets import javascript
from scripts.drawing import fonts, theme
from scripts.edition import Edition
from scripts.files import write

FOLDER = "assets/own"


def build(editions: Mapping[str, Edition]) -> dict[str, str]:
    """Write the assets into build/assets/, and nothing else stays there; name -> file name. Links use the names, so a cached page keeps its files.

    `style` and `first` are no names but the texts themselves: they stand in each page's head, since the first paint waits for them.
    """
    target = paths.BUILD / "assets"
    faces = fonts.web_fonts(target)
    words = {language: {row.key: getattr(row, language) for row in edition.facts.of_kind("words")} for language, edition in editions.items()}
    # Without it charts have no interactive version, and the style sheet keeps no room for its button.
    plotly = _named(target, "plotly", "js", paths.PLOTLY.read_text("utf-8")) if paths.PLOTLY.exists() else None
    sheets = [file for file in sorted((paths.OVERRIDES / "css").glob("*.css")) if plotly or not file.stem.endswith("-explore")]
    style = _font_faces(faces) + theme.css() + "".join(file.read_text("utf-8") for file in sheets)
    names = {"style": rcssmin.cssmin(style)}
    names |= javascript.build(paths.OVERRIDES / "js", words, {"plotly": plotly}, lambda stem, text: _named(target, stem, "js", text))
    for image in sorted((paths.OVERRIDES / "img").glob("*.svg")):
        names[image.stem] = _named(target, image.stem, "svg", image.read_text("utf-8"))
    names |= _embed(target, faces)
    first = rjsmin.jsmin((paths.OVERRIDES / "js" / "first.js").read_text("utf-8"))
    names |= {"first": first} | {f"font_{name.replace('-', '_')}": file for name, file in faces.items()}
    for file in target.iterdir():
        if file.name not in names.values():
            file.unlink()
    return names


def placed(style: str, folder: str) -> str:
    """The style sheet as it stands in a page that finds the assets in `folder`, seen from its own address."""
    return style.replace("url(", f"url({folder}")


def _embed(target: Path, faces: dict[str, str]) -> dict[str, str]:
    """The style sheet and script of embedded charts."""
    source = paths.OVERRIDES / "embed"
    style = _font_faces({name: file for name, file in faces.items() if name.startswith("sans")}) + theme.css() + (source / "embed.css").read_text("utf-8")
    return {
        "embed_style": _named(target, "embed", "css", rcssmin.cssmin(style)),
        "embed_script": _named(target, "embed", "js", rjsmin.jsmin((source / "embed.js").read_text("utf-8"))),
    }


def _named(target: Path, stem: str, ending: str, text: str) -> str:
    name = f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{ending}"
    write(target / name, text.encode())
    return name


def _font_faces(names: dict[str, str]) -> str:
    return "".join(
        f'@font-face{{font-family:"{family}";font-style:normal;font-weight:{weight};font-display:optional;src:url({names[name]}) format("woff2")}}'
        for name, (_, _, family, weight) in fonts.FACES.items()
        if name in names
    )
