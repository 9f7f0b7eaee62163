"""Loads the dataset: the tables listed in data/tables.toml, each with its kind of row, and the computed figures."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, create_model, model_validator

from scripts import paths
from scripts.facts import figures, untranslated
from scripts.facts.base_record import Record
from scripts.facts.declared import Declared, DeclaredRow, check_columns, declare
from scripts.facts.facts import Facts
from scripts.facts.reader import TableSpec, read
from scripts.facts.records import RECORD_KINDS
from scripts.problems import InvalidValue, Location, Problem, stop_on
from scripts.toml_file import TomlFile, one_of


class _Settings(BaseModel, extra="forbid", strict=True):
    """What tables.toml says of one table, besides its title in each language."""

    kind: Annotated[str, one_of(RECORD_KINDS)]
    may_be_empty: bool = False
    about: str = ""
    columns: dict[str, Declared] = {}

    @model_validator(mode="after")
    def _declared(self) -> Self:
        """Tables of figures and catalogues declare their columns; all others have fixed ones."""
        base = RECORD_KINDS[self.kind]
        if issubclass(base, DeclaredRow):
            if not self.about.endswith("."):
                raise InvalidValue("has no description of its rows", "about, a sentence with a full stop, and columns")
            check_columns(base, self.columns)
        elif self.about or self.columns:
            wrong = f"declares columns, and those of {self.kind} are fixed"
            raise InvalidValue(wrong, "kind figures or catalogue, or no about and columns")
        return self


_TITLES: dict[str, Any] = dict.fromkeys(paths.ALL_LANGUAGES, (str, ""))
TableSettings = create_model("TableSettings", __base__=_Settings, **_TITLES)


def read_listing(folder: Path) -> tuple[dict[str, TableSpec[Record]], list[Problem]]:
    """The specifications of a folder's tables, in the order of tables.toml, and the problems of that file."""
    listing = TomlFile(folder / "tables.toml", "a TOML file with one [table] for each CSV file")
    if listing.problems:
        return {}, listing.problems
    specs: dict[str, TableSpec[Record]] = {}
    for name in listing.settings:
        settings = listing.fit(TableSettings, name)
        if settings is None:
            continue
        titles = {language: getattr(settings, language).strip() for language in paths.ALL_LANGUAGES}
        untitled = [language for language in paths.LANGUAGES if not titles[language]]
        if untitled:  # the table is read all the same, since a language may lack far more
            expected = f"a title in every language ({', '.join(paths.LANGUAGES)})"
            listing.problems.append(listing.problem((name,), f"has no title in {untitled[0]!r}", expected))
        for draft in paths.DRAFTS:
            titles[draft] = titles[draft] or untranslated.mark(titles[paths.MAIN])
        kind = RECORD_KINDS[settings.kind]
        if issubclass(kind, DeclaredRow):
            kind = declare(kind, name, settings.about, settings.columns)
        specs[name] = TableSpec(kind, titles, settings.may_be_empty)
    return specs, [*listing.problems, *_unlisted(folder, listing)]


def _unlisted(folder: Path, listing: TomlFile) -> Iterator[Problem]:
    """Files of the folder that the list leaves out."""
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in listing.settings:
            wrong = f"is not listed in {paths.relative_path(listing.path)}"
            yield Location(paths.relative_path(path)).problem(wrong, f"files listed there, so add [{path.stem}]")


def load_dataset(folder: Path = paths.DATA) -> Facts:
    """Read every table that data/tables.toml lists. Raises `ProblemsFound` with all problems of all files."""
    facts, problems = read_dataset(folder)
    stop_on(problems)
    return facts


def read_dataset(folder: Path = paths.DATA) -> tuple[Facts, list[Problem]]:
    """What can be read, and the parse errors of the rest; without any, the errors of computed figures.

    Figures are computed only if all rows can be read: one that uses an unread row would only repeat its problem.
    """
    listing, problems = read_listing(folder)
    tables = {}
    for name, spec in listing.items():
        tables[name] = read(folder / f"{name}.csv", spec)
        problems += tables[name].problems
    figures_by_key, of_figures = figures.compute(Facts(tables))
    return Facts(tables, figures_by_key), problems or of_figures
