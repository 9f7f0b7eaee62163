"""The newsletter digest of a page: `NAME/digest/`, with a subject, a preheader, a short and a long text, a picture and a link.

People write the texts in docs/digest/<language>/NAME.md, figures as markers. Each part comes as HTML, Markdown and plain text.
"""

import re
from dataclasses import dataclass

from scripts import paths
from scripts.content import mail
from scripts.content.mail import Block
from scripts.editions import Edition, cached_per_edition
from scripts.facts.records import QuoteRow
from scripts.index import markdown_pages, markers
from scripts.index.markdown_pages import MarkdownPage
from scripts.language import typography
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
def texts(edition: Edition) -> dict[str, MarkdownPage]:
    """The files that people wrote, by the name of the page that they are about."""
    return markdown_pages.of_edition(FOLDER, edition)


def page_name(name: str) -> str:
    """The page that shows a digest: `strategy/digest`, and `digest` for the site as a whole."""
    return "digest" if name == "index" else f"{name}/digest"


def read(edition: Edition, name: str) -> Digest:
    """The digest of a page with its figures filled in; what is wrong in its file is for the checks to say."""
    by_name = texts(edition)
    if name not in by_name:
        raise UnknownName(name, f"a file in docs/digest/{edition.language}/", by_name)
    page = by_name[name]
    return Digest(
        name=name,
        subject=_head(page, "subject"),
        preheader=_head(page, "preheader"),
        texts={section: [filled(text, edition) for text in paragraphs(page, section)] for section in SECTIONS},
        chart=page.meta.get("chart", ""),
        address=edition.address_of(name),
        more=edition.fmt.word("digest.more", site=edition.site_name),
    )


def filled(text: str, edition: Edition) -> str:
    """The text with its markers filled in as plain text, for places without panels: an e-mail, a link."""

    def plain(match: re.Match) -> str:
        key = match["names"].strip()
        if match["kind"] == "quote":
            return edition.fmt.quoted(edition.facts.row(QuoteRow, key).wording(edition.language))
        figure = edition.facts.figure(key)
        return edition.fmt.figure(figure) + edition.fmt.doubt(figure)

    return re.sub(markers.PATTERN, plain, text)


def _head(page: MarkdownPage, key: str) -> str:
    return typography.wide_spaces(page.meta.get(key, ""))


def paragraphs(page: MarkdownPage, section: str) -> list[str]:
    """The paragraphs under `## short` or `## long`, as they are written."""
    parts = re.split(r"^## +(\S+)\s*$", page.text, flags=re.M)
    text = dict(zip(parts[1::2], parts[2::2], strict=True)).get(section, "").strip()
    return [re.sub(r"[ \n]+", " ", paragraph) for paragraph in re.split(r"\s*\n\s*\n\s*", text) if paragraph]


def parts(digest: Digest, edition: Edition) -> dict[str, Block]:
    """The short and the long text, the picture where it is drawn, and everything at once, by name."""
    long = list(map(mail.paragraph, digest.texts["long"]))
    picture = mail.picture(edition.chart(digest.chart), edition, digest.address)
    more = mail.link(digest.more, digest.address)
    blocks = {"short": [*map(mail.paragraph, digest.texts["short"]), more], "long": [*long, more]}
    if picture:
        blocks["picture"] = [*picture, more]
    fmt = edition.fmt
    subject = mail.headed(fmt.word("label.text", label=fmt.word("digest.subject")), digest.subject)
    preheader = mail.headed(fmt.word("label.text", label=fmt.word("digest.preheader")), digest.preheader)
    blocks["all"] = [subject, preheader, *picture, *long, more]
    return {name: mail.joined(part) for name, part in blocks.items()}
