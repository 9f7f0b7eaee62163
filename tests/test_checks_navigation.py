"""Menus and addresses: each rule with a sample that breaks it, and the real pages pass."""

import pytest

from scripts.checks import navigation
from tests import editions


@pytest.fixture
def config(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A\n\n# Page tree\nnav:\n  - index.md\n  - The plan: plan.md\n  - foot:\n      - gone.md\n", "utf-8"
    )
    return tmp_path / "mkdocs.yml"


def test_pages_without_an_entry_and_entries_without_a_page(config):
    pages = {name: editions.page_of(name, "# A\n") for name in ("index", "plan", "numbers")}
    assert list(map(str, navigation.menu(pages, config))) == [
        f"{config}:4: nav: has no entry for docs/en/numbers.md; expected: a line `  - numbers.md` at its place in the menu",
        f"{config}:8: nav: gone.md is no page; expected: one of index, numbers, plan",
    ]


def test_names_that_are_no_address():
    pages = {name: editions.page_of(name, "# A\n\n## B {#rules}\n") for name in ("method", "Canada", "fr", "scorecard/x01")}
    assert [problem.file for problem in navigation.addresses(pages)] == ["docs/en/Canada.md", "docs/en/fr.md", "docs/en/scorecard/x01.md"]
