"""Figures typed by hand: what is one in each language, and what is a date, a name or an address."""

import pytest

from scripts.checks import typed_figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On 16 February 2023, by 31 July, from 2018 to 2025, in mid-2024, as of March 2026, in the 1st, 2nd and 21st place."),
        ("fr", "Le 1er août 2025, le 9 mai, de 2018 à 2025, au 2e rang, la 21e place, la 1re fois."),
        ("en", "The A110, two A110s, an A390, F1 and the 24 Hours, a 2+2, under CC BY 4.0."),
        ("fr", "L’A290, la Formule 1, les 24 Heures."),
        ("en", "It had {{ alpine-2025 }} cars.{{ cite: a-2023-01; b-9 }} See [this](numbers.md#h2-2025) or https://example.com/2023/5."),
        ("en", '![View](pictures/a.png){ width="400" height="300" }'),
        ("en", "## Years 2018 {#years-12}"),
        ("en", 'An A110&#8239;: <td colspan="2">&#x202f;x</td>'),
        ("en", "1. The first of a list, then ten thousand."),
        ("en", "In the first half of 2025 Europe led."),
    ],
)
def test_what_may_be_typed_by_hand(language, text):
    assert typed_figures.typed(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "It sold 262,403 cars in 2021.", ["262,403 cars"]),
        ("en", "It sold 2,025 in all, or 7.8 and 5.", ["2,025", "7.8", "5"]),
        ("fr", "Soit 262 403 voitures et 150\u202f000 autres.", ["262 403 voitures", "150\u202f000"]),
        ("en", "It built 2023 cars, on page 2041, in 1899.", ["2023 cars", "2041", "1899"]),
        ("en", "A rise of 7%, or $25 and €338 million, or $2025.", ["7%", "$25", "€338", "$2025"]),
        ("fr", "Une hausse de 7,8\u202f% pour 25 millions.", ["7,8\u202f%", "25 millions"]),
        ("en", "A rise of ten per cent, for two million dollars.", ["ten per cent", "two million dollars"]),
        ("fr", "Vingt pour cent, dix millions d’euros.", ["Vingt pour cent", "dix millions d’euros"]),
        ("en", "Thirteen per cent, ninety thousand dollars.", ["Thirteen per cent", "ninety thousand dollars"]),
        ("fr", "Seize pour cent, un million d’euros, dix-neuf mille dollars.",
         ["Seize pour cent", "un million d’euros", "dix-neuf mille dollars"]),
        ("en", "It was {{ share }}% for $ {{ amount }}.", ["{{ share }}%", "$ {{ amount }}"]),
        ("en", "The A1100 of H1, and 35 May 2024.", ["A1100", "H1", "35"]),
        ("en", "Version 4.0 of it; 24 cars.", ["4.0", "24 cars"]),
    ],
)
def test_what_may_not(language, text, figures):
    assert sorted(typed_figures.typed(text, language)) == sorted(figures)
