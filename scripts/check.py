"""The checks that need no build: of data, words and pages. The built site has its own, scripts/checks/built_site.py.

python -m scripts.check          everything that can be known without building, all problems at once
python -m scripts.check --mend   mend what can be mended by rule: typography, tables' form, the column dictionary
python -m scripts.check --drafts list every text that a draft language lacks
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from scripts import paths
from scripts.checks import (
    data,
    dates,
    digests,
    drafts,
    drawings,
    editions,
    markdown,
    navigation,
    news,
    number_words,
    pages,
    quotes,
    reading,
    references,
    style,
    values,
    verdicts,
    words,
)
from scripts.editions import Edition
from scripts.facts import column_dictionary, dataset, freshness
from scripts.index import allowed_figures
from scripts.problems import Problem, ProblemsFound, annotate_on_github, command, stop_on
from scripts.project import Project, read_project

Check = Callable[[Project], Iterable[Problem]]


def check_freshness(project: Project) -> list[Problem]:
    """The rules that say how old a row may get."""
    try:
        freshness.load(project.facts)
    except ProblemsFound as error:
        return error.problems
    return []


def check_columns(_: Project) -> Iterator[Problem]:
    """The column dictionary and its translations."""
    yield from column_dictionary.stale()
    yield from column_dictionary.check()


def check_pages(project: Project) -> Iterator[Problem]:
    """Each page by itself, and the list of figures that it may hold."""
    yield from allowed_figures.load().problems
    for page in project.all_pages:
        for check in (pages.check, markdown.check, reading.check):
            yield from check(page)


ROW_CHECKS: tuple[Check, ...] = (data.check, values.check, dates.check, verdicts.check, words.check, check_freshness)
"""Without these no page can be shown: a preview refuses rows that do not pass."""
CROSS_REFERENCE_CHECKS: tuple[Check, ...] = (
    quotes.check,
    news.check,
    verdicts.check_like_claims,
    verdicts.check_pages,
    values.check_unlikely,
    data.check_unused_sources,
    check_columns,
    navigation.check,
    references.check,
)
"""References and consistency between tables, pages and charts."""
TEXT_CHECKS: tuple[Check, ...] = (check_pages, editions.check, style.check)
"""Texts, without the rows they name."""
CHART_CHECKS: tuple[Check, ...] = (digests.check, quotes.check_first_met, number_words.check)
"""Texts filled from rows, once the rows are valid."""


def run(checks: Iterable[Check], project: Project) -> list[Problem]:
    return [problem for check in checks for problem in check(project)]


def check_rows(project: Project) -> list[Problem]:
    """Parse errors; if there are none, errors in rows that would stop a page from rendering."""
    return list(project.unread) or run(ROW_CHECKS, project)


def check_all(project: Project) -> list[Problem]:
    """Everything that can be known without building, of every severity.

    If a file cannot be read, only that and checks of single texts are reported: references to its rows would all fail too.
    """
    if early := list(drafts.check(project)):
        return early
    problems = check_rows(project)
    if not problems:
        problems += drawings.check(project) or run(CHART_CHECKS, project)
    if not project.unread:
        problems += run(CROSS_REFERENCE_CHECKS, project)
    return problems + run(TEXT_CHECKS, project)


def load_checked(root: str) -> dict[str, Edition]:
    """The editions, by language. Raises `ProblemsFound` with what a person has to mend; only warns of what a rule can mend."""
    project = read_project(root)
    problems = check_all(project)
    stop_on(problems)
    for problem in problems:
        if problem.severity == "fixable":
            print(f"warning: {problem}", file=sys.stderr)
    return project.editions


@command
def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--mend", action="store_true", help="first mend what can be mended by rule")
    parser.add_argument("--drafts", action="store_true", help="only list every text that a draft language lacks")
    options = parser.parse_args(arguments)
    if options.drafts:
        list_drafts()
        return
    if options.mend:  # what a web editor cannot type or run; publishing does it too, in its own copy
        mend()
    problems = check_all(read_project())
    stop_on(problems)
    report_rest(problems)


def list_drafts() -> None:
    facts, _ = dataset.read_dataset()
    for language in paths.DRAFTS:
        print(*drafts.lacks(language, facts), sep="\n")
    for note in drafts.notes(facts):
        print(f"note: {note}")


def mend() -> None:
    changed = style.fix_all()
    if column_dictionary.write():
        changed.append("data/README.md")
    for file in changed:
        print(f"mended {file}")


def report_rest(problems: Iterable[Problem]) -> None:
    """Print what does not stop a build: fixable problems, notes and questions."""
    for problem in sorted(problems, key=attrgetter("severity")):
        print(f"{problem.severity}: {problem}")
        if problem.severity == "question":
            annotate_on_github(problem, "warning")
    count = Counter(problem.severity for problem in problems)
    summary = "data, words and pages: no problem found"
    if count["fixable"]:
        summary += f"; {count['fixable']} above that `make fix` mends, and publishing in its own copy"
    if count["question"]:
        summary += f"; {count['question']} question{'s' if count['question'] > 1 else ''} above"
    print(summary)


if __name__ == "__main__":
    sys.exit(main())
