"""The checks, by when they run: `before` on data, words and pages, `after` on the built site.

    python -m scripts.check          everything that can be known without building, all problems at once
    python -m scripts.check --fix    mend what can be mended by rule: typography, the column dictionary
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts import paths
from scripts.checks import data, editions, outline, pages, site, style, words
from scripts.drawing import discover
from scripts.edition import current, forget
from scripts.facts import columns, dataset, dictionary
from scripts.problems import Problem, ProblemsFound, report, stop_on


def gather(languages: tuple[str, ...] = paths.LANGUAGES) -> tuple[list[Problem], list[Problem]]:
    """Every problem that can be known without building: those that leave no page to show, and those of finish.

    Data, words that are missing, markers and charts stop a preview too. Typography, editions out of step and words that
    nothing uses stop only publishing, so that a keeper can look at a page while writing it.
    """
    facts, found = dataset.gather()
    written = outline.read_all(paths.DOCS, languages)
    named = {name for edition in written.values() for name in edition}
    cited = {
        name for edition in written.values() for page in edition.values() for marker in page.markers if marker.kind == "cite" for name in marker.names
    }
    try:
        charts = discover.discover(languages)
    except ProblemsFound as broken:
        found, charts = found + broken.problems, {}
    found += data.problems(facts, cited=cited, pages=named)
    listed, asked = facts.of_kind("words"), words.scan(paths.ROOT)
    found += words.problems(listed, asked=asked)
    if charts:
        found += pages.problems(written, facts, charts)
    finish = editions.problems(written) + editions.unreviewed(written) + style.problems() + dictionary.stale() + columns.problems() + words.unused(listed, asked=asked)
    return found or _texts_of_charts(languages), finish


def _texts_of_charts(languages: tuple[str, ...]) -> list[Problem]:
    """What only shows when a chart's rows are made: done once the data is sound."""
    found: list[Problem] = []
    forget()
    for language in languages:
        edition = current(language)
        for slug in edition.charts:
            try:
                edition.chart(slug)
            except ProblemsFound as broken:
                found += broken.problems
    return found


def before(languages: tuple[str, ...] = paths.LANGUAGES, *, preview: bool = False) -> None:
    """Raises `ProblemsFound` with all that `gather` finds; a preview only warns of what is not finished."""
    found, finish = gather(languages)
    if preview and not found:
        for problem in finish:
            print(f"warning: {problem}", file=sys.stderr)
        return
    stop_on(found + finish)


def after(built: Path, address: str) -> None:
    """The built site, page by page. Raises `ProblemsFound` with all of it."""
    stop_on(site.problems(built, address))


def fix() -> None:
    """Mend what can be mended by rule, and say what was changed."""
    for changed in style.fix_all():
        print(f"mended {changed}")
    if dictionary.write():
        print("mended data/README.md")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--fix", action="store_true", help="mend what can be mended by rule first")
    options = parser.parse_args(arguments)
    try:
        if options.fix:
            fix()
        before()
    except ProblemsFound as found:
        return report(found)
    print("data, words and pages: no problem found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
