"""Languages declared once: what a declaration may hold, and what follows from it."""

from __future__ import annotations

import pytest

from scripts import paths
from scripts.checks import typography
from scripts.language import forms, locales


def said(tmp_path, text: str) -> list[str]:
    path = tmp_path / "languages.toml"
    path.write_text(text, "utf-8")
    return [f"{problem.line}: {problem.column}: {problem.message}" for problem in locales.problems(path)]


def test_the_declaration_of_the_site_is_sound():
    assert locales.problems() == []
    assert [locales.of(language).own_name for language in paths.LANGUAGES] == ["English", "Français"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[en]\nstate = "published"\n\n[xx]\nstate = "draft"\n', ["4: xx: 'xx' is no language that CLDR knows; expected: a code of ISO 639 such as en, fr or de, in lower case"]),
        ('[en]\nstate = "live"\n', ["1: en: state is 'live'; input should be 'published' or 'draft'"]),
        ('[en]\nstate = "published"\nquote = "“"\n', ["1: en: 'quote' is not a setting; expected: state, "]),
        ('[en]\nstate = "published"\nlocale = "qq_QQ"\n', ["1: en: 'qq_QQ' is no language that CLDR knows"]),
        ("[en]\n", ["1: en: 'state' is missing"]),
        ('en = "published"\n', ["1: en: stands outside a [code]"]),
        ("[en\n", ["1: : is not TOML"]),
        ('[en]\nstate = "draft"\n', ["0: : publishes no language"]),
    ],
)
def test_a_wrong_declaration_is_told_with_its_line(tmp_path, text, expected):
    found = said(tmp_path, text)
    assert len(found) == len(expected) and all(one.startswith(start) for one, start in zip(found, expected, strict=True)), found


GERMAN = {"state": "draft", "code": "de", "quotes": ("„", "“", "‚", "‘"), "money": {"usd": "{} Dollar"}, "points": {"one": "Punkt", "other": "Punkte"}}


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
        ("262403", "cars", "262.403"), ("7.8", "percent", "7,8\u202f%"), ("25800", "usd_million", "25,8 Milliarden Dollar"), ("1000", "usd_million", "1 Milliarde Dollar"),
        ("1.5", "points", "1,5 Punkte"), ("1", "points", "1 Punkt"), ("338", "eur_million", "338 Millionen\u202fEUR"),
    ],
)
def test_a_new_language_has_its_forms_from_its_declaration(german, value, unit, expected):
    assert forms.figure(forms.Decimal(value), unit, "de") == expected


def test_dates_of_a_new_language(german):
    assert [forms.date(day, "de") for day in ("2026-03-10", "2026-03", "2026")] == ["10. März 2026", "März 2026", "2026"]
    assert forms.date("2026-02-10", "de", short=True) == "10. Feb. 2026"


def test_typography_of_a_new_language(german):
    assert typography.fix_line('Er sagte "ja" und ging .', "de") == "Er sagte „ja“ und ging."
    assert [message for message, _ in typography.breaches("Das «Ziel» lautet : 7,8 %", "de")] == ["quotation marks of another language; expected: „ and “"] * 2 + ["space before a mark; expected: none"]
