"""Another story on this engine, ready to build: `make new-story NAME=coffee` makes ../coffee.

It has a few pages, two charts and a promise to replace.
It begins as the sample in tests/second_story, which the tests build, so what is copied is known to work. From this story it takes
the engine, and of words.csv and columns.LANGUAGE.toml the rows that the engine asks for.
"""

import csv
import io
import re
import shutil
from fnmatch import fnmatch
from pathlib import Path

from scripts import paths
from scripts.checks import words
from scripts.facts import column_dictionary, dataset
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
    _drop_texts(target)


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
    """The engine's words, with those of the sample, which may say otherwise."""
    file = target / "data" / "words.csv"
    rows: dict[str, dict[str, str]] = {}
    for path in (paths.DATA / "words.csv", file):
        table = csv.DictReader(io.StringIO(path.read_text("utf-8")))
        rows |= {row["key"]: row for row in table}
    header = table.fieldnames
    cells = [[row[column] for column in header] for row in rows.values()]
    write(file, csv_text([header, *cells]).encode())


def _drop_texts(target: Path) -> None:
    """Take out what only our story's tables and templates ask for: words, and meanings of columns."""
    data = target / "data"
    facts, _ = dataset.read_dataset(data)
    unused = [("words.csv", row.line) for row in words.unused(facts, words.mentions(target))]
    for problem in column_dictionary.check(data):
        if problem.wrong == column_dictionary.UNUSED:
            unused.append((Path(problem.file).name, problem.line))
    for row in facts.of_kind("words"):
        page = row.key.removeprefix("nav.")
        if page != row.key and not any((target / "docs").glob(f"*/{page}.md")):
            unused.append(("words.csv", row.line))
    for name in {name for name, _ in unused}:
        lines = (data / name).read_text("utf-8").splitlines(keepends=True)
        kept = [line for number, line in enumerate(lines, 1) if (name, number) not in unused]
        (data / name).write_text("".join(kept), "utf-8")


def main(name: str) -> None:
    if not re.fullmatch(r"[\w.-]+", name):
        raise Location("new-story").error(f"{name!r} is no name", "letters, digits and dashes, such as NAME=coffee")
    target = paths.ROOT.parent / name
    make(target)
    print(f"{target} is made. Next: cd {target} && git init && make fix && make serve")
