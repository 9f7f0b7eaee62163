"""Sources' own words: a bad sample for each rule, and the forms that numbers take in other languages."""

import re
from decimal import Decimal as D
from types import SimpleNamespace

import pytest

from scripts.checks import quotes
from scripts.drawing.rows import Row
from scripts.facts import dataset
from scripts.index import markdown_pages
from scripts.problems import Location
from scripts.project import Project
from tests import sample_data

CLAIM = {
    "key": "q-claim", "proves": "x01;us-launch",
    "words": "the Comet was shown in June", "words_fr": "la Comet a été montrée en juin",
}


@pytest.fixture
def folder(folder):
    sample_data.add(folder, "quotes", **CLAIM)
    return folder


def problems_of(folder, pages=None, charts=()):
    facts, problems = dataset.read_dataset(folder)
    project = Project(facts, pages or {}, editions={"en": SimpleNamespace(all_charts=charts)})
    problems += [*quotes.check(project), *quotes.check_first_met(project)]
    return sample_data.fields(sorted(problems))


def test_a_sound_folder_has_no_problem(folder):
    assert problems_of(folder) == []


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        ({"words": " ".join(["Comet"] * 25 + ["10,970"])}, "words", "has 26 words; expected: at most 25"),
        ({"proves": "comet-2052"}, "proves",
         "'comet-2052' is not a key of figures, events, catalogues, statuses or claims; expected: ev-2024-06-13-comet-shown, "),
        ({"words": "the Comet sold 10,971 times"}, "words",
         "has no number that equals 10970 (comet-2025); expected: the passage that states it"),
        ({"words": "the Comet sold well"}, "words", "has no number that equals 10970"),
        ({"proves": "x01"}, "words", "has numbers (10.970) of which none stands in x01"),
        ({"proves": "comet-total-2025"}, "proves",
         "'comet-total-2025' is computed; expected: the keys that it is computed from, comet-2024, comet-2025"),
        ({"words_fr": ""}, "words_fr", "is empty and the words are in 'de'; expected: our translation"),
        ({"words_en": "the Comet sold 10,971 times"}, "words_en",
         "has no number that equals 10.970, which stands in words; expected: the same number"),
        ({"words_fr": "la Comet s’est bien vendue"}, "words_fr", "has no number that equals 10.970, which stands in words"),
        ({"language": "en"}, "words_en", "translates nothing"),
        ({"seen": ""}, "seen", "is empty: words and seen go together"),
        ({"words": "", "words_en": "", "words_fr": "", "seen": "", "note_en": "", "note_fr": ""}, "note_en",
         "is empty and the words were not seen"),
        ({"seen": "2020-01-01"}, "seen", "'2020-01-01' is before gazette-2026-01-20 was published"),
    ],
)
def test_a_bad_quote_is_named_by_line_and_remedy(folder, cells, column, message):
    sample_data.change(folder, "quotes", 2, **cells)
    problems = [(line, where, text) for file, line, where, text in problems_of(folder) if file == "quotes.csv"]
    assert any(line == 2 and where == column and message in text for line, where, text in problems), problems


@pytest.mark.parametrize(
    ("language", "words", "into", "translation", "missing"),
    [
        ("de", "3.546 Einheiten", "en", "3,546 units", []), ("fr", "1\u202f750 exemplaires", "en", "1,751 cars", ["1\u202f750"]),
        ("fr", "25,8 milliards", "en", "25.8 billion", []), ("en", "$1.5 million", "fr", "1\u202f500\u202f000 dollars", []),
        ("en", "7.8 years", "fr", "78 ans", ["7.8"]), ("fr", "7 modèles", "en", "seven models", []),
        ("en", "as of August 1", "fr", "à compter du 1ᵉʳ août", []),
        ("en", "2027 or 2028", "fr", "en 2027", ["2028"]), ("de", "die A110 und die F1", "en", "the cars", []),
    ],
)
def test_each_number_stands_in_the_translation_too(language, words, into, translation, missing):
    assert list(quotes.untranslated_numbers(words, language, translation, into)) == missing


def test_a_source_that_the_row_does_not_name_is_refused(folder):
    sample_data.add(folder, "sources", id="herald-2026", url="https://example.com/b")
    sample_data.change(folder, "quotes", 2, source_id="herald-2026")
    assert [text.split(" (")[0] for _, _, column, text in problems_of(folder) if column == "proves"] == [
        "'herald-2026' is not a source of comet-2025"
    ]


