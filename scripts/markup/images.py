"""Images in pages, such as photographs: `![What it shows](pictures/dieppe.jpg)`.

Width and height are read from the file, so that no text moves as it loads. They stand in
docs/<language>/pictures/; what an edition does not have there is taken from the first edition's folder.
"""

import xml.etree.ElementTree as ET
from pathlib import Path

from PIL import Image

from scripts import paths

FOLDER = "pictures"
MAX_BYTES = 150_000  # a reader on a phone pays for it; a photograph 1,200 px wide fits well


def file_of(language: str, address: str) -> Path | None:
    """The file of a picture named in a page of an edition, None where there is none."""
    for folder in (paths.DOCS / language, paths.DOCS / paths.MAIN):
        file = folder / address
        # By its exact name: a Mac or Windows finds `Dieppe.jpg` as `dieppe.jpg` too, the machine that publishes does not.
        if file.is_file() and file in file.parent.iterdir():
            return file
    return None


def give_sizes(root: ET.Element, language: str) -> None:
    """Set width and height of each picture, and lazy loading below the first view."""
    for element in root.iter("img"):
        file = file_of(language, element.get("src", ""))
        if file and not element.get("width"):
            with Image.open(file) as picture:
                element.set("width", str(picture.width))
                element.set("height", str(picture.height))
            element.set("loading", "lazy")
