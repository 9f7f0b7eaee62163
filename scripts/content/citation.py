"""How to cite a page or a chart as it is now, in one line of text and as a BibTeX entry; and the licence to use it."""

import datetime as dt
import hashlib
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from scripts.drawing.chart import Chart
from scripts.editions import Edition
from scripts.language import typography

LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}
"""Of data and texts, as a Frictionless data package names it."""
_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    sign: f"\\{sign}" for sign in "{}%$&#_"
}
_STASHED = re.compile("\u0002.*?\u0003")


@dataclass(frozen=True)
class Citation:
    """`day`: of the last check of the facts. `version`: `2026-11-22.1f0c9a2b` for a page, empty for a chart."""

    edition: Edition
    key: str
    title: str
    address: str
    day: dt.date
    version: str = ""

    @property
    def text(self) -> str:
        """One line for a footnote."""
        fmt = self.edition.fmt
        key = "cite.page.text" if self.version else "cite.chart"
        return fmt.word(
            key,
            site=self.edition.site_name,
            title=self.title,
            date=fmt.date(self.day),
            url=self.address,
            version=self.version,
        )

    @property
    def bibtex(self) -> str:
        """A `@misc` entry, which BibTeX styles, BibLaTeX and reference managers read."""
        fields = {
            "author": f"{{{tex(self.edition.site_name)}}}",  # a second pair of braces: not to be split into first and last name
            "title": f"{{{tex(self.title)}}}",
            "year": self.day.year,
            "date": self.day,
            "version": self.version,
            "url": self.address,
            "urldate": self.day,
            "language": self.edition.language,
        }
        body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
        return f"@misc{{{self.key},\n{body}}}\n"


def page_citation(root: ET.Element, name: str, edition: Edition, checked: dt.date) -> Citation:
    """How to cite a page, with its version: the day of the last check, and an 8-digit digest of its words and figures.

    `root`: its own content, nothing added yet.
    """
    head = root.find(".//h1")
    title = _text_of(head) if head is not None else name
    key = f"{name.replace('/', '-')}-{edition.language}-{checked}"
    digest = hashlib.sha256(_text_of(root).encode()).hexdigest()[:8]
    return Citation(edition, key, title, edition.address_of(name), checked, f"{checked}.{digest}")


def _text_of(element: ET.Element) -> str:
    """The text of an element during conversion, in one line, without what Markdown has stashed (drawings)."""
    text = "".join(element.itertext()).replace("\u0002amp\u0003", "&")
    return " ".join(_STASHED.sub("", text).split())


def chart_citation(chart: Chart, edition: Edition) -> Citation:
    return Citation(
        edition=edition,
        key=f"{chart.slug}-{edition.language}",
        title=chart.text("title"),
        address=edition.address_of(f"charts/{chart.slug}"),
        day=edition.facts.last_checked,
    )


def tex(text: str) -> str:
    """Text with TeX's own characters escaped; no-break spaces become plain ones, which old TeX can set."""
    return "".join(_TEX.get(character, character) for character in typography.wide_spaces(text).replace("\u00a0", " "))
