"""From a source back to all that rests on it: rows, charts, pages."""

from collections import defaultdict
from dataclasses import dataclass, field

from scripts.drawing.chart import PreparedChart
from scripts.edition import Edition, cached_per_edition
from scripts.facts.base_record import Record
from scripts.facts.declared import DeclaredRow, FigureRow
from scripts.facts.figures import sources_of
from scripts.index import addresses, written
from scripts.index.written import WrittenPage


@dataclass
class UsedBy:
    """What rests on one source. `rows`: the row with the words that name it and its link, if a page or a chart shows it."""

    rows: list[tuple[Record, str, str | None]] = field(default_factory=list)
    charts: list[PreparedChart] = field(default_factory=list)
    pages: list[WrittenPage] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.rows) + len(self.charts) + len(self.pages)


@cached_per_edition
def used_by(edition: Edition) -> dict[str, UsedBy]:
    """Id of a source -> what rests on it; every source that exists is in it."""
    found: dict[str, UsedBy] = defaultdict(UsedBy, {source: UsedBy() for source in edition.facts.sources})
    drawn_on = {place: f"charts/{chart.slug}.md" for chart in edition.all_charts for row in chart.rows for place in row.places}
    for row in edition.facts.rows:
        name, address = named(row, edition), addresses.row_address(row, edition) or drawn_on.get(row.place)
        for source in row.source_ids:
            found[source].rows.append((row, name, address))
    for chart in edition.all_charts:
        for source in sources_of(chart.rows):
            found[source].charts.append(chart)
    for page in written.pages(edition).values():
        for source in page.sources(edition):
            found[source].pages.append(page)
    return found


def named(row: Record, edition: Edition) -> str:
    """A few words for a row, in the edition's language."""
    if isinstance(row, FigureRow):
        measure = edition.facts.measures[row.table_name, row.measured]
        return ", ".join([measure.word("label", edition.language), *edition.fmt.described(row)])
    own = row.holding("text", "name") if isinstance(row, DeclaredRow) else []
    for column in (*own, "title", "said_in", "label", "because", "was"):
        if column in type(row).model_fields:
            return row.word(column, edition.language)
    return row.place
