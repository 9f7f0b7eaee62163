"""Rules for verdicts and for the history of their changes."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise, product

from pydantic import BaseModel

from scripts import paths, toml_file
from scripts.facts.facts import Facts
from scripts.facts.records import FORMER, ClaimRow, HistoryRow, WordRow
from scripts.index import markers
from scripts.problems import Problem, UnknownName
from scripts.project import Project

_EXPLANATION = re.compile(r"^\*\*(?P<name>.+)\.\*\*\n(?:.*\S.*\n)*", re.M)  # a paragraph under a verdict's name
LIKE_CLAIMS_FILE = paths.DATA / "like_claims.toml"
OF_PROMISES = ("pending", "missed")  # verdicts that only something promised for a date can have
MOST_WORDS = 8  # of an outcome: it stands in a list of promises, on one or two lines of a phone


class _Pair(BaseModel, extra="forbid", strict=True):
    """One `[[pair]]` of claims that say like things; why their verdicts differ all the same."""

    claims: list[str]
    because: str = ""


class _LikeClaims(BaseModel, extra="forbid", strict=True):
    """The list of like claims."""

    pair: list[_Pair] = []


def check(project: Project) -> Iterator[Problem]:
    """Find verdicts that contradict the calendar, the claim's own dates, its history, or a second row for the same words."""
    facts = project.facts
    first_by_words: dict[tuple[str, ...], ClaimRow] = {}
    for claim in facts.of_kind(ClaimRow):
        first = first_by_words.setdefault((claim.said_in.casefold(), claim.speaker, str(claim.said_on)), claim)
        if first.verdict != claim.verdict:
            wrong = f"{claim.verdict!r} contradicts {first.verdict!r} in {first.place}, for the same words"
            yield claim.problem("verdict", wrong, "one row for them")
        yield from _term(claim)
        yield from _evidence(claim, facts)
        yield from _outcome(claim)
    yield from _history(facts)


def check_pages(project: Project) -> Iterator[Problem]:
    """Find pages that contradict verdicts."""
    yield from _disagreements(project)
    yield from _examples(project)


def check_like_claims(project: Project) -> Iterator[Problem]:
    """Check that claims listed as alike have the same verdict, or that the list says why not."""
    if not LIKE_CLAIMS_FILE.exists():
        return
    facts = project.facts
    verdicts = {claim.key: claim.verdict for claim in facts.of_kind(ClaimRow)}
    like_claims, file = toml_file.load(LIKE_CLAIMS_FILE, _LikeClaims, "TOML with [[pair]] entries")
    yield from file.problems
    for number, pair in enumerate(like_claims.pair if like_claims else ()):
        for key in pair.claims:
            if key not in verdicts:
                yield file.problem(("pair", number, "claims"), UnknownName(key, "in the table of claims", verdicts))
        verdict_by_claim = {key: verdicts[key] for key in pair.claims if key in verdicts}
        each = ", ".join(f"{key} {verdict!r}" for key, verdict in verdict_by_claim.items())
        differ = len(set(verdict_by_claim.values())) > 1
        if differ and not pair.because:
            wrong = f"is empty and the verdicts of like claims differ ({each})"
            yield file.problem(("pair", number, "because"), wrong, "one verdict, or the reason")
        elif pair.because and not differ:
            wrong = f"says why the verdicts differ, and they do not ({each})"
            yield file.problem(("pair", number, "because"), wrong, "no reason, so strike it out")


def _term(claim: ClaimRow) -> Iterator[Problem]:
    """Check the verdict against the promised date, and that date against the later one that is now given."""
    verdict = claim.verdict
    term = claim.promised_for
    checked = f"when last checked on {claim.last_checked}"
    if verdict in OF_PROMISES and not term:
        wrong = f"is empty and the verdict is {verdict!r}"
        yield claim.problem("promised_for", wrong, "the date promised, or another verdict")
    elif verdict == "missed" and term and term.last_day >= claim.last_checked:
        wrong = f"'missed' before {term} had passed {checked}"
        yield claim.problem("verdict", wrong, "pending or changed until then")
    elif verdict == "pending" and term and term.last_day < claim.last_checked:
        wrong = f"'pending' although {term} had passed {checked}"
        yield claim.problem("verdict", wrong, "held, changed or missed")
    if claim.now_due and verdict != "changed":
        yield claim.problem("now_due", f"{claim.now_due!r} and the verdict is {verdict!r}", "empty, or changed")
    elif claim.now_due and (not term or claim.now_due.last_day <= term.last_day):
        wrong = f"{claim.now_due!r} is no later than the date promised, {term or 'which is empty'}"
        yield claim.problem("now_due", wrong, "a later one, or empty")


def _evidence(claim: ClaimRow, facts: Facts) -> Iterator[Problem]:
    """Find evidence older than its claim, and a verdict `changed` without a newer source. An undated source may be newer."""
    # A statement about the past is judged by what was known of it, which may be older than the statement.
    of_the_past = claim.verdict in ("held", "imprecise") and not claim.promised_for
    if claim.verdict_as_of.last_day < claim.said_on.first_day and not of_the_past:
        wrong = f"'{claim.verdict_as_of}' is before said_on '{claim.said_on}'"
        yield claim.problem("verdict_as_of", wrong, "that date or later")
    if claim.verdict == "changed" and facts.sources.keys() >= set(claim.source_ids):
        dates = [facts.sources[source].published for source in claim.source_ids]
        if all(date and date.last_day <= claim.said_on.last_day for date in dates):
            wrong = f"none is newer than said_on '{claim.said_on}' and the verdict is 'changed'"
            yield claim.problem("source_ids", wrong, "a source for the change too")


