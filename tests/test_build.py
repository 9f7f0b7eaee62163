"""The build as a keeper meets it: what it says when something is wrong, and that it never harms the site that stands."""

import pytest

from scripts import build as builder
from scripts import paths
from tests import checkout


@pytest.mark.parametrize(("setting", "meant"), [("", "build"), ("../elsewhere", "../elsewhere"), ("/elsewhere", "/elsewhere")])
def test_folders_are_absolute_since_the_browser_that_draws_looks_from_elsewhere(setting, meant):
    """An empty or relative BUILD_DIR once gave the browser a file of fonts that it could not find, and charts in another type."""
    output = checkout.succeed(paths.ROOT, "-c", "from scripts import paths; print(paths.BUILD)", BUILD_DIR=setting)
    assert output.strip() == str((paths.ROOT / meant).resolve())


@pytest.mark.slow  # the whole site; that plain mkdocs starts, and tells what is wrong, is shown every time
def test_plain_mkdocs_builds_after_set_up(project_copy):
    for language in paths.LANGUAGES:
        (project_copy / "build" / language / "pages").mkdir(parents=True)
    checkout.succeed(project_copy, "-m", "mkdocs", "build", "-d", str(project_copy / "out"))
    pages = [file.read_text("utf-8") for file in (project_copy / "out").rglob("index.html")]
    assert any('class="fact"' in page for page in pages)


def test_without_a_browser_publishing_is_refused(project_copy):
    checkout.refuse_build(
        project_copy, "which is not a file", "install Chrome or Chromium (on Debian: sudo apt-get install chromium)",
        "Without charts the site is not published", BROWSER_PATH=str(project_copy / "none"),
    )


@pytest.mark.parametrize("name", [
    "data/words.csv", "docs/moved.csv", "overrides/css/a.css", "scripts/charts/a.toml", "STYLE.md", "requirements.txt",
    "mkdocs.fr.yml", "mkdocs.yml",
])
def test_whatever_the_site_is_made_of_or_checked_against_is_an_input_of_it(name, tmp_path, monkeypatch):
    """A newly refused word in STYLE.md once left the site "unchanged"."""
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    before = builder.fingerprint()
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("new")
    with_it = builder.fingerprint()
    (tmp_path / name).write_text("newer")
    assert len({before, with_it, builder.fingerprint()}) == 3


def test_a_web_server_may_read_what_was_built_with_a_narrow_umask(tmp_path, monkeypatch):
    monkeypatch.setattr(builder.paths, "SITE", tmp_path / "site")
    new = tmp_path / "new"
    (new / "fr").mkdir(parents=True, mode=0o700)
    for file in (new / "index.html", new / "fr/index.html"):
        file.touch(mode=0o600)
    builder._put_in_place(new)
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "site").rglob("*.html")} == {0o644}
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "site", tmp_path / "site/fr")} == {0o755}
