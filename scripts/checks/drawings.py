"""Whether every chart can be drawn."""

from itertools import product

from scripts.drawing import theme
from scripts.drawing.plot import plot_of
from scripts.problems import Problem, ProblemsFound
from scripts.project import Project


def check(project: Project) -> list[Problem]:
    """Find charts whose rows, texts or drawings stop with an error, or leave a value outside an axis; a browser measures letters."""
    problems: dict[tuple[str, int, str], Problem] = {}  # by place, since what is wrong in one language is wrong in all
    for edition, slug in product(project.editions.values(), project.chart_definitions):
        try:
            for shape in theme.IN_PAGES.values():
                plot_of(edition.chart(slug), shape, project.facts)
        except ProblemsFound as error:
            for problem in error.problems:
                problems.setdefault((problem.file, problem.line, problem.column), problem)
    return list(problems.values())
