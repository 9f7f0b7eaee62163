"""Lists a page's figures, verdicts, dates and notes, with rows, sources and confidence: `make audit PAGE=strategy`.

Without PAGE it lists every page. An editor reads it beside the page: each line that states something, what it shows,
and where that comes from.
"""

from collections.abc import Iterator

from scripts import paths
from scripts.editions import Edition, load_editions
from scripts.index import markdown_pages, uses
from scripts.index.markdown_pages import MarkdownPage
from scripts.index.uses import Use
from scripts.problems import Location, UnknownName, stop_on


def as_text(edition: Edition, page: MarkdownPage) -> str:
    """The listing of a page for reading: a paragraph an entry, a line a source, a line for the sources' own words."""
    entries = uses.on_page(edition, page)
    lines = [f"== {page.name} ({edition.language}): {len(entries)} entries", ""]
    for use in entries:
        lines += _entry(edition, use)
    return "\n".join(lines) + "\n"


def _entry(edition: Edition, use: Use) -> Iterator[str]:
    facts = edition.facts
    confidence = f"  [{use.confidence}]" if use.confidence else ""
    yield f"{use.place}  {use}{confidence}"
    operands = facts.figures[use.key].operands if use.kind == "figure" else ()
    if use.row:
        computed = f", computed from {', '.join(operands)}" if operands else ""
        yield f"    row {use.row}{computed}"
    for source in [facts.sources[name] for name in use.sources]:
        yield f"    {source.key} ({source.standing}, {source.published or 'undated'}) {source.url}"
    for key in (use.key, *operands):
        for quote in facts.quotes_of(key):
            yield f"    words: {quote.words or edition.fmt.word('quote.unseen')} ({quote.source_id})"


def main(*names: str) -> None:
    edition = load_editions()[paths.MAIN]
    pages = markdown_pages.pages(edition)
    unknown = [UnknownName(name, "a page", pages) for name in names if name not in pages]
    stop_on(map(Location("audit").problem, unknown))
    print(*(as_text(edition, pages[name]) for name in names or pages), sep="\n", end="")
