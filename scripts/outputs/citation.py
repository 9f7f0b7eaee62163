"""How to cite a page or a chart as it is now: one line of text, and a BibTeX entry."""

import datetime as dt
from dataclasses import dataclass

from scripts.drawing.chart import Chart
from scripts.editions import Edition

_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    sign: f"\\{sign}" for sign in "{}%$&#_"
}


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


def chart_citation(chart: Chart, edition: Edition) -> Citation:
    return Citation(
        edition=edition,
        key=f"{chart.slug}-{edition.language}",
        title=chart.text("title"),
        address=edition.address_of(f"charts/{chart.slug}"),
        day=edition.last_checked,
    )


def tex(text: str) -> str:
    """Text with TeX's own characters escaped; French narrow spaces become plain ones, which old TeX can set."""
    return "".join(_TEX.get(character, character) for character in text.replace("\u202f", " ").replace("\u00a0", " "))
