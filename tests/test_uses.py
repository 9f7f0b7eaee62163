"""What rests on what: each source with the pages and rows that rest on it."""

from markdown import Markdown

from scripts.index import markdown_pages, uses
from scripts.markup.extension import makeExtension


def test_every_row_that_rests_on_a_source_is_shown_on_a_page(each_edition):
    assert [text for used in uses.by_source(each_edition).values() for text, address in used.rows if address is None] == []


def test_a_source_lists_a_page_where_the_page_rests_on_it_and_nowhere_else(each_edition):
    """Whatever it rests on it by: figures, notes, quotes, statuses, charts."""
    resting = uses.by_source(each_edition)
    for page in markdown_pages.pages(each_edition).values():
        reader = Markdown(extensions=["md_in_html", makeExtension(edition=each_edition)])
        reader.convert(page.text)
        back = {source for source, used in resting.items() if f"{page.name}.md#sources" in dict(used.pages).values()}
        assert back == set(reader.facts_page.sources), page.file
