"""Where an edition is published, and what it shows of that."""

import pytest

from scripts import paths
from scripts.editions import editions_of


@pytest.mark.parametrize(("root", "printed"), [
    ("https://example.org/alpine/", "example.org/alpine"), ("http://127.0.0.1:8000/", "127.0.0.1:8000"), ("/", ""),
])
def test_every_edition_knows_the_root_of_the_site(facts, root, printed):
    editions = editions_of(facts, {}, root)
    assert {edition.address for edition in editions.values()} == {root + paths.prefix(language) for language in paths.LANGUAGES}
    assert {(edition.root, edition.printed_root) for edition in editions.values()} == {(root, printed)}
