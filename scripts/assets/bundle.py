"""Scripts and fonts with a hash of their content in their names, shared by all editions, and the style sheet that stands in each page."""

import hashlib
import re
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
    """Write the assets into build/assets/, and nothing else stays there; name -> file name.

    Links use the names, so a cached page keeps its files.
    `first` is no name but the text itself: it stands in each page's head, since the first paint waits for it, as does the style sheet.
    """
    target = paths.BUILD / "assets"
    faces = fonts.web_fonts(target)
    words = {language: edition.fmt.words for language, edition in editions.items()}
    # Without it charts have no interactive version, and the style sheet keeps no room for its button.
    plotly = _named(target, "plotly", "js", paths.PLOTLY.read_text("utf-8")) if paths.PLOTLY.exists() else None
    names = javascript.build(paths.OVERRIDES / "js", words, {"plotly": plotly}, lambda stem, text: _named(target, stem, "js", text))
    for image in sorted((paths.OVERRIDES / "img").glob("*.svg")):
        names[image.stem] = _named(target, image.stem, "svg", image.read_text("utf-8"))
    first = rjsmin.jsmin((paths.OVERRIDES / "js" / "first.js").read_text("utf-8"))
    names |= {"first": first} | {f"font_{name.replace('-', '_')}": file for name, file in faces.items()}
    for file in target.iterdir():
        if file.name not in names.values():
            file.unlink()
    return names


class Style:
    """The style sheet of a page: what all pages share, and of overrides/css/parts/ each file whose name is a class that the page has."""

    def __init__(self, names: Mapping[str, str]):
        """`names`: as `build` gives them; without the chart library's, charts have no button to keep room for."""
        faces = {face: names[f"font_{face.replace('-', '_')}"] for face in fonts.FACES}
        sheets = {file.stem: file.read_text("utf-8") for file in sorted((paths.OVERRIDES / "css").glob("*.css"))}
        if "plotly" not in names:
            sheets = {stem: text for stem, text in sheets.items() if not stem.endswith("-explore")}
        first = _font_faces(faces) + theme.css()
        self.before = rcssmin.cssmin(first + "".join(text for stem, text in sheets.items() if stem < "70"))
        self.after = rcssmin.cssmin("".join(text for stem, text in sheets.items() if stem >= "70"))
        parts = sorted((paths.OVERRIDES / "css" / "parts").glob("*.css"))
        self.parts = {file.stem: rcssmin.cssmin(file.read_text("utf-8")) for file in parts}

    def sheet_for(self, html: str | None, folder: str) -> str:
        """The sheet of a page with this content (None: any content), which finds the assets in `folder`, seen from its own address."""
        have = None if html is None else {name for found in re.findall(r'class="([^"]*)"', html) for name in found.split()}
        parts = [text for name, text in self.parts.items() if have is None or name in have]
        return "".join([self.before, *parts, self.after]).replace("url(", f"url({folder}")


def _named(target: Path, stem: str, ending: str, text: str) -> str:
    name = f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{ending}"
    write(target / name, text.encode())
    return name


def _font_faces(files: dict[str, str]) -> str:
    """The faces in these files. Those of text are for wide screens: phones set it in their own type.

    The headline takes its face whenever it comes (`swap`); other text, only if it is there at once.
    """
    def face(name: str, display: str) -> str:
        _, _, family, weight = fonts.FACES[name]
        return (
            f'@font-face{{font-family:"{family}";font-style:normal;font-weight:{weight};'
            f'font-display:{display};src:url({files[name]}) format("woff2")}}'
        )

    headlines = "".join(face(name, "swap") for name in fonts.FACES if name.startswith("serif"))
    text = "".join(face(name, "optional") for name in fonts.FACES if name.startswith("sans"))
    return f"{headlines}@media (min-width:48em){{{text}}}"
