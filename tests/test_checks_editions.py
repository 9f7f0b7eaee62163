"""Editions in step: each way of drifting apart is caught, and the real editions pass."""

import pytest

from scripts import paths
from scripts.checks import editions, reviewed
from scripts.index import written

EN = """---
title: Numbers
description: What the numbers say.
---

# The Comet grew

It sold {{ comet-2025 }} cars in its best year, and everybody at the works was content with that.
{ .standfirst }

## In short {#in-short}

- It grew.{{ cite: gazette; herald }}

## The years {#years}

Every year brought more of them. {{ verdict: x01 }}

/// chart | years
///

See [the plan](plan.md).
"""
FR = """---
title: Les chiffres
description: Ce que disent les chiffres.
---

# La Comet progresse

Elle a vendu {{ comet-2025 }} voitures dans sa meilleure année, et tout le monde à l’usine en était content.
{ .standfirst }

## En bref {#in-short}

- Elle a progressé.{{ cite: gazette; herald }}

## Les années {#years}

Chaque année en a apporté davantage. {{ verdict: x01 }}

/// chart | years
///

Voir [le plan](plan.md).
"""
SAME = "expected: the same facts, cites and verdicts in each section"


@pytest.fixture
def docs(tmp_path, monkeypatch):
    """A project with one page in two editions, as messages name it."""
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    return write(tmp_path / "docs", EN, FR)


def write(docs, en, fr, name="numbers"):
    for language, text in (("en", en), ("fr", fr)):
        (docs / language).mkdir(parents=True, exist_ok=True)
        (docs / language / f"{name}.md").write_text(text, "utf-8")
    return docs


def said(docs):
    return [str(problem) for problem in sorted(editions.problems(written.read_all(docs, ("en", "fr"))))]


def test_editions_in_step_pass(docs):
    assert said(docs) == []


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        ("{{ comet-2025 }}", "{{ comet-2024 }}", [
            "docs/en/numbers.md:1: marker: the part above the first section lacks {{ comet-2024 }}, which docs/fr/numbers.md has there; " + SAME,
            "docs/fr/numbers.md:1: marker: the part above the first section lacks {{ comet-2025 }}, which docs/en/numbers.md has there; " + SAME,
        ]),
        ("{{ cite: gazette; herald }}", "{{ cite: gazette }}", [
            "docs/fr/numbers.md:11: marker: section #in-short lacks {{ cite: herald }}, which docs/en/numbers.md has there; " + SAME,
        ]),
        (
            " {{ verdict: x01 }}",
            "", ["docs/fr/numbers.md:15: marker: section #years lacks {{ verdict: x01 }}, which docs/en/numbers.md has there; " + SAME],
        ),
        ("progressé.", "progressé. {{ comet-2025 }} {{ comet-2025 }}", [
            "docs/en/numbers.md:11: marker: section #in-short lacks {{ comet-2025 }} 2 times, which docs/fr/numbers.md has there; " + SAME,
        ]),
        ("chart | years", "chart | months", [
            "docs/fr/numbers.md:19: block: /// chart | months in #years where docs/en/numbers.md has /// chart | years in #years; "
            "expected: the same charts and blocks in the same order",
        ]),
        ("/// chart | years\n///\n", "", [
            "docs/fr/numbers.md: block: nothing where docs/en/numbers.md has /// chart | years in #years; "
            "expected: the same charts and blocks in the same order",
        ]),
        ("{#years}", "{#annees}", [
            "docs/fr/numbers.md:15: heading: is ## {#annees} where docs/en/numbers.md has ## {#years}; "
            "expected: the same levels and ids in the same order",
            "docs/fr/numbers.md:19: block: /// chart | years in #annees where docs/en/numbers.md has /// chart | years in #years; "
            "expected: the same charts and blocks in the same order",
        ]),
        ("## Les années", "### Les années", [
            "docs/fr/numbers.md:15: heading: is ### {#years} where docs/en/numbers.md has ## {#years}; "
            "expected: the same levels and ids in the same order",
            "docs/fr/numbers.md:19: block: /// chart | years in #in-short where docs/en/numbers.md has /// chart | years in #years; "
            "expected: the same charts and blocks in the same order",
            "docs/en/numbers.md:11: marker: section #in-short lacks {{ verdict: x01 }}, which docs/fr/numbers.md has there; " + SAME,
        ]),
        ("Voir [le plan](plan.md).", "Voir.\n\n## La fin {#end}", [
            "docs/fr/numbers.md:24: heading: is ## {#end} where docs/en/numbers.md has nothing; expected: the same levels and ids in the same order",
        ]),
        (
            "plan.md",
            "../en/plan.md", ["docs/fr/numbers.md:22: link: '../en/plan.md' leaves the edition; expected: name.md, which keeps the reader's language"],
        ),
        ("plan.md", "/plan/", ["docs/fr/numbers.md:22: link: '/plan/' leaves the edition; expected: name.md, which keeps the reader's language"]),
        (
            "plan.md",
            "en/plan.md", ["docs/fr/numbers.md:22: link: 'en/plan.md' leaves the edition; expected: name.md, which keeps the reader's language"],
        ),
        ("Chaque année en a apporté davantage.", "Every year brought more of them.", [
            "docs/fr/numbers.md:17: text: 'Every year brought more of them' stands so in docs/en/numbers.md too; expected: a translation",
        ]),
        ("Ce que disent les chiffres.", "What the numbers say.", [
            "docs/fr/numbers.md:3: text: 'What the numbers say' stands so in docs/en/numbers.md too; expected: a translation",
        ]),
    ],
)
def test_drift_in_french(docs, old, new, messages):
    assert old in FR
    write(docs, EN, FR.replace(old, new, 1))
    assert sorted(said(docs)) == sorted(messages)


