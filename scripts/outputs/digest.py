"""What a newsletter takes from a page: `NAME/digest/`, with a subject, a preheader, a short and a long text, a picture and a link.

People write the texts in docs/digest/<language>/NAME.md, figures as markers. Each part comes as HTML, Markdown and plain text.
"""

import re
from dataclasses import dataclass

from scripts import paths
from scripts.edition import Edition, cached_per_edition
from scripts.index import markers, written
from scripts.index.written import WrittenPage
from scripts.outputs import mail
from scripts.outputs.mail import Block
from scripts.problems import UnknownName

FOLDER = paths.DOCS / "digest"
SECTIONS = ("short", "long")


@dataclass(frozen=True)
class Digest:
    """One page for newsletters; texts are lists of paragraphs in which `*...*` is emphasis."""

    name: str
    subject: str
    preheader: str
    texts: dict[str, list[str]]
    chart: str
    address: str
    more: str


@cached_per_edition
def pages(edition: Edition) -> dict[str, WrittenPage]:
    """The files that people wrote, by the name of the page that they are about."""
    return written.of_edition(FOLDER, edition)


def page_name(name: str) -> str:
    """The page that shows a digest: `strategy/digest`, and `digest` for the site as a whole."""
    return "digest" if name == "index" else f"{name}/digest"


def read(edition: Edition, name: str) -> Digest:
    """The digest of a page with its figures filled in; what is wrong in its file is for the checks to say."""
    known, fmt = pages(edition), edition.fmt
    if name not in known:
        raise UnknownName(name, f"a file in docs/digest/{edition.language}/", known)
    page = known[name]
    texts = {section: [markers.filled(paragraph, edition) for paragraph in paragraphs(page, section)] for section in SECTIONS}
    subject, preheader = (page.meta.get(key, "").replace("\u202f", "\u00a0") for key in ("subject", "preheader"))
    return Digest(
        name, subject, preheader, texts, page.meta.get("chart", ""), edition.address_of(name),
        fmt.word("digest.more", site=fmt.word("site.name")),
    )


def paragraphs(page: WrittenPage, section: str) -> list[str]:
    """The paragraphs under `## short` or `## long`, as they are written."""
    parts = re.split(r"^## +(\S+)\s*$", page.text, flags=re.M)
    found = dict(zip(parts[1::2], parts[2::2], strict=True)).get(section, "")
    return [re.sub(r"[ \n]+", " ", paragraph.strip()) for paragraph in re.split(r"\n\s*\n", found) if paragraph.strip()]


def parts(digest: Digest, edition: Edition) -> dict[str, Block]:
    """The short and the long text, the picture where it is drawn, and everything at once, by name."""
    shown, more = mail.picture(edition.chart(digest.chart), edition, digest.address), mail.link(digest.more, digest.address)
    fmt = edition.fmt
    heads = [
        mail.headed(fmt.word("label.text", label=fmt.word("digest.subject")), digest.subject),
        mail.headed(fmt.word("label.text", label=fmt.word("digest.preheader")), digest.preheader),
    ]
    short, long = ([mail.paragraph(text) for text in digest.texts[section]] for section in SECTIONS)
    found = {"short": [*short, more], "long": [*long, more]} | ({"picture": [*shown, more]} if shown else {})
    return {name: mail.joined(blocks) for name, blocks in (found | {"all": [*heads, *shown, *long, more]}).items()}
