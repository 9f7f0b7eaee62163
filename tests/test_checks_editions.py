"""Editions in step: each way of drifting apart is caught, and the real editions pass."""

import pytest

from scripts import paths
from scripts.checks import editions
from scripts.index import markdown_pages
from scripts.project import Project

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
ORDER = "expected: the same headings with the same ids, charts and blocks in the same order"
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


def checked(docs):
    return editions.check(Project(None, {language: markdown_pages.read_folder(docs, language) for language in ("en", "fr")}))


def errors(docs):
    return [str(problem) for problem in sorted(checked(docs)) if problem.severity == "error"]


def test_editions_in_step_pass(docs):
    assert errors(docs) == []


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        ("{{ comet-2025 }}", "{{ comet-2024 }}", [
            "docs/en/numbers.md:1: marker: the part above the first section lacks {{ comet-2024 }}, "
            "which docs/fr/numbers.md has there; " + SAME,
            "docs/fr/numbers.md:1: marker: the part above the first section lacks {{ comet-2025 }}, "
            "which docs/en/numbers.md has there; " + SAME,
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
            "docs/fr/numbers.md:19: order: /// chart | months where docs/en/numbers.md has /// chart | years; " + ORDER,
        ]),
        ("/// chart | years\n///\n", "", [
            "docs/fr/numbers.md: order: nothing where docs/en/numbers.md has /// chart | years; " + ORDER,
        ]),
        ("{#years}", "{#annees}", [
            "docs/fr/numbers.md:15: order: ## {#annees} where docs/en/numbers.md has ## {#years}; " + ORDER,
        ]),
        ("## Les années", "### Les années", [
            "docs/fr/numbers.md:15: order: ### {#years} where docs/en/numbers.md has ## {#years}; " + ORDER,
            "docs/en/numbers.md:11: marker: section #in-short lacks {{ verdict: x01 }}, which docs/fr/numbers.md has there; " + SAME,
        ]),
        ("Voir [le plan](plan.md).", "Voir.\n\n## La fin {#end}", [
            "docs/fr/numbers.md:24: order: ## {#end} where docs/en/numbers.md has nothing; " + ORDER,
        ]),
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
    assert sorted(errors(docs)) == sorted(messages)


def test_the_order_of_charts_counts(docs):
    two = "/// chart | years\n///\n\n/// chart | months\n///\n"
    turned = "/// chart | months\n///\n\n/// chart | years\n///\n"
    write(docs, EN.replace("/// chart | years\n///\n", two), FR.replace("/// chart | years\n///\n", turned))
    assert errors(docs) == [
        "docs/fr/numbers.md:19: order: /// chart | months where docs/en/numbers.md has /// chart | years; " + ORDER,
    ]


def test_pages_without_a_twin(docs):
    (docs / "en" / "plan.md").write_text(EN, "utf-8")
    (docs / "fr" / "bilan.md").write_text(FR, "utf-8")
    assert errors(docs) == [
        "docs/en/bilan.md: is missing and another edition has it; expected: the same pages in every edition",
        "docs/fr/plan.md: is missing and another edition has it; expected: the same pages in every edition",
    ]


def test_editions_not_read_together_are_said_and_stop_nothing(docs):
    def notes():
        return [str(problem) for problem in checked(docs) if problem.severity == "note"]

    for page in docs.rglob("*.md"):
        page.write_text(page.read_text("utf-8").replace("---\n", "---\nread_together: 2026-11-26\n", 1), "utf-8")
    assert notes() == []
    page = docs / "fr/numbers.md"
    page.write_text(page.read_text("utf-8").replace("2026-11-26", "2026-11-20"), "utf-8")
    assert [
        note
        for note in notes()
        if "its editions were not read side by side on one day (docs/en/numbers.md: 2026-11-26, docs/fr/numbers.md: 2026-11-20)"
        in note
        and "make reviewed PAGE=numbers" in note
    ]
    assert errors(docs) == []
