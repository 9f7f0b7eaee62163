"""A language that is a draft: shown with what it lacks, counted where that is asked for, and never published."""

import json
from types import SimpleNamespace

import pytest

from scripts import paths
from scripts.checks import drafts
from scripts.outputs import dataset_downloads
from tests import checkout, editions, sample_data

DRAFT = '\n[sv]\nstate = "draft"\nquotes = ["”", "”", "’", "’"]\n'
PAGE = "---\ntitle: Start\n---\n# Färjor och bilar\n\n{{ KEY }} bilar.\n"
SHOWN = """
import json
from scripts.outputs import dataset_downloads
from scripts.site.preview import Preview
preview = Preview("http://127.0.0.1:1/")
pages = {name: preview.html(name) for name in ("sv/", "sv/scorecard/", "")}
claims = dict(dataset_downloads.files(preview.editions["en"]))["data/claims.csv"].decode()
print(json.dumps(pages | {"claims": claims}))
"""


@pytest.fixture(scope="module")
def with_a_draft(tmp_path_factory):
    """A copy of the project with a page and one title in a further language."""
    root = checkout.copy(tmp_path_factory.mktemp("draft") / "project")
    (root / "docs" / "sv").mkdir()
    (root / "docs" / "sv" / "index.md").write_text(
        PAGE.replace("KEY", next(row.key for row in editions.current().facts.of_kind("figures") if row.key)), "utf-8"
    )
    with (root / "data" / "languages.toml").open("a", encoding="utf-8") as declared:
        declared.write(DRAFT)
    claims = root / "data" / "claims.csv"
    header, first, *rest = sample_data.load(claims)
    sample_data.save(claims, [[*header, "said_in_sv"], [*first, *[""] * (len(header) - len(first)), "En båt kommer."], *rest])
    return root


def test_a_draft_is_shown_with_what_it_lacks_and_changes_nothing_that_is_published(with_a_draft):
    output = json.loads(checkout.succeed(with_a_draft, "-c", SHOWN, BROWSER_PATH="/none"))
    home, scorecard = output["sv/"], output["sv/scorecard/"]
    assert '<html lang="sv">' in home and "Färjor och bilar" in home and "</a> bilar" in home
    words = editions.current().fmt.word
    assert f'<p class="note">‹{words("draft.note")}›</p>' in home and f"‹{words('nav.scorecard')}›" in home
    assert all(f'hreflang="{language}" lang="{language}" data-keep-section' in home for language in paths.LANGUAGES)
    assert "En båt kommer" in scorecard and words("draft.note") in scorecard and words("draft.note") not in output[""]
    assert "This chart has not been drawn" in output[""], "there is no browser"
    assert '<meta name="robots" content="noindex">' in home and 'rel="alternate" hreflang' not in home
    assert "sv" not in [tag.split('"')[0] for tag in output[""].split('hreflang="')[1:]]
    assert output["claims"] == dict(dataset_downloads.files(editions.current()))["data/claims.csv"].decode()


def test_a_draft_is_counted_where_it_is_asked_for_and_costs_no_problem(with_a_draft):
    assert "Svenska" not in checkout.succeed(with_a_draft, "-m", "scripts.check")
    lines = checkout.succeed(with_a_draft, "-m", "scripts.check", "--drafts").splitlines()
    assert lines[-1].startswith("note: Svenska (sv) is a draft and lacks ")
    assert "docs/sv/scorecard.md: page: is missing; expected: the page docs/en/scorecard.md, written in 'sv'" in lines
    assert "data/claims.csv:2: evidence_sv: is empty; expected: evidence_en in 'sv'" in lines
    assert not any(line.startswith(("docs/sv/index.md", "data/claims.csv:2: said_in_sv")) for line in lines)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("data/languages.toml", '[sv]\nstate = "draft"', '[sv]\nstate = "published"',
         "data/languages.toml:{line}: sv: is to be published and lacks "),
        ("data/claims.csv", ",said_in_sv\n", ",said_in_nb\n", "data/claims.csv:1: said_in_nb: unknown column; expected: claim_id, "),
    ],
)
def test_what_cannot_be_is_told_at_once_with_file_line_and_remedy(with_a_draft, file, old, new, message):
    path = with_a_draft / file
    sound = path.read_text("utf-8")
    path.write_text(sound.replace(old, new), "utf-8")
    done = checkout.run(with_a_draft, "-m", "scripts.check")
    path.write_text(sound, "utf-8")
    line = next((number for number, text in enumerate(sound.splitlines(), 1) if text == "[sv]"), 0) if file.endswith(".toml") else 1
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert message.format(line=line) in done.stderr.splitlines()[0], done.stderr
    assert file.endswith(".csv") or "1 problem to mend" in done.stderr


def test_a_chart_whose_texts_cannot_be_read_does_not_stop_the_count_of_a_draft(tmp_path, monkeypatch):
    (tmp_path / "scripts/charts").mkdir(parents=True)
    (tmp_path / "scripts/charts/a.toml").write_text("[en\n=======\n", "utf-8")
    (tmp_path / "scripts/charts/b.toml").write_text('[en]\ntitle = "One"\n', "utf-8")
    monkeypatch.setattr(drafts.paths, "ROOT", tmp_path)
    lacking = [problem.file for problem in drafts.lacks("xx", SimpleNamespace(rows=[]))]
    assert [file for file in lacking if file.endswith(".toml")] == ["scripts/charts/b.toml"]
