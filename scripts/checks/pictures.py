"""Pictures in pages: the file is there, can be opened, is light, and a text says what it shows."""

import re
from collections.abc import Iterator

from PIL import Image, UnidentifiedImageError

from scripts.index.written import WrittenPage
from scripts.markup import pictures
from scripts.problems import Problem

_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<address>[^)\s]*)\)")


def problems(page: WrittenPage) -> Iterator[Problem]:
    for number, line in page.prose:
        for found in _PICTURE.finditer(line):
            for said in _wrong(page, found["alt"], found["address"]):
                yield page.problem(number, "picture", said)


def _wrong(page: WrittenPage, alt: str, address: str) -> Iterator[str]:
    folder = f"docs/{page.language}/{pictures.FOLDER}/"
    if not alt.strip():
        yield f"{address!r} has no text; expected ![what it shows]({address})"
    if not address.startswith(f"{pictures.FOLDER}/"):
        yield f"{address!r} is not in the pictures' folder; expected a file in {folder}, named {pictures.FOLDER}/name.jpg"
        return
    file = pictures.file_of(page.language, address)
    if file is None:
        yield f"{address!r} does not exist; expected a file in {folder}"
        return
    try:
        with Image.open(file) as picture:
            picture.verify()
    except (UnidentifiedImageError, OSError, SyntaxError):
        yield f"{address!r} cannot be opened as a picture; expected PNG, JPEG or WebP"
        return
    over = file.stat().st_size - pictures.MAX_BYTES
    if over > 0:
        yield f"{address!r} is {over:,} bytes over {pictures.MAX_BYTES:,}; expected a smaller one, 1,200 px wide at most, saved as JPEG or WebP"
