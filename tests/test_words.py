"""The word list: looking words up, what a keeper's edit of it can break, and that code and list name the same words."""

import re

import pytest

from scripts import paths
from scripts.checks import words
from scripts.language.formatter import Formatter
from scripts.problems import ProblemsFound
from scripts.project import Project
from tests import editions

CODE = "\n".join(
    file.read_text("utf-8")
    for folder in ("scripts", "overrides", "docs/lists") for file in sorted((paths.ROOT / folder).rglob("*.*"))
    if file.suffix in (".py", ".html", ".js") and file.parent.name != "checks"
)
KEY = r"""["'`]([a-z][\w-]*\.[a-z0-9_.-]*)["'`{]"""
"""A text in code that may be the key of a word, or a group of keys, which ends in a dot: `"page.next"`, `f"verdict.{verdict}"`."""


def test_each_word_that_code_asks_for_is_listed(facts):
    keys = {row.key for row in facts.of_kind("words")}
    asked = re.findall(rf"\b(?:word|fmt)\(\s*f?{KEY}", CODE)
    groups = {key[: place.end()] for key in keys for place in re.finditer(r"\.", key)}
    assert len(asked) > 100 and [key for key in asked if key not in keys | groups] == []


def test_no_word_is_listed_that_nothing_asks_for(facts):
    quoted = set(re.findall(KEY, CODE))
    unused = [row for row in facts.of_kind("words") if not quoted.intersection((row.key, f"{row.key.rpartition('.')[0]}."))]
    assert [row.place for row in unused] == [], "use it or delete the row"


def messages(facts, key, **texts):
    """What is told of the list with one word changed, or without it where it has no texts."""
    rows = [row for row in facts.of_kind("words") if row.key != key]
    if texts:
        rows.append(type(rows[0])(file="data/words.csv", line=2, key=key, **texts))
    return list(map(str, words.check(Project(editions.with_rows(facts, "words", rows)))))


def test_a_value_of_a_column_without_a_word(facts):
    assert messages(facts, "event.delayed") == [
        "data/words.csv: key: event.delayed is missing; expected: a word for each value that column status of events may hold"
    ]
    assert messages(facts, "promise.late")[0].endswith("a word for each value that the state of a promise may hold")


@pytest.mark.parametrize(("en", "fr", "message"), [
    ("and {n} more", "et {m} autres", "fr: fills in {m} where 'en' fills in {n}; expected: the same names in every language"),
    ("Next", "Suivant {n}", "fr: fills in {n} where 'en' fills in nothing; expected: the same names in every language"),
])
def test_languages_out_of_step(facts, en, fr, message):
    assert messages(facts, "page.more", en=en, fr=fr) == [f"data/words.csv:2: {message}"]


def test_looking_up(facts):
    lookup = Formatter("fr", facts.of_kind("words"))
    assert lookup.word("page.next") == facts.row("words", "page.next").text_in("text", "fr")
    assert "{n}" in lookup.words["note.named"] and lookup.word("note.named", n="3") == lookup.words["note.named"].replace("{n}", "3")
    with pytest.raises(ProblemsFound, match=r"data/words.csv: key: 'page.nex' is not a word .*, nearest: page.next"):
        lookup.word("page.nex")
