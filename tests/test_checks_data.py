"""What rows mean across tables: each rule with a sample that breaks it, and the real data, which keeps them all."""

from pathlib import Path

import pytest

from scripts import check
from scripts.facts.facts import Facts
from scripts.facts.records import SourceRow
from scripts.index.markdown_pages import MarkdownPage
from scripts.problems import Problem
from scripts.project import Project
from tests import sample_data
from tests.sample_data import problems_in


def test_the_small_folder_keeps_every_rule(folder):
    assert problems_in(folder) == []


# Sources


def test_a_source_that_does_not_exist_names_the_nearest(folder):
    sample_data.change(folder, "claims", 2, source_ids="gazette-2026-01-20;gazette-2026-01-02")
    sample_data.change(folder, "events", 2, source_ids="nowhere")
    sample_data.change(folder, "quotes", 2, source_id="gazette-2026")
    assert problems_in(folder) == [
        (
            "claims.csv", 2, "source_ids",
            "'gazette-2026-01-02' is not in the table of sources; expected: gazette-2026-01-20, nearest: gazette-2026-01-20",
        ),
        ("events.csv", 2, "source_ids", "'nowhere' is not in the table of sources; expected: gazette-2026-01-20"),
        (
            "quotes.csv", 2, "source_id",
            "'gazette-2026' is not in the table of sources; expected: gazette-2026-01-20, nearest: gazette-2026-01-20",
        ),
    ]


def test_a_source_that_nothing_uses(folder):
    line = sample_data.add(folder, "sources", id="idle")
    assert problems_in(folder) == [
        ("sources.csv", line, "id", "'idle' is used by no row and no page; expected: sources in use, so cite it or delete it")
    ]
    assert problems_in(folder, cited="idle") == []


# Single rows


@pytest.mark.parametrize(
    ("table", "cells", "column", "message"),
    [
        ("sources", {"published": "2026-12"}, "accessed", "2026-11-22 is before published (2026-12); expected: that day or later"),
        ("sources", {"archive_url": "https://example.com/a"}, "archive_url",
         "is the source's own address; expected: that of a copy kept elsewhere, or empty"),
        ("market", {"confidence": "low", "note": "", "note_fr": ""}, "note",
         "is empty and the confidence is low; expected: a note that says why it is low"),
        ("comet", {"note": "", "note_fr": "Une note"}, "note", "is empty and note_fr is not; expected: both languages, or neither"),
        ("comet", {"note": "A note", "note_fr": ""}, "note_fr", "is empty and note is not; expected: both languages, or neither"),
        ("status", {"confidence": "low"}, "confidence", "'low' in a headline; expected: high or medium"),
        ("status", {"as_of": "2026-12"}, "last_checked", "2026-11-22 is before as_of (2026-12); expected: that day or later"),
        ("status", {"as_of": ""}, "as_of", "is empty; expected: YYYY, YYYY-MM or YYYY-MM-DD, a real date"),
        ("events", {"end_date": "", "precision": "month"}, "precision", "'month' does not fit the date '2024-06-13'; expected: day"),
        ("events", {"end_date": "", "date": "2024", "precision": "day"}, "precision", "'day' does not fit the date '2024'; expected: year"),
        ("events", {"end_date": "", "date": "2024-05", "precision": "quarter"}, "date",
         "'2024-05' is not in the first month of a quarter; expected: month 01, 04, 07 or 10"),
        ("events", {"end_date": "2024-06-13"}, "end_date",
         "'2024-06-13' is not after the date '2024-06-13'; expected: a later date, or empty"),
        ("events", {"end_date": "2023"}, "end_date", "'2023' is not after the date '2024-06-13'; expected: a later date, or empty"),
    ],
)
def test_cells_of_a_row_that_do_not_go_together(folder, table, cells, column, message):
    sample_data.change(folder, table, 2, **cells)
    assert problems_in(folder) == [(f"{table}.csv", 2, column, message)]


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("sources", {"published": "2026-11"}),
        ("sources", {"archive_url": ""}),
        ("sources", {"publisher": "A name of more than 25 letters", "publisher_fr": ""}),  # the same in French
        ("events", {"end_date": "", "date": "2024-04", "precision": "quarter"}),
        ("events", {"date": "1982-06", "precision": "month", "end_date": "1987-06"}),
        ("events", {"end_date": "", "date": "2025", "precision": "year"}),
        ("models", {"note": "Between 2024-2025 and 2030."}),  # which only looks like what programs read
        ("models", {"note": "A290_β, e-mail, 1,170 more."}),
        ("models", {"note": "{{ date: ev-2024-06-13-comet-shown }}"}),
    ],
)
def test_cells_of_a_row_that_do(folder, table, cells):
    sample_data.change(folder, table, 2, **cells)
    assert problems_in(folder) == []


