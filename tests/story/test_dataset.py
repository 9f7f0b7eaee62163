"""Of this story: the dataset: figures stated and computed."""

from __future__ import annotations


def test_the_real_data_loads_and_every_figure_has_a_source_or_is_a_count(facts):
    assert len(facts.figures) > 300
    counted = {row.key for row in facts.of_kind("computed") if row.function == "count_rows"}
    for key, figure in facts.figures.items():
        assert figure.source_ids or key in counted or set(figure.operands) <= counted, key
