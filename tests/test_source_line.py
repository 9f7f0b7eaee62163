"""The line of sources below a chart: the best one leads, and the newest is dated."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from scripts.drawing.rows import Row
from scripts.drawing.source_line import source_line
from scripts.facts.figures import sources_of
from scripts.facts.records import STANDING
from tests import editions, sample_data


def test_the_best_source_leads_the_source_line(each_edition):
    """A weak source must not stand where an official one does."""
    facts = each_edition.facts
    for prepared in each_edition.all_charts:
        best = min(
            (facts.sources[source] for source in sources_of(prepared.rows)),
            key=lambda source: STANDING.index(source.standing),
        )
        first = source_line(prepared, facts).replace("\u202f", "").rpartition(": ")[2].split(", ")[0]
        publishers = [
            facts.sources[source].by(each_edition.language).replace("\u202f", "")
            for source in sources_of(prepared.rows)
            if facts.sources[source].standing == best.standing
        ]
        assert any(name.startswith(first.split(" and ")[0]) for name in publishers), prepared.slug


@pytest.mark.parametrize(("dates", "newest"), [
    (("2021-09", "2024"), "2024"), (("2024", "2024-03-05"), "March 2024"), (("", "2023-04"), "April 2023"),
])
def test_the_source_line_tells_the_newest_of_its_sources_as_far_as_its_date_is_known(dates, newest):
    edition = editions.current("en")
    sources = {
        date: sample_data.kind("sources")(file="data/sources.csv", line=2, **sample_data.good("sources", published=date)) for date in dates
    }
    some = replace(edition.all_charts[0], rows=[Row({}, source_ids=dates)])
    assert f"latest: {newest})" in source_line(some, SimpleNamespace(sources=sources))
