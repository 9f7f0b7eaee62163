"""Code reads alike: names say what the thing is (`page`, `claim`, `problems`, `match`), and the formatter sets the lines."""

import ast
import subprocess
import sys
from pathlib import Path

from scripts import paths

REFUSED = {"told", "said", "one", "found", "ours", "own", "shown", "listed"}


def refused_names(root: Path) -> list[str]:
    """Where code of scripts/ or tests/ binds a refused name."""
    places = []
    for file in sorted([*root.glob("scripts/**/*.py"), *root.glob("tests/**/*.py")]):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            name = getattr(node, "asname", None) or getattr(node, "name", None) or getattr(node, "arg", None)
            if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Store):
                name = getattr(node, "id", None) or getattr(node, "attr", None)
            if name in REFUSED and not isinstance(node, ast.keyword):
                places.append(f"{file.relative_to(root).as_posix()}:{node.lineno}: {name}")
    return places


def test_names_say_what_the_thing_is():
    assert refused_names(paths.ROOT) == []


def test_bad_samples(tmp_path):
    code = "import re as own\ndef told(said, *, one=1, **ours):\n    page.shown = {found: 2 for found in said}\n"
    call = "listed = page.said(told=[words.told])\n"
    for folder, text in (("scripts", code), ("tests", call)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.py").write_text(text)
    assert {place.rpartition(": ")[2] for place in refused_names(tmp_path)} == REFUSED
    assert len(refused_names(tmp_path)) == len(REFUSED)


def test_the_formatter_has_set_the_lines():
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--check", "-q", "scripts", "tests/second_story"],
        cwd=paths.ROOT,
        check=False,
    )
    assert done.returncode == 0, "run `make fix`"
