"""The word list: looking words up, and the check that holds it against the code that asks for them."""

import pytest

from scripts import paths
from scripts.checks import words
from scripts.facts.facts import Facts
from scripts.facts.reader import Table
from scripts.facts.records import WordRow
from scripts.language.formatter import Formatter
from tests import editions

CODE = """
def render(say, row, wide):
    say.word("page.next")
    say.word("page.more", n="3")
    say.word("mark.wide" if wide else "mark.narrow")
    say.word(f"event.{row.status}")
    sign = ("mark.low", 1)
    return row.text_in("title", say.language), say.word(sign[0])
"""
TEMPLATE = (
    '{{ say.word("page.title") }} {{ say("page.on", date=say.date(1)) }} '
    '{{ say.word("us." ~ row.us) }} {{ row.text_in("note", say.language) }}\n'
)
STATES = ("done", "announced", "delayed", "paused", "cancelled", "unconfirmed")
LISTED = {
    "page.next": ("Next", "Suivant"), "page.more": ("and {n} more", "et {n} autres"), "page.title": ("Title", "Titre"),
    "page.on": ("on {date}", "le {date}"),
    "mark.wide": ("W", "L"), "mark.narrow": ("N", "E"), "mark.low": ("○", "○"),
    **{f"event.{name}": (f"State {name}", f"État {name}") for name in STATES},
    **{f"us.{name}": (f"is {name}", f"est {name}") for name in ("yes", "no", "planned", "dropped", "unknown")},
}


def listing(entries):
    """The facts of a story that has nothing but these words."""
    return Facts({"words": Table("data/words.csv", WordRow, rows=rows(entries))})


def rows(entries):
    return [WordRow(file="data/words.csv", line=line, key=key, en=en, fr=fr) for line, (key, (en, fr)) in enumerate(entries.items(), 2)]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Code that asks for every word of LISTED."""
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    (tmp_path / "scripts/markup/templates").mkdir(parents=True)
    (tmp_path / "scripts/checks").mkdir()
    (tmp_path / "overrides/partials").mkdir(parents=True)
    (tmp_path / "scripts/markup/one.py").write_text(CODE, "utf-8")
    (tmp_path / "scripts/markup/templates/one.html").write_text(TEMPLATE, "utf-8")
    return tmp_path


def messages(project, entries=LISTED):
    facts = listing(entries)
    blanks = [problem for row in facts.of_kind("words") for problem in words.blanks(row)]
    return sorted(map(str, [*words.missing(facts, words.mentions(project)), *blanks]))


def unused(project, entries=LISTED):
    return [row.key for row in words.unused(listing(entries), words.mentions(project))]


def test_a_list_in_step_with_its_code_passes(project):
    assert (messages(project), unused(project)) == ([], [])


def test_a_word_that_is_looked_up_and_not_listed(project):
    entries = {key: value for key, value in LISTED.items() if key not in ("page.next", "mark.narrow", "page.more")}
    assert [line.partition("; expected")[0] for line in messages(project, entries)] == [
        f"scripts/markup/one.py:{line}: word: {key!r} is not in data/words.csv"
        for line, key in ((3, "page.next"), (4, "page.more"), (5, "mark.narrow"))
    ]


def test_words_that_a_script_asks_for_and_the_beginning_of_words_that_none_has(project):
    (project / "overrides/site.js").write_text('one();\nword("page.wrong") + word("city." + name) + word("us." + state);', "utf-8")
    assert [line.partition("; ")[0] for line in messages(project)] == [
        f"overrides/site.js:2: word: {key!r} is not in data/words.csv" for key in ("city.", "page.wrong")
    ]


def test_each_word_of_the_real_list_would_be_missed(facts):
    """A page’s own `nav.NAME` is not needed: its title stands in.

    A unit, topic or country without its word is told where it is used, by checks/data.py.
    """
    in_code, entries = words.mentions(), facts.of_kind("words")
    assert list(words.missing(facts, in_code)) == []
    for part in range(20):
        left = [row for place, row in enumerate(entries) if place % 20 != part]
        report = "\n".join(map(str, words.missing(editions.with_rows(facts, "words", left), in_code)))
        needed = [row.key for row in entries[part::20] if not row.key.startswith(("nav.", "unit.", "topic.", "country."))]
        assert [key for key in needed if f"'{key}'" not in report and f"{key} is missing" not in report] == []


def test_a_value_of_a_column_without_a_word(project):
    entries = {key: value for key, value in LISTED.items() if key != "event.delayed"}
    assert messages(project, entries) == [
        "data/words.csv: key: event.delayed is missing; expected: a word for each value that column status of events may hold",
    ]


@pytest.mark.parametrize(
    ("key", "texts", "message"),
    [
        ("page.more", ("and {n} more", "et {m} autres"),
         "fr: fills in {m} where 'en' fills in {n}; expected: the same names in every language"),
        ("page.next", ("Next", "Suivant {n}"), "fr: fills in {n} where 'en' fills in nothing; expected: the same names in every language"),
    ],
)
def test_languages_out_of_step(project, key, texts, message):
    line = 2 + list(LISTED).index(key)
    assert messages(project, LISTED | {key: texts}) == [f"data/words.csv:{line}: {message}"]


def test_words_that_nothing_asks_for(project):
    entries = LISTED | {"page.old": ("Old", "Ancien"), "event.weather": ("Weather", "Météo")}
    assert unused(project, entries) == ["page.old", "event.weather"]


def test_no_word_of_the_real_list_is_used_nowhere(facts):
    assert [row.place for row in words.unused(facts, words.mentions())] == [], "use it or delete the row"


def test_looking_up():
    lookup = Formatter("fr", rows(LISTED))
    assert lookup.word("page.next") == "Suivant"
    assert lookup.word("page.more", n="3") == "et 3 autres"
    assert "page.next" in lookup.words and "page.nex" not in lookup.words
    with pytest.raises(LookupError, match=r"'page.nex' is not a word of data/words.csv; expected: .*, nearest: page.next"):
        lookup.word("page.nex")
