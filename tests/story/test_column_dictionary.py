"""Of this story: the column dictionary: complete, true to what the reader does, and in step with data/README.md."""

from scripts import paths
from scripts.facts import arithmetic
from scripts.language.formatter import units


def test_the_real_readme_explains_what_a_keeper_needs():
    readme = (paths.DATA / "README.md").read_text("utf-8")
    for function in (*arithmetic.FUNCTIONS, "count_rows"):
        assert f"| `{function}` |" in readme
    for unit in units():
        assert f"`{unit}`" in readme.split("## Figures of ours")[0]
