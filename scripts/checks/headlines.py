"""What stands at the head of the site: statuses, and the pages that rows send readers to."""

from collections.abc import Collection, Iterator

from scripts import paths
from scripts.facts.dataset import Facts
from scripts.facts.nearest import hint
from scripts.facts.records import StatusRow
from scripts.index import markers
from scripts.problems import Problem

_TEXTS = ("state", "detail")


def statuses(facts: Facts) -> Iterator[Problem]:
    """Headline statuses that are not sure enough, name no figure, or are dated after they were checked."""
    for status in facts.of_kind("status"):
        if status.confidence == "low":
            yield status.problem("confidence", "'low' in a headline; expected: high or medium")
        if status.as_of.first_day > status.last_checked:
            message = f"'{status.last_checked}' is before the newest evidence, {str(status.as_of)!r}; expected: its day or later"
            yield status.problem("last_checked", message)
        yield from _markers(facts, status)


def _markers(facts: Facts, status: StatusRow) -> Iterator[Problem]:
    for column, text in ((status.column(field, language), status.word(field, language)) for field in _TEXTS for language in paths.LANGUAGES):
        for marker in markers.find(text):
            if any(facts.excused(name, "figures", "computed") for name in marker.names):
                continue
            wrong = markers.error_of(marker, facts) if marker.kind == "figure" else f"{marker.kind!r} marker in a headline"
            if wrong:
                yield status.problem(column, f"{wrong}; expected: keys of figures")
                continue
            for figure in (facts.figures[key] for key in marker.names):
                if figure.confidence == "low":
                    message = f"{figure.key!r} is a figure of low confidence ({figure.place}); allowed in a headline: high or medium"
                    yield status.problem(column, message)


def pages_exist(facts: Facts, pages: Collection[str]) -> Iterator[Problem]:
    """Statuses, updates and corrections that send readers to a page which is not there."""
    for kind in ("status", "updates", "corrections"):
        for row in facts.of_kind(kind):
            if row.page not in pages:
                message = f"{row.page!r} is not a page; expected: {', '.join(sorted(pages))}"
                yield row.problem("page", message + hint(row.page, pages))
