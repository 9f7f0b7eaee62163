"""Texts for newsletters: in every edition, of the length that fits, with figures and quotes from the rows, as on pages.

A message reads: `docs/digest/en/strategy.md:5: short: has 131 words ...; expected: 75 to 110, so shorten it by 21`.
"""

from collections.abc import Iterator

from scripts.checks import counts, pages
from scripts.checks.editions import missing
from scripts.checks.quotes import quoted_by_hand
from scripts.content import digest
from scripts.editions import Edition
from scripts.index import markers, written
from scripts.index.written import WrittenPage
from scripts.problems import Problem, UnknownName
from scripts.project import Project

CHARACTERS = {"subject": (1, 60), "preheader": (1, 90)}  # what phones show of the two lines of an e-mail
WORDS = {"short": (75, 110), "long": (220, 280)}


def check(project: Project) -> Iterator[Problem]:
    """Every problem of every file in docs/digest/<language>/."""
    texts = {language: digest.texts(edition) for language, edition in project.editions.items()}
    yield from missing(texts)
    yield from quoted_by_hand(texts, project.facts)
    for language, edition in project.editions.items():
        for page in texts[language].values():
            yield from _head(page, edition)
            yield from _sections(page)
            yield from pages.prose(page)
            yield from _markers(page, edition)


def _head(page: WrittenPage, edition: Edition) -> Iterator[Problem]:
    yield from pages.front_matter(page, CHARACTERS, ("chart", "counts"))
    if page.broken:
        return
    slug = page.meta.get("chart", "")
    if slug not in edition.chart_definitions:
        yield page.problem(page.meta_line("chart"), "chart", UnknownName(slug, "a chart", edition.chart_definitions))
        return
    about = written.pages(edition).get(page.name)
    if about is None:
        yield page.problem(0, "", f"there is no page {page.name!r}", f"the name of one in docs/{page.language}/")
        return
    yield from counts.miscounts(
        page.meta.get("subject", ""),
        page.language,
        counts.counts_of(page) or counts.counts_of(about),
        counts.numbers_of(edition.facts) | edition.chart(slug).fmt.values,
        page.place_of(page.meta_line("subject"), "subject"),
    )


def _sections(page: WrittenPage) -> Iterator[Problem]:
    for section, (least, most) in WORDS.items():
        count = markers.word_count(" ".join(digest.paragraphs(page, section)))
        if not least <= count <= most:
            line = next((heading.line for heading in page.headings if heading.text == section), 1)
            remedy = f"shorten it by {count - most}" if count > most else f"say {least - count} more"
            wrong = f"has {count} words under `## {section}`"
            yield page.problem(line, section, wrong, f"{least} to {most}, so {remedy}")


def _markers(page: WrittenPage, edition: Edition) -> Iterator[Problem]:
    """Markers that name nothing, or that an e-mail cannot show."""
    for marker in page.markers:
        if marker.kind not in ("figure", "quote"):
            wrong = f"{marker.kind!r} cannot stand in an e-mail"
            yield page.problem(marker.line, "marker", wrong, "{{ key }} or {{ quote: key }}")
            continue
        for error in markers.errors_in(marker, edition.facts):
            yield page.problem(marker.line, "marker", error)
