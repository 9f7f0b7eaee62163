"""Of this story: blocks that list rows: sources by year and standing, and a disagreement that a page tells of."""

from scripts.index import addresses, markdown_pages
from scripts.markup import blocks
from scripts.markup.page import Page
from tests import editions
from tests.rendered import html as html_of


def test_a_disagreement_told_on_a_page_is_shown_with_the_claim():
    text = "## Sources disagree {#disagree}\n\n{{ verdict: s17 }}\n\n## Next {#next}\n\n{{ verdict: s01 }}\n"
    pages = {"scorecard": editions.page_of("scorecard", text)}
    assert markdown_pages.disputes(pages) == {"s17": "scorecard"}
    text = html_of("/// scorecard | promises\n///\n")
    assert "scorecard.md#disagree" in text


def test_sources_are_on_the_page_of_their_year(facts):
    dated = next(row for row in facts.of_kind("sources") if row.published and len(str(row.published)) == 10)
    undated = next(row for row in facts.of_kind("sources") if not row.published)
    assert addresses.source_address(dated) == f"sources/{str(dated.published)[:4]}.md#src-{dated.key}"
    assert addresses.source_address(undated) == f"sources/undated.md#src-{undated.key}"
    assert f'href="{addresses.source_address(dated)}"' in html_of(f"Text.{{{{ cite: {dated.key} }}}}\n"), "the macro and the module agree"
    assert f'href="{addresses.source_address(undated)}"' in html_of(f"Text.{{{{ cite: {undated.key} }}}}\n")


def test_weak_rehosted_and_issuers_sources_are_marked(each_edition):
    text = blocks.renderers()["sources"](Page(each_edition), "")
    for standing in ("issuer", "official", "rehost", "weak"):
        assert f"st-{standing}" in text and each_edition.fmt.word(f"standing.{standing}") in text
