"""Verdicts against the calendar, and the chain of their changes: each rule with a sample that breaks it."""

import pytest

from scripts.checks import dates, verdicts
from scripts.checks.verdicts import OF_PROMISES
from scripts.facts import dataset
from scripts.project import Project
from tests import editions, sample_data
from tests.sample_data import problems_in


def judge(folder, **cells: str) -> None:
    """Change the claim, and its history with it; the source stays newer than what was said."""
    sample_data.change(folder, "claims", 2, **cells)
    sample_data.change(folder, "history", 2, before="superseded", after=cells["verdict"])


def no_date(column: str, verdict: str, folder) -> tuple[str, int, str, str]:
    """What the history's row is told when the claim names no date."""
    message = f"{verdict!r} is for promises with a date, and x01 has none in {folder}/claims.csv:2; expected: held, or a date there"
    return ("history.csv", 2, column, message)


CHECKED = "when last checked on 2026-11-22"
EARLY = f"had passed {CHECKED}; expected: pending or changed until then"
LATE = f"had passed {CHECKED}; expected: held, changed or missed"
UNDATED = "expected: the date promised, or another verdict"


@pytest.mark.parametrize(
    ("verdict", "term", "problem"),
    [
        ("missed", "2024", None),
        ("missed", "2026-10", None),
        ("missed", "2026", ("verdict", f"'missed' before 2026 {EARLY}")),
        ("missed", "2026-11", ("verdict", f"'missed' before 2026-11 {EARLY}")),
        ("missed", "2025-2026", ("verdict", f"'missed' before 2025-2026 {EARLY}")),
        ("missed", "", ("promised_for", f"is empty and the verdict is 'missed'; {UNDATED}")),
        ("pending", "2026", None),
        ("pending", "2025 and 2026", None),
        ("pending", "2026-11", None),
        ("pending", "2025", ("verdict", f"'pending' although 2025 {LATE}")),
        ("pending", "2026-10", ("verdict", f"'pending' although 2026-10 {LATE}")),
        ("pending", "", ("promised_for", f"is empty and the verdict is 'pending'; {UNDATED}")),
        ("changed", "", None),
        ("changed", "2024", None),
        ("held", "2030", None),
    ],
)
def test_promises_against_the_calendar(folder, verdict, term, problem):
    judge(folder, verdict=verdict, promised_for=term)
    follows = [] if term or verdict not in OF_PROMISES else [no_date("after", verdict, folder)]
    assert problems_in(folder) == ([("claims.csv", 2, *problem)] if problem else []) + follows


@pytest.mark.parametrize(
    ("verdict", "term", "now_due", "message"),
    [
        ("changed", "2024", "2026", None),
        ("changed", "2024", "2025-01", None),
        ("changed", "2024", "2024-12", "'2024-12' is no later than the date promised, 2024; expected: a later one, or empty"),
        ("changed", "", "2026", "'2026' is no later than the date promised, which is empty; expected: a later one, or empty"),
        ("held", "2024", "2026", "'2026' and the verdict is 'held'; expected: empty, or changed"),
    ],
)
def test_only_a_changed_promise_has_a_later_date(folder, verdict, term, now_due, message):
    judge(folder, verdict=verdict, promised_for=term, now_due=now_due)
    assert problems_in(folder) == ([("claims.csv", 2, "now_due", message)] if message else [])


def test_a_pending_promise_asks_for_a_verdict_when_its_day_has_passed(folder, monkeypatch):
    monkeypatch.setattr(dates, "check", lambda project: [])  # refuses days ahead
    judge(folder, verdict="pending", promised_for="2026", last_checked="2026-12-31")
    assert problems_in(folder) == []
    judge(folder, verdict="pending", promised_for="2026", last_checked="2027-01-01")
    message = "'pending' although 2026 had passed when last checked on 2027-01-01; expected: held, changed or missed"
    assert problems_in(folder) == [("claims.csv", 2, "verdict", message)]


