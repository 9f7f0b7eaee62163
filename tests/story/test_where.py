"""`make claim ID=...`: every place that a changed row touches is named, and a wrong key with the nearest ones."""

from __future__ import annotations

import pytest

from scripts.tools import where
from tests import editions as loaded


@pytest.fixture(scope="module")
def editions():
    return {language: loaded.current(language) for language in ("en", "fr")}


def test_a_figure_leads_to_its_row_what_is_computed_from_it_charts_and_lines(editions):
    said = list(where.uses(editions, "alpine-2025"))
    assert any(line.startswith("row      data/alpine_sales.csv:") for line in said)
    assert any(line.startswith("computed alpine-change-2025 ") for line in said)
    assert any(line.startswith("chart    target-150000 ") for line in said)
    for language in ("en", "fr"):
        assert any(line.startswith(f"page     docs/{language}/index.md:") and "figure alpine-2025 = 10" in line for line in said)


def test_a_claim_leads_to_its_card_its_chart_and_paragraphs_on_the_same_source(editions):
    said = list(where.uses(editions, "x14"))
    assert any(line.startswith("chart    promises ") for line in said)
    assert any(line.startswith("page     docs/fr/scorecard.md:") for line in said)
    assert any(line.startswith("perhaps  docs/en/") for line in said)


def test_wrong_words_are_told(capsys):
    assert where.main(["alpine-2052"]) == 1
    assert "'alpine-2052' is not a key; nearest: alpine-20" in capsys.readouterr().err
    assert where.main([]) == 1
    assert "make claim ID=x14" in capsys.readouterr().err
