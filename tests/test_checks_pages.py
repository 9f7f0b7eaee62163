"""The checks of single pages: each bad sample is caught with its line, and the real pages pass."""

import dataclasses

import pytest

from tests.sample_page import DESCRIPTION, GOOD


def test_a_good_page_passes(page_problems):
    assert page_problems(GOOD) == page_problems("\ufeff" + GOOD) == []


NO_LINK = "leads to no page of this edition; expected: numbers.md, other.md, charts/SLUG.md"
BRACES = "braces that are no marker; expected: {{ key }}, {{ date: key }}, {{ verdict: key }}, {{ cite: key; key }}"
SHORT_ALLOWED = "expected: one, so begin it with ##"


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message"),
    [
        ("title: Numbers\n", "", 1, "title", "is missing; expected: title and description"),
        ("title: Numbers", "title: ''", 1, "title", "is missing; expected: title and description"),
        ("title: Numbers", "title: Numbers\ntags: x", 3, "tags",
         "is not a key of ours; expected: title, description, chart, counts and read_together"),
        ("title: Numbers", "title: Numbers\nchart: third-chart", 3, "chart",
         "'third-chart' is not a chart; expected: first-chart, second-chart, nearest: first-chart, second-chart"),
        (f"description: {DESCRIPTION}\n", "", 1, "description", "is missing; expected: title and description"),
        (DESCRIPTION, "Too short.", 3, "description", "has 10 characters; expected: 110 to 160, so say more"),
        (DESCRIPTION, DESCRIPTION * 2, 3, "description", "has 242 characters; expected: 110 to 160, so shorten it"),
        ("title: Numbers", "title: 5 numbers", 2, "title",
         "'5' is typed by hand; expected: words, since markers do not work in front matter"),
        ("# The Comet grew again\n", "", 1, "heading", "there is no `# Headline`; expected: one"),
        ("## First part {#first}", "# First part {#first}", 17, "heading", "'First part' is a second h1; " + SHORT_ALLOWED),
        ("part {#first}", "part {#first}\n\n#### Deep {#deep}", 19, "heading", "'Deep' has level 4 under level 2; expected: one step down"),
        (
            "part {#first}", "part {#first}\n\n### Part", 19, "heading",
            "'Part' has no id; expected: `{#english-words}` at its end, the same in every edition",
        ),
        ("{#first}", "{#First_one}", 17, "heading",
         "id 'First_one' is not allowed; expected: a-z, 0-9 and dashes, beginning with a letter"),
        ("part {#first}", "part {#first}\n\n### Part {#first}", 19, "heading",
         "id 'first' is a duplicate, first in line 17; expected: once a page"),
        (
            "{ .standfirst }\n", "", 6, "standfirst",
            "is missing; expected: a paragraph right under the headline with `{ .standfirst }` on its last line",
        ),
        ("again\n", "again\n\nAnother paragraph.\n", 10, "standfirst",
         "does not follow the headline; expected: the first paragraph of the page"),
        ("- Two.\n", "", 11, "in short", "has 2 points; expected: three"),
        ("{{ comet-2025 }}", "{{ comet-2205 }}", 8, "marker",
         "'comet-2205' is not a key of figures; "
         "expected: comet-2024, comet-2025, comet-total-2025, electric-share-2025, wheelhouse-list-2025, "
         "wheelhouse-new-2025, nearest: comet-2025, comet-2024, comet-total-2025"),
        ("16 February", "{{ date: x }}", 19, "marker", "'x' is not a key of events; expected: ev-2024-06-13-comet-shown"),
        ("so;", "so {{ }};", 19, "marker", "names 0 keys; expected: one"),
        ("so;", "so {{ comet-2025 };", 19, "marker", BRACES),
        ("so;", "so { comet-2025 }};", 19, "marker", BRACES),
        ("| first-chart", "| third-chart", 21, "/// chart | third-chart",
         "'third-chart' is not a chart; expected: first-chart, second-chart, nearest: first-chart, second-chart"),
        ("/// chart | first-chart", "/// chart", 21, "/// chart", "'' is not a chart; expected: first-chart, second-chart"),
        ("/// chart | first-chart", "/// scorecard | all", 21, "/// scorecard | all",
         "'all' is not a group of claims; expected: promises, article"),
        ("chart\n///\n", "chart\n", 21, "/// chart", "is not closed; expected: `///` alone on a line after it"),
        ("chart\n///\n", "chart\n\n/// status\n///\n", 21, "/// chart", "is not closed; expected: `///` alone on a line after it"),
        (
            "chart\n///\n", "chart\n///\n\n/// chart | first-chart\n///\n", 24, "/// chart | first-chart",
            "stands on this page already; expected: once a page",
        ),
        ("other.md#there", "others.md", 19, "link", f"'others.md' {NO_LINK}"),
        ("other.md#there", "../fr/other.md", 19, "link", f"'../fr/other.md' {NO_LINK}"),
        ("other.md#there", "fr/other.md", 19, "link", f"'fr/other.md' {NO_LINK}"),
        ("other.md#there", "/other/", 19, "link", f"'/other/' {NO_LINK}"),
        ("charts/first-chart.md", "charts/third-chart.md", 19, "link", f"'charts/third-chart.md' {NO_LINK}"),
        ("other.md#there", "other.md#here", 19, "link", "'other.md#here': other.md has no section 'here'; there are: in-short, there"),
        ("(#first)", "(#second)", 15, "link", "'#second': numbers.md has no section 'second'; there are: in-short, first"),
    ],
)
def test_bad_samples(page_problems, old, new, line, column, message):
    assert old in GOOD
    assert (line, column, message) in page_problems(GOOD.replace(old, new, 1))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD.replace("title: Numbers", "title: Numbers\nread_together: 2026-13-41", 1), "month must be in 1..12"),
        (GOOD.removeprefix("---\n"), "has no front matter; expected: title and description, each `key: text`, between two lines ---"),
        (GOOD.replace("---\n\n#", "\n#"), "has no front matter"),
        (GOOD.replace("title: Numbers", "title: a: b"), "front matter cannot be read (mapping values are not allowed here); expected: "),
        (GOOD.replace(f"title: Numbers\ndescription: {DESCRIPTION}", "- a\n- b"), "front matter is not a list of keys; expected: "),
        (GOOD.encode().replace(b"Comet", b"Com\xe8te"), "byte 0xe8 is not UTF-8; expected: UTF-8 text, so save the file as UTF-8"),
    ],
)
def test_front_matter_that_cannot_be_read(page_problems, text, words):
    problems = page_problems(text)
    assert any((line, column) == (1, "front matter") and words in message for line, column, message in problems), problems