@pytest.mark.parametrize(
    ("verdict", "term", "as_of", "right"),
    [
        ("changed", "2024", "2020-12-31", False),
        ("held", "2024", "2020", False),
        ("changed", "", "2018-03", False),
        ("held", "2024", "2021", True),  # as exactly as known
        ("held", "", "2018-03", True),  # a statement about the past
        ("imprecise", "", "2018-03", True),
    ],
)
def test_evidence_older_than_what_was_said(folder, verdict, term, as_of, right):
    judge(folder, verdict=verdict, promised_for=term, verdict_as_of=as_of)
    message = f"'{as_of}' is before said_on '2021-01-14'; expected: that date or later"
    assert problems_in(folder) == ([] if right else [("claims.csv", 2, "verdict_as_of", message)])


def test_evidence_newer_than_the_day_of_the_check(folder):
    judge(folder, verdict="held", verdict_as_of="2026-12")
    assert problems_in(folder) == [
        ("claims.csv", 2, "last_checked", "2026-11-22 is before verdict_as_of (2026-12); expected: that day or later")
    ]
    judge(folder, verdict="held", verdict_as_of="2026-11")
    assert problems_in(folder) == []


def test_the_chain_of_changes_holds(folder):
    sample_data.change(folder, "history", 2, after="changed")
    sample_data.add(folder, "history", key="x01-2", before="changed", after="held", date="2024-07")
    assert problems_in(folder) == []


def test_a_chain_that_skips_a_step_runs_backwards_or_ends_elsewhere(folder):
    sample_data.change(folder, "history", 2, after="changed")
    sample_data.add(folder, "history", key="x01-2", before="superseded", after="superseded", date="2024-05")
    assert problems_in(folder) == [
        (
            "history.csv", 3, "after",
            f"'superseded' is not the verdict of x01 in {folder}/claims.csv:2, 'held'; expected: that verdict in its last row",
        ),
        ("history.csv", 3, "after", "'superseded' is the verdict before too; expected: another one"),
        ("history.csv", 3, "before", f"'superseded' does not follow on 'changed' in {folder}/history.csv:2; expected: changed"),
        ("history.csv", 3, "date",
         f"'2024-05' is before '2024-06-13' in {folder}/history.csv:2; expected: changes of a claim in their order"),
    ]


def test_a_change_of_a_claim_that_does_not_exist(folder):
    sample_data.change(folder, "history", 2, claim_id="x10")
    assert [problem for problem in problems_in(folder) if problem[0] == "history.csv"] == [
        ("history.csv", 2, "claim_id", "'x10' is not in the table of claims; expected: x01, nearest: x01")
    ]


def test_a_state_of_promises_in_the_history_of_a_statement(folder):
    sample_data.change(folder, "claims", 2, promised_for="")
    assert problems_in(folder) == [no_date("before", "pending", folder)]


@pytest.mark.parametrize(
    ("verdict", "term", "begins"),
    [
        ("held", "2024", "pending"), ("imprecise", "2024", "pending"), ("missed", "2024", "pending"), ("changed", "2030", "pending"),
        ("changed", "", "held"),
        ("pending", "2030", None), ("held", "", None), ("imprecise", "", None),
    ],
)
def test_a_verdict_that_moved_without_a_row_in_the_history(folder, verdict, term, begins):
    sample_data.change(folder, "claims", 2, verdict=verdict, promised_for=term)
    sample_data.add(folder, "claims", claim_id="x02", said_in_en="The Comet costs more.", now_due="")
    sample_data.change(folder, "history", 2, claim_id="x02", key="x02-2024-06-13")
    message = f"{verdict!r} came after {begins!r} and the history tells nothing of it; expected: a row in data/history.csv that ends at it"
    assert problems_in(folder) == ([("claims.csv", 2, "verdict", message)] if begins else [])


