"""Missing translations, text by text: counted for a draft language, an error for a published one.

A message reads: `data/languages.toml:34: de: is to be published and lacks 411 texts (first: docs/de/strategy.md: page); expected: ...`.
"""

from collections.abc import Iterator

from scripts import paths
from scripts.facts import untranslated
from scripts.facts.facts import Facts
from scripts.facts.records import QuoteRow, Record
from scripts.language import locales
from scripts.problems import Location, Problem
from scripts.project import Project
from scripts.toml_file import TomlFile

MANY = 20
"""Missing texts of a published language: up to this many are reported each; above this, report once per language."""


def lacks(language: str, facts: Facts) -> list[Problem]:
    """Find every text of the main language that another lacks."""
    return [*_pages(language), *_cells(language, facts), *_charts(language)]


def notes(facts: Facts) -> list[str]:
    """A line for each draft."""
    notes = []
    for language in paths.DRAFTS:
        count = len(lacks(language, facts))
        draft = f"{locales.language(language).own_name} ({language}) is a draft"
        notes.append(f"{draft} and lacks {count} texts; `python -m scripts.check --drafts` lists them")
    return notes


def check(project: Project) -> Iterator[Problem]:
    """Find published languages that lack more than `MANY` texts; each is reported once."""
    file = TomlFile(paths.LANGUAGES_FILE, "")
    for language in paths.LANGUAGES[1:]:
        missing = lacks(language, project.facts)
        if len(missing) > MANY:
            first = f"{missing[0].file}: {missing[0].column}"
            wrong = f"is to be published and lacks {len(missing)} texts (first: {first})"
            yield file.problem((language,), wrong, 'all of them, or state = "draft", which `make serve` shows')


def _pages(language: str) -> Iterator[Problem]:
    """Find pages of the main language, and texts for newsletters, without a translation."""
    for folder in (paths.DOCS, paths.DOCS / "digest"):
        for page in sorted((folder / paths.MAIN).rglob("*.md")):
            translation = folder / language / page.relative_to(folder / paths.MAIN)
            if not translation.exists():
                expected = f"the page {paths.relative_path(page)}, written in {language!r}"
                yield Location(paths.relative_path(translation), column="page").problem("is missing", expected)


def _cells(language: str, facts: Facts) -> Iterator[Problem]:
    for row in facts.rows:
        for field in row.translated():
            column = row.column(field, language)
            if _needed(row, field, language) and not row.others.get(column):
                yield row.problem(column, "is empty", f"{row.column(field, paths.MAIN)} in {language!r}")


def _needed(row: Record, field: str, language: str) -> bool:
    if isinstance(row, QuoteRow) and field in row.WHERE_NEEDED:
        return bool(row.words) and row.language != language
    return untranslated.has_words(getattr(row, field) or "") and field not in row.NAMES


def _charts(language: str) -> Iterator[Problem]:
    for path in sorted((paths.ROOT / "scripts" / "charts").glob("*.toml")):
        texts = TomlFile(path, "").settings  # parse errors are reported by `discover`
        for name in texts.get(paths.MAIN, {}):
            if not texts.get(language, {}).get(name):
                expected = f"that of [{paths.MAIN}] in {language!r}"
                yield Location(paths.relative_path(path), column=f"[{language}] {name}").problem("is missing", expected)
