"""Numbers in words, two and above, in headlines and in titles of charts: no marker can write them.

So they are held to the figures that are named for them. A page names them in its front matter (`counts: promises, promises-held`),
a chart in its TOML (`counts = ["all", "held"]`, from `values(rows, fmt)`), in the order in which they are said. A number that counts
nothing of data/ is named by itself: `counts: 24`.

    docs/en/scorecard.md:7: headline: says Fifteen, two where data/ gives 16 (promises), 2 (promises-held); expected: these numbers ...
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from scripts.checks.project import Project
from scripts.drawing.chart import PreparedChart
from scripts.facts.tables import Facts
from scripts.index.written import WrittenPage
from scripts.language import locales
from scripts.problems import Problem, UnknownName


def check(project: Project) -> Iterator[Problem]:
    yield from in_headlines(project.all_pages, project.facts)
    yield from in_titles(project.prepared_charts)


def in_headlines(pages: Iterable[WrittenPage], facts: Facts) -> Iterator[Problem]:
    for page in pages:
        line = next((heading.line for heading in page.headings if heading.level == 1), 1)
        for told in wrongly(page.headline, page.language, named(page), numbers(facts), "`counts: KEY` in the front matter"):
            yield page.problem(line, "headline", *told)


def named(page: WrittenPage) -> list[str]:
    """What a page says that its numbers in words count."""
    return re.findall(r"[^,\s]+", page.meta.get("counts", ""))


def numbers(facts: Facts) -> dict[str, object]:
    return {key: figure.number for key, figure in facts.figures.items()}


def in_titles(charts: Iterable[PreparedChart]) -> Iterator[Problem]:
    for chart in charts:
        definition, language = chart.definition, chart.language
        bind = "`counts = [\"NAME\"]` in this file, NAME of values(rows, fmt)"
        for told in wrongly(chart.text("title"), language, definition.counts, chart.fmt.values, bind):
            yield Problem(*definition.place_of(language, "title"), *told)


def wrongly(
    text: str, language: str, names: Iterable[str], known: Mapping[str, object], bind: str
) -> Iterator[tuple[str, str]]:
    """What is wrong with the numbers in words of a text, and what is expected, given the names of what they count.

    `bind` says where these are written.
    """
    if not (counting := locales.of(language).counting.split()[2:]):
        return
    found = list(re.finditer(rf"(?<![\w-])(?:{'|'.join(f'({word})' for word in counting)})(?![\w-])", text, re.I))
    said = ", ".join(match[0] for match in found)
    each = "once for each number in words; one that counts nothing of data/ is named by itself, in digits"
    figures = {name: name if name.isdecimal() else str(known.get(name)) for name in names}
    if odd := next((name for name, figure in figures.items() if not figure.isdecimal()), ""):
        error = UnknownName(odd, "the name of a whole number here", [name for name, number in known.items() if str(number).isdecimal()])
        yield error.wrong, f"{error.expected}; or a number that counts nothing of data/, in digits"
    elif said and not figures:
        yield f"says {said}, and nothing holds that to the rows", f"{bind}, {each}"
    elif [match.lastindex + 1 for match in found] != [int(figures[name]) for name in names if int(figures[name]) > 1]:
        given = ", ".join(f"{figures[name]} ({name})" for name in names)
        expected = f"these numbers in words, in this order, or {bind} as the words count"
        yield f"says {said or 'no number'} where data/ gives {given}", expected
