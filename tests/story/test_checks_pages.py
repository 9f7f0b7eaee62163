"""Of this story: the checks of single pages: each bad sample is caught with its line, and the real pages pass."""

from scripts import check, paths
from scripts.index import markdown_pages
from scripts.project import Project
from tests.sample_page import GOOD


def test_problems_name_the_file_as_people_know_it(monkeypatch, tmp_path, sample_facts):
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    (tmp_path / "docs" / "en").mkdir(parents=True)
    (tmp_path / "docs" / "en" / "numbers.md").write_text(
        GOOD.replace("{{ comet-2025 }}", "10,970").replace("(other.md#there)", "(#first)"), "utf-8"
    )
    problems = check.check_pages(Project(sample_facts, {"en": markdown_pages.read_folder(tmp_path / "docs", "en")}))
    assert [str(problem) for problem in problems] == [
        "docs/en/numbers.md:8: figure: '10,970 cars' is typed by hand; "
        "expected: a marker such as {{ key }} of a row in data/, or a name in data/allowed_figures.toml",
    ]


def test_an_unknown_block_names_those_that_exist(page_problems):
    (line, column, message), = page_problems(GOOD.replace("/// chart | first-chart", "/// chrat | first-chart"))
    assert (line, column) == (21, "/// chrat | first-chart")
    assert message.startswith("'chrat' is not a block; expected: chart, chart-page, ")


def test_a_line_of_slashes_that_is_no_block_is_told(page_problems):
    problems = page_problems(GOOD.replace("/// chart | first-chart\n///", "/// Chart first-chart\n///"))
    assert [(line, column) for line, column, _ in problems] == [(21, "/// Chart first-chart"), (22, "///")]
    assert problems[0][2].startswith("opens no block and closes none; expected: `/// name`, then `///`, with name one of chart, ")
