"""What the pull request says of a change: figures, verdicts, charts and pages before and after, and nothing where nothing changed."""

from scripts import paths
from scripts.tools import changes
from tests import checkout
from tests.editions import everything


def test_without_a_change_nothing_is_said(published):
    assert changes.summary(published, everything()) == "## What changes for a reader\n\nNo figure, verdict, chart or page text changes.\n"


def test_a_page_that_is_gone_is_told(published):
    for language in paths.LANGUAGES:
        (published / f"docs/{language}/ferry.md").write_text("# Ferry\n", "utf-8")
    assert list(changes.pages(published)) == ["- `ferry.md` is gone."]


def test_the_drawings_before_and_after_are_copied(published):
    checkout.change(published / "site/fr/charts/us-plan/us-plan.svg", "<svg/>", "<svg></svg>")
    changes.copy_pictures(published, published / "out")
    assert sorted(file.name for file in (published / "out").iterdir()) == ["us-plan.fr.after.png", "us-plan.fr.before.png"]
    assert "- `us-plan.fr`: drawn otherwise" in changes.summary(published, everything())