# Texts for readers


@pytest.mark.parametrize(
    ("table", "english", "french"),
    [
        ("events", "title_en", "title_fr"), ("events", "summary_en", "summary_fr"), ("claims", "said_in_en", "said_in_fr"),
        ("claims", "speaker", "speaker_fr"),
        ("models", "model", "model_fr"), ("measures", "label_en", "label_fr"), ("words", "en", "fr"),
        ("comet", "note", "note_fr"), ("sources", "publisher", "publisher_fr"),
    ],
)
def test_a_text_that_was_not_translated(folder, table, english, french):
    text = "Twenty-six characters long"
    sample_data.change(folder, table, 2, **{english: text, french: text})
    assert problems_in(folder) == [
        (
            f"{table}.csv",
            2,
            french,
            f"is the same as {english}; expected: its own language, in texts over 25 characters",
        )
    ]
    sample_data.change(folder, table, 2, **{english: text[1:], french: text[1:]})  # names may be the same
    assert problems_in(folder) == []


@pytest.mark.parametrize(
    ("table", "column", "text", "seen"),
    [
        ("comet", "note", "See new_retail_units.", "new_retail_units"), ("comet", "note_fr", "Voir comet.csv.", "comet.csv"),
        ("claims", "evidence_en", "Shown on 2024-06-13.", "2024-06-13"), ("models", "note", "Due 2027-12.", "2027-12"),
        ("models", "note", "Revised (gazette-2026-01-20).", "gazette-2026-01-20"),
        ("updates", "title_en", "Verdict on x01 moved", "x01"),
        ("status", "detail_en", "It was {{ comet-2025 }} in model_a.", "model_a"),
    ],
)
def test_what_only_programs_read_in_a_text_for_readers(folder, table, column, text, seen):
    sample_data.change(folder, table, 2, **{column: text})
    message = f"{seen!r} is for programs; expected: words, and dates such as 16 January 2024"
    assert problems_in(folder) == [(f"{table}.csv", 2, column, message)]


# Figures


def test_two_sure_figures_for_the_same_thing_contradict_each_other(folder):
    line = sample_data.add(folder, "comet", key="", units="10971")
    message = (
        f"10971 contradicts 10970 in {folder}/comet.csv:3 (2025, FY, worldwide, all, registrations), both of high confidence; "
        "expected: one such figure, so lower the other and say why in its note"
    )
    assert problems_in(folder) == [("comet.csv", line, "units", message)]


UNITS = (
    "percent, usd, eur, usd_million, eur_million, points, times, days, year, rank, count, cars, vehicles, "
    "nearest: percent, points, vehicles"
)


@pytest.mark.parametrize(
    ("table", "column", "name", "known"),
    [
        ("measures", "unit", "percents", UNITS), ("computed", "unit", "percents", UNITS),
        ("events", "topic", "weather", "product"), ("claims", "country", "orsa", "us"),
    ],
)
def test_a_unit_topic_or_country_that_has_no_word(folder, table, column, name, known):
    sample_data.change(folder, table, 2, **{column: name})
    message = f"{name!r} is not a {column}; expected: {known}, or a word {column}.{name} in data/words.csv"
    assert (f"{table}.csv", 2, column, message) in problems_in(folder)


