"""`make audit`: each figure of a page with its row, sources and confidence."""

from scripts import paths
from scripts.index import markdown_pages, uses
from scripts.index.markers import LISTS
from scripts.tools import __main__ as tools
from scripts.tools import audit
from tests import editions


def test_the_audit_lists_each_figure_with_row_sources_and_confidence(each_edition):
    pages = markdown_pages.read_folder(paths.DOCS, each_edition.language)
    entries = [use for page in pages.values() for use in uses.on_page(each_edition, page)]
    for page in pages.values():
        stated = [(entry.place, entry.key) for entry in entries if entry.page.name == page.name and entry.kind == "figure"]
        file = f"docs/{each_edition.language}/{page.name}.md"
        assert sorted(stated) == sorted((f"{file}:{marker.line}", marker.names[0]) for marker in page.markers if marker.kind == "figure")
    for entry in entries:
        if entry.kind == "figure":
            figure = each_edition.facts.figure(entry.key)
            assert (entry.confidence, entry.row, entry.sources) == (figure.confidence, figure.place, figure.source_ids)
    for block, kind in LISTS.items():  # rows that a block lists are stated too
        holders = [page for page in pages.values() if block in page.block_names]
        assert {entry.row for entry in entries if entry.kind == block} == {row.place for row in each_edition.facts.of_kind(kind) if holders}


def test_the_audit_reads_as_text():
    edition = editions.current("en")
    key = next(key for key, figure in edition.facts.figures.items() if figure.computed and figure.source_ids)
    text = audit.as_text(edition, editions.page_of("x", f"One.\n\nTwo {{{{ {key} }}}}.\n"))
    figure = edition.facts.figure(key)
    assert text.startswith("== x (en): 1 entries\n")
    assert f"docs/en/x.md:3  figure {key} = {edition.fmt.figure(figure)}  [{figure.confidence}]" in text
    assert f"row {figure.place}, computed from {', '.join(figure.operands)}" in text
    assert edition.facts.sources[figure.source_ids[0]].url in text


def test_the_audit_refuses_a_page_that_does_not_exist(capsys):
    assert tools.main(["audit", "no-such-page"]) == 1
    assert "audit: 'no-such-page' is not a page; expected: " in capsys.readouterr().err
