"""Of this story: the build as a keeper meets it: what it says when something is wrong, and that it never harms the site that stands."""

import pytest

from scripts import paths
from tests import checkout, editions


@pytest.mark.slow
def test_bad_cells_in_two_files_are_reported_together_and_the_site_stands(project_copy):
    cars = editions.current().facts.figures["alpine-2025"].number
    checkout.change(project_copy / "data/alpine_sales.csv", f",{cars},", ",10 970,")
    checkout.change(project_copy / "data/claims.csv", ",held,", ",kept,")
    checkout.refuse_build(
        project_copy, "data/alpine_sales.csv:", "units: '10 970' is not allowed", "data/claims.csv:",
        "verdict: 'kept' is not allowed; expected: held",
    )


def test_a_missing_word_is_named_and_an_unknown_marker_and_chart_name_those_that_are_near(project_copy):
    checkout.change(project_copy / "data/words.csv", "\nverdict.held,", "\nverdict.heldd,")
    checkout.change(project_copy / "docs/en/index.md", "{{ alpine-2025 }}", "{{ alpine-2052 }}")
    checkout.change(project_copy / "docs/en/numbers.md", "/// chart | target-150000", "/// chart | target-15000")
    checkout.refuse_build(
        project_copy, "docs/en/index.md:", "'alpine-2052' is not a key of figures", "nearest: alpine-2025",
        "docs/en/numbers.md:", "'target-15000' is not a chart; expected: ", "verdict.held is missing",
    )


def test_plain_mkdocs_says_problems_without_a_traceback(project_copy):
    for language in paths.LANGUAGES:
        (project_copy / "build" / language / "pages").mkdir(parents=True)
    checkout.change(project_copy / "data/claims.csv", ",held,", ",kept,")
    done = checkout.run(project_copy, "-m", "mkdocs", "build", "-d", str(project_copy / "out"))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "verdict: 'kept' is not allowed" in done.stderr
