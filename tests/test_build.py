"""The build as a keeper meets it: what it says when something is wrong, and that it never harms the site that stands."""

import os
import subprocess
import sys

import pytest

from scripts import paths
from tests import checkout


@pytest.fixture
def project(tmp_path):
    """A copy of the project to damage, with a site that must survive."""
    copy = checkout.copy(tmp_path / "checkout")
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("the site that stands")
    return copy


def run(project, *command, **env):
    clean = {name: value for name, value in os.environ.items() if name not in ("BUILD_DIR", "SITE_DIR", "PYTHONPATH")}
    return subprocess.run([sys.executable, "-m", *command], cwd=project, env=clean | env, capture_output=True, text=True, timeout=300, check=False)


def change(project, name, old, new):
    file = project / name
    text = file.read_text("utf-8")
    assert old in text, f"{old!r} is no longer in {name}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def refused(project, *said):
    done = run(project, "scripts.build")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    for words in said:
        assert words in done.stderr, done.stderr
    assert (project / "site" / "index.html").read_text() == "the site that stands"


def test_bad_cells_in_two_files_are_reported_together_and_the_site_stands(project):
    change(project, "data/alpine_sales.csv", "10970", "10,970".replace(",", " "))
    change(project, "data/claims.csv", ",held,", ",kept,")
    refused(project, "data/alpine_sales.csv:", "units: '10 970' is not allowed", "data/claims.csv:", "verdict: 'kept' is not allowed; expected: held")


def test_an_unknown_marker_names_page_line_and_nearest_keys(project):
    change(project, "docs/en/index.md", "{{ alpine-2025 }}", "{{ alpine-2052 }}")
    refused(project, "docs/en/index.md:", "'alpine-2052' is not a key; nearest: alpine-2025")


def test_an_unknown_chart_names_those_that_exist(project):
    change(project, "docs/en/index.md", "/// chart | target-150000", "/// chart | target-15000")
    refused(project, "docs/en/index.md:", "target-15000", "there are: ")


def test_a_missing_word_names_its_key(project):
    change(project, "data/words.csv", "\nverdict.held,", "\nverdict.heldd,")
    refused(project, "verdict.held")


def test_plain_mkdocs_says_problems_without_a_traceback(project):
    for language in paths.LANGUAGES:
        (project / "build" / language / "pages").mkdir(parents=True)
    change(project, "data/claims.csv", ",held,", ",kept,")
    done = run(project, "mkdocs", "build", "-d", str(project / "out"))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "verdict: 'kept' is not allowed" in done.stderr


def test_plain_mkdocs_builds_after_set_up(project):
    for language in paths.LANGUAGES:
        (project / "build" / language / "pages").mkdir(parents=True)
    done = run(project, "mkdocs", "build", "-d", str(project / "out"))
    assert done.returncode == 0, done.stderr
    assert "10,970" in (project / "out" / "numbers" / "index.html").read_text("utf-8")


def test_without_a_browser_the_preview_says_so_on_the_page_and_publishing_is_refused(project):
    done = run(project, "scripts.build", "--preview", BROWSER_PATH=str(project / "none"))
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("warning: charts are missing") == 1 and "apt-get install chromium" in done.stderr
    for page, words in (("index.html", "This chart has not been drawn"), ("fr/index.html", "Ce graphique n’a pas été dessiné")):
        assert words in (project / "site" / page).read_text("utf-8")
    (project / "site" / "index.html").write_text("the site that stands")
    done = run(project, "scripts.build", BROWSER_PATH=str(project / "none"))
    assert done.returncode == 1 and "Without charts the site is not published" in done.stderr
    assert (project / "site" / "index.html").read_text() == "the site that stands"
