"""Numbers in words, from two on, in headlines, and fixed words in chart titles: no marker fills them in.

So they are compared with declared figures. A page names figures in its front matter (`counts: promises, promises-held`), in the
order in which they are said; one that counts nothing of data/ is named by itself, in digits: `counts: 24`. A chart says in its
TOML what its titles say: `title_says = {came = 2, "state[us]" = "changed"}`.

    docs/en/scorecard.md:7: headline: says Fifteen, two where data/ gives 16 (promises), 2 (promises-held); expected: these numbers ...
    scripts/charts/promise_outcome.toml:6: title_says.came: says 2, but the rows give '3'; expected: titles that say so, ...
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from scripts.drawing.chart import Chart
from scripts.facts.facts import Facts
from scripts.index.markdown_pages import MarkdownPage
from scripts.language import locales
from scripts.problems import Location, Problem, choices_near
from scripts.project import Project


def check(project: Project) -> Iterator[Problem]:
    """Find headlines and chart titles whose own words no longer match the rows."""
    numbers = numbers_of(project.facts)
    for page in project.all_pages:
        line = next((heading.line for heading in page.headings if heading.level == 1), 1)
        location = page.place_of(line, "headline")
        yield from miscounts(page.headline, page.language, counts_of(page), numbers, location)
    for chart in project.all_charts:
        yield from _untrue_titles(chart)


def _untrue_titles(chart: Chart) -> Iterator[Problem]:
    """Find what a title's own words say and its rows no longer give, and numbers among them that are not declared."""
    title_says = chart.definition.settings.title_says
    for name, stated in title_says.items():
        given = chart.fmt.filled(f"{{{name}}}")
        if given != str(stated):
            wrong = f"says {stated!r}, but the rows give {given!r}"
            expected = f"titles that say so, then {given!r} here"
            yield chart.definition.place_of("title_says", name).problem(wrong, expected)
    own_words = re.sub(r"{.*?}", "", chart.fmt.texts["title"])
    numbers = {name: stated for name, stated in title_says.items() if isinstance(stated, int)}
    location = chart.definition.place_of(chart.language, "title")
    yield from miscounts(own_words, chart.language, list(numbers), numbers, location, setting="title_says")


def counts_of(page: MarkdownPage) -> list[str]:
    """The figures that the numbers in words of a page are held to, by its front matter."""
    return re.findall(r"[^,\s]+", page.meta.get("counts", ""))


def numbers_of(facts: Facts) -> dict[str, object]:
    return {key: figure.number for key, figure in facts.figures.items()}


def miscounts(
    text: str,
    language: str,
    counts: Sequence[str],
    numbers: Mapping[str, object],
    location: Location,
    setting: str = "counts",
) -> Iterator[Problem]:
    """Find numbers in words of a text that are not those of what they count, which a setting of its file names."""
    counting = locales.language(language).number_patterns.split()[2:]
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
    stated = [(match.lastindex or 0) + 1 for match in matches]
    if stated and not counts:
        wrong = f"says {in_words}, and nothing holds that to the rows"
        expected = f"`{setting}` in this file, a name for each of them"
        yield location.problem(wrong, expected)
    elif stated != [int(figures[name]) for name in counts if int(figures[name]) > 1]:
        given = ", ".join(f"{figures[name]} ({name})" for name in counts)
        wrong = f"says {in_words or 'no number'} where data/ gives {given}"
        expected = f"these numbers in words, in this order, or `{setting}` in this file as the words count"
        yield location.problem(wrong, expected)
