"""`make claim ID=...`: every place that a changed row touches is named, and a wrong key with the nearest ones."""

import re

from scripts.tools import __main__ as tools
from scripts.tools import where
from tests.editions import everything


def test_a_figure_leads_to_its_row_what_is_computed_from_it_charts_and_lines():
    lines = list(map(str, where.find(everything(), "alpine-2025")))
    assert any(line.startswith("row      data/alpine_sales.csv:") for line in lines)
    assert any(line.startswith("computed alpine-change-2025 ") for line in lines)
    assert any(line.startswith("chart    target-150000 ") for line in lines)
    for language in ("en", "fr"):
        assert any(line.startswith(f"page     docs/{language}/index.md:") and "figure alpine-2025 = 10" in line for line in lines)


def test_a_claim_leads_to_its_card_its_chart_and_paragraphs_on_the_same_source():
    lines = list(map(str, where.find(everything(), "x14")))
    assert any(line.startswith("chart    promises ") for line in lines)
    assert any(line.startswith("page     docs/fr/scorecard.md:") for line in lines)
    assert any(line.startswith("perhaps  docs/en/") for line in lines)
    assert any(line.startswith("named    data/like_claims.toml:") for line in lines)
    assert any(line.startswith("named    data/quotes.csv:") and line.endswith("q-krief-canada-2029") for line in lines)
    assert any(
        line.startswith("perhaps  data/events.csv:")
        and "ev-2029-planned-launch-in-canada rests on the same source" in line
        for line in lines
    )
    assert any(line.startswith("perhaps  data/claims.csv:") and "  x02 rests on" in line for line in lines)
    assert "perhaps  docs/digest/fr/scorecard.md  what newsletters take from that page" in lines


def test_claims_that_type_a_figure_and_digests_are_named_too():
    lines = list(map(str, where.find(everything(), "alpine-2025")))
    assert [line.split()[-1] for line in lines if line.startswith("named    data/claims.csv:")] == ["s06", "x01"]
    assert not [line for line in lines if line.startswith("perhaps  docs/digest")]
    assert any(line.startswith("page     docs/digest/en/scorecard.md:") for line in map(str, where.find(everything(), "promises-open")))


def test_what_the_words_mean_comes_first_and_what_is_only_perhaps_touched_last(capsys, monkeypatch):
    monkeypatch.setattr(where, "load_editions", everything)
    assert tools.main(["where", "x14"]) == 0
    legend, *lines = capsys.readouterr().out.partition("\n\n")[0].splitlines()
    assert legend == where.LEGEND and sorted(lines) == sorted(map(str, where.find(everything(), "x14")))
    kinds = [line.split()[0] for line in lines]
    assert kinds.index("perhaps") == len(kinds) - kinds.count("perhaps") and {"row", "page", "named"} <= set(kinds)


def test_wrong_words_are_told(capsys):
    assert tools.main(["where", "alpine-2052"]) == 1
    assert re.search("'alpine-2052' is not a key of data/; expected: one of .*, nearest: alpine-20", capsys.readouterr().err)