def with_confidence(facts, key, level):
    return dataclasses.replace(facts, figures=facts.figures | {key: dataclasses.replace(facts.figures[key], confidence=level)})


@pytest.mark.parametrize(
    ("level", "place", "message"),
    [
        ("low", "# The Comet, {{ comet-2024 }}", "'comet-2024' has low confidence in a headline; expected: high"),
        ("medium", "# The Comet, {{ comet-2024 }}", "'comet-2024' has medium confidence in a headline; expected: high"),
        ("medium", "## Of {{ comet-2024 }} {#in-short}", "'comet-2024' has medium confidence in a headline; expected: high"),
        ("low", "It had {{ comet-2024 }} cars.", "'comet-2024' has low confidence in the standfirst; expected: high or medium"),
        ("low", "- One, {{ comet-2024 }}.", "'comet-2024' has low confidence in In short; expected: high or medium"),
    ],
)
def test_doubtful_figures_stay_out_of_the_first_lines(page_problems, sample_facts, level, place, message):
    doubtful = with_confidence(sample_facts, "comet-2024", level)
    text = GOOD.replace("- One, {{ comet-2024 }}.", "- One.")
    if place.startswith("# "):
        text = text.replace("# The Comet grew again", place)
    elif place.startswith("## "):
        text = text.replace("## In short {#in-short}", place)
    elif place.startswith("- "):
        text = text.replace("- One.", place)
    else:
        text = text.replace("It had its best year, {{ comet-2025 }} cars.", place)
    assert [problem[1:] for problem in page_problems(text, doubtful)] == [("marker", message)]


def test_doubtful_figures_may_stand_further_down(page_problems, sample_facts):
    doubtful = with_confidence(sample_facts, "comet-2025", "low")
    moved = GOOD.replace("{{ comet-2025 }}", "more").replace("said so;", "said {{ comet-2025 }};")
    assert page_problems(moved, doubtful) == []
