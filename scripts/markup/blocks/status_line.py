"""`/// status-line`: where the story stands, in one line, with the ways to show it elsewhere."""

from __future__ import annotations

from scripts import paths, templates
from scripts.markup.page import Page
from scripts.outputs import status


def render(page: Page, _argument: str) -> str:
    edition = page.edition
    return templates.render(
        "status_line", line=status.headline(edition), frame_code=status.code(edition), frame=f"{edition.address}status/embed/",
        json=f"{edition.address.removesuffix(paths.prefix(edition.language))}status.json", fmt=edition.fmt,
    )
