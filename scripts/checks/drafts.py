"""What a language still lacks, text by text: counted for a draft, and what keeps one from being published.

    data/languages.toml:34: de: is to be published and lacks 11 of 13 pages (strategy, ...); expected: all of it, or state = "draft"
"""

from collections.abc import Iterable, Iterator

from scripts import paths
from scripts.facts import settings, untranslated
from scripts.facts.dataset import Facts
from scripts.facts.records import QuoteRow, Record
from scripts.language import locales
from scripts.problems import Problem

MANY = 10
"""Texts of a kind that a published language may lack for each to be told; one that lacks more is no language yet."""
Lacks = dict[str, tuple[int, list[Problem]]]  # kind of text -> how many there are, and those that are missing


def lacks(language: str, facts: Facts) -> Lacks:
    """What a language lacks of that which the main one has."""
    kinds = {"pages": _pages(language), "cells": _cells(language, facts), "texts of charts": _charts(language)}
    found = {kind: list(texts) for kind, texts in kinds.items()}
    return {kind: (len(texts), [problem for problem in texts if problem]) for kind, texts in found.items()}


def notes(facts: Facts) -> list[str]:
    """A line for each draft."""
    missing = {language: sum(len(texts) for _, texts in lacks(language, facts).values()) for language in paths.DRAFTS}
    return [f"{locales.of(language).own_name} ({language}) is a draft and lacks {count} texts; `python -m scripts.check --drafts` lists them" for language, count in missing.items()]


def too_early(facts: Facts) -> Iterator[Problem]:
    """Languages that are to be published long before they can be."""
    text = paths.DECLARED.read_text("utf-8")
    for language in paths.LANGUAGES[1:]:
        found = lacks(language, facts)
        if any(len(missing) > MANY for _, missing in found.values()):
            first = ", ".join(f"{missing[0].file}: {missing[0].column}" for _, missing in found.values() if missing)
            said = f"is to be published and lacks {_said(found)} (first: {first}); expected: all of them, or state = \"draft\", which `make serve` shows"
            yield Problem(paths.relative_path(paths.DECLARED), settings.line_of(text, f"[{language}]"), language, said)


def _said(found: Lacks) -> str:
    return ", ".join(f"{len(missing)} of {count} {kind}" for kind, (count, missing) in found.items() if missing) or "nothing"


def _pages(language: str) -> Iterator[Problem | None]:
    """For each page of the main language, and each of its texts for newsletters, the problem that it has no twin."""
    for folder in (paths.DOCS, paths.DOCS / "digest"):
        for page in sorted((folder / paths.MAIN).rglob("*.md")):
            twin = folder / language / page.relative_to(folder / paths.MAIN)
            yield None if twin.exists() else Problem(paths.relative_path(twin), 0, "page", f"is missing; expected: the page {paths.relative_path(page)}, written in {language!r}")


def _cells(language: str, facts: Facts) -> Iterator[Problem | None]:
    for row in facts.rows:
        for field in row.translated():
            column = row.column(field, language)
            if _needed(row, field, language):
                yield None if row.others.get(column) else row.problem(column, f"is empty; expected: {row.column(field, paths.MAIN)} in {language!r}")


def _needed(row: Record, field: str, language: str) -> bool:
    if isinstance(row, QuoteRow) and field in row.WHERE_NEEDED:
        return bool(row.words) and row.language != language
    return untranslated.speaks(getattr(row, field) or "") and field not in row.NAMES


def _charts(language: str) -> Iterator[Problem | None]:
    for path in sorted((paths.ROOT / "scripts" / "charts").glob("*.toml")):
        told, *_ = settings.read(path, "")  # one that cannot be read is told where charts are found
        ours, file = told.get(language, {}), paths.relative_path(path)
        for name in told.get(paths.MAIN, {}):
            yield None if ours.get(name) else Problem(file, 0, f"[{language}] {name}", f"is missing; expected: that of [{paths.MAIN}] in {language!r}")


def told(facts: Facts) -> Iterable[Problem]:
    """Every text that a draft lacks."""
    return [problem for language in paths.DRAFTS for _, missing in lacks(language, facts).values() for problem in missing]
