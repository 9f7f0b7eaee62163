"""Figures and dates in the form of each edition. In French a narrow no-break space (U+202F) holds figures together."""

import datetime as dt
import re
from decimal import Decimal as D

import pytest

from scripts.facts.cells import PartialDate
from scripts.language import locales
from scripts.language.formatter import Formatter
from tests import editions


@pytest.mark.parametrize(
    ("value", "unit", "english", "french"),
    [
        ("262403", "vehicles", "262,403", "262\u202f403"),
        ("0", "cars", "0", "0"),
        ("7.8", "percent", "7.8%", "7,8\u202f%"),
        ("-60", "percent", "\u221260%", "\u221260\u202f%"),
        ("25800", "usd_million", "$25.8 billion", "25,8 milliards de dollars"),
        ("26948.9", "usd_million", "$26.95 billion", "26,95 milliards de dollars"),
        ("2000", "eur_million", "\u20ac2 billion", "2 milliards d\u2019euros"),
        ("1000", "eur_million", "\u20ac1 billion", "1 milliard d\u2019euros"),
        ("338", "eur_million", "\u20ac338 million", "338 millions d\u2019euros"),
        ("7500", "usd", "$7,500", "7\u202f500\u202fdollars"),
        ("7.50", "usd", "$7.50", "7,50\u202fdollars"),
        ("-0.125", "usd", "\u2212$0.125", "\u22120,125\u202fdollars"),
        ("999999999", "usd", "$1 billion", "1 milliard de dollars"),
        ("-2", "million_vehicles", "\u22122 million", "\u22122 millions"),
        ("0.8", "million_vehicles", "800,000", "800\u202f000"),
        ("1.276", "million_vehicles", "1.276 million", "1,276 million"),
        ("80", "kg", "80\u202fkg", "80\u202fkg"),
        ("1000", "hp", "1,000\u202fbhp", "1\u202f000\u202fch"),
        ("1.5", "points", "1.5 points", "1,5 point"),
        ("1996", "year", "1996", "1996"),
        ("4.2", "times", "4.2", "4,2"),
    ],
)
def test_figures_take_the_form_of_their_unit(value, unit, english, french):
    assert [editions.current(language).fmt.amount(D(value), unit) for language in ("en", "fr")] == [english, french]


def test_a_currency_that_the_main_language_declares_is_money(monkeypatch):
    monkeypatch.setattr(locales, "currencies", lambda: ("sek",))
    assert [Formatter("en", ()).amount(D("150"), unit) for unit in ("sek", "sek_million")] == ["150\u202fSEK", "150 million\u202fSEK"]


def test_decimals_are_kept_as_asked():
    assert Formatter("en", ()).number(D("7.0")) == "7"
    assert Formatter("fr", ()).number(D("7"), 1) == "7,0"
    assert Formatter("en", ()).percent(D("7.3"), 0) == "7%"
    assert Formatter("fr", ()).number(1234567.5) == "1\u202f234\u202f567,5"


@pytest.mark.parametrize(
    ("date", "english", "french"),
    [
        ("2025-08-01", "1 August 2025", "1ᵉʳ ao\u00fbt 2025"),
        ("2023-02-16", "16 February 2023", "16 f\u00e9vrier 2023"),
        ("2026-03", "March 2026", "mars 2026"),
        ("2029", "2029", "2029"),
    ],
)
def test_dates_are_said_as_exactly_as_they_are_known(date, english, french):
    for given in (date, PartialDate(date)):
        assert Formatter("en", ()).date(given) == english
        assert Formatter("fr", ()).date(given) == french


@pytest.mark.parametrize(
    ("language", "day", "month", "short", "name"),
    [
        ("en", "16 February", "February 2023", "Feb 2023", "Feb"),
        ("fr", "16 f\u00e9vrier", "f\u00e9vrier 2023", "f\u00e9vr. 2023", "f\u00e9vr."),
        ("hu", "febru\u00e1r 16.", "2023. febru\u00e1r", "2023. febr.", "febr."),
    ],
)
def test_parts_of_a_date_are_right_where_the_year_comes_first_too(language, day, month, short, name):
    fmt, date = Formatter(language, ()), dt.date(2023, 2, 16)
    assert [fmt.day_of_year(date), fmt.month(date)] == [day, month]
    assert [fmt.month(date, short=True), fmt.month_name(date, short=True)] == [short, name]
    assert fmt.month(PartialDate("2023")) == "2023"


