"""The style sheet applied: what it finds in each place, what it mends there, what it leaves alone."""

import csv

import pytest

from scripts import paths
from scripts.checks import style
from scripts.problems import Problem
from tests import sample_data

N = "\u202f"
GUIDE = "# Style\n\n```banned-en\ngroundbreaking\nset to conquer\nworker's dream\n```\n\n```banned-fr\nmythique\nsans précédent\n```\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small project that obeys the style sheet."""
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    for folder in ("docs/en", "docs/fr", "data", "scripts/charts"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "STYLE.md").write_text(GUIDE, "utf-8")
    listing(tmp_path, f"Lignes{N}: tout")
    (tmp_path / "docs/en/a.md").write_text("---\ntitle: A page\n---\n\n# It’s a page\n", "utf-8")
    (tmp_path / "docs/fr/a.md").write_text("---\ntitle: Une page\n---\n\n# L’usine\n", "utf-8")
    table(tmp_path, [["r1", "It’s", "L’usine", "a note", "une note", "it's as printed"]])
    chart(tmp_path, "It’s", "L’usine")
    return tmp_path


def listing(root, title):
    text = f'[rows]\nkind = "catalogue"\nen = "Rows"\nfr = "{title}"\nabout = "Rows."\ncolumns.title_en = "text"\n'
    (root / "data/tables.toml").write_text(f'{text}columns.source_title = "name"\n', "utf-8")


def table(root, rows):
    sample_data.save(root / "data/rows.csv", [["key", "title_en", "title_fr", "note", "note_fr", "source_title"], *rows])


def chart(root, en, fr):
    text = f'[columns]\ntitle = "word"\n\n[en]\ntitle = "{en}"\n\n[fr]\ntitle = "{fr}"\ncolumns = {{a = "A"}}\n'
    (root / "scripts/charts/one.toml").write_text(text, "utf-8")


def messages(root):
    return sorted(map(str, style.check(None)))


def test_a_project_that_obeys_passes(project):
    assert messages(project) == []


def test_each_place_is_looked_at_and_named(project):
    (project / "docs/en/a.md").write_text("---\ntitle: A page\n---\n\n# It's a page\n", "utf-8")
    (project / "docs/fr/a.md").write_text("---\ntitle: L'usine\n---\n\n# Usine\n", "utf-8")
    table(project, [["r1", "It’s\nlong", "L’usine", "", "", ""], ["r2", "It's", "L'usine", "it's", "l'autre", "it's"]])
    chart(project, "It's", "L'usine")
    listing(project, "L'usine")
    apostrophe = "straight apostrophe; expected: ’"
    assert messages(project) == sorted([
        f"""data/rows.csv:4: title_en: "It's": {apostrophe}""",
        f"""data/rows.csv:4: title_fr: "L'usine": {apostrophe}""",
        f"""data/rows.csv:4: note: "it's": {apostrophe}""",
        f"""data/rows.csv:4: note_fr: "l'autre": {apostrophe}""",
        f"""data/tables.toml:4: fr: "L'usine": {apostrophe}""",
        f"""docs/en/a.md:5: text: "# It's a page": {apostrophe}""",
        f"""docs/fr/a.md:2: title: "L'usine": {apostrophe}""",
        f"""scripts/charts/one.toml:5: title: "It's": {apostrophe}""",
        f"""scripts/charts/one.toml:8: title: "L'usine": {apostrophe}""",
        ])


def test_breaches_show_what_is_around_them(project):
    text = "# Usine\n\nUne longue phrase où {{ a-1 }} précède l'apostrophe droite et la suite.\n"
    (project / "docs/fr/a.md").write_text(text, "utf-8")
    assert style.check(None) == [
        Problem("docs/fr/a.md", 3, "text", "\"hrase où {{ a-1 }} précède l'apostrophe droite et\": straight apostrophe", "’"),
    ]


@pytest.mark.parametrize(
    ("language", "line", "word"),
    [
        ("en", "A groundbreaking car.", "groundbreaking"), ("en", "Groundbreakingly fast.", "groundbreaking"),
        ("en", "It is Set to conquer all.", "set to conquer"),
        ("en", "A worker’s dream.", "worker's dream"), ("fr", "Des autos mythiques.", "mythique"),
        ("fr", "Un choix sans précédent.", "sans précédent"),
    ],
)
def test_refused_words(project, language, line, word):
    (project / f"docs/{language}/a.md").write_text(f"# A\n\n{line}\n", "utf-8")
    assert style.check(None) == [
        Problem(
            f"docs/{language}/a.md",
            3,
            "text",
            f"{word!r} is on the list of refused words in STYLE.md",
            "what happened, in plain words",
        )
    ]


