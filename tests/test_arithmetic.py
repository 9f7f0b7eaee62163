"""Figures that we compute: the functions by hand, and each computed figure of the story against the research notes."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from scripts import paths
from scripts.facts import arithmetic as a


@pytest.mark.parametrize(
    ("function", "operands", "result"),
    [
        (a.total, ("1.1", "2.2", "3.3"), "6.6"),
        (a.total, (), "0"),
        (a.total, ("5",), "5"),
        (a.difference, ("10970", "7394"), "3576"),
        (a.difference, ("3", "5"), "-2"),
        (a.product, ("160", "300"), "48000"),
        (a.share, ("3", "12"), "25"),
        (a.times, ("150000", "10000"), "15"),
        (a.change, ("110", "100"), "10"),
        (a.change, ("40", "100"), "-60"),
        (a.undo_change, ("110", "10"), "100"),
        (a.undo_change, ("40", "-60"), "100"),
        (a.days_of_sales, ("100", "36500"), "1"),
        (a.days_of_sales, ("730", "365"), "730"),
    ],
)
def test_functions_by_hand(function, operands, result):
    assert function(*map(D, operands)) == D(result)


def test_sums_are_exact():
    assert a.total(*[D("0.1")] * 10) == D(1)


def test_how_many_operands_a_function_takes():
    assert {name: a.operands(name) for name in a.FUNCTIONS} == {
        "total": None, "difference": 2, "product": 2, "share": 2, "times": 2, "change": 2, "undo_change": 2, "days_of_sales": 2,
    }


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        ("2845.528", None, "2845.528"),
        ("2845.528", 0, "2846"),
        ("2845.528", -1, "2850"),
        ("2845.528", 1, "2845.5"),
        ("2.5", 0, "3"),
        ("3.5", 0, "4"),
        ("-2.5", 0, "-3"),
        ("0.25", 1, "0.3"),
        ("254691", -2, "254700"),
        ("49", -2, "0"),
        ("50", -2, "100"),
    ],
)
def test_rounding_is_half_up_away_from_nought(value, digits, shown):
    assert a.rounded(D(value), digits) == D(shown)


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("autonation-new-2018", 310_900),
        ("autonation-new-2023", 244_546),
        ("autonation-new-2024-q3", 63_150),
        ("autonation-new-2024-q4", 71_410),
        ("autonation-new-2024", 254_700),
        ("autonation-new-2025", 259_264),
        ("autonation-used-2024-q4", 64_800),
        ("autonation-used-2024", 265_900),
        ("autonation-lead-2021", 1_665),
        ("alpine-h1-2019", 2_850),
        ("alpine-h1-2024-estimate", 2_710),
        ("alpine-q3-2025", 2_379),
        ("alpine-q4-2025", 3_576),
        ("alpine-target-share-2025", 7),
        ("alpine-france-2020", 744),
        ("alpine-uk-2024", 315),
        ("a310-production-all", 11_616),
    ],
)
def test_figures_of_the_story_are_those_of_the_research_notes(facts, key, shown):
    assert facts.figure(key).number == shown
    assert facts.figure(key).computed


@pytest.mark.parametrize(("key", "unrounded"), [("alpine-h1-2019", 2_846), ("alpine-h1-2024-estimate", 2_711)])
def test_estimates_before_they_are_rounded_for_show(facts, key, unrounded):
    assert a.rounded(facts.figure(key).exact, 0) == unrounded


def test_the_year_2024_lies_where_the_notes_say(facts):
    assert 71_370 <= facts.figure("autonation-new-2024-q4").exact <= 71_450
    assert 254_650 <= facts.figure("autonation-new-2024").exact <= 254_730


def test_every_computed_figure_says_that_it_is_ours_in_both_languages(facts):
    for row in facts.of_kind("computed"):
        assert row.note and row.note.startswith("Our "), row.place
        assert row.word("note", "fr").startswith(("Notre ", "Nos ")), row.place


COUNTS = {
    "en": "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen",
    "fr": "zéro une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit",
}


@pytest.mark.parametrize("language", COUNTS)
def test_the_headline_of_the_scorecard_counts_its_promises(facts, language):
    """A headline says its counts in words, which no marker can: so the words are held to the rows here."""
    words = COUNTS[language].split()
    headline = next(line for line in (paths.ROOT / "docs" / language / "scorecard.md").read_text("utf-8").splitlines() if line.startswith("# "))
    said = [words.index(word) for word in headline.casefold().replace(",", " ").split() if word in words]
    assert said == [facts.figure(key).number for key in ("promises", "promises-held")]
