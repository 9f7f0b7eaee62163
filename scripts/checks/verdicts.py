"""The rules for verdicts, and the chain of their changes."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

from pydantic import BaseModel

from scripts import paths, toml_file
from scripts.checks.project import Project
from scripts.facts.freshness import end_of
from scripts.facts.records import FORMER, ClaimRow, HistoryRow
from scripts.facts.tables import Facts
from scripts.index.claims import read_again
from scripts.index.markers import word_count
from scripts.index.written import Pages
from scripts.language import locales
from scripts.problems import Problem

LIKE = paths.DATA / "like_claims.toml"
Told = tuple[str, str, str]
"""Column, what is wrong there, what is expected."""
OF_PROMISES = ("pending", "missed")  # verdicts that only something promised for a date can have
MOST_WORDS = 8  # of an outcome: it stands in a list of promises, on one or two lines of a phone


class _Pair(BaseModel, extra="forbid", strict=True):
    """One `[[pair]]` of claims that say like things; why their verdicts differ all the same."""

    claims: list[str]
    because: str = ""


class _Listed(BaseModel, extra="forbid", strict=True):
    """The list of like claims."""

    pair: list[_Pair] = []


def check(project: Project) -> Iterator[Problem]:
    yield from claims(project.facts)
    yield from history(project.facts)


def check_pages(project: Project) -> Iterator[Problem]:
    """Verdicts that pages contradict."""
    yield from disagreements(project.facts, project.pages)
    yield from examples(project.facts, project.pages)


def check_like_claims(project: Project) -> Iterator[Problem]:
    yield from alike(project.facts)


def claims(facts: Facts) -> Iterator[Problem]:
    """Verdicts that the calendar, the claim's own dates, or a second row for the same words contradict."""
    judged: dict[tuple, ClaimRow] = {}
    for claim in facts.of_kind("claims"):
        other = judged.setdefault((claim.said_in.casefold(), claim.speaker, str(claim.said_on)), claim)
        if other.verdict != claim.verdict:
            yield claim.problem(
                "verdict", f"{claim.verdict!r} contradicts {other.verdict!r} in {other.place}, for the same words",
                "one row for them",
            )
        for told in (*_breaches(claim), *_outcome(claim), *_unproven(claim, facts)):
            yield claim.problem(*told)


def _breaches(claim: ClaimRow) -> Iterator[Told]:
    verdict, term, checked = claim.verdict, claim.promised_for, claim.last_checked
    if verdict in OF_PROMISES and not term:
        yield "promised_for", f"is empty and the verdict is {verdict!r}", "the date promised, or another verdict"
    elif verdict == "missed" and end_of(term) >= checked:
        yield "verdict", f"'missed' before {term} had passed when last checked on {checked}", "pending or changed until then"
    elif verdict == "pending" and end_of(term) < checked:
        yield "verdict", f"'pending' although {term} had passed when last checked on {checked}", "held, changed or missed"
    if claim.now_due and verdict != "changed":
        yield "now_due", f"{claim.now_due!r} and the verdict is {verdict!r}", "empty, or changed"
    elif claim.now_due and (not term or end_of(claim.now_due) <= end_of(term)):
        yield (
            "now_due", f"{claim.now_due!r} is no later than the date promised, {term or 'which is empty'}",
            "a later one, or empty",
        )
    # A statement about the past is judged by what was known of it, which may be older than the statement.
    of_the_past = verdict in ("held", "imprecise") and not term
    if claim.verdict_as_of.last_day < claim.said_on.first_day and not of_the_past:
        yield "verdict_as_of", f"{str(claim.verdict_as_of)!r} is before said_on {str(claim.said_on)!r}", "that date or later"
    if claim.verdict_as_of.first_day > checked:
        yield "last_checked", f"'{checked}' is before the newest evidence, {str(claim.verdict_as_of)!r}", "its day or later"


def _outcome(claim: ClaimRow) -> Iterator[Told]:
    """A promise without its outcome, or with one that is too long to be taken in at a glance."""
    if bool(claim.outcome) != (claim.counted_as == "promise"):
        yield (
            claim.column("outcome", paths.MAIN),
            f"{claim.outcome or ''!r} in a row that is counted as {claim.counted_as}",
            "what came of a promise, and nothing in another row",
        )
    for language in paths.LANGUAGES:
        count = word_count(claim.word("outcome", language))
        if count > MOST_WORDS:
            yield claim.column("outcome", language), f"has {count} words", f"at most {MOST_WORDS}"


def _unproven(claim: ClaimRow, facts: Facts) -> Iterator[Told]:
    """A change that only sources from before the claim stand behind. An undated source may be newer."""
    if claim.verdict != "changed" or not facts.sources.keys() >= set(claim.source_ids):
        return
    dates = [facts.sources[source].published for source in claim.source_ids]
    if all(date and date.last_day <= claim.said_on.last_day for date in dates):
        yield (
            "source_ids", f"none is newer than said_on {str(claim.said_on)!r} and the verdict is {claim.verdict!r}",
            "a source for the change too"
        )


def history(facts: Facts) -> Iterator[Problem]:
    """Changes that skip a step, run backwards, or end elsewhere than at the claim's verdict."""
    known = {claim.claim_id: claim for claim in facts.of_kind("claims")}
    chains = defaultdict(list)
    astray = False  # a row under a wrong id may be the one that a claim seems to lack
    for change in facts.of_kind("history"):
        for told in _change(change, facts):
            yield change.problem(*told)
        if change.claim_id in known:
            chains[change.claim_id].append(change)
        else:
            astray = True
    for claim in (claim for claim in known.values() if not facts.may_be_damaged(claim.claim_id, "history")):
        if claim.claim_id in chains:
            yield from _chain(chains[claim.claim_id], claim)
        elif not astray:
            yield from _untold(claim)


