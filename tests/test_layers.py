"""Who may import whom: each room of scripts/ only those before it in the list, and no two modules each other in a
circle; the map in CONTRIBUTING names what is there; each module has a test file of its name.
"""

import ast
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from scripts import paths

ROOMS = (
    "paths", "problems", "files", "templates", "toml_file", "facts", "language", "drawing", "charts", "editions", "index",
    "content", "assets", "outputs", "markup",
    "project", "checks", "check", "site", "tools", "build", "serve", "setup",
)
"""From the ground up, as CONTRIBUTING draws them."""


def imports(root: Path) -> dict[str, set[str]]:
    """Module -> modules of scripts/ that it imports."""
    files = {
        ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): file
        for file in sorted((root / "scripts").rglob("*.py"))
    }
    graph: dict[str, set[str]] = {}
    for name, file in files.items():
        nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
        asked = [f"{node.module}.{alias.name}" for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names]
        asked += [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
        targets = {module if module in files else module.rpartition(".")[0] for module in asked}
        graph[name] = (targets & files.keys()) - {name}
    return graph


def wrong(graph: dict[str, set[str]]) -> list[str]:
    """Imports that lead upwards, and the first circle."""
    def floor(module: str) -> int:
        return ROOMS.index(module.split(".")[1]) if "." in module else -1

    problems = [
        f"{name} imports {imported}"
        for name, ones in sorted(graph.items())
        for imported in sorted(ones)
        if "." in name and floor(imported) > floor(name)
    ]
    try:
        TopologicalSorter({name: ones - {"scripts"} for name, ones in graph.items()}).prepare()
    except CycleError as circle:
        problems.append("circle: " + " -> ".join(circle.args[1]))
    return problems


def test_no_module_imports_upwards_or_in_a_circle():
    assert wrong(imports(paths.ROOT)) == []


def past_the_sheet(graph: dict[str, set[str]]) -> list[str]:
    """Modules of drawing/ that a chart imports, beside its rows and the theme's colours: the sheet gives it the rest."""
    charts = {name: modules for name, modules in graph.items() if name.startswith("scripts.charts.")}
    return [f"{name} imports {module}" for name, modules in charts.items() for module in sorted(modules)
            if module.startswith("scripts.drawing.") and module not in ("scripts.drawing.rows", "scripts.drawing.theme")]


def test_a_chart_draws_by_its_sheet_alone():
    assert past_the_sheet(imports(paths.ROOT)) == []
    assert past_the_sheet({"scripts.charts.a": {"scripts.drawing.rows", "scripts.drawing.measure"}}) == [
        "scripts.charts.a imports scripts.drawing.measure"
    ]


def test_the_map_names_what_is_there():
    drawn = (paths.ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Where things are\n")[2].partition("\n## ")[0]
    named = re.findall(r"`((?:scripts|overrides|data|tests)/[^`]+)`", drawn)
    assert named and [name for name in named if not (paths.ROOT / name).exists()] == []


TESTED_ELSEWHERE = {
    "test_behaviour": "markup/filter_bar",
    "test_blocks": "index/addresses",
    "test_build": "drawing/browser paths site/assemble site/mkdocs_hook site/mkdocs_site site/stage",
    "test_built_site": "assets/bundle assets/fonts",
    "test_chart": "drawing/chart_definition drawing/chart_formatter drawing/chart_settings markup/chart_blocks",
    "test_checks_data": "project",
    "test_checks_drafts": "facts/untranslated",
    "test_checks_pages": "checks/references index/markdown_pages",
    "test_checks_style": "index/editable_texts",
    "test_checks_verdicts": "checks/dates",
    "test_dataset": "facts/base_record facts/declared facts/facts facts/figures facts/records",
    "test_dataset_downloads": "files",
    "test_extension": "markup/no_break markup/notes templates",
    "test_feeds": "content/news",
    "test_generated_pages": "content/claim_texts",
    "test_json_ld": "markup/head",
    "test_locales": "toml_file",
    "test_plot": "drawing/layout drawing/sheet drawing/standalone drawing/svg_path",
    "test_problems": "check",
    "test_reviewed": "tools/__main__",
    "test_second_story": "tools/new_story",
    "test_serve": "site/preview",
    "test_text_card": "drawing/faces drawing/measure outputs/share_cards",
    "story/test_chart": "checks/drawings",
}
"""Test file -> modules of scripts/ that it tests together with the one of its name."""


def untested(root: Path, elsewhere: dict[str, str]) -> list[str]:
    """Modules without a test file of their name, with or without their room, and not in the list, and those that stand there in vain."""
    tests = {file.relative_to(root / "tests").with_suffix("").as_posix() for file in (root / "tests").glob("**/test_*.py")}
    names = {test.rpartition("test_")[2] for test in tests}
    modules = {file.relative_to(root / "scripts").with_suffix("").as_posix() for file in (root / "scripts").glob("**/*.py")}
    modules = {module for module in modules if not module.startswith("charts/") and not module.endswith("__init__")}
    lacking = {module for module in modules if not names & {module.rpartition("/")[2], module.replace("/", "_")}}
    listed_modules = {module for test, tested in elsewhere.items() if test in tests for module in tested.split()}
    return sorted(lacking ^ listed_modules)


@pytest.mark.skipif(not (paths.ROOT / "tests/story").exists(), reason="some modules are tested with the rows of the first story")
def test_each_module_has_a_test_file_of_its_name():
    assert untested(paths.ROOT, TESTED_ELSEWHERE) == [], "write tests/test_NAME.py, or mend TESTED_ELSEWHERE"


def test_a_module_without_a_test_is_named_and_so_is_one_that_needs_no_line(tmp_path):
    for name in ("scripts/a.py", "scripts/checks/b.py", "scripts/checks/c.py", "tests/test_a.py", "tests/story/test_checks_b.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert untested(tmp_path, {"test_a": "checks/b", "test_gone": "checks/c"}) == ["checks/b", "checks/c"]


def test_bad_samples(tmp_path):
    for name, text in (
        ("facts/a.py", "from scripts.site import b"), ("site/b.py", ""),
        ("index/c.py", "import scripts.index.d"), ("index/d.py", "from scripts.index.c import x"),
    ):
        (tmp_path / "scripts" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "scripts" / name).write_text(text)
    assert wrong(imports(tmp_path)) == [
        "scripts.facts.a imports scripts.site.b",
        "circle: scripts.index.c -> scripts.index.d -> scripts.index.c",
    ]
