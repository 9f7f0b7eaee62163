"""Bundles scripts and fonts, named by a hash of their content and shared by all editions, and the inline style sheet of each page."""

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import rcssmin
import rjsmin

from scripts import paths
from scripts.assets import fonts, javascript
from scripts.drawing import faces, theme
from scripts.editions import Edition
from scripts.files import write

FOLDER = "assets/own"


def build(editions: Mapping[str, Edition]) -> dict[str, str]:
    """Write the assets into build/assets/, removing all else; name -> file name.

    Links use the names, so a cached page keeps its files.
    The script `first` is given as text: like the style sheet it stands in each page's head, since the first paint waits for it.
    """
    target = paths.BUILD / "assets"
    words = {language: edition.fmt.words for language, edition in editions.items()}
    # Without it charts have no interactive version, and the style sheet keeps no room for its button.
    plotly = _named(target, "plotly", "js", paths.PLOTLY.read_text("utf-8")) if paths.PLOTLY.exists() else None
    names = javascript.build(paths.OVERRIDES / "js", words, plotly, lambda stem, text: _named(target, stem, "js", text))
    for image in sorted((paths.OVERRIDES / "img").glob("*.svg")):
        names[image.stem] = _named(target, image.stem, "svg", image.read_text("utf-8"))
    first = rjsmin.jsmin((paths.OVERRIDES / "js" / "first.js").read_text("utf-8"))
    names |= {"first": first} | fonts.write(target)
    for file in target.iterdir():
        if file.name not in names.values():
            file.unlink()
    return names


def style_of(names: Mapping[str, str]) -> Callable[[str | None, str], str]:
    """Return a function that makes the sheet of a page: what all share, and each file of css/parts/ whose name is a class in the page.

    The function takes the page's HTML (None: it may hold any class), and the path from the page to the folder of assets.
    `names`: as `build` gives them; without the chart library's, charts have no button to keep room for.
    """
    folder = paths.OVERRIDES / "css"
    sheets = {"05-theme": theme.css()} | {file.stem: file.read_text("utf-8") for file in folder.glob("*.css")}
    for face in faces.FACES:
        sheets["00-faces"] = sheets["00-faces"].replace(f"url({face}.woff2)", f"url({names[face]})")
    if "plotly" not in names:
        sheets = {stem: text for stem, text in sheets.items() if not stem.endswith("-explore")}
    stems = sorted(sheets)
    before = rcssmin.cssmin("".join(sheets[stem] for stem in stems if stem < "70"))
    after = rcssmin.cssmin("".join(sheets[stem] for stem in stems if stem >= "70"))
    parts = {file.stem: rcssmin.cssmin(file.read_text("utf-8")) for file in sorted((folder / "parts").glob("*.css"))}

    def sheet(html: str | None, assets: str) -> str:
        classes = set(parts) if html is None else set(" ".join(re.findall(r'class="([^"]*)"', html)).split())
        parts_of_page = [text for name, text in parts.items() if name in classes]
        return "".join([before, *parts_of_page, after]).replace("url(", f"url({assets}")

    return sheet


def _named(target: Path, stem: str, ending: str, text: str) -> str:
    name = f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{ending}"
    write(target / name, text.encode())
    return name
