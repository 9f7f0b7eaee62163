"""Numbers in words, two and above, in headlines and in titles of charts: no marker can write them.

So they are held to the figures that are named for them. A page names them in its front matter (`counts: promises, promises-held`),
a chart in its TOML (`counts = ["all", "held"]`, from `values(rows, fmt)`), in the order in which they are said. A number that counts
nothing of data/ is named by itself: `counts: 24`.

    docs/en/scorecard.md:7: headline: says Fifteen, two where data/ gives 16 (promises), 2 (promises-held); expected: these numbers ...
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from scripts.facts.facts import Facts
from scripts.index.written import WrittenPage
from scripts.language import locales
from scripts.problems import Location, Problem, choices_near
from scripts.project import Project


def check(project: Project) -> Iterator[Problem]:
    numbers = numbers_of(project.facts)
    for page in project.all_pages:
        line = next((heading.line for heading in page.headings if heading.level == 1), 1)
        location = page.place_of(line, "headline")
        yield from miscounts(page.headline, page.language, counts_of(page), numbers, location)
    for chart in project.all_charts:
        counts = chart.definition.settings.counts
        location = chart.definition.place_of(chart.language, "title")
        yield from miscounts(chart.text("title"), chart.language, counts, chart.fmt.values, location)


def counts_of(page: WrittenPage) -> list[str]:
    """The figures that the numbers in words of a page are held to, by its front matter."""
    return re.findall(r"[^,\s]+", page.meta.get("counts", ""))


def numbers_of(facts: Facts) -> dict[str, object]:
    return {key: figure.number for key, figure in facts.figures.items()}


def miscounts(
    text: str, language: str, counts: Sequence[str], numbers: Mapping[str, object], location: Location
) -> Iterator[Problem]:
    """Numbers in words of a text that are not those of what they count."""
    counting = locales.language(language).counting.split()[2:]
    if not counting:
        return
    figures = {name: name if name.isdecimal() else str(numbers.get(name)) for name in counts}
    for name, figure in figures.items():
        if not figure.isdecimal():
            whole = [name for name, number in numbers.items() if str(number).isdecimal()]
            wrong = f"{name!r} is not the name of a whole number here"
            expected = f"{choices_near(name, whole)}; or a number that counts nothing of data/, in digits"
            yield location.problem(wrong, expected)
            return
    pattern = rf"(?<![\w-])(?:{'|'.join(f'({word})' for word in counting)})(?![\w-])"
    matches = list(re.finditer(pattern, text, re.I))
    in_words = ", ".join(match[0] for match in matches)
    stated = [match.lastindex + 1 for match in matches]
    if stated and not counts:
        wrong = f"says {in_words}, and nothing holds that to the rows"
        expected = "`counts` in this file, a name for each of them; one that counts nothing of data/ is named by itself, in digits"
        yield location.problem(wrong, expected)
    elif stated != [int(figures[name]) for name in counts if int(figures[name]) > 1]:
        given = ", ".join(f"{figures[name]} ({name})" for name in counts)
        wrong = f"says {in_words or 'no number'} where data/ gives {given}"
        expected = "these numbers in words, in this order, or `counts` in this file as the words count"
        yield location.problem(wrong, expected)
