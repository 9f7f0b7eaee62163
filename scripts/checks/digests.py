"""Newsletter texts: in every edition, of the right length, and with no figure or quote that their page lacks.

A message reads: `docs/digest/en/strategy.md:5: short: has 131 words ...; expected: 75 to 110, so shorten it by 21`.
"""

import re
from collections.abc import Iterator

from scripts.checks import number_words, pages
from scripts.checks.editions import missing
from scripts.content import digest
from scripts.editions import Edition
from scripts.facts.records import ClaimRow, QuoteRow
from scripts.index import markdown_pages, markers
from scripts.index.markdown_pages import MarkdownPage
from scripts.index.markers import Marker
from scripts.language.typography import QUOTED, normalized
from scripts.problems import InvalidValue, Problem, UnknownName
from scripts.project import Project

CHARACTERS = {"subject": (1, 60), "preheader": (1, 90)}  # what phones show of the two lines of an e-mail
WORDS = {"short": (75, 110), "long": (220, 280)}


def check(project: Project) -> Iterator[Problem]:
    """Every problem of every file in docs/digest/<language>/."""
    texts = {language: digest.texts(edition) for language, edition in project.editions.items()}
    yield from missing(texts)
    for language, edition in project.editions.items():
        for page in texts[language].values():
            yield from _head(page, edition)
            yield from _sections(page)
            yield from pages.prose(page)
            yield from _backing(page, edition)


def _head(page: MarkdownPage, edition: Edition) -> Iterator[Problem]:
    yield from pages.front_matter(page, CHARACTERS, ("chart", "counts"))
    if page.broken:
        return
    slug = page.meta.get("chart", "")
    if slug not in edition.chart_definitions:
        yield page.problem(page.meta_line("chart"), "chart", UnknownName(slug, "a chart", edition.chart_definitions))
        return
    about = markdown_pages.pages(edition).get(page.name, page)
    yield from number_words.miscounts(
        page.meta.get("subject", ""),
        page.language,
        number_words.counts_of(page) or number_words.counts_of(about),
        number_words.numbers_of(edition.facts) | edition.chart(slug).fmt.values,
        page.place_of(page.meta_line("subject"), "subject"),
    )


def _sections(page: MarkdownPage) -> Iterator[Problem]:
    for section, (least, most) in WORDS.items():
        count = markers.word_count(" ".join(digest.paragraphs(page, section)))
        if not least <= count <= most:
            line = next((heading.line for heading in page.headings if heading.text == section), 1)
            remedy = f"shorten it by {count - most}" if count > most else f"say {least - count} more"
            wrong = f"has {count} words under `## {section}`"
            yield page.problem(line, section, wrong, f"{least} to {most}, so {remedy}")


def _backing(page: MarkdownPage, edition: Edition) -> Iterator[Problem]:
    """Find figures and quotations in a text for newsletters that the page it is about does not show."""
    about = markdown_pages.pages(edition).get(page.name)
    if about is None:
        yield page.problem(0, "", f"there is no page {page.name!r}", f"the name of one in docs/{page.language}/")
        return
    text = normalized(_text(about, edition))
    for marker in page.markers:
        for what, error in _unbacked(marker, about, text, edition):
            yield page.problem(marker.line, what, error)
    for number, line in page.prose:
        for match in QUOTED.finditer(line):
            if normalized(match[1]) not in text:
                wrong = f"{match[1]!r} does not stand in {about.file}"
                yield page.problem(number, "quotation", wrong, "words that the page quotes")


def _unbacked(marker: Marker, about: MarkdownPage, text: str, edition: Edition) -> Iterator[tuple[str, InvalidValue]]:
    """Find what is wrong with a marker in an e-mail: its kind, its key, or that the page `about`, which says `text`, does not show it."""
    if marker.kind not in ("figure", "quote"):
        yield "marker", InvalidValue(f"{marker.kind!r} cannot stand in an e-mail", "{{ key }} or {{ quote: key }}")
        return
    errors = list(markers.errors_in(marker, edition.facts))
    for error in errors:
        yield "marker", error
    if errors or marker.names[0] in about.names(marker.kind):
        return
    if marker.kind == "figure":
        number = normalized(edition.fmt.figure(edition.facts.figure(marker.names[0])))
        if re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d%])", text):
            return
    wrong = f"{marker.names[0]!r} stands in the digest and not in {about.file}"
    yield marker.kind, InvalidValue(wrong, f"{marker.kind}s of that page")


def _text(page: MarkdownPage, edition: Edition) -> str:
    """What a page says: its own text, its quotes, that of its charts, and the promises where it lists them."""
    keys = page.names("quote")
    texts = [page.text]
    texts += [quote.wording(edition.language) for quote in edition.facts.of_kind(QuoteRow) if quote.key in keys]
    for slug in {*page.charts, page.shared_by} & edition.chart_definitions.keys():
        texts += [edition.chart(slug).text(name) for name in ("title", "takeaway", "alt")]
    if "scorecard" in page.block_names:
        for claim in edition.facts.of_kind(ClaimRow):
            texts += [claim.text_in("said_in", edition.language), claim.text_in("evidence", edition.language)]
    return "\n".join(texts)
