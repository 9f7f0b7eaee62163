"""What makes a chapter hard to read: each rule with a page that breaks it, beside one that breaks none."""

from pathlib import Path

import pytest

from scripts.checks import reading
from scripts.index.markdown_pages import MarkdownPage
from tests.sample_data import fields

GOOD = """---
title: Numbers
---

# A year

The standfirst, with {{ comet-2025 }} cars.{{ cite: one }}
{ .standfirst }

/// chart | comet
///

## In short {#in-short}

- One thing.
- Another, of March 2026.

## The story {#story}

{{ quote: q-start }}, she said in March 2026.
We found no answer.
""" + "Then more words were said of it, and one by one they made a story that goes on. " * 4 + """

## What we don’t know {#unknown}

- We found no word.
- We found nothing else.
- We found none.
"""
FRENCH = (
    GOOD.replace("{{ quote: q-start }}, she said", "{{ quote: q-start }}, disait-elle")
    .replace("We found no answer", "Nous n’avons trouvé aucune réponse")
    .replace("March", "mars")
)
LONG = " ".join(["word"] * 111)


def problems_of(text, language="en"):
    page = MarkdownPage(Path(f"docs/{language}/numbers.md"), language, "numbers", text)
    return [problem[1:] for problem in fields(reading.check(page))]


@pytest.mark.parametrize(("language", "text"), [("en", GOOD), ("fr", FRENCH)])
def test_a_chapter_that_reads_well(language, text):
    assert problems_of(text, language) == []


@pytest.mark.parametrize(("language", "text", "old", "new", "column", "says"), [
    ("en", GOOD, "- One thing.", "- One thing. {{ verdict: x01 }}", "marker", "seems to judge"),
    ("en", GOOD, "- One thing.",
     "- One.{{ cite: a }} thing.{{ cite: b }} and.{{ cite: c }} so.{{ cite: d }} on.{{ cite: e }}", "marker", "notes in"),
    ("en", GOOD, "{{ quote: q-start }}, she said", "“Scratch”, she said", "quote", "has no quotation"),
    ("fr", FRENCH, "{{ quote: q-start }}", "«\u202fzéro\u202f»", "quote", "has no quotation"),
    ("en", GOOD, "We found no answer.", f"\n{LONG}\n", "paragraph", "has 111 words"),
    ("en", GOOD, "- One thing.", f"- {LONG}", "paragraph", "has 111 words"),
])
def test_what_stops_a_reader_is_found(language, text, old, new, column, says):
    assert old in text
    problems = problems_of(text.replace(old, new), language)
    assert [problem[1] for problem in problems] == [column] and says in problems[0][2], problems


def test_pages_that_are_no_chapters_are_left_alone():
    broken = GOOD.replace("- One thing.", "- One thing. {{ verdict: x01 }}")
    assert problems_of(broken.replace("/// chart | comet", "/// scorecard | article")) == []
    assert problems_of(broken.replace("{#unknown}", "{#other}")) == []
