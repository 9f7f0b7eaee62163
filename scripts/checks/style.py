"""The style guide applied: typography and refused words in pages, tables and charts' texts. `fix_all` mends what is mechanical."""

import re
from collections.abc import Iterator
from functools import partial

from scripts import files, paths
from scripts.index import editable_texts
from scripts.language import typography
from scripts.problems import Location, Problem
from scripts.project import Project

STYLE_GUIDE = "STYLE.md"
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|TBC|TBD)\b|lorem ipsum", re.I)
"""Notes that writers leave for themselves: nothing that still has one is published."""


def check(_: Project) -> list[Problem]:
    """Find every breach of the style guide in docs/, data/ and scripts/charts/."""
    problems = []
    refused = {language: banned(language) for language in paths.LANGUAGES}
    for language, words in refused.items():
        if not words:
            wrong = f"has no list of refused words for {language!r}"
            expected = f"a fenced block ```banned-{language} with one a line"
            problems.append(Location(STYLE_GUIDE).problem(wrong, expected))

    def look(file: str, line: int, column: str, language: str, text: str) -> str:
        for wrong, expected, severity in _breaches(text, language, refused[language]):
            problems.append(Location(file, line, column).problem(wrong, expected, severity))
        return text

    for path, edit_file in editable_texts.every_file():
        edit_file(editable_texts.read(path), partial(look, paths.relative_path(path)))
    return problems


def fix_all() -> list[str]:
    """Mend pages and tables in place; the files that changed. What cannot be read is left to the checks of its form."""

    def fix(_line: int, _column: str, language: str, text: str) -> str:
        return typography.fix_line(text, language)

    changed = []
    for path, edit_file in editable_texts.every_file():
        text = editable_texts.read(path)
        if text and files.write(path, edit_file(text, fix).encode()):
            changed.append(paths.relative_path(path))
    return changed


def banned(language: str) -> list[str]:
    """The refused words of a language, from the fenced list in the style guide."""
    match = re.search(rf"^```banned-{language}\n(.*?)^```", editable_texts.read(paths.ROOT / STYLE_GUIDE), re.S | re.M)
    lines = match[1].splitlines() if match else []
    return [line.strip() for line in lines if line.strip()]


def _breaches(text: str, language: str, refused: list[str]) -> Iterator[tuple[str, str, str]]:
    """What is wrong in a text, what is expected, and whether a rule mends it."""
    breaches = typography.breaches(text, language)
    if breaches:
        left = {breach.wrong for breach in typography.breaches(typography.fix_line(text, language), language)}
        for wrong, expected, excerpt in breaches:
            yield f"{excerpt!r}: {wrong}", expected, "error" if wrong in left else "fixable"
    for match in _UNFINISHED.finditer(text):
        yield f"{match[0]!r} is a placeholder", "finished text", "error"
    plain = _plain(typography.words(text))
    for word in refused:
        if re.search(rf"(?<!\w){re.escape(_plain(word))}", plain):
            yield f"{word!r} is on the list of refused words in {STYLE_GUIDE}", "what happened, in plain words", "error"


def _plain(text: str) -> str:
    return text.replace("'", "’").casefold()
