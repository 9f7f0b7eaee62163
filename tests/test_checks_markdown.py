"""Markdown that would be published as raw text: each kind is refused with its line, and what our pages know passes."""

from pathlib import Path

import pytest

from scripts.checks import markdown
from scripts.index.markdown_pages import MarkdownPage


def problems_of(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in markdown.check(MarkdownPage(Path("docs/en/a.md"), "en", "a", text))]


@pytest.mark.parametrize(("text", "line", "words"), [
    ("!!! note This part", 1, "'!!!' is an admonition"),
    ("> [!WARNING]\n> x", 1, "GitHub's call-out"),
    ("Three things follow:\n- the brand\n- the cars", 2, "expected: an empty line before a list"),
    ("Then:\n1. the brand", 2, "expected: an empty line before a list"),
    ("- [ ] a task", 1, "task list"),
    ("[ ] a task", 1, "task list"),
    ("A.\n\n| Unit | State | |---|", 3, "is no table"),
    ('=== "One"', 1, "is a tab"),
    ("So it was.[^1]", 1, "is a footnote"),
    ("See [[Timeline]].", 1, "is a wiki's link"),
    ("Done :white_check_mark:", 1, "is the name of an emoji"),
    ("Units were these:\n| Unit | State |\n| --- | --- |\n| a | b |", 2, "expected: an empty line before a table"),
    ("It was ~~wrong~~ right.", 1, "'~~wrong~~' is struck out"),
    ("It was ==right==.", 1, "'==right==' is highlighted"),
    ("[See] (timeline.md)", 1, "has a space before its address"),
    ("[See][ref]", 1, "is a link by reference"),
    ("[See](timeline.md “There”).", 1, "curly quotation marks around a link's title"),
    ("A.\n\n<!-- ask Marie -->", 3, "begins a comment"),
    ("See [it](http://127.0.0.1:8000/strategy/).", 1, "leads to your own preview"),
    ("See https://example.org/a.", 1, "is a bare address"),
    ("A\n<<<<<<< HEAD\nB", 2, "is a conflict marker of git"), ("A\n=======\nB", 2, "is a conflict marker of git"),
    ("A\n>>>>>>> branch", 2, "is a conflict marker of git"),
])
def test_what_would_be_raw_text_is_refused_with_its_line(text, line, words):
    assert any(number == line and words in message for number, message in problems_of(text)), problems_of(text)


@pytest.mark.parametrize("text", [
    "A line.\n\n- one\n- two\n\n1. one\n2. two", "A [link](https://example.org/a) and [one](b.md).", "| a | b |\n| --- | --- |\n| c | d |",
    "`!!! note` in code", "```\n<<<<<<< HEAD\n!!! note\n```", "- one\n  and more\n- two", "> a quotation",
    "A.\n{ .standfirst }\n\n/// chart | a\n///", "x = 1, 2 - 1",
])
def test_what_our_pages_know_passes(text):
    assert problems_of(text) == []
