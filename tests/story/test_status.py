"""The status in a line, as programs and frames are told it."""

import re

import pytest

from scripts import paths
from scripts.editions import Edition
from scripts.outputs import status
from tests import editions
from tests.conftest import ADDRESS


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_the_status_line_follows_the_row(language):
    edition = editions.current(language)
    first, *rest = edition.facts.of_kind("status")
    state = first.each("state")[language].lower()
    patterns = {
        "en": rf"Alpine in America: {state} since April 2025 \(checked \d+ November 2026\)",
        "fr": rf"Alpine en Amérique.: {state} depuis avril 2025 \(vérifié le \d+ novembre 2026\)",
    }
    assert re.fullmatch(patterns[language], status.headline(edition))
    later_row = first.model_copy(
        update={"state": "Sold in Miami", "others": first.others | {"state_fr": "En vente à Miami"}, "since": None}
    )
    facts = editions.with_rows(edition.facts, "status", [later_row, *rest])
    changed = Edition(language, facts, edition.chart_definitions, ADDRESS)
    assert {"en": "Alpine in America: sold in Miami (checked", "fr": "en vente à Miami (vérifié"}[language] in status.headline(changed)
