"""Languages declared once: what a declaration may hold, and what follows from it."""

from __future__ import annotations

import json
from decimal import Decimal
from types import SimpleNamespace

import pytest

from scripts import paths
from scripts.checks import drafts, quotes
from scripts.language import locales, typography
from scripts.language.formatter import Formatter
from scripts.outputs import dataset_downloads
from scripts.problems import InvalidValue
from tests import checkout, editions, sample_data


def messages(tmp_path, text: str) -> list[str]:
    path = tmp_path / "languages.toml"
    path.write_text(text, "utf-8")
    return [f"{problem.line}: {problem.column}: {problem.message}" for problem in locales.problems(path)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[en]\nstate = "published"\n\n[xx]\nstate = "draft"\n',
         ["4: xx.locale: 'xx' is no language that CLDR knows; expected: a code of ISO 639 such as en, fr or de, in lower case"]),
        ('[en]\nstate = "live"\n', ["2: en.state: is 'live'; expected: published, draft"]),
        ('[en]\nstate = "published"\nquote = "“"\n', ["3: en.quote: is not a setting; expected: state, "]),
        ('[en]\nstate = "published"\nlocale = "qq_QQ"\n', ["3: en.locale: 'qq_QQ' is no language that CLDR knows"]),
        ("[en]\n", ["1: en.state: is missing"]),
        ('en = "published"\n', ["1: en: stands outside a [table]; expected: a [table] with state, locale, "]),
        ("[en\n", ["1: : is not TOML"]),
        ("", ["0: : does not begin with a published language"]),
        ('[en]\nstate = "draft"\n', ["1: en: does not begin with a published language"]),
    ],
)
def test_a_wrong_declaration_is_told_with_its_line(tmp_path, text, expected):
    problems = messages(tmp_path, text)
    assert len(problems) == len(expected), problems
    assert all(problem.startswith(start) for problem, start in zip(problems, expected, strict=True)), problems


GERMAN = {
    "state": "draft",
    "locale": "de",
    "quotes": ("„", "“", "‚", "‘"),
    "money": {"usd": "{} Dollar"},
    "points": {"one": "Punkt", "other": "Punkte"},
}


@pytest.fixture
def german(monkeypatch):
    """A language that is only declared: everything else of it is CLDR's."""
    known = locales._languages() | {"de": locales.Language(**GERMAN)}
    monkeypatch.setattr(locales, "_languages", lambda: known)
    typography.rules.cache_clear()
    yield
    typography.rules.cache_clear()


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("262403", "cars", "262.403"), ("7.8", "percent", "7,8\u202f%"), ("25800", "usd_million", "25,8 Milliarden Dollar"),
        ("1000", "usd_million", "1 Milliarde Dollar"),
        ("1.5", "points", "1,5 Punkte"), ("1", "points", "1 Punkt"), ("338", "eur_million", "338 Millionen\u202fEUR"),
    ],
)
def test_a_new_language_has_its_forms_from_its_declaration(german, value, unit, expected):
    assert Formatter("de", ()).amount(Decimal(value), unit) == expected


def test_dates_of_a_new_language(german):
    assert [Formatter("de", ()).date(day) for day in ("2026-03-10", "2026-03", "2026")] == ["10. März 2026", "März 2026", "2026"]
    assert Formatter("de", ()).date("2026-02-10", short=True) == "10. Feb. 2026"


def test_typography_of_a_new_language(german):
    assert typography.fix_line('Er sagte "ja" und ging .', "de") == "Er sagte „ja“ und ging."
    breaches = typography.breaches("Das «Ziel» lautet : 7,8 %", "de")
    assert [str(InvalidValue(wrong, expected)) for wrong, expected, _ in breaches] == [
        "quotation marks of another language; expected: „ and “",
        "quotation marks of another language; expected: „ and “",
        "space before a mark; expected: none",
    ]


@pytest.mark.parametrize("code", paths.ALL_LANGUAGES)
def test_a_number_as_it_is_written_is_read_as_the_same_number(code):
    language = locales.language(code)
    for number, word in enumerate(language.number_names):
        assert quotes.numbers_in_words(word, code) == {Decimal(number)}, word


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