@pytest.mark.parametrize("verdict", ["changed", "held"])
@pytest.mark.parametrize(("published", "newer"), [
    ("2020-11-08", False), ("2021-01-14", False), ("2021-01", True), ("2021-01-15", True), ("", True),
])
def test_a_change_that_no_newer_source_shows(folder, verdict, published, newer):
    judge(folder, verdict=verdict, promised_for="")
    sample_data.change(folder, "history", 2, before="imprecise", cause="reading")
    sample_data.change(folder, "sources", 2, published=published)
    message = f"none is newer than said_on '2021-01-14' and the verdict is {verdict!r}; expected: a source for the change too"
    assert problems_in(folder) == ([] if newer or verdict == "held" else [("claims.csv", 2, "source_ids", message)])


def test_the_same_words_with_two_verdicts(folder):
    line = sample_data.add(folder, "claims", claim_id="x02", verdict="changed")
    sample_data.add(folder, "history", key="x02-2025", claim_id="x02", after="changed", date="2025")
    message = f"'changed' contradicts 'held' in {folder}/claims.csv:2, for the same words; expected: one row for them"
    assert problems_in(folder) == [("claims.csv", line, "verdict", message)]
    sample_data.change(folder, "claims", line, speaker="Bo Lind")
    assert problems_in(folder) == []


def test_words_of_before_stay_readable_in_the_history_alone(folder):
    sample_data.change(folder, "claims", 2, verdict="changed", promised_for="")
    sample_data.change(folder, "history", 2, before="held", after="correct_then")
    sample_data.add(folder, "history", key="x01-2", before="changed", after="superseded", date="2024-07")
    assert problems_in(folder) == []
    sample_data.change(folder, "claims", 2, verdict="superseded")
    assert problems_in(folder)[0][2:] == ("verdict", "'superseded' is not allowed; expected: held | pending | changed | missed | imprecise")


def test_a_change_is_dated_by_the_fact_not_by_the_day_on_which_we_noticed(folder):
    sample_data.change(folder, "history", 2, date="2026-11-25")
    message = (
        "'2026-11-25' is after every source of the change (newest: 2026-01-20); "
        "expected: the date of the fact, or the cause 'reading'"
    )
    assert problems_in(folder) == [("history.csv", 2, "date", message)]
    sample_data.change(folder, "history", 2, cause="reading")
    assert problems_in(folder) == []


def test_disagreement_lowers_confidence_or_says_why_not(folder):
    page = editions.page_of("scorecard", "# A\n\n## Two readings {#disagree}\n\nSo, or so. {{ verdict: x01 }}\n")

    def problems():
        facts, _ = dataset.read_dataset(folder)
        return [
            (problem.line, problem.column, problem.message.split(" (")[0])
            for problem in verdicts.check_pages(Project(facts, {"en": {"scorecard": page}}))
        ]

    sample_data.change(folder, "claims", 2, although_en="", although_fr="")
    assert [(line, column) for line, column, _ in problems()] == [(2, "confidence")]
    sample_data.change(folder, "claims", 2, confidence="low")
    assert problems() == []
    sample_data.change(folder, "claims", 2, confidence="high", although_en="The Herald says 2025.", although_fr="Le Herald dit 2025.")
    assert problems() == []


def test_an_example_of_a_verdict_is_a_claim_that_has_it(folder):
    for verdict, word in (("held", "True"), ("missed", "Missed")):
        sample_data.add(folder, "words", key=f"verdict.{verdict}", en=word)
    text = "# A\n\n**NAME.**\nWhat it means. {{ verdict: x01 }}\n\nElsewhere {{ verdict: x01 }}.\n"

    def problems_of(name):
        pages = {"en": {"a": editions.page_of("a", text.replace("NAME", name))}}
        return [(problem.line, problem.message) for problem in verdicts.check_pages(Project(dataset.read_dataset(folder)[0], pages))]

    assert problems_of("True") == []
    assert problems_of("Missed") == [(4, "'x01' is 'held' and stands as an example of 'missed'; expected: a claim with that verdict")]


