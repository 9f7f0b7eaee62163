"""Numbers in words in headlines and titles: each that no longer says what the rows say is told with its line and what to write."""

from types import SimpleNamespace

import pytest

from scripts.checks import number_words
from scripts.index import markdown_pages
from scripts.problems import Location

NUMBERS = {"promises": 16, "kept": 2, "left": 1, "pace": 7.8}
FACTS = SimpleNamespace(figures={key: SimpleNamespace(number=number) for key, number in NUMBERS.items()})


def problems_of(tmp_path, headline, named, language="en"):
    """What is wrong with a page that has this headline and names these figures."""
    (tmp_path / "x.md").write_text(f"---\ntitle: X\ncounts: {named}\n---\n\n# {headline}\n", "utf-8")
    page = markdown_pages.read(tmp_path / "x.md", language, tmp_path)
    project = SimpleNamespace(all_pages=[page], facts=FACTS, all_charts=[])
    return [(problem.line, problem.column, problem.message) for problem in number_words.check(project)]


@pytest.mark.parametrize(("headline", "named", "language"), [
    ("Sixteen promises: two kept, one left", "promises, kept, left", "en"), ("Seize promesses, deux tenues", "promises, kept", "fr"),
    ("Ten years on", "10", "en"), ("Du neuf", "", "fr"), ("One of a two-seater’s kind", "", "en"),
])
def test_what_the_rows_say_passes(tmp_path, headline, named, language):
    assert problems_of(tmp_path, headline, named, language) == []


@pytest.mark.parametrize(("headline", "named", "language", "message"), [
    ("Fifteen promises: two kept", "promises, kept", "en",
     "says Fifteen, two where data/ gives 16 (promises), 2 (kept); expected: these numbers in words"),
    ("Seize promesses, trois tenues", "promises, kept", "fr", "says Seize, trois where data/ gives 16 (promises), 2 (kept)"),
    ("Promises kept", "kept", "en", "says no number where data/ gives 2 (kept)"),
    ("Fifteen promises", "", "en",
     "says Fifteen, and nothing holds that to the rows; expected: `counts` in this file, a name for each of them"),
    ("Deux ou neuf", "kept", "fr", "says Deux, neuf where data/ gives 2 (kept)"),
    ("Two kept", "kepd", "en",
     "'kepd' is not the name of a whole number here; expected: promises, kept, left, nearest: kept; or a number that counts nothing"),
    ("Eight a day", "pace", "en", "'pace' is not the name of a whole number here"),
])
def test_what_they_do_not_say_is_told(tmp_path, headline, named, language, message):
    (line, what, words), = problems_of(tmp_path, headline, named, language)
    assert (line, what) == (6, "headline") and words.startswith(message), words


@pytest.mark.parametrize(("says", "message"), [
    ({"came": 3}, None),
    ({"came": 2}, "x.toml: title_says came: says 2, but the rows give '3'; expected: titles that say so, then '3' here"),
    ({}, "x.toml: en title: says Three, and nothing holds that to the rows; expected: `title_says` in this file"),
])
def test_a_charts_title_is_held_to_what_its_rows_give(says, message):
    settings = SimpleNamespace(title_says=says)
    chart = SimpleNamespace(
        language="en",
        definition=SimpleNamespace(settings=settings, place_of=lambda *keys: Location("x.toml", column=" ".join(keys))),
        fmt=SimpleNamespace(texts={"title": "Three came of {in_words}"}, filled={"{came}": "3"}.get),
    )
    problems = list(number_words.check(SimpleNamespace(all_pages=[], facts=FACTS, all_charts=[chart])))
    assert str(problems[0]).startswith(message) if message else not problems
