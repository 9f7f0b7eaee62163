"""Lists what pages say by figure, verdict, date and note, with rows, sources and confidence. `python -m scripts.tools audit [PAGE ...]`.

An editor reads it beside the page: each line of the page that states something, what it shows, and where that comes from.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from scripts import edition as editions
from scripts.edition import Edition
from scripts.index import uses, written
from scripts.index.uses import Use
from scripts.problems import Problem, stop_on


def as_text(edition: Edition, statements: Iterable[Use]) -> str:
    """The listing for reading: a heading a page, a paragraph an entry, a line a source, a line for the sources' own words."""
    lines: list[str] = []
    for page, of_page in groupby(statements, key=lambda use: use.page.name):
        entries = list(of_page)
        lines += ["", f"== {page} ({edition.language}): {len(entries)} entries", ""]
        for use in entries:
            lines += _entry(edition, use)
    return "\n".join(lines).lstrip("\n") + "\n"


def _entry(edition: Edition, use: Use) -> Iterator[str]:
    facts = edition.facts
    confidence = f"  [{use.confidence}]" if use.confidence else ""
    yield f"{use.place}  {use}{confidence}"
    if use.row:
        computed = f", computed from {', '.join(use.operands)}" if use.operands else ""
        yield f"    row {use.row}{computed}"
    for source in map(facts.sources.get, use.sources):
        yield f"    {source.id} ({source.standing}, {source.published or 'undated'}) {source.url}"
    for key in (use.key, *use.operands):
        for quote in facts.quotes_of(key):
            yield f"    words: {quote.words or edition.fmt.word('quote.unseen')} ({quote.source_id})"


def main(names: list[str], language: str) -> None:
    edition = editions.load()[language]
    pages = written.pages(edition)
    stop_on(Problem("audit", 0, name, "is not a page", ", ".join(pages)) for name in names if name not in pages)
    chosen = [pages[name] for name in pages if not names or name in names]
    print(as_text(edition, uses.on_pages(edition, chosen)), end="")
