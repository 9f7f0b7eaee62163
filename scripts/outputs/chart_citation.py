"""How to cite a chart: one line of text, and a BibTeX entry."""

from __future__ import annotations

from scripts.drawing.chart import PreparedChart
from scripts.edition import Edition
from scripts.outputs.chart_json_ld import chart_address

_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def text(drawn: PreparedChart, edition: Edition) -> str:
    """`Site, “Title”, chart, facts last checked on 22 November 2026, address`."""
    say = edition.say
    return say.word("cite.chart", site=say.word("site.name"), title=drawn.text("title"), date=say.date(edition.last_checked), url=chart_address(drawn, edition))


def bibtex(drawn: PreparedChart, edition: Edition) -> str:
    """A `@misc` entry with `url` and `urldate`, which BibTeX styles, BibLaTeX and reference managers all read."""
    say, site = edition.say, tex(edition.say.word("site.name"))
    fields = {
        "author": f"{{{site}}}",  # a second pair of braces: a name that is not to be split into first and last
        "title": f"{{{tex(drawn.text('title'))}}}",
        "year": edition.last_checked[:4],
        "howpublished": site,
        "url": chart_address(drawn, edition),
        "urldate": edition.last_checked,
        "language": edition.language,
        "note": tex(say.word("page.checked", date=say.date(edition.last_checked))),
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{drawn.chart.slug}-{edition.language},\n{body}}}\n"


def tex(plain: str) -> str:
    """Text with TeX's own characters escaped; French narrow spaces become plain ones, which old TeX can set."""
    return "".join(_TEX.get(character, character) for character in plain.replace("\u202f", " ").replace("\u00a0", " "))