def test_a_heading_missing_at_the_end(docs):
    write(docs, EN + "\n## The end {#end}\n", FR)
    assert said(docs) == ["docs/fr/numbers.md: heading: ends before ## {#end} of docs/en/numbers.md:24; expected: the same headings"]


def test_the_order_of_charts_counts(docs):
    two = "/// chart | years\n///\n\n/// chart | months\n///\n"
    turned = "/// chart | months\n///\n\n/// chart | years\n///\n"
    write(docs, EN.replace("/// chart | years\n///\n", two), FR.replace("/// chart | years\n///\n", turned))
    assert said(docs) == [
        "docs/fr/numbers.md:19: block: /// chart | months in #years where docs/en/numbers.md has /// chart | years in #years; "
        "expected: the same charts and blocks in the same order",
    ]


def test_pages_without_a_twin(docs):
    (docs / "en" / "plan.md").write_text(EN, "utf-8")
    (docs / "fr" / "bilan.md").write_text(FR, "utf-8")
    assert said(docs) == [
        "docs/en/plan.md: has no twin docs/fr/plan.md; expected: the same pages in every edition",
        "docs/fr/bilan.md: has no twin docs/en/bilan.md; expected: the same pages in every edition",
    ]


def test_an_empty_page(docs):
    write(docs, "# A {#a}\n\nToo short.{{ cite: gazette }}\n", "# B {#a}\n\n" + "mot " * 20 + "{{ cite: gazette }}\n")
    assert said(docs) == ["docs/en/numbers.md: has 2 words below its headings; expected: at least 20"]


def unreviewed(docs, record):
    return [str(problem) for problem in editions.unreviewed(written.read_all(docs, ("en", "fr")), record)]


@pytest.fixture
def record(docs, tmp_path):
    """The record of a project whose page was read side by side."""
    file = tmp_path / "reviewed.toml"
    reviewed.note(["numbers"], docs, file, ("en", "fr"))
    return file


def test_a_page_read_side_by_side_passes(docs, record):
    assert unreviewed(docs, record) == []


@pytest.mark.parametrize(("changed", "kept"), [("en", "fr"), ("fr", "en")])
def test_a_page_that_changed_alone(docs, record, changed, kept):
    file = docs / changed / "numbers.md"
    file.write_text(file.read_text("utf-8") + "\nMore.\n", "utf-8")
    assert unreviewed(docs, record) == [
        f"docs/{kept}/numbers.md: was not reviewed since docs/{changed}/numbers.md changed; "
        "read it against its twin, then `python -m scripts.checks.reviewed numbers`",
    ]
    reviewed.note(["numbers"], docs, record, ("en", "fr"))
    assert unreviewed(docs, record) == []


def test_pages_that_changed_together_are_still_to_be_read(docs, record):
    write(docs, EN + "\nMore.\n", FR + "\nPlus.\n")
    assert unreviewed(docs, record) == [
        "docs/en/numbers.md: and docs/fr/numbers.md have changed since they were last read side by side; "
        "do so, then `python -m scripts.checks.reviewed numbers`",
    ]


def test_a_new_page_was_never_read(docs, record):
    write(docs, EN, FR, "plan")
    assert unreviewed(docs, record) == [
        "docs/en/plan.md: and docs/fr/plan.md were never read side by side; do so, then `python -m scripts.checks.reviewed plan`",
    ]


def test_a_page_that_is_gone(docs, record):
    for language in ("en", "fr"):
        (docs / language / "numbers.md").rename(docs / language / "plan.md")
    assert unreviewed(docs, record)[-1] == "reviewed.toml: numbers: is no page; expected: pages of docs/, so delete the entry"
    reviewed.note(["plan"], docs, record, ("en", "fr"))
    assert unreviewed(docs, record) == []


def test_spaces_and_mechanical_typography_are_no_change(docs, record):
    write(docs, EN.replace("It sold", "It  sold").replace("\n- It", "\n\n- It"), FR.replace("l’usine", "l'usine"))
    assert unreviewed(docs, record) == []


def test_only_pages_of_every_edition_can_be_noted(docs, record):
    with pytest.raises(KeyError, match=r"plan: no such page in every edition; there are: numbers"):
        reviewed.note(["plan"], docs, record, ("en", "fr"))


def test_the_command_says_which_pages_there_are(capsys):
    assert reviewed.main(["no-such-page"]) == 1
    assert capsys.readouterr().err.startswith("no-such-page: no such page in every edition; there are: charts, data, index, ")


def test_the_real_editions_are_in_step():
    read = written.read_all(paths.DOCS, paths.LANGUAGES)
    assert editions.problems(read) == []
    assert editions.unreviewed(read) == []