def test_a_claim_or_status_without_quote_is_refused(folder):
    sample_data.change(folder, "quotes", 3, proves="")
    assert [(file, column) for file, _, column, _ in problems_of(folder)] == [("quotes.csv", "proves")] * 2
    assert [lacking(text) for *_, text in problems_of(folder)] == [
        ("us-launch", "status.csv:2", "key"),
        ("x01", "claims.csv:2", "claim_id"),
    ]


def lacking(text):
    """Key, place and column of a message that nothing proves what is shown there."""
    return re.fullmatch(
        r"no row proves '(.+)', which stands in (?:.*/)?(.+): (.+); "
        r"expected: a row with the source’s own words \(or, not seen, with a note that says why\)",
        text,
    ).groups()


def page(tmp_path, text):
    path = tmp_path / "docs" / "en" / "a.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"---\ntitle: A\ndescription: B\n---\n\n# Head\n\n{text}\n", "utf-8")
    return {"en": {"a": markdown_pages.read(path, "en", path.parent)}}


def test_a_figure_at_the_head_of_a_page_needs_one(folder, tmp_path):
    text = (
        "Sold {{ comet-total-2025 }}.\n{ .standfirst }\n\n"
        "## In short {#in-short}\n\n- {{ comet-2025 }}\n\nLater {{ wheelhouse-new-2025 }}."
    )
    assert [lacking(text) for *_, text in problems_of(folder, page(tmp_path, text))] == [
        ("comet-2024", "a.md:8", "marker"),
        ("wheelhouse-new-2025", "a.md:15", "marker"),
    ]


def test_a_figure_behind_the_title_of_a_chart_needs_one(folder):
    def chart(**behind):
        return SimpleNamespace(
            language="en",
            definition=SimpleNamespace(place_of=lambda *keys: Location("scripts/charts/a.toml", 9, ".".join(keys))),
            rows_behind=lambda text: behind.get(text, []),
        )

    facts, _ = dataset.read_dataset(folder)
    stated, computed = (Row.of(facts.figures[key]) for key in ("comet-2025", "comet-total-2025"))
    assert problems_of(folder, charts=[chart(title=[stated, Row.gap()])]) == []
    assert problems_of(folder, charts=[chart(takeaway=[computed])]) == [
        (
            "quotes.csv",
            0,
            "proves",
            "no row proves 'comet-2024', which stands in scripts/charts/a.toml:9: en.takeaway; "
            "expected: a row with the source’s own words (or, not seen, with a note that says why)",
        )
    ]


@pytest.mark.parametrize("words", ["the Comet was never shown", "*la Comet* qui ne vient pas"])
def test_words_quoted_by_hand_are_refused(folder, tmp_path, words):
    problems = [
        (line, column, text)
        for file, line, column, text in problems_of(folder, page(tmp_path, f"They said: “{words}”."))
        if file == "a.md"
    ]
    assert problems == [
        (
            8,
            "quotation",
            f"{words!r} is quoted by hand; expected: {{{{ quote: key }}}} of a row in quotes.csv, or no quotation marks",
        )
    ]


@pytest.mark.parametrize("words", ["{quote},", "{part}", "{title}", "so-called comet", "`“in a row of code”`"])
def test_words_of_a_quote_a_title_a_label_and_a_word_or_two_are_not(folder, tmp_path, words):
    sample_data.change(folder, "quotes", 3, words_en="The Comet was shown in June")
    facts, _ = dataset.read_dataset(folder)
    words = words.format(
        quote="The Comet was shown in June",
        part="comet was\u00a0shown in",
        title=next(iter(facts.sources.values())).title,
    )
    assert problems_of(folder, page(tmp_path, f"“{words}” it was.")) == []


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "262,403 new vehicles", "262403"), ("fr", "262 403 véhicules", "262403"),
        ("fr", "262\u202f403 véhicules", "262403"), ("de", "3.546 Einheiten", "3546"),
        ("en", "7.8%", "7.8"), ("fr", "7,8 %", "7.8"), ("en", "$25.8 billion", "25800000000"), ("en", "$25.8 bn", "25800000000"),
        ("fr", "25,8 milliards", "25800000000"), ("de", "2,3 Milliarden", "2300000000"), ("it", "15 milioni", "15000000"),
        ("it", "1.275.714", "1275714"),
        ("fr", "La 20 000e voiture", "20000"), ("en", "its 1st year", "1"), ("fr", "au 3ème rang", "3"),
        ("en", "2025, 10 970 cars", "10970"),
    ],
)
def test_numbers_are_read_in_the_forms_of_each_language(language, text, number):
    assert D(number) in quotes.numbers(text, language)


def test_numbers_in_words_are_those_of_the_language():
    assert quotes.numbers_in_words("Sept modèles, one car", "fr") == {D(7)}
