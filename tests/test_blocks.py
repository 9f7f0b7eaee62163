"""Blocks that list rows: a source with its archived copy."""

from dataclasses import replace

from scripts.index import addresses
from scripts.markup import blocks
from scripts.markup.page import Page
from tests import editions


def test_an_archived_copy_is_linked_where_a_row_has_one(each_edition):
    """In the list of all sources and in the source's own entry; and the list says how many there are, or that there is none."""
    first, *others = each_edition.facts.of_kind("sources")
    kept = first.model_copy(update={"archive_url": "https://example.org/kept"})
    bare = [row.model_copy(update={"archive_url": None}) for row in (first, *others)]
    fmt, year = each_edition.fmt, addresses.year_of(first)

    def sources_html(rows, argument: str) -> str:
        edition = replace(each_edition, facts=editions.with_rows(each_edition.facts, "sources", rows))
        return blocks.renderers()["sources"](Page(edition), argument)

    link = f'<a class="archived" href="https://example.org/kept">{fmt.word("sources.archived")}</a>'
    for argument in ("", year):
        with_one, without = sources_html([kept, *bare[1:]], argument), sources_html(bare, argument)
        entry = with_one.split(f'id="src-{first.key}"')[1].split("</li>")[0]
        assert link in entry and with_one.count(link) == 1
        searched = without.count('class="archived" href="https://web.archive.org/web/')
        assert searched == (sum(addresses.year_of(row) == year for row in bare) if argument else 0)
        assert first.archive_search not in with_one  # the copy that we know wins
    assert fmt.word("sources.archive.some", n="1", all=str(len(bare))) in sources_html([kept, *bare[1:]], "")
    assert fmt.word("sources.archive.none") in sources_html(bare, "")
