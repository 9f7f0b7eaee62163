"""Story and engine stay apart: the code outside scripts/charts/ knows rows, charts, pages and languages, and names no car."""

import re

from scripts import paths

STORY = re.compile(r"alpine|autonation|renault|lithia|porsche|a110|a290|a390|krief|provost|de meo|amérique", re.I)


def test_the_engine_names_no_car():
    named = [
        f"{paths.relative_path(file)}:{number}: {match.group()}"
        for pattern in ("*.py", "*.html", "*.css", "*.js")
        for folder in ("scripts", "overrides")
        for file in sorted((paths.ROOT / folder).rglob(pattern))
        if "charts" not in file.relative_to(paths.ROOT).parts[:2]
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if (match := STORY.search(line))
    ]
    assert named == []