def test_one_thing_has_one_name_in_french(folder):
    sample_data.change(folder, "comet", 3, scope_fr="le monde")
    message = f"'worldwide' is 'le monde' here and 'worldwide (fr)' at {folder}/comet.csv:2; expected: one name for one thing"
    assert problems_in(folder) == [("comet.csv", 3, "scope_fr", message)]


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("comet", {"units": "10971", "confidence": "medium"}),
        ("comet", {"units": "10970"}),
        ("comet", {"units": ""}),
        ("comet", {"units": "1", "scope": "France"}),
        ("comet", {"units": "1", "period": "H1"}),
        ("wheelhouse", {"value": "1", "year": "2024"}),
        ("ranking", {"new_retail_units": "1", "group": "Another"}),
        ("market", {"value": "1", "valid_from": "2025-08-01"}),
    ],
)
def test_figures_that_do_not_contradict_each_other(folder, table, cells):
    sample_data.add(folder, table, **({"key": ""} | cells))
    assert problems_in(folder) == []


@pytest.mark.parametrize(
    ("table", "cells"), [("wheelhouse", {"value": "1"}), ("ranking", {"new_retail_units": "1", "rank": "2"}), ("market", {"value": "1"})]
)
def test_contradictions_are_seen_in_every_table_of_figures(folder, table, cells):
    line = sample_data.add(folder, table, **({"key": ""} | cells))
    assert [problem[:3] for problem in problems_in(folder)] == [(f"{table}.csv", line, next(iter(cells)))]


def test_a_measure_of_a_table_that_is_not_there(folder):
    stray = sample_data.add(folder, "measures", table="wheel")
    assert problems_in(folder) == [
        (
            "measures.csv",
            stray,
            "table",
            "'wheel' is not a table of figures; expected: comet, wheelhouse, ranking, market, nearest: wheelhouse",
        )
    ]


# Headline statuses, and the pages that rows send readers to


@pytest.mark.parametrize("column", ["state_en", "state_fr", "detail_en", "detail_fr"])
def test_a_figure_of_low_confidence_in_a_headline(folder, column):
    sample_data.change(folder, "comet", 3, confidence="low")
    sample_data.change(folder, "status", 2, **{column: "There were {{ comet-2025 }}."})
    message = f"'comet-2025' is a figure of low confidence ({folder}/comet.csv:3); expected: high or medium"
    assert problems_in(folder) == [("status.csv", 2, column, message)]


def test_a_computed_figure_is_as_low_as_its_parts_in_a_headline(folder):
    sample_data.change(folder, "comet", 2, confidence="low")
    sample_data.change(folder, "status", 2, detail_en="In all {{ comet-total-2025 }}.")
    message = f"'comet-total-2025' is a figure of low confidence ({folder}/computed.csv:2); expected: high or medium"
    assert problems_in(folder) == [("status.csv", 2, "detail_en", message)]


def test_a_headline_that_names_no_figure(folder):
    sample_data.change(folder, "status", 2, detail_en="There were {{ comet-2052 }}.", detail_fr="Le {{ date: ev-2024-06-13-comet-shown }}.")
    assert problems_in(folder) == [
        (
            "status.csv", 2, "detail_en",
            "'comet-2052' is not a key of figures; "
            "expected: comet-2024, comet-2025, comet-total-2025, electric-share-2025, wheelhouse-list-2025, "
            "wheelhouse-new-2025, nearest: comet-2025, comet-2024, comet-total-2025",
        ),
        ("status.csv", 2, "detail_fr", "'date' marker in a headline; expected: keys of figures"),
    ]


@pytest.mark.parametrize("table", ["status", "updates", "corrections"])
def test_a_row_that_sends_readers_to_a_page_that_is_not_there(folder, table):
    sample_data.change(folder, table, 2, page="number")
    assert problems_in(folder) == [
        (f"{table}.csv", 2, "page", "'number' is not a page; expected: index, numbers, strategy, nearest: numbers")
    ]


# Everything at once, nothing twice


