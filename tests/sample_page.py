"""A page without a fault, and what the checks of single pages say once a test has changed its text."""

from types import SimpleNamespace

import pytest

from scripts import check
from scripts.checks import references
from scripts.index import markdown_pages
from scripts.project import Project

CHARTS = dict.fromkeys(("first-chart", "second-chart"), SimpleNamespace(settings=SimpleNamespace(pages=(), topics=())))
DESCRIPTION = "A sentence that says the conclusion of the page in as many characters as a search engine shows of a description, no more."
GOOD = f"""---
title: Numbers
description: {DESCRIPTION}
---

# The Comet grew again

It had its best year, {{{{ comet-2025 }}}} cars.
{{ .standfirst }}

## In short {{#in-short}}

- One, {{{{ comet-2024 }}}}.
- Two.
- Three, of [the first section](#first).

## First part {{#first}}

On 16 February 2023 it said so; see [here](other.md#there) and [there](charts/first-chart.md).

/// chart | first-chart
///
"""
OTHER = GOOD.replace("{#first}", "{#there}").replace("(#first)", "(#there)").replace("other.md#there", "numbers.md#first")


@pytest.fixture
def page_problems(tmp_path, sample_facts):
    """What is said of a page whose text the test gives: (line, column, message)."""

    def run(text, facts=sample_facts):
        folder = tmp_path / "docs" / "en"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "numbers.md").write_bytes(text if isinstance(text, bytes) else text.encode())
        (folder / "other.md").write_text(OTHER, "utf-8")
        project = Project(facts, {"en": markdown_pages.read_folder(tmp_path / "docs", "en")}, CHARTS)
        problems = [*check.check_pages(project), *references.check(project)]
        return sorted((problem.line, problem.column, problem.message) for problem in problems if problem.file.endswith("numbers.md"))

    return run