def test_the_first_of_a_month_has_its_sign_without_its_year_too():
    assert Formatter("fr", ()).day_of_year(PartialDate("2025-08-01")) == "1\u1d49\u02b3 ao\u00fbt"


def test_short_dates_and_days_of_the_calendar():
    assert Formatter("en", ()).date("2023-02-16", short=True) == "16 Feb 2023"
    assert Formatter("fr", ()).date("2023-02-16", short=True) == "16 f\u00e9vr. 2023"
    assert Formatter("fr", ()).date(dt.date(2025, 8, 1)) == "1ᵉʳ ao\u00fbt 2025"


@pytest.mark.parametrize(
    ("term", "english", "french"),
    [("2030", "2030", "2030"), ("2026-12", "December 2026", "d\u00e9cembre 2026"), ("2027 and 2028", "2027 and 2028", "2027 et 2028")],
)
def test_promised_terms(facts, term, english, french):
    words = facts.of_kind("words")
    assert Formatter("en", words).term(term) == english
    assert Formatter("fr", words).term(term) == french


@pytest.mark.parametrize(
    ("first", "last", "english", "french"),
    [
        ("2023-05-03", "2023-05-09", "3–", "3–"), ("2024-07-01", "2024-07-09", "1–", "1\u1d49\u02b3–"),
        ("2023-05-03", "2024-05-09", "3 May 2023 – ", "3 mai 2023 – "),
        ("1982-06", "1987-06", "June 1982 – ", "juin 1982 – "), ("2023-05", "2023-05-09", "May 2023 – ", "mai 2023 – "),
    ],
)
def test_a_period_names_its_month_once(first, last, english, french):
    assert Formatter("en", ()).period_prefix(PartialDate(first), PartialDate(last)) == english
    assert Formatter("fr", ()).period_prefix(PartialDate(first), PartialDate(last)) == french


@pytest.fixture
def says(facts):
    return {language: Formatter(language, facts.of_kind("words")) for language in ("en", "fr")}


def test_entries_on_one_line_are_parted_as_the_language_sets_the_mark(says):
    assert (says["en"].semicolon, says["fr"].semicolon) == ("; ", "\u202f; ")


PERIODS = [
    ("FY", "2025", "2025"), ("H1", "first half of 2025", "premier semestre 2025"),
    ("Q3", "third quarter of 2025", "troisième trimestre 2025"), ("9M", "January to September 2025", "de janvier à septembre 2025"),
    ("M1-M7", "January to July 2025", "de janvier à juillet 2025"), ("2024-05", "May 2024", "mai 2024"), ("2018", "2018", "2018"),
    ("lifetime", "whole run, to 2025", "toute la période, jusqu’en 2025"),
]


@pytest.mark.parametrize(("period", "english", "french"), PERIODS)
def test_the_part_of_a_year_is_said_in_words(says, period, english, french):
    assert (says["en"].period(period, 2025), says["fr"].period(period, 2025)) == (english, french)


def test_every_period_of_the_data_has_words(facts, says):
    for row in (row for row in facts.of_kind("figures") if row.holding("period")):
        for fmt in says.values():
            assert not re.search(r"\b(FY|H\d|Q\d|\d+M|YTD)\b", fmt.period(row.period, row.in_year)), row.place


def test_quotation_marks_inside_others_become_the_inner_ones(says):
    assert says["fr"].quoted("au «\u202fputter\u202f», dit-il") == "«\u202fau “putter”, dit-il\u202f»"
    assert says["en"].quoted("a “disaster”") == "“a ‘disaster’”"


@pytest.mark.parametrize(("language", "number", "expected"), [
    ("fr", 9, "neuf"), ("fr", 12, "douze"), ("en", 0, "zero"), ("fr", 13, "13"), ("sv", 1, "1"), ("en", -1, "\u22121"),
])
def test_a_small_number_is_written_as_a_word_and_not_as_the_pattern_that_reads_it(language, number, expected):
    assert Formatter(language, ()).count(number) == expected
