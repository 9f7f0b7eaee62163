"""The source line under a chart: `Sources (latest: March 2026): A, B; full list on the chart’s page`."""

from collections import Counter
from collections.abc import Iterable

from scripts.drawing.chart import Chart
from scripts.facts.cells import PartialDate
from scripts.facts.facts import Facts
from scripts.facts.figures import sources_of
from scripts.facts.records import STANDING, SourceRow


def source_line(chart: Chart, facts: Facts, most: int = 4, *, rest: str = "chart.source.rest") -> str:
    """`most` publishers at most, by standing, then by use; and the month or year of the newest source.

    `rest`: the words that say where all of them are.
    """
    uses = Counter(source_id for row in chart.rows for source_id in row.source_ids)
    sources = [facts.sources[source_id] for source_id in sources_of(chart.rows)]
    sources.sort(key=lambda source: (STANDING.index(source.standing), -uses[source.key]))
    publishers = _publishers(sources, chart.language)
    fmt = chart.fmt
    label = fmt.word("chart.source" if len(publishers) > 1 else "chart.source.one")
    months = [str(source.published)[:7] for source in sources if source.published]  # or years, as far as known
    if months:
        label = fmt.word("chart.source.to", sources=label, date=fmt.date(PartialDate(max(months))))
    text = ", ".join(publishers[:most])
    if len(publishers) > most:
        text = fmt.word(rest, sources=text)
    return fmt.word("label.text", label=label) + " " + text


def _publishers(sources: Iterable[SourceRow], language: str) -> list[str]:
    """The publishers, without duplicates."""
    names: dict[str, str] = {}
    for source in sources:
        name = source.by(language)
        publisher = name.partition(" (")[0].partition(" / ")[0]
        # The list of sources says in which copy an issuer's words were read.
        names.setdefault(publisher, publisher if source.standing in STANDING[:2] else name)
    return list(names.values())