def _change(change: HistoryRow, facts: Facts) -> Iterator[Told]:
    """A change of nothing, or one dated after every source that reports it: by neither the fact nor a second reading."""
    if change.before == change.after:
        yield "after", f"{change.after!r} is the verdict before too", "another one"
    dates = [facts.sources[source].published for source in change.source_ids if source in facts.sources]
    newest = max((date.last_day for date in dates if date), default=None)
    told_before = newest and None not in dates and change.date.first_day > newest
    if told_before and change.after != "missed" and not read_again(change):
        yield (
            "date", f"{str(change.date)!r} is after every source of the change (newest: {newest})",
            f"the date of the fact, or {locales.of(paths.MAIN).read_again!r} at the head of the reason",
        )


def disagreements(facts: Facts, pages: Pages) -> Iterator[Problem]:
    """Claims on which a page shows sources against each other: they are of low confidence, or say why they are not."""
    disputed = {key: page for edition in pages.values() for page in edition.values() for key in page.disputed}
    for claim in facts.of_kind("claims"):
        if claim.key in disputed and claim.confidence != "low" and not claim.although:
            yield claim.problem(
                "confidence", f"{claim.confidence!r} although {disputed[claim.key].file} shows that sources disagree",
                "low, or the reason in the columns although_...",
            )


def examples(facts: Facts, pages: Pages) -> Iterator[Problem]:
    """A paragraph that begins with the name of a verdict, `**Open.**`, explains it: the claim that it shows has that verdict."""
    verdicts = {claim.key: claim.verdict for claim in facts.of_kind("claims")}
    for language, edition in pages.items():
        words = [row for row in facts.of_kind("words") if row.key.startswith("verdict.")]
        names = {f"**{row.word('text', language)}.**": row.key.removeprefix("verdict.") for row in words}
        for page in edition.values():
            shown = [(marker.line, key) for marker in page.markers if marker.kind == "verdict" for key in marker.names]
            about = ""
            for number, line in page.prose:
                about = names.get(line.strip(), about) if line.strip() else ""
                for key in (key for at, key in shown if at == number and about):
                    if verdicts.get(key, about) != about:
                        yield page.problem(
                            number, "marker", f"{key!r} is {verdicts[key]!r} and stands as an example of {about!r}",
                            "a claim with that verdict",
                        )


def alike(facts: Facts, listed: Path = LIKE) -> Iterator[Problem]:
    """Like claims have like verdicts, or the reason why not stands in the list."""
    if not listed.exists():
        return
    known = {claim.key: claim for claim in facts.of_kind("claims")}
    told, file = toml_file.load(listed, _Listed, "TOML with [[pair]] entries")
    yield from file.problems
    for number, pair in enumerate(told.pair if told else ()):
        missing = [name for name in pair.claims if name not in known]
        if missing:
            if not any(facts.may_be_damaged(name, "claims") for name in missing):
                wrong = f"{', '.join(missing)} is not in the table of claims"
                yield file.problem(("pair", number, "claims"), wrong, "ids that stand there")
            continue
        verdicts = {known[name].verdict for name in pair.claims}
        if len(verdicts) > 1 and not pair.because:
            each = ", ".join(f"{name} {known[name].verdict!r}" for name in pair.claims)
            wrong = f"is empty and the verdicts of like claims differ ({each})"
            yield file.problem(("pair", number, "because"), wrong, "one verdict, or the reason")
        elif len(verdicts) == 1 and pair.because:
            wrong = f"says why the verdicts differ, and both are {verdicts.pop()!r} now"
            yield file.problem(("pair", number, "because"), wrong, "no reason, so strike it out")


def _untold(claim: ClaimRow) -> Iterator[Problem]:
    """A claim that needs a row in the history. A promise begins as pending, a statement as held."""
    begins = "pending" if claim.promised_for else "held"
    if claim.verdict != begins and (claim.verdict != "imprecise" or claim.promised_for):
        yield claim.problem(
            "verdict", f"{claim.verdict!r} came after {begins!r} and the history tells nothing of it",
            "a row in data/history.csv that ends at it",
        )


def _chain(changes: list, claim: ClaimRow) -> Iterator[Problem]:
    for change, column in product(changes, ("before", "after")):
        if (state := getattr(change, column)) in OF_PROMISES and not claim.promised_for:
            yield change.problem(
                column, f"{state!r} is for promises with a date, and {claim.claim_id} has none in {claim.place}",
                "held, or a date there",
            )
    for earlier, later in pairwise(changes):
        if later.date.last_day < earlier.date.first_day:
            yield later.problem(
                "date", f"{str(later.date)!r} is before {str(earlier.date)!r} in {earlier.place}",
                "changes of a claim in their order",
            )
        if later.before != earlier.after and later.before != FORMER.get(earlier.after):
            yield later.problem("before", f"{later.before!r} does not follow on {earlier.after!r} in {earlier.place}", earlier.after)
    last = changes[-1]
    if FORMER.get(last.after, last.after) != claim.verdict:
        yield last.problem(
            "after", f"{last.after!r} is not the verdict of {claim.claim_id} in {claim.place}, {claim.verdict!r}",
            "that verdict in its last row",
        )
