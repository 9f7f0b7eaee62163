"""Texts for newsletters: in every edition, of the length that fits, and with nothing that their page does not say.

    docs/digest/en/strategy.md:5: short: has 131 words; expected: 75 to 110, so shorten it
"""

import re
from collections.abc import Iterator

from scripts.checks import counts, pages
from scripts.checks.editions import missing
from scripts.checks.project import Project
from scripts.edition import Edition
from scripts.index import markers, written
from scripts.index.written import WrittenPage
from scripts.language.typography import QUOTED, even
from scripts.outputs import digest
from scripts.problems import Problem, UnknownName

CHARACTERS = {"subject": (1, 60), "preheader": (1, 90)}  # what phones show of the two lines of an e-mail
WORDS = {"short": (75, 110), "long": (220, 280)}


def check(project: Project) -> Iterator[Problem]:
    """Every problem of every file in docs/digest/<language>/."""
    editions = project.editions
    texts = written.read_all(digest.FOLDER, editions)
    yield from missing(texts)
    for page in (page for own in texts.values() for page in own.values()):
        for rule in (_head, _sections, _backed):
            yield from rule(page, editions[page.language])


def _head(page: WrittenPage, edition: Edition) -> Iterator[Problem]:
    yield from pages.front_matter(page, CHARACTERS, ("chart", "counts"))
    if page.broken:
        return
    if (slug := page.meta.get("chart", "")) not in edition.charts:
        error = UnknownName(slug, "a chart", edition.charts)
        yield page.problem(page.meta_line("chart"), "chart", error.wrong, error.expected)
        return
    about = written.pages(edition).get(page.name, page)
    names, known = counts.named(page) or counts.named(about), counts.numbers(edition.facts) | edition.chart(slug).fmt.values
    bind = f"`counts: KEY` in the front matter here or of {page.name}.md"
    for told in counts.wrongly(page.meta.get("subject", ""), page.language, names, known, bind):
        yield page.problem(page.meta_line("subject"), "subject", *told)


def _sections(page: WrittenPage, edition: Edition) -> Iterator[Problem]:
    for section, (low, high) in WORDS.items():
        count = markers.word_count(" ".join(digest.paragraphs(page, section)))
        if not low <= count <= high:
            line = next((heading.line for heading in page.headings if heading.text == section), 1)
            todo = f"shorten it by {count - high}" if count > high else f"say {low - count} more"
            yield page.problem(line, section, f"has {count} words under `## {section}`", f"{low} to {high}, so {todo}")
    yield from pages.prose(page)


def _backed(page: WrittenPage, edition: Edition) -> Iterator[Problem]:
    """Figures and quotations that the page itself does not hold."""
    about = written.pages(edition).get(page.name)
    if about is None:
        yield page.problem(0, "", f"there is no page {page.name!r}", f"the name of one in docs/{page.language}/")
        return
    keys, shown = about.names("figure"), even(_shown(about, edition))
    for marker in page.markers:
        if marker.kind not in ("figure", "quote"):
            yield page.problem(marker.line, "marker", f"{marker.kind!r} cannot stand in an e-mail", "{{ key }} or {{ quote: key }}")
        elif errors := list(markers.errors_in(marker, edition.facts)):
            for error in errors:
                yield page.problem(marker.line, "marker", error.wrong, error.expected)
        elif marker.kind == "figure" and (key := marker.names[0]) not in keys:
            number = re.escape(even(edition.fmt.figure(edition.facts.figure(key))))
            if not re.search(rf"(?<![\d.,]){number}(?![\d%])", shown):
                yield page.problem(marker.line, "figure", f"{key!r} stands in the digest and not in {about.file}", "figures of that page")
    for number, line in page.prose:
        for quoted in QUOTED.finditer(_quotes_filled(line, edition)):
            if even(quoted[1]) not in shown:
                yield page.problem(number, "quotation", f"{quoted[1]!r} does not stand in {about.file}", "words that the page quotes")


def _shown(page: WrittenPage, edition: Edition) -> str:
    """What a page says: its own text, that of its charts, and the promises where it lists them."""
    slugs = [slug for slug in {*page.charts, page.shared_by} if slug in edition.charts]
    texts = [edition.chart(slug).text(key) for slug in slugs for key in ("title", "takeaway", "alt")]
    if "scorecard" in page.block_names:
        claims = edition.facts.of_kind("claims")
        texts += [row.word(field, edition.language) for row in claims for field in ("said_in", "evidence")]
    return "\n".join([_quotes_filled(page.text, edition), *texts])


def _quotes_filled(text: str, edition: Edition) -> str:
    quotes = {row.key: row.wording(edition.language) for row in edition.facts.of_kind("quotes")}

    def filled(marker: re.Match[str]) -> str:
        return f"“{quotes.get(marker['names'].strip(), '')}”" if marker["kind"] == "quote" else marker[0]

    return re.sub(markers.PATTERN, filled, text)
