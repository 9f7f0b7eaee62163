"""Another story on the same engine: made by `make new-story`, checked and built with scripts/ and overrides/ as they are."""

import re
import shutil
import subprocess
import sys

import pytest

from scripts import paths
from scripts.problems import ProblemsFound
from scripts.tools import __main__ as tools
from scripts.tools import new_story
from tests import checkout

pytestmark = pytest.mark.slow


def fix(story) -> str:
    """What `make fix` says."""
    return checkout.succeed(story, "-m", "scripts.check", "--mend") + checkout.succeed(story, "-m", "tests.accepted")


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """The new story, its dictionary written and its charts accepted, as its keeper's first `make fix` does."""
    story = tmp_path_factory.mktemp("new") / "orsa"
    new_story.make(story)
    fix(story)
    return story


@pytest.fixture
def story(sound, tmp_path):
    shutil.copytree(sound, tmp_path / "orsa")
    return tmp_path / "orsa"


def code(root) -> dict[str, bytes]:
    files = [file for folder in ("scripts", "overrides") for file in (root / folder).rglob("*") if file.is_file()]
    return {
        name: file.read_bytes()
        for file in files
        if not (name := file.relative_to(root).as_posix()).startswith("scripts/charts/") and "__pycache__" not in name
    }


def test_it_builds_and_passes_the_checks_with_the_engine_as_it_is(sound):
    checkout.succeed(sound, "-m", "scripts.build", SITE_URL="https://example.org/orsa/")
    assert code(sound) == code(paths.ROOT)
    fares, tarifs = ((sound / "site" / root / "fares/index.html").read_text("utf-8") for root in ("", "fr/"))
    assert "€16</a>" in fares and re.search(r"16\s(?:<[^>]*>)?euros", tarifs)
    table = (sound / "site/data/fares/index.html").read_text("utf-8")
    assert re.search(r"South quay, August\s2025", table) and "not stated" in table
    for name in (
        "charts/fares-by-month/fares-by-month.png", "fr/charts/passengers-by-year/index.html", "scorecard/x01/index.html",
        "fr/feed.xml", "data/boats.csv",
    ):
        assert (sound / "site" / name).exists(), name
    pages = [file.read_text("utf-8") for file in (sound / "site").rglob("*.html")]
    assert not [name for page in pages for name in re.findall(r"Alpine|AutoNation|Renault|A110", page)]


def test_a_figure_a_chart_and_a_verdict_are_changed_in_data_alone(story):
    checkout.change(story / "data/fares.csv", "2025-08,North quay,16,", "2025-08,North quay,17,")
    checkout.change(story / "data/claims.csv", ",missed,", ",changed,")
    checkout.change(story / "data/history.csv", "2025-12-31,pending,missed", "2025-12-19,pending,changed")
    for words in (": 16 euros,,", "Nord\u202f: 16 euros"):
        checkout.change(story / "data/quotes.csv", words, words.replace("16", "17"))
    assert "accepted tests/golden/fares-by-month.en.json" in fix(story)


def test_the_engine_s_tests_pass_there_without_the_folder_of_our_story(story):
    """Those that need no browser; the others are in `make test` there."""
    assert not (story / "tests/story").exists()
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "Start"]):
        subprocess.run(["git", *command], cwd=story, check=True)
    (story / "node_modules").symlink_to(paths.ROOT / "node_modules")
    done = checkout.call(story, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not browser", timeout=1800)
    assert done.returncode == 0, done.stdout[-4000:]


def left_out(story, *tables: str) -> None:
    """Take tables out of the listing, with their files."""
    listing = story / "data/tables.toml"
    text = listing.read_text("utf-8")
    for table in tables:
        text = re.sub(rf"\[{table}\]\n(?:[^\[\n].*\n|\n)*", "", text)
        (story / "data" / f"{table}.csv").unlink()
    listing.write_text(text, "utf-8")


def drop(file, pattern: str) -> None:
    """Take out the lines in which a pattern is found."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not re.search(pattern, line)), "utf-8")


def test_without_promises_statuses_updates_and_corrections_it_builds(story):
    left_out(story, "claims", "history", "updates", "corrections", "events", "status")
    drop(story / "data/sources.csv", "^(council|lantern)-")
    drop(story / "data/quotes.csv", "^q-night-boat")
    drop(story / "mkdocs.yml", r"- (method|scorecard|timeline)\.md")
    for language in paths.LANGUAGES:
        for page in ("method", "scorecard", "timeline"):
            (story / "docs" / language / f"{page}.md").unlink()
        home = story / "docs" / language / "index.md"
        checkout.change(home, "/// status\n///\n", "")
        drop(home, r"scorecard\.md")
    fix(story)
    checkout.succeed(story, "-m", "scripts.build")
    assert not (story / "site/status.json").exists()


def test_what_a_story_lacks_and_a_broken_rule_are_told_in_one_go(story):
    for name in ("index", "charts", "data", "method", "sources", "updates", "scorecard"):
        (story / f"docs/fr/{name}.md").unlink()
    checkout.change(story / "docs/en/updates.md", "{#feeds}", "{#streams}")
    checkout.change(story / "docs/en/updates.md", "/// feeds", "/// timeline")
    left_out(story, "words", "events")
    (story / "data/freshness.toml").write_text('[[rule]]\ntables = ["weather"]\ndays = 60\nimportance = 1\nsearch = "{key}"\n', "utf-8")
    errors = checkout.run(story, "-m", "scripts.check").stderr
    assert "Traceback" not in errors
    assert "data/tables.toml: lists no table of the kind 'words'; expected: [words] with its file data/words.csv" in errors
    for name in ("index", "charts", "data", "method", "sources", "updates", "scorecard"):
        assert f"docs/fr/{name}.md: is missing; expected: a page" in errors
    assert "docs/en/updates.md: lacks {#feeds} and /// feeds; expected: it, since the foot of every page leads to it" in errors
    assert "data/freshness.toml:1: rule 1: 'weather' is not a table; expected: sources, quotes, fares, passengers, boats" in errors


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    with pytest.raises(ProblemsFound) as caught:
        new_story.make(tmp_path)
    assert caught.value.problems[0].message.startswith("is there already")


def test_a_name_that_is_no_folder(capsys):
    assert tools.main(["new_story", "a/b"]) == 1
    assert "new-story: 'a/b' is no name; expected: letters, digits and dashes" in capsys.readouterr().err
