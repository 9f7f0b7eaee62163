"""The rules of typography: what they find in each language, what they mend, what they leave to a person or alone."""

import pytest

from scripts.language import typography
from scripts.problems import InvalidValue

N = "\u202f"
SPACE_BEFORE = "mark without a narrow no-break space before it; expected: U+202F before ; : ! ? % and the closing quotation mark"


@pytest.mark.parametrize(
    ("language", "wrong", "right", "message"),
    [
        ("fr", "Trois mots : oui", f"Trois mots{N}: oui", SPACE_BEFORE),
        ("fr", "Trois mots: oui", f"Trois mots{N}: oui", SPACE_BEFORE),
        ("fr", "Oui\u00a0!", f"Oui{N}!", SPACE_BEFORE),
        ("fr", "Soit 7,8 % du total", f"Soit 7,8{N}% du total", SPACE_BEFORE),
        ("fr", "**Gras** : suite", f"**Gras**{N}: suite", SPACE_BEFORE),
        ("fr", "{{ a-1 }} : suite", f"{{{{ a-1 }}}}{N}: suite", SPACE_BEFORE),
        ("fr", f"«{N}mot»", f"«{N}mot{N}»", SPACE_BEFORE),
        ("fr", f"« mot{N}»", f"«{N}mot{N}»", "« without a narrow no-break space after it; expected: U+202F"),
        ("fr", "l'usine", "l’usine", "straight apostrophe; expected: ’"),
        ("fr", "d'*Autocar*", "d’*Autocar*", "straight apostrophe; expected: ’"),
        ("fr", 'Il dit "oui" et part', f"Il dit «{N}oui{N}» et part", "straight quotation mark; expected: « and »"),
        ("fr", "Il dit “oui” et part", f"Il dit «{N}oui{N}» et part",
         "inner quotation marks outside; expected: « and », with “ ” only inside them"),
        ("fr", "Et puis...", "Et puis…", "three points; expected: the sign …"),
        ("fr", "Soit 262 403 voitures", f"Soit 262{N}403 voitures", "thousands without a narrow no-break space; expected: U+202F"),
        ("fr", "Soit 1\u00a0262 403 en tout", f"Soit 1{N}262{N}403 en tout", "thousands without a narrow no-break space; expected: U+202F"),
        ("en", "Renault's plan", "Renault’s plan", "straight apostrophe; expected: ’"),
        ("en", "the dealers' plan", "the dealers’ plan", "straight apostrophe; expected: ’"),
        ("en", "in the '90s", "in the ’90s", "straight apostrophe; expected: ’"),
        ("en", "{{ a-1 }}'s plan", "{{ a-1 }}’s plan", "straight apostrophe; expected: ’"),
        ("en", "the word 'plan", "the word ‘plan", "straight single quotation mark; expected: ‘ and ’"),
        ("en", 'It said "yes" and left', "It said “yes” and left", "straight quotation mark; expected: “ and ”"),
        ("en", 'Rounded ("about"), it said', "Rounded (“about”), it said", "straight quotation mark; expected: “ and ”"),
        ("en", f"10{N}970 cars", "10 970 cars", "narrow no-break space; expected: a plain space"),
        ("en", "Three words : yes", "Three words: yes", "space before a mark; expected: none"),
        ("en", "A  gap", "A gap", "more than one space; expected: one"),
        ("en", "An end ", "An end", "space at the end of a line; expected: none"),
        ("en", "A comma , too", "A comma, too", "space before a comma or full stop; expected: none"),
    ],
)
def test_mechanical_breaches_are_found_and_mended(language, wrong, right, message):
    assert message in {str(InvalidValue(wrong, expected)) for wrong, expected, _ in typography.breaches(wrong, language)}
    assert typography.fix_line(wrong, language) == right
    assert typography.breaches(right, language) == []
    assert typography.fix_line(right, language) == right


@pytest.mark.parametrize(
    ("language", "text", "message"),
    [
        ("fr", "Le mot 'plan", "straight single quotation mark; expected: « and »"),
        ("fr", 'Un seul " ici', "straight quotation mark; expected: « and »"),
        ("en", "The word « plan », he said", "quotation marks of another language; expected: “ and ”"),
    ],
)
def test_what_a_person_has_to_mend_is_found_and_left(language, text, message):
    assert message in {str(InvalidValue(wrong, expected)) for wrong, expected, _ in typography.breaches(text, language)}
    assert typography.fix_line(text, language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "{{ date: ev-1 }} à 20:30, voir https://example.org/a?b=c;d:e et [ici](a.md#b \"titre : x\")."),
        ("fr", "`code : 'x' ?` et ``un ` : deux``"),
        ("fr", f"«{N}Il a dit “oui”{N}», puis (?) et [?]."),
        ("fr", f"Quoi{N}?! Un tableau en % de la valeur."),
        ("fr", "## Titre {#an-id}"),
        ("fr", "- Un point\n  suite"),
        ("fr", "En 2025, 18 janvier 2023, A110 500, 12 h 30."),
        ("fr", f"{{old}}{N}: suite<br>fin"),
        ("en", "The ’90s: “yes”, he said; at 20:30, 7.8%, rock ’n’ roll…"),
        ("en", "[a](b.md \"Title\") and `it's` and https://example.org/it's"),
        ("en", "| a  | table   |"),
    ],
)
def test_what_is_right_is_left_alone(language, text):
    for line in text.split("\n"):
        assert typography.breaches(line, language) == []
        assert typography.fix_line(line, language) == line


def test_a_text_that_is_too_long_ends_after_a_word():
    assert typography.shortened("word " * 80) == "word " * 49 + "…"
    assert typography.shortened("262\u202f403 cars", 9) == "262\u202f403 …", "and no number is cut"
    assert typography.shortened("a whole text") == "a whole text"
