"""Where a row shows, and so what to read again when it changes: `make claim ID=x14`, `make where KEY=sales-2025`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scripts import edition, paths
from scripts.edition import Edition
from scripts.facts.records import ClaimRow, ComputedRow, EventRow
from scripts.index import written
from scripts.outputs import digest
from scripts.problems import Problem, ProblemsFound, UnknownName
from scripts.tools import audit

LEGEND = "page: prints it; named: names it; perhaps: same source, read if in doubt"


class Use(NamedTuple):
    """`kind`: row, computed, chart, or one of the legend; `place`: file and line, or the name of a figure or chart."""

    kind: str
    place: str
    about: str = ""

    def __str__(self) -> str:
        return f"{self.kind:<8} {self.place}  {self.about}".rstrip()


def uses(editions: dict[str, Edition], key: str) -> Iterator[Use]:
    """Pages and digests by line, charts, computed figures and rows that say what a row says, name it or perhaps rest on it.

    Raises `ProblemsFound` for an unknown key.
    """
    first = next(iter(editions.values()))
    facts = first.facts
    named = [row for row in facts.rows if row.key == key]
    if key in facts.sources:
        named.append(facts.sources[key])
    places = {row.place for row in named}
    sources = {source for row in named for source in row.source_ids}
    if not places and key not in facts.figures:
        known = {row.key for row in facts.rows if row.key} | set(facts.sources)
        error = UnknownName(key, "a key of data/", sorted(known))
        raise ProblemsFound([Problem("where", 0, "", error.wrong, error.expected)])
    computed = [figure.key for figure in facts.figures.values() if key in figure.operands]
    shown = first.fmt.figure(facts.figures[key]) if key in facts.figures else ""
    name = re.compile(rf"(?<![\w.-])(?:{'|'.join(re.escape(one) for one in (key, shown) if len(one) > 2)})(?![\w-]|\.\w)")
    yield from (Use("row", place) for place in sorted(places))
    yield from (Use("computed", name, facts.figures[name].place) for name in computed)
    for slug in first.charts:
        if any(places & set(row.places) or key in row.source_ids for row in first.chart(slug).rows):
            yield Use("chart", slug, f"title, takeaway and alt text in {first.charts[slug].text_file}")
    for file in sorted(paths.DATA.glob("*.toml")):
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
            if f'"{key}"' in line:
                yield Use("named", f"{paths.relative_path(file)}:{number}", line)
    for row in (row for row in facts.rows if row.place not in places and key not in facts.sources and not isinstance(row, ComputedRow)):
        if any(name.search(str(cell)) for cell in [*row.others.values(), *(cell for column, cell in row if column not in row.PLACE)]):
            yield Use("named", row.place, row.key or "")
        elif isinstance(row, ClaimRow | EventRow) and (shared := sources & set(row.source_ids)):
            yield Use("perhaps", row.place, f"{row.key} rests on the same source: {', '.join(sorted(shared))}")
    wanted = {key, *computed}
    for ours in editions.values():
        about = set()
        for entry in stated(ours):
            if entry.key in wanted or entry.row in places or key in entry.sources:
                about |= set() if entry.kind == "figure" else {entry.page.name}
                yield Use("page", entry.place, entry.said)
            elif entry.kind == "note" and (shared := sources & set(entry.sources)):
                yield Use("perhaps", entry.place, f"a paragraph that rests on the same source: {', '.join(sorted(shared))}")
        texts = [text for name, text in digest.pages(ours).items() if name in about]
        yield from (Use("perhaps", text.file, "what newsletters take from that page") for text in texts)


def stated(ours: Edition) -> Iterator[audit.Entry]:
    """Everything that the pages and newsletter texts of an edition state."""
    return audit.entries(ours, [*written.pages(ours).values(), *digest.pages(ours).values()])


def main(key: str) -> None:
    print(LEGEND, *sorted(uses(edition.load(), key), key=lambda use: use.kind == "perhaps"), sep="\n")
    print("\nRead these again before you publish the change, in every edition.")
