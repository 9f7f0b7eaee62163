"""Of this story: the checks of single pages: each bad sample is caught with its line, and the real pages pass."""

import pytest

from scripts import check, paths
from scripts.checks import typed_figures
from scripts.index import markdown_pages
from scripts.project import Project
from tests.sample_page import GOOD


def test_problems_name_the_file_as_people_know_it(monkeypatch, tmp_path, sample_facts):
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    (tmp_path / "docs" / "en").mkdir(parents=True)
    (tmp_path / "docs" / "en" / "numbers.md").write_text(
        GOOD.replace("{{ comet-2025 }}", "10,970").replace("(other.md#there)", "(#first)"), "utf-8"
    )
    problems = check.check_pages(Project(sample_facts, {"en": markdown_pages.read_folder(tmp_path / "docs", "en")}))
    assert [str(problem) for problem in problems] == [
        "docs/en/numbers.md:8: figure: '10,970 cars' is typed by hand; "
        "expected: a marker such as {{ key }} of a row in data/, or a name in data/allowed_figures.toml",
    ]


def test_an_unknown_block_names_those_that_exist(page_problems):
    (line, column, message), = page_problems(GOOD.replace("/// chart | first-chart", "/// chrat | first-chart"))
    assert (line, column) == (21, "/// chrat | first-chart")
    assert message.startswith("'chrat' is not a block; expected: chart, chart-page, ")


def test_a_line_of_slashes_that_is_no_block_is_told(page_problems):
    problems = page_problems(GOOD.replace("/// chart | first-chart\n///", "/// Chart first-chart\n///"))
    assert [(line, column) for line, column, _ in problems] == [(21, "/// Chart first-chart"), (22, "///")]
    assert problems[0][2].startswith("opens no block and closes none; expected: `/// name`, then `///`, with name one of chart, ")


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
