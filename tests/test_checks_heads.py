"""Menus, titles and descriptions: each rule with a sample that breaks it, and the real pages pass."""

from __future__ import annotations

import pytest

from scripts.checks import heads
from tests import editions


@pytest.fixture
def config(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n\n# Page tree\nnav:\n  - index.md\n  - The plan: plan.md\n  - foot:\n      - gone.md\n", "utf-8")
    return tmp_path / "mkdocs.yml"


def test_pages_without_an_entry_and_entries_without_a_page(config):
    pages = {name: editions.page_of(name, "# A\n") for name in ("index", "plan", "numbers")}
    assert list(map(str, heads.in_menu(pages, config))) == [
        f"{config}:4: nav: has no entry for docs/en/numbers.md; expected: a line `  - numbers.md` at its place in the menu",
        f"{config}:8: nav: gone.md is no page; expected one of index, numbers, plan",
    ]


def test_names_that_are_no_address_and_sections_that_are_gone(tmp_path):
    pages = {name: editions.page_of(name, "# A\n\n## B {#rules}\n") for name in ("method", "Canada", "fr", "scorecard/x01")}
    assert [problem.file for problem in heads.addresses(pages)] == ["docs/en/Canada.md", "docs/en/fr.md", "docs/en/scorecard/x01.md"]
    template = tmp_path / "overrides/partials/foot.html"
    template.parent.mkdir(parents=True)
    template.write_text('<a href="../method.md#rules">\n<a href="{{ "method/" | url }}#verdicts"> <a href="other.md#x">')
    assert [problem.message for problem in heads.sections(pages, tmp_path)] == [
        f"has no section {{#verdicts}}, to which {template}:2 sends readers; expected: that id, or another there",
    ]


def test_titles_that_stand_twice_and_takeaways_too_short(monkeypatch):
    ours = editions.current()
    chart = ours.all_charts[0]
    pages = [editions.page_of(name, f"---\ntitle: {title}\n---\n# A\n") for name, title in (("a", "One"), ("b", "One"), ("c", f'"{chart.text("title")}"'))]
    monkeypatch.setattr(heads.json_ld, "summary", lambda one: "Too short." if one is chart else "x" * heads.LEAST)
    assert list(map(str, heads.titles({"en": ours}, {"en": {page.name: page for page in pages}}))) == [
        "docs/en/b.md:2: title: 'One' is also that of docs/en/a.md; expected: one title a page",
        f"{chart.definition.text_file}: [en] title: {chart.text('title')!r} is also that of docs/en/c.md; expected: one title a page",
        f"{chart.definition.text_file}: [en] takeaway: has 10 characters; expected: at least 50, since it describes the chart's page",
    ]
