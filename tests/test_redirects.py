"""Moved pages and charts: their old addresses answer, and a wrong row of the table is named."""

from pathlib import Path

import pytest

from scripts.problems import ProblemsFound
from scripts.site import redirects
from tests import editions


def moved(tmp_path: Path, *rows: str) -> list[str]:
    """Redirects put into a site of two editions with a page and a chart; what is wrong with the rows."""
    for name in ("", "fr/"):
        for folder in ("partnership", "charts/new-one", "charts/new-one/embed"):
            (tmp_path / name / folder).mkdir(parents=True, exist_ok=True)
            (tmp_path / name / folder / "index.html").write_text("x")
        for ending in ("png", "svg", "csv", "json"):
            (tmp_path / name / f"charts/new-one/new-one.{ending}").write_text(ending)
        (tmp_path / name / "share").mkdir(exist_ok=True)
        (tmp_path / name / "share/partnership.png").write_text("card")
    (tmp_path / "moved.csv").write_text("\n".join(["old,new,since", *rows, ""]))
    try:
        redirects.put(tmp_path, editions.everything(), tmp_path / "moved.csv")
    except ProblemsFound as caught:
        return [f"{problem.line}: {problem.column}: {problem.message}" for problem in caught.problems]
    return []


def test_a_moved_page_sends_readers_on_in_every_edition(tmp_path):
    assert moved(tmp_path, "dealers/,partnership/#dealers,2027-01-31") == []
    english, french = ((tmp_path / name / "dealers" / "index.html").read_text("utf-8") for name in ("", "fr"))
    assert 'content="0; url=/partnership/#dealers"' in english and '<html lang="en">' in english
    assert 'href="/fr/partnership/#dealers"' in french and "a changé d’adresse" in french
    assert "<script" not in english and "noindex" in english
    assert [(tmp_path / name / "share/dealers.png").read_text() for name in ("", "fr/")] == ["card", "card"]


def test_a_moved_chart_takes_its_frame_and_files_along(tmp_path):
    assert moved(tmp_path, "charts/old/,charts/new-one/,2027-01-31") == []
    for name in ("", "fr/"):
        assert f"url=/{name}charts/new-one/embed/" in (tmp_path / name / "charts/old/embed/index.html").read_text("utf-8")
        assert f"url=/{name}charts/new-one/" in (tmp_path / name / "charts/old/index.html").read_text("utf-8")
        assert [
            (tmp_path / name / f"charts/old/old.{ending}").read_text() for ending in ("png", "svg", "csv", "json")
        ] == ["png", "svg", "csv", "json"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("/dealers/,partnership/,2027-01-31", "2: old: '/dealers/' is not allowed"),
        ("../x/,partnership/,2027-01-31", "2: old: '../x/' is not allowed"),
        ("dealers/,https://elsewhere.example/,2027-01-31", "2: new: 'https://elsewhere.example/' is not allowed"),
        ('dealers/,"partnership/"" onload=",2027-01-31', "2: new: 'partnership/\" onload=' is not allowed"),
        ("dealers/,partnership/,soon", "2: since: 'soon' is not allowed"),
        ("dealers/,partnership/", "2: : has 2 cells"),
        ("partnership/,charts/new-one/,2027-01-31", "2: old: 'partnership/' is still a page of 'en'"),
        ("older/,gone/,2027-01-31", "2: new: 'gone/' is not a page of 'en'"),
    ],
)
def test_a_wrong_row_of_the_table_is_named(tmp_path, row, message):
    assert moved(tmp_path, row)[0].startswith(message)
