"""Of this story: the build as a keeper meets it: what it says when something is wrong, and that it never harms the site that stands."""

import pytest

from scripts import paths
from tests import checkout, editions
from tests.test_build import change, project, refused


@pytest.mark.slow
def test_bad_cells_in_two_files_are_reported_together_and_the_site_stands(project):
    cars = editions.current().facts.figures["alpine-2025"].number
    change(project, "data/alpine_sales.csv", f",{cars},", ",10 970,")
    change(project, "data/claims.csv", ",held,", ",kept,")
    refused(
        project,
        "data/alpine_sales.csv:",
        "units: '10 970' is not allowed",
        "data/claims.csv:",
        "verdict: 'kept' is not allowed; expected: held",
    )


def test_a_missing_word_is_named_and_an_unknown_marker_and_chart_name_those_that_are_near(project):
    change(project, "data/words.csv", "\nverdict.held,", "\nverdict.heldd,")
    change(project, "docs/en/index.md", "{{ alpine-2025 }}", "{{ alpine-2052 }}")
    change(project, "docs/en/numbers.md", "/// chart | target-150000", "/// chart | target-15000")
    refused(
        project,
        "docs/en/index.md:",
        "'alpine-2052' is not a key of figures",
        "nearest: alpine-2025",
        "docs/en/numbers.md:",
        "'target-15000' is not a chart; expected: ",
        "verdict.held is missing",
    )


def test_plain_mkdocs_says_problems_without_a_traceback(project):
    for language in paths.LANGUAGES:
        (project / "build" / language / "pages").mkdir(parents=True)
    change(project, "data/claims.csv", ",held,", ",kept,")
    done = checkout.run(project, "-m", "mkdocs", "build", "-d", str(project / "out"))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "verdict: 'kept' is not allowed" in done.stderr
