"""Lists where a row is used, to reread when it changes: `make claim ID=x14`, `make where KEY=sales-2025`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scripts import paths
from scripts.content import digest
from scripts.editions import Edition, cached_per_edition, load_editions
from scripts.facts.records import ClaimRow, ComputedRow, EventRow
from scripts.index import markdown_pages, uses
from scripts.index.uses import Use
from scripts.problems import Location, UnknownName

LEGEND = "page: prints it; named: names it; perhaps: same source, read if in doubt"


class Finding(NamedTuple):
    """`kind`: row, computed, chart, or one of the legend; `place`: file and line, or the name of a figure or chart."""

    kind: str
    place: str
    about: str = ""

    def __str__(self) -> str:
        return f"{self.kind:<8} {self.place}  {self.about}".rstrip()


def find(editions: dict[str, Edition], key: str) -> Iterator[Finding]:
    """Find what shows a row, names it or may rest on it: lines of pages and digests, charts, computed figures, other rows.

    Raises `ProblemsFound` for an unknown key.
    """
    first = editions[paths.MAIN]
    facts = first.facts
    rows = [row for row in facts.rows if row.key == key]
    if not rows:
        known = sorted({row.key for row in facts.rows if row.key})
        raise Location("where").error(UnknownName(key, "a key of data/", known))
    places = {row.place for row in rows}
    sources = {source for row in rows for source in row.source_ids}
    computed = [figure for figure in facts.figures.values() if key in figure.operands]
    for place in sorted(places):
        yield Finding("row", place)
    for figure in computed:
        yield Finding("computed", figure.key, figure.place)
    for chart in first.all_charts:
        if any(places.intersection(row.places) or key in row.source_ids for row in chart.rows):
            yield Finding("chart", chart.slug, f"title, takeaway and alt text in {chart.definition.text_file}")
    for file in sorted(paths.DATA.glob("*.toml")):
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
            if f'"{key}"' in line:
                yield Finding("named", f"{paths.relative_path(file)}:{number}", line)
    yield from _other_rows(first, key, places, sources)
    keys = {key, *(figure.key for figure in computed)}
    for edition in editions.values():
        yield from _lines(edition, key, keys, places, sources)


def _other_rows(edition: Edition, key: str, places: set[str], sources: set[str]) -> Iterator[Finding]:
    """Rows that name the key or type its figure, and claims and events that rest on the same sources."""
    facts = edition.facts
    names = [key]
    if key in facts.figures:
        names.append(edition.fmt.figure(facts.figures[key]))
    alternatives = "|".join(re.escape(name) for name in names if len(name) > 2)
    pattern = re.compile(rf"(?<![\w.-])(?:{alternatives})(?![\w-]|\.\w)")
    for row in facts.rows:
        if row.place in places or isinstance(row, ComputedRow):
            continue
        cells = row.model_dump(exclude={"file", "line", "others"})
        shared = ", ".join(sorted(sources.intersection(row.source_ids)))
        if any(pattern.search(str(cell)) for cell in (*row.others.values(), *cells.values())):
            yield Finding("named", row.place, row.key or "")
        elif shared and isinstance(row, ClaimRow | EventRow):
            yield Finding("perhaps", row.place, f"{row.key} rests on the same source: {shared}")


def _lines(edition: Edition, key: str, keys: set[str], places: set[str], sources: set[str]) -> Iterator[Finding]:
    """Lines of pages that show the row or a figure computed from it, and paragraphs and newsletters that perhaps rest on it."""
    about = set()
    for use in statements(edition):
        shared = ", ".join(sorted(sources.intersection(use.sources)))
        if use.key in keys or use.row in places or key in use.sources:
            yield Finding("page", use.place, str(use))
            if use.kind != "figure":
                about.add(use.page.name)
        elif shared and use.kind == "note":
            yield Finding("perhaps", use.place, f"a paragraph that rests on the same source: {shared}")
    for name, page in digest.texts(edition).items():
        if name in about:
            yield Finding("perhaps", page.file, "what newsletters take from that page")


@cached_per_edition
def statements(edition: Edition) -> list[Use]:
    """Everything that the pages and newsletter texts of an edition state."""
    pages = [*markdown_pages.pages(edition).values(), *digest.texts(edition).values()]
    return [use for page in pages for use in uses.on_page(edition, page)]


def main(key: str) -> None:
    findings = sorted(find(load_editions(), key), key=lambda finding: finding.kind == "perhaps")
    print(LEGEND, *findings, sep="\n")
    print("\nRead these again before you publish the change, in every edition.")
