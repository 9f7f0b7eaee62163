"""How to cite a page as it is now: text, BibTeX and CSL-JSON, with a version that changes when its text or facts do.

The version is the day of the last check and a hash of what a reader reads: the page's words with their figures, badges,
lists and tables, and what the figures rest on. The layout is not part of it.
"""

from __future__ import annotations

import hashlib
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from scripts.language.formatter import Say
from scripts.markup.page import Page

_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {sign: f"\\{sign}" for sign in "{}%$&#_"}
_STASHED = re.compile("\u0002.*?\u0003")


@dataclass(frozen=True)
class Citation:
    """`version` is `2026-11-22.1f0c9a2b`; `day` its first part, ISO."""

    site: str
    title: str
    address: str
    language: str
    day: str
    version: str
    key: str

    def text(self, say: Say) -> str:
        """One line for a footnote."""
        return say.word("cite.page.text", site=self.site, title=self.title, date=say.date(self.day), version=self.version, url=self.address)

    @property
    def bibtex(self) -> str:
        """A `@misc` entry with `url` and `version`, which BibTeX styles, BibLaTeX and reference managers read."""
        fields = {
            "author": f"{{{tex(self.site)}}}",  # a second pair of braces: not to be split into first and last name
            "title": f"{{{tex(self.title)}}}",
            "year": self.day[:4],
            "date": self.day,
            "version": self.version,
            "url": self.address,
            "language": self.language,
        }
        body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        return f"@misc{{{self.key},\n{body}}}\n"

    @property
    def csl(self) -> str:
        """CSL-JSON, which Zotero, Pandoc and citeproc read."""
        item = {
            "id": self.key,
            "type": "webpage",
            "title": self.title,
            "container-title": self.site,
            "author": [{"literal": self.site}],
            "issued": {"date-parts": [[int(part) for part in self.day.split("-")]]},
            "version": self.version,
            "URL": self.address,
            "language": self.language,
        }
        return json.dumps([item], ensure_ascii=False, indent=1)


def of(page: Page, root: ET.Element) -> Citation:
    """The citation of a page whose own content is `root`."""
    head = root.find(".//h1")
    title = " ".join(plain(head).split()) if head is not None else page.name
    version = f"{page.checked}.{content_hash(page, root)}"
    key = f"{page.name.replace('/', '-')}-{page.edition.language}-{page.checked}"
    return Citation(page.edition.say.word("site.name"), title, page.address, page.edition.language, page.checked, version, key)


def content_hash(page: Page, root: ET.Element) -> str:
    """Eight hexadecimal digits over the page's text and over what its figures and notes rest on."""
    facts = page.edition.facts
    figures = [facts.figure(key) for key in page.keys]
    parts = [" ".join(plain(root).split())]
    parts += [f"{one.key}|{one.number}|{one.unit}|{one.confidence}|{';'.join(one.source_ids)}|{';'.join(one.operands)}" for one in figures]
    known = facts.sources
    parts += [f"{source}|{known[source].title}|{known[source].url}" for source in page.sources]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]


def plain(element: ET.Element) -> str:
    """The text of an element while Markdown still works on it: what it has put aside (drawings) is left out."""
    return _STASHED.sub("", "".join(element.itertext()).replace("\u0002amp\u0003", "&"))


def tex(text: str) -> str:
    """Text with TeX's own characters escaped; French narrow spaces become plain ones, which old TeX can set."""
    return "".join(_TEX.get(character, character) for character in text.replace("\u202f", " ").replace("\u00a0", " "))
