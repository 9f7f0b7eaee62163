"""`/// status`: the headline statuses, each with the date of its newest evidence and a link to the page that explains it."""

from __future__ import annotations

import re

from scripts import templates
from scripts.index import markers
from scripts.markup.page import Page


def render(page: Page, _argument: str) -> str:
    fmt = page.edition.fmt

    def filled(text: str) -> str:
        """Statuses may hold figure markers; here they become plain figures, since the whole pill is a link."""
        return re.sub(markers.PATTERN, lambda found: fmt.figure(page.edition.facts.figure(found["names"].strip())), text)

    rows = page.edition.facts.of_kind("status")
    for row in rows:
        page.use(page.places, row.place)
    return templates.render("status", rows=rows, fmt=fmt, filled=filled)
