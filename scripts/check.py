"""The checks that need no build: of data, words and pages. The built site has its own, scripts/checks/site.py.

    python -m scripts.check          everything that can be known without building, all problems at once
    python -m scripts.check --mend   mend what can be mended by rule: typography, tables' form, the column dictionary
    python -m scripts.check --fix    the same, and accept charts and addresses as they are
    python -m scripts.check --drafts list every text that a draft language lacks
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable

from scripts import edition, paths
from scripts.checks import (
    counts,
    data,
    digests,
    drafts,
    editions,
    heads,
    markdown,
    news,
    pages,
    quotes,
    reading,
    style,
    values,
    verdicts,
    words,
)
from scripts.drawing import discover, theme
from scripts.drawing.chart import slug_of
from scripts.drawing.sheet import figure_of
from scripts.edition import Edition
from scripts.facts import columns, dataset, freshness
from scripts.index import written
from scripts.language import locales
from scripts.problems import Problem, ProblemsFound, annotate_on_github, command, stop_on
from scripts.site import accepted


def gather(root: str = "/") -> tuple[list[Problem], list[Problem], dict[str, Edition]]:
    """Every problem that can be known without building, and the editions that were read. `root`: the site's address.

    The first list leaves no page to show: data, missing words, markers and charts, which stop a preview too. The second,
    typography, editions out of step and words that nothing uses, stops only publishing, so that a keeper can look at a
    page while writing it. Raises `ProblemsFound` where languages are declared wrongly, since everything follows from them.
    """
    stop_on(locales.problems())
    facts, rows = dataset.read_dataset()
    stop_on(rows if not facts.kinds else drafts.too_early(facts))  # without the list of tables all else would be told as missing
    texts = written.read_all(paths.DOCS, paths.LANGUAGES)
    every_page = [page for pages in texts.values() for page in pages.values()]
    cited = {name for page in every_page for name in page.names("cite")}
    named = {f"charts/{slug_of(file.stem)}" for file in (paths.ROOT / "scripts" / "charts").glob("*.toml")}
    named |= {page.name for page in every_page}
    rows += [*data.problems(facts, cited=cited, pages=named), *quotes.problems(facts)]
    rows += [*verdicts.disagreements(facts, texts), *verdicts.examples(facts, texts), *verdicts.alike(facts)]
    asked = words.mentioned()
    rows += words.problems(facts, asked)
    try:
        freshness.load(facts)
    except ProblemsFound as broken:
        rows += broken.problems
    unfinished = [*editions.problems(texts), *reading.problems(every_page), *style.problems()]
    unfinished += [*columns.stale(), *columns.problems(), *words.unused(facts, asked)]
    unfinished += [*heads.in_menu(texts[paths.MAIN]), *heads.addresses(texts[paths.MAIN])]
    found = [*rows, *heads.needs(facts, texts), *markdown.conflicts(), *news.problems(facts)]
    try:
        charts = discover.discover(paths.LANGUAGES)
    except ProblemsFound as broken:
        return found + broken.problems, unfinished, edition.made_of(facts, {}, root)
    read = edition.made_of(facts, charts, root)
    found += [*pages.problems(texts, facts, charts), *pages.of_charts(charts.values(), texts[paths.MAIN], facts)]
    if not rows:  # what is made of rows is looked at once these are sound, so that a bad cell is told and not what follows from it
        broken = _broken_charts(read.values())
        found += broken
        if not broken:
            drawn = [chart for published in read.values() for chart in published.all_charts]
            found += [*digests.problems(read), *quotes.on_pages(facts, texts, drawn)]
            unfinished += [*counts.in_headlines(every_page, facts), *counts.in_titles(drawn)]
    return found, unfinished, read


def _broken_charts(read: Iterable[Edition]) -> list[Problem]:
    """Charts whose rows, texts or drawings stop with an error, or leave a value outside an axis; the browser measures their letters."""
    found: dict[tuple[str, int, str], Problem] = {}  # by place, since what is wrong in one language is wrong in all
    for published, slug in [(each, slug) for each in read for slug in each.charts]:
        try:
            for shape in theme.IN_PAGES.values():
                figure_of(published.chart(slug), shape, published.facts)
        except ProblemsFound as broken:
            found = {(one.file, one.line, one.column): one for one in broken.problems} | found
    return list(found.values())


def load_checked(root: str) -> dict[str, Edition]:
    """The editions, by language. Raises `ProblemsFound` with what a person has to mend; only warns of what a rule can mend."""
    found, unfinished, read = gather(root)
    warned = [problem for problem in unfinished if problem.by_rule]
    stop_on(problem for problem in found + unfinished if problem not in warned)
    for problem in warned:
        print(f"warning: {problem}", file=sys.stderr)
    return read


@command
def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--fix", action="store_true", help="first mend what can be mended by rule, and accept charts and addresses")
    parser.add_argument("--mend", action="store_true", help="first mend what can be mended by rule")
    parser.add_argument("--drafts", action="store_true", help="only list every text that a draft language lacks")
    options = parser.parse_args(arguments)
    if options.drafts:
        facts, _ = dataset.read_dataset()
        lacking = [text for language in paths.DRAFTS for text in drafts.lacks(language, facts)]
        print(*lacking, *(f"note: {note}" for note in drafts.notes(facts)), sep="\n")
        return
    if options.fix or options.mend:  # what a web editor cannot type or run; publishing does it too, in its own copy
        for changed in [*style.fix_all(), *(["data/README.md"] if columns.write() else [])]:
            print(f"mended {changed}")
    found, unfinished, read = gather()
    for done in accepted.accept(read) if options.fix and not found + unfinished else ():
        print(done)
    by_rule = Counter(f"{problem.file}:{problem.line}" for problem in unfinished if problem.by_rule)
    redrawn, following = accepted.differences(read) if not found else ([], [])
    stop_on([*found, *(problem for problem in unfinished if not problem.by_rule), *redrawn])
    remedy = "`make fix` mends it, and publishing does in its own copy"
    notes = [f"{place}: {count} of typography; {remedy}" for place, count in by_rule.items()]
    notes += [*editions.notes(written.read_all(paths.DOCS, paths.LANGUAGES)), *following]
    questions = list(values.questions(read[paths.MAIN].facts))
    for note in notes:
        print(f"note: {note}")
    for question in questions:
        print(f"question: {question}")
        annotate_on_github(question, "warning")
    asked = f"; {len(questions)} question{'s' if len(questions) > 1 else ''} above" if questions else ""
    print(f"data, words and pages: no problem found{asked}")


if __name__ == "__main__":
    sys.exit(main())