def _outcome(claim: ClaimRow) -> Iterator[Problem]:
    """Find promises without an outcome, other claims with one, and outcomes too long to be taken in at a glance."""
    if bool(claim.outcome) != (claim.counted_as == "promise"):
        wrong = f"{claim.outcome or ''!r} in a row that is counted as {claim.counted_as}"
        expected = "what came of a promise, and nothing in another row"
        yield claim.problem(claim.column("outcome", paths.MAIN), wrong, expected)
    for language in paths.LANGUAGES:
        count = markers.word_count(claim.text_in("outcome", language))
        if count > MOST_WORDS:
            yield claim.problem(claim.column("outcome", language), f"has {count} words", f"at most {MOST_WORDS}")


def _history(facts: Facts) -> Iterator[Problem]:
    """Find changes that skip a step, run backwards, or do not end at the claim's verdict."""
    chains = defaultdict(list)
    for change in facts.of_kind(HistoryRow):
        yield from _change(change, facts)
        chains[change.claim_id].append(change)
    for claim in facts.of_kind(ClaimRow):
        if claim.key in chains:
            yield from _chain(chains[claim.key], claim)
        else:
            # A promise begins as pending, a statement as held or imprecise.
            begins = ("pending",) if claim.promised_for else ("held", "imprecise")
            if claim.verdict not in begins:
                wrong = f"{claim.verdict!r} came after {begins[0]!r} and the history tells nothing of it"
                yield claim.problem("verdict", wrong, "a row in data/history.csv that ends at it")


def _change(change: HistoryRow, facts: Facts) -> Iterator[Problem]:
    """Find a change that changes nothing, and one dated after all its sources that is no second reading."""
    if change.before == change.after:
        yield change.problem("after", f"{change.after!r} is the verdict before too", "another one")
    if change.after == "missed" or change.cause == "reading":
        return
    dates = [facts.sources[source].published for source in change.source_ids if source in facts.sources]
    if dates and all(date and date.last_day < change.date.first_day for date in dates):
        newest = max(date.last_day for date in dates if date)
        wrong = f"'{change.date}' is after every source of the change (newest: {newest})"
        yield change.problem("date", wrong, "the date of the fact, or the cause 'reading'")


def _chain(changes: list[HistoryRow], claim: ClaimRow) -> Iterator[Problem]:
    """Check that each change of a claim begins where the one before it ended, and that the last ends at the claim's verdict."""
    for change, column in product(changes, ("before", "after")):
        verdict = getattr(change, column)
        if verdict in OF_PROMISES and not claim.promised_for:
            wrong = f"{verdict!r} is for promises with a date, and {claim.key} has none in {claim.place}"
            yield change.problem(column, wrong, "held, or a date there")
    for earlier, later in pairwise(changes):
        if later.date.last_day < earlier.date.first_day:
            wrong = f"'{later.date}' is before '{earlier.date}' in {earlier.place}"
            yield later.problem("date", wrong, "changes of a claim in their order")
        if later.before not in (earlier.after, FORMER.get(earlier.after)):
            wrong = f"{later.before!r} does not follow on {earlier.after!r} in {earlier.place}"
            yield later.problem("before", wrong, earlier.after)
    last = changes[-1]
    if claim.verdict not in (last.after, FORMER.get(last.after)):
        wrong = f"{last.after!r} is not the verdict of {claim.key} in {claim.place}, {claim.verdict!r}"
        yield last.problem("after", wrong, "that verdict in its last row")


def _disagreements(project: Project) -> Iterator[Problem]:
    """Find claims that are surer than `low` without a reason, though a page shows that sources disagree on them."""
    page_by_claim = {key: page for page in project.all_pages for key in page.disputed}
    for claim in project.facts.of_kind(ClaimRow):
        page = page_by_claim.get(claim.key)
        if page and claim.confidence != "low" and not claim.although:
            wrong = f"{claim.confidence!r} although {page.file} shows that sources disagree"
            yield claim.problem("confidence", wrong, "low, or the reason in the columns although_...")


def _examples(project: Project) -> Iterator[Problem]:
    """Check that a paragraph that explains a verdict (it begins with its name, `**Open.**`) shows claims with that verdict."""
    words = [row for row in project.facts.of_kind(WordRow) if row.key.startswith("verdict.")]
    verdict_of = {claim.key: claim.verdict for claim in project.facts.of_kind(ClaimRow)}
    for page in project.all_pages:
        verdicts = {row.text_in("text", page.language): row.key.removeprefix("verdict.") for row in words}
        for paragraph in _EXPLANATION.finditer(page.text):
            verdict = verdicts.get(paragraph["name"])
            lines_before = page.text.count("\n", 0, paragraph.start())
            for marker in markers.find(paragraph[0]):
                for key in marker.names if verdict and marker.kind == "verdict" else ():
                    if verdict_of.get(key, verdict) != verdict:
                        wrong = f"{key!r} is {verdict_of[key]!r} and stands as an example of {verdict!r}"
                        yield page.problem(lines_before + marker.line, "marker", wrong, "a claim with that verdict")
