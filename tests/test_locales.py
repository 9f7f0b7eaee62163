"""Languages declared once: what a declaration may hold, and what follows from it."""

from decimal import Decimal

import pytest

from scripts import paths
from scripts.checks import quotes
from scripts.language import locales, typography
from scripts.language.formatter import Formatter
from scripts.problems import InvalidValue


def messages(tmp_path, text: str) -> list[str]:
    path = tmp_path / "languages.toml"
    path.write_text(text, "utf-8")
    return [f"{problem.line}: {problem.column}: {problem.message}" for problem in locales.problems(path)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[en]\nstate = "published"\n\n[xx]\nstate = "draft"\n',
         ["4: xx.locale: 'xx' is no language that CLDR knows; expected: a code of ISO 639 such as en, fr or de, in lower case"]),
        ('[en]\nstate = "live"\n', ["2: en.state: is 'live'; expected: published, draft"]),
        ('[en]\nstate = "published"\nquote = "“"\n', ["3: en.quote: is not a setting; expected: state, "]),
        ('[en]\nstate = "published"\nlocale = "qq_QQ"\n', ["3: en.locale: 'qq_QQ' is no language that CLDR knows"]),
        ("[en]\n", ["1: en.state: is missing"]),
        ('en = "published"\n', ["1: en: stands outside a [table]; expected: a [table] with state, locale, "]),
        ("[en\n", ["1: : is not TOML"]),
        ("", ["0: : does not begin with a published language"]),
        ('[en]\nstate = "draft"\n', ["1: en: does not begin with a published language"]),
    ],
)
def test_a_wrong_declaration_is_told_with_its_line(tmp_path, text, expected):
    problems = messages(tmp_path, text)
    assert len(problems) == len(expected), problems
    assert all(problem.startswith(start) for problem, start in zip(problems, expected, strict=True)), problems


GERMAN = {
    "state": "draft",
    "locale": "de",
    "quotes": ("„", "“", "‚", "‘"),
    "money": {"usd": "{} Dollar"},
    "points": {"one": "Punkt", "other": "Punkte"},
}


@pytest.fixture
def german(monkeypatch):
    """A language that is only declared: everything else of it is CLDR's."""
    known = locales._languages() | {"de": locales.Language(**GERMAN)}
    monkeypatch.setattr(locales, "_languages", lambda: known)
    typography.rules.cache_clear()
    yield
    typography.rules.cache_clear()


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("262403", "cars", "262.403"), ("7.8", "percent", "7,8\u202f%"), ("25800", "usd_million", "25,8 Milliarden Dollar"),
        ("1000", "usd_million", "1 Milliarde Dollar"),
        ("1.5", "points", "1,5 Punkte"), ("1", "points", "1 Punkt"), ("338", "eur_million", "338 Millionen\u202fEUR"),
    ],
)
def test_a_new_language_has_its_forms_from_its_declaration(german, value, unit, expected):
    assert Formatter("de", ()).amount(Decimal(value), unit) == expected


def test_dates_of_a_new_language(german):
    assert [Formatter("de", ()).date(day) for day in ("2026-03-10", "2026-03", "2026")] == ["10. März 2026", "März 2026", "2026"]
    assert Formatter("de", ()).date("2026-02-10", short=True) == "10. Feb. 2026"


def test_typography_of_a_new_language(german):
    assert typography.fix_line('Er sagte "ja" und ging .', "de") == "Er sagte „ja“ und ging."
    breaches = typography.breaches("Das «Ziel» lautet : 7,8 %", "de")
    assert [str(InvalidValue(wrong, expected)) for wrong, expected, _ in breaches] == [
        "quotation marks of another language; expected: „ and “",
        "quotation marks of another language; expected: „ and “",
        "space before a mark; expected: none",
    ]


@pytest.mark.parametrize("code", paths.ALL_LANGUAGES)
def test_a_number_as_it_is_written_is_read_as_the_same_number(code):
    language = locales.language(code)
    for number, word in enumerate(language.number_names):
        assert quotes.numbers_in_words(word, code) == {Decimal(number)}, word
