"""The list of names that may hold digits: what it lets through, and what is wrong in it."""

import pytest

from scripts.checks import typed_figures
from scripts.index import allowed_figures


@pytest.fixture
def allowed(tmp_path, monkeypatch):
    """Where the list of names would be."""
    monkeypatch.setattr(allowed_figures, "ALLOWED", tmp_path / "allowed.toml")
    return allowed_figures.ALLOWED


def test_a_name_outside_the_list_is_a_figure(allowed):
    allowed.write_text('[names]\n"B52" = "a band"\n', "utf-8")
    assert typed_figures.typed("The B52 and the A110.", "en") == ["A110"]


@pytest.mark.parametrize(("text", "message"), [
    ("[names\n", "is not TOML"), ('[names]\n"B52" = ""\n', "has no reason; expected: why it is a name"),
    ('[name]\n"B52" = "a band"\n', ":1: name: is not a setting; expected: names, counted"),
    ('names = ["B52"]\n', ":1: names: is ['B52']; expected: a table"),
    ('counted = "cars"\n', ":1: counted: is 'cars'; expected: a valid list"),
    ('[names]\n"A1" = "x"\n"B52" = 3\n', ":3: names.B52: is 3; expected: a valid string"),
])
def test_a_bad_list_of_names_is_told(allowed, text, message):
    allowed.write_text(text, "utf-8")
    assert message in str(allowed_figures.load().problems[0])
    assert typed_figures.typed("The B52 of 10,970 cars.", "en") == [], "and no name or figure is told as well"


def test_without_a_list_every_name_is_a_figure(allowed):
    assert not allowed_figures.load().problems and typed_figures.typed("The B52 of 2021.", "en") == ["B52"]
