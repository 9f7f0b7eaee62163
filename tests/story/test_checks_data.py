"""Of this story: what rows mean across tables: each rule with a sample that breaks it, and the real data, which keeps them all."""

from __future__ import annotations

from scripts import paths
from scripts.index import markers
from tests import small
from tests.small import found


def cited() -> set[str]:
    """Sources that the real pages cite themselves."""
    all_markers = (marker for page in paths.DOCS.rglob("*.md") for marker in markers.find(page.read_text("utf-8")))
    return {name for marker in all_markers if marker.kind == "cite" for name in marker.names}


def pages() -> set[str]:
    """Names of the real pages."""
    return {page.stem for page in (paths.DOCS / "en").glob("*.md")}


def test_a_copy_of_the_real_data_is_damaged_and_each_damage_found(tmp_path):
    """The real tables, one damage each; nothing else may be reported."""
    folder = tmp_path / "data"
    folder.mkdir()
    for file in paths.DATA.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    for table in ("sources", "events", "claims", "status"):
        small.change(folder, table, 2, **{{"sources": "url", "events": "date", "claims": "verdict", "status": "page"}[table]: "Nonsense 1"})
    assert [problem[:3] for problem in found(folder, cited(), pages())] == [
        ("claims.csv", 2, "verdict"), ("events.csv", 2, "date"), ("sources.csv", 2, "url"), ("status.csv", 2, "page"),
    ]
