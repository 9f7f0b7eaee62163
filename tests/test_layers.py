"""Who may import whom: each room of scripts/ only those before it in the list, and no two modules each other in a
circle; the map in CONTRIBUTING names what is there.
"""

import ast
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

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
