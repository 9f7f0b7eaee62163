"""A whole page as an e-mail: `NAME/digest/`, one table 600 px wide, inline styles, absolute addresses, pictures for charts.

It is made of the built page, so it cannot say anything else. Long lists keep one line an item: Gmail cuts an e-mail off
at 102 KB, and a digest stays under `MAX_BYTES`.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
from lxml import etree

from scripts import paths, templates
from scripts.edition import Edition
from scripts.files import write
from scripts.index import written
from scripts.index.written import UNKNOWN
from scripts.outputs import email_chart, email_html
from scripts.problems import Problem, stop_on

MAX_BYTES = 60_000
"""Bytes of one digest."""


def names(edition: Edition) -> list[str]:
    """The pages of an edition that have a digest: those that say what is not known, since they tell a story."""
    return [name for name, page in written.pages(edition).items() if page.has_section(UNKNOWN)]


def write_all(site: Path, edition: Edition) -> None:
    """Write the digests of an edition into the built site. Raises `ProblemsFound` for those that are too heavy."""
    root, problems = site / paths.prefix(edition.language), []
    for name in names(edition):
        folder = root if name == "index" else root / name
        text = document(edition, name, (folder / "index.html").read_text("utf-8"))
        over = len(text.encode()) - MAX_BYTES
        if over > 0:
            problems.append(Problem(written.pages(edition)[name].file, 0, "digest", f"the page as an e-mail is {over:,} bytes over its {MAX_BYTES:,}; shorten the page"))
        write(folder / "digest" / "index.html", text.encode())
    stop_on(problems)


def document(edition: Edition, name: str, built: str) -> str:
    """The e-mail of one page as a whole HTML document; `built` is the page's own HTML."""
    address = edition.address_of(name)
    article = lxml.html.document_fromstring(built).find(".//article")
    convert = email_html.Converter(address, lambda slug: _chart(edition, slug))
    # Charts take rows of their own, as wide as the e-mail; the text between them has margins.
    rows = [
        (chart, "".join(etree.tostring(element, encoding="unicode", method="html") for element in group))
        for chart, group in groupby(convert(article), key=lambda element: element.tag == "table")
    ]
    page = written.pages(edition)[name]
    return templates.render("mail_page", say=edition.say, page=page, address=address, own=urljoin(address, "digest/"), rows=rows, color=email_chart.COLOR, width=email_chart.WIDTH)


def _chart(edition: Edition, slug: str) -> str:
    piece = email_chart.piece(edition.chart(slug), edition)
    return email_chart.as_html(piece) if piece else ""