def test_like_claims_have_like_verdicts_or_a_reason(folder, monkeypatch):
    sample_data.add(folder, "claims", claim_id="x02", said_in_en="The Comet costs less.", verdict="changed")
    file = folder / "like_claims.toml"
    monkeypatch.setattr(verdicts, "LIKE_CLAIMS_FILE", file)

    def problems_of(text):
        file.write_text(text, "utf-8")
        return [
            (problem.line, problem.column, problem.message)
            for problem in verdicts.check_like_claims(Project(dataset.read_dataset(folder)[0]))
        ]

    pair = '[[pair]]\nclaims = ["x01", "x02"]\n'
    message = "is empty and the verdicts of like claims differ (x01 'held', x02 'changed'); expected: one verdict, or the reason"
    assert problems_of(pair) == [(1, "pair 1.because", message)]
    assert problems_of(pair + 'because = "The second was put off."\n') == []
    sample_data.change(folder, "claims", 3, verdict="held")
    message = "says why the verdicts differ, and they do not (x01 'held', x02 'held'); expected: no reason, so strike it out"
    assert problems_of(pair) == [] and problems_of(pair + 'because = "The second was put off."\n') == [(3, "pair 1.because", message)]
    assert problems_of('[[pair]]\nclaims = ["x01", "x09"]\n') == [
        (2, "pair 1.claims", "'x09' is not in the table of claims; expected: x01, x02, nearest: x02, x01")
    ]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"outcome_en": "Shown in June of the year two thousand twenty-four"}, ("outcome_en", "has 9 words; expected: at most 8")),
        ({"outcome_en": "", "outcome_fr": ""},
         ("outcome_en", "'' in a row that is counted as promise; expected: what came of a promise, and nothing in another row")),
        ({"counted_as": "sentence"},
         ("outcome_en",
          "'Shown in June 2024' in a row that is counted as sentence; expected: what came of a promise, and nothing in another row")),
    ],
)
def test_a_promise_has_an_outcome_that_is_taken_in_at_a_glance(folder, cells, problem):
    sample_data.change(folder, "claims", 2, **cells)
    assert problems_in(folder) == [("claims.csv", 2, *problem)]


def test_a_list_of_like_claims_that_a_merge_broke_is_one_problem(folder, tmp_path, monkeypatch):
    file = tmp_path / "like_claims.toml"
    file.write_text('\ufeff[[pair]]\nclaims = ["x01", "x02"]\n<<<<<<< HEAD\n', "utf-8")
    monkeypatch.setattr(verdicts, "LIKE_CLAIMS_FILE", file)
    (problem,) = verdicts.check_like_claims(Project(dataset.load_dataset(folder)))
    assert problem.line == 3 and "is not TOML" in problem.message


@pytest.mark.parametrize(("text", "message"), [
    ('pair = "x"\n', "1: pair: is 'x'; expected: a valid list"),
    ('[[pair]]\nbecause = "x"\n', "1: pair 1.claims: is missing; expected: claims, because"),
    ('[[pair]]\nclaims = "x01"\n', "2: pair 1.claims: is 'x01'; expected: a valid list"),
    ('[[pair]]\nclaims = ["x01"]\n\n[[pair]]\nclaims = ["x01", 2]\n', "5: pair 2.claims 2: is 2; expected: a valid string"),
    ('[[pair]]\nclaims = ["x01"]\nwhy = "x"\n', "3: pair 1.why: is not a setting; expected: claims, because"),
    ('[[pairs]]\nclaims = ["x01"]\n', "1: pairs: is not a setting; expected: pair, nearest: pair"),
])
def test_a_list_of_like_claims_that_holds_something_else(folder, tmp_path, monkeypatch, text, message):
    file = tmp_path / "like_claims.toml"
    file.write_text(text, "utf-8")
    monkeypatch.setattr(verdicts, "LIKE_CLAIMS_FILE", file)
    assert list(map(str, verdicts.check_like_claims(Project(dataset.load_dataset(folder))))) == [f"{file}:{message}"]
