"""Every address that was published, in tests/published_addresses.txt: one on the list never dies, which the tests of the site hold.

A new one is only noted, since a web editor cannot run `make fix`; that adds it, and the nightly tests ask for it.
"""

from collections.abc import Iterator

from scripts import paths
from scripts.checks.project import Project
from scripts.index import written
from scripts.outputs import generated
from scripts.problems import Problem

PUBLISHED = paths.ROOT / "tests" / "published_addresses.txt"


def check_accepted(project: Project) -> Iterator[Problem]:
    """Addresses that are not yet on the list."""
    for address in _new_addresses(project):
        wrong = f"{address} is a new address; `make fix` adds it, so that it is never lost"
        yield Problem(paths.relative_path(PUBLISHED), 0, "", wrong, severity="note")


def accept(project: Project) -> Iterator[str]:
    """Add all new addresses to the list; what was added."""
    addresses = _new_addresses(project)
    if addresses:
        with PUBLISHED.open("a", encoding="utf-8") as file:
            file.writelines(f"{address}\n" for address in addresses)
        yield f"added {', '.join(addresses)} to {paths.relative_path(PUBLISHED)}"


def _new_addresses(project: Project) -> list[str]:
    published = PUBLISHED.read_text("utf-8").split() if PUBLISHED.exists() else []
    addresses = set()
    for edition in project.editions.values():
        addresses.update(map(edition.address_of, written.pages(edition)))
        addresses.update(edition.address_of(name) for name, _ in generated.pages(edition))
    return sorted(addresses.difference(published))
