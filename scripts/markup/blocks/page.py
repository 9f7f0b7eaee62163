"""`/// page | name`: tells a page its own name. Staging writes the line, so that pages need not."""

from __future__ import annotations

from scripts.edition import Page


def render(page: Page, name: str) -> str:
    page.name = name
    return '<div class="page-name"></div>'
