"""Another story on this engine, ready to build: `make new-story NAME=coffee` makes ../coffee.

It has a few pages, two charts and a promise to replace.
It begins as the sample in tests/second_story, which the tests build, so what is copied is known to work. From this story it takes
the engine, and of words.csv and columns.LANGUAGE.toml the rows that the engine asks for.
"""

import csv
import io
import re
import shutil
from collections import defaultdict
from fnmatch import fnmatch
from pathlib import Path

from scripts import paths
from scripts.facts import column_dictionary, dataset
from scripts.facts.declared import DeclaredRow
from scripts.files import csv_text, write
from scripts.problems import Location

SAMPLE = paths.ROOT / "tests" / "second_story"
_ENGINE = (
    ".ci",
    ".github",
    ".gitattributes",
    ".gitignore",
    ".npmrc",
    "CONTRIBUTING.md",
    "Makefile",
    "PUBLISHING.md",
    "STYLE.md",
    "overrides",
    "package*.json",
    "pyproject.toml",
    "requirements*",
    "scripts",
    "tests",
)
_NOT_ENGINE = (
    "scripts/charts/[!_]*.py",
    "scripts/charts/*.toml",
    "scripts/charts/_[!_]*",
    "tests/story",
    "tests/golden",
    "tests/published_addresses.txt",
    "*/__pycache__",
)


def make(target: Path) -> None:
    """Write the new story into a folder that does not exist yet."""
    if target.exists():
        raise Location(str(target)).error("is there already", "the name of a folder that does not exist yet")
    shutil.copytree(paths.ROOT, target, ignore=_left_out)
    shutil.copytree(SAMPLE, target, dirs_exist_ok=True)
    # Of the declared languages those that the sample is written in, each with its settings.
    languages = "|".join(page.parent.name for page in (SAMPLE / "docs").glob("*/index.md"))
    settings = re.sub(rf"\n\[(?!(?:{languages})\]).*\n(?:[^\[\n].*\n)*", "", paths.LANGUAGES_FILE.read_text("utf-8"))
    (target / "data" / paths.LANGUAGES_FILE.name).write_text(settings, "utf-8")
    for file in sorted(SAMPLE.glob("mkdocs*.yml")):
        config = _merged((paths.ROOT / file.name).read_text("utf-8"), file.read_text("utf-8"))
        (target / file.name).write_text(config, "utf-8")
    for file in sorted((SAMPLE / "data").glob("columns.*.toml")):
        meanings = f"[meaning]\n{file.read_text('utf-8')}"
        texts = (paths.DATA / file.name).read_text("utf-8").replace("[meaning]\n", meanings, 1)
        (target / "data" / file.name).write_text(texts, "utf-8")
    _add_words(target)
    _drop_meanings(target)


def _left_out(folder: str, names: list[str]) -> set[str]:
    """What is not copied of a folder: at the top all that is not the engine's, further in what is our story's."""
    if Path(folder) == paths.ROOT:
        return {name for name in names if not any(fnmatch(name, pattern) for pattern in _ENGINE)}
    within = Path(folder).relative_to(paths.ROOT).as_posix()
    return {name for name in names if any(fnmatch(f"{within}/{name}", pattern) for pattern in _NOT_ENGINE)}


def _merged(config: str, changes: str) -> str:
    """Our configuration with the settings that the new story has itself in place of ours."""
    for setting in re.split(r"^(?=\w)", changes, flags=re.M)[1:]:
        name = setting.partition(":")[0]
        config = re.sub(rf"^{name}:.*\n(?:[ #].*\n)*", setting.replace("\\", r"\\"), config, count=1, flags=re.M)
    return config


def _add_words(target: Path) -> None:
    """The engine's words, with those of the sample, which may say otherwise. Those of our story are left out."""
    file = target / "data" / "words.csv"
    left_out = _groups_of_ours()
    rows: dict[str, dict[str, str]] = {}
    for row in csv.DictReader(io.StringIO((paths.DATA / file.name).read_text("utf-8"))):
        group, _, name = row["key"].partition(".")
        if group not in left_out and (group != "nav" or any((target / "docs").glob(f"*/{name}.md"))):
            rows[row["key"]] = row
    sample = csv.DictReader(io.StringIO(file.read_text("utf-8")))
    rows |= {row["key"]: row for row in sample}
    header = list(sample.fieldnames or ())
    cells = [[row[column] for column in header] for row in rows.values()]
    write(file, csv_text([header, *cells]).encode())


def _groups_of_ours() -> set[str]:
    """How the keys of our story's words begin: of topics, and of the tables that it declares."""
    groups = {"topic"}
    for name, table in dataset.read_listing(paths.DATA)[0].items():
        if issubclass(table.kind, DeclaredRow):
            groups.add(name)  # as its template names them: `models.on`
            groups |= {column.words.partition(".")[0] for column in table.kind.DECLARED.values()}
    return groups


def _drop_meanings(target: Path) -> None:
    """Take out the meanings of columns that only our story's tables have."""
    unused = defaultdict(set)
    for problem in column_dictionary.check(target / "data"):
        if problem.wrong == column_dictionary.UNUSED:
            unused[target / "data" / Path(problem.file).name].add(problem.line)
    for file, numbers in unused.items():
        lines = file.read_text("utf-8").splitlines(keepends=True)
        kept = [line for number, line in enumerate(lines, 1) if number not in numbers]
        file.write_text("".join(kept), "utf-8")


def main(name: str) -> None:
    if not re.fullmatch(r"[\w.-]+", name):
        raise Location("new-story").error(f"{name!r} is no name", "letters, digits and dashes, such as NAME=coffee")
    target = paths.ROOT.parent / name
    make(target)
    print(f"{target} is made. Next: cd {target} && git init && make fix && make serve")