def test_all_problems_of_meaning_come_together(folder):
    sample_data.change(folder, "events", 2, precision="year")
    sample_data.change(folder, "claims", 2, source_ids="nowhere")
    sample_data.add(folder, "sources", id="idle")
    sample_data.change(folder, "status", 2, confidence="low")
    assert [problem[:3] for problem in problems_in(folder)] == [
        ("claims.csv", 2, "source_ids"), ("events.csv", 2, "precision"), ("sources.csv", 3, "id"), ("status.csv", 2, "confidence"),
    ]


def test_all_problems_of_form_come_together_and_what_follows_from_them_is_not_told(folder):
    sample_data.add(folder, "sources", id="other", url="nowhere")
    sample_data.change(folder, "events", 2, source_ids="other")
    sample_data.change(folder, "claims", 2, said_on="yesterday")
    sample_data.change(folder, "models", 2, state="gone")
    assert [problem[:3] for problem in problems_in(folder)] == [
        ("claims.csv", 2, "said_on"),
        ("models.csv", 2, "state"),
        ("sources.csv", 3, "url"),
    ]


@pytest.mark.parametrize("table", sample_data.TABLES)
def test_an_unreadable_file_is_one_problem(folder, table):
    (folder / f"{table}.csv").write_bytes(b"\xff")
    assert problems_in(folder) == [(f"{table}.csv", 1, "", "byte 0xff is not UTF-8; expected: UTF-8 text, so save the file as UTF-8")]


def test_an_unreadable_list_of_tables_is_one_problem(folder):
    (folder / "tables.toml").write_text("=", "utf-8")
    assert [problem[:2] for problem in problems_in(folder)] == [("tables.toml", 1)]


def test_what_cannot_be_read_is_told_beside_texts_alone():
    unread = Problem("data/tables.toml", 3, "", "is not TOML")
    page = MarkdownPage(Path("docs/en/a.md"), "en", "a", "Of {{ nothing }} and {{.\n")
    problems = check.check_all(Project(Facts({}), {"en": {"a": page}}, unread=(unread,)))
    assert problems[0] == unread and {problem.file for problem in problems[1:]} == {"docs/en/a.md"}
    assert not [problem for problem in problems if "'nothing'" in problem.wrong]


@pytest.mark.parametrize(("cells", "right"), [
    ({"standing": "press"}, False), ({"standing": "rehost"}, False), ({"standing": "official"}, True),
    ({"standing": "rehost", "kind": "filing"}, True),
])
def test_high_confidence_needs_the_issuer_or_a_second_publisher(folder, cells, right):
    sample_data.change(folder, "sources", 2, **cells)
    message = "'high' rests on The Gazette alone; expected: medium, or the issuer's own document, or a second publisher"
    expected = {(column, text) for _, _, column, text in problems_in(folder)}
    assert expected == (set() if right else {("confidence", message)})
    sample_data.add(folder, "sources", id="copy", publisher="The Gazette (copy on a blog)", url="https://example.com/c", standing="rehost")
    sample_data.change(folder, "events", 2, source_ids="gazette-2026-01-20;copy")
    assert {(column, text) for _, _, column, text in problems_in(folder)} == expected  # a copy is no second publisher
    sample_data.add(folder, "sources", id="herald", publisher="The Herald", url="https://example.com/d", standing="press")
    sample_data.change(folder, "events", 2, source_ids="gazette-2026-01-20;herald;copy")
    assert ("events.csv", "confidence") not in {(file, column) for file, _, column, _ in problems_in(folder)}


def test_an_undated_source_is_searched_for_near_the_day_of_reading(folder):
    row = SourceRow(file="x", line=1, **sample_data.good("sources"))
    assert row.archive_search == "https://web.archive.org/web/20260120/https://example.com/a"
    assert SourceRow(file="x", line=1, **sample_data.good("sources", published="2026-01")).archive_search.startswith(
        "https://web.archive.org/web/202601/"
    )
    assert SourceRow(file="x", line=1, **sample_data.good("sources", published="")).archive_search.startswith(
        "https://web.archive.org/web/20261122/"
    )