def test_notes_that_writers_leave_for_themselves(project):
    (project / "docs/en/a.md").write_text("---\ntitle: TODO title\n---\n\n# A\n\nTo be written (tbc), mastodon apart.\n", "utf-8")
    assert style.check(None) == [
        Problem("docs/en/a.md", line, column, f"{note!r} is a placeholder", "finished text")
        for line, column, note in ((2, "title", "TODO"), (7, "text", "tbc"))
    ]


def test_refused_words_are_refused_in_their_language_and_as_words(project):
    (project / "docs/en/a.md").write_text("# A\n\nA mythique, not ungroundbreaking.{{ cite: groundbreaking-2025 }}\n", "utf-8")
    assert messages(project) == []


def test_a_style_sheet_without_a_list(project):
    (project / "STYLE.md").write_text(GUIDE.replace("banned-fr", "banned"), "utf-8")
    assert messages(project) == ["STYLE.md: has no list of refused words for 'fr'; expected: a fenced block ```banned-fr with one a line"]


def test_fix_all_mends_pages_and_tables_and_names_them(project):
    (project / "docs/fr/a.md").write_text("# L'usine : oui\n", "utf-8")
    table(project, [["r'1", "It's", "L'usine : 1 500", "it's", "", "it's as printed"]])
    assert style.fix_all() == ["docs/fr/a.md", "data/rows.csv"]
    assert (project / "docs/fr/a.md").read_text("utf-8") == f"# L’usine{N}: oui\n"
    assert (project / "data/rows.csv").read_text("utf-8") == (
        f"key,title_en,title_fr,note,note_fr,source_title\nr'1,It’s,L’usine{N}: 1{N}500,it’s,,it's as printed\n"
    )
    assert messages(project) == []
    assert style.fix_all() == []


def test_what_a_rule_mends_is_told_apart_from_what_a_person_must(project):
    (project / "docs/fr/a.md").write_text("# A\n\nTrois mots : l'usine.\n\nIl dit 'oui'.\n", "utf-8")
    assert {(problem.line, problem.severity) for problem in style.check(None)} == {(3, "fixable"), (5, "fixable"), (5, "error")}


def test_a_page_is_mended_in_prose_and_front_matter_only(project):
    page = '---\ntitle: L\'usine\ndescription: "Un mot : l\'usine"\n---\n\n# L\'usine\n\n/// chart | l\'a\n///\n\n```\nl\'usine : x\n```\n'
    (project / "docs/fr/a.md").write_text(page, "utf-8")
    style.fix_all()
    assert (project / "docs/fr/a.md").read_text("utf-8") == (
        f'---\ntitle: L’usine\ndescription: "Un mot{N}: l’usine"\n---\n\n# L’usine\n\n'
        "/// chart | l'a\n///\n\n```\nl'usine : x\n```\n"
    )


@pytest.mark.parametrize("cell", [b"caf\xe9", b'"un" mot', b'"sans fin', b'"' + b"x" * 200_000 + b'"'])
def test_files_that_cannot_be_read_are_left_to_other_checks(project, cell):
    csv.field_size_limit(131_072)  # Python's own; a library of another test may have raised it for the whole process
    (project / "data/rows.csv").write_bytes(b"key,title_en,title_fr\nr1,a," + cell + b"\nr2,b,l'usine\n")
    (project / "scripts/charts/one.toml").write_text("[en", "utf-8")
    assert messages(project) == []
    assert style.fix_all() == []


@pytest.mark.parametrize("saved", [
    lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n"), lambda text: text.replace("\n", ",,\n") + ",,,\n",
    lambda text: text.replace("é", "e\u0301"),
], ids=["byte order mark", "CRLF", "empty columns and rows", "accents of macOS"])
def test_fix_brings_what_a_spreadsheet_saved_into_our_own_form(project, saved):
    table(project, [["r1", "Six", "Été", "", "", ""]])
    file = project / "data/rows.csv"
    text = file.read_text("utf-8")
    file.write_bytes(saved(text).encode())
    assert style.fix_all() == ["data/rows.csv"]
    assert file.read_bytes() == text.encode()


def test_a_table_with_semicolons_is_not_touched_and_not_read_as_french(project):
    table(project, [["r1", "It's", "L'usine : 1 500", "", "", ""]])
    file = project / "data/rows.csv"
    file.write_text(file.read_text("utf-8").replace(",", ";"), "utf-8")
    before = file.read_bytes()
    assert messages(project) == []
    assert style.fix_all() == []
    assert file.read_bytes() == before


def test_a_quote_is_read_in_the_language_of_its_row(project):
    (project / "data/tables.toml").write_text('[quotes]\nkind = "quotes"\nen = "Quotes"\nfr = "Citations"\n', "utf-8")
    header = ["key", "language", "words", "words_en", "words_fr"]
    rows = [["q-1", "fr", "Six : oui", "Six: yes", ""], ["q-2", "de", "Sechs : it's", "", ""]]
    sample_data.save(project / "data/quotes.csv", [header, *rows])
    assert [line.split(": ")[:2] for line in messages(project)] == [["data/quotes.csv:2", "words"]]
