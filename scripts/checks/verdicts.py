"""The rules for verdicts, and the chain of their changes."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from scripts.facts.book import Facts
from scripts.facts.cells import PartialDate
from scripts.facts.nearest import nearest
from scripts.facts.records import ClaimRow
from scripts.problems import Problem

OF_PROMISES = ("pending", "missed")
"""Verdicts that only something promised for a date can have."""
_MAY_REST_ON_OLDER_EVIDENCE = ("held", "imprecise")
"""A statement about the past is judged by what was known of it, which may be older than the statement."""


def end_of(term: str) -> dt.date:
    """The last day of a promised term: `2030`, `2026-12`, `2027-2028`, `2027 and 2028`."""
    year_to_year = re.fullmatch(r"\d{4}(?: and |-)(\d{4})", term)
    return PartialDate(year_to_year[1] if year_to_year else term).last_day


def claims(facts: Facts) -> Iterator[Problem]:
    """Verdicts that the calendar, or the claim's own dates, contradict."""
    for claim in facts.of_kind("claims"):
        for column, message in _breaches(claim):
            yield Problem(claim.file, claim.line, column, message)


def _breaches(claim: ClaimRow) -> Iterator[tuple[str, str]]:
    verdict, term, checked = claim.verdict, claim.promised_for, claim.last_checked
    if verdict in OF_PROMISES and not term:
        yield "promised_for", f"is empty and the verdict is {verdict!r}; allowed: the date promised, or another verdict"
    elif verdict == "missed" and end_of(term) >= checked:
        yield "verdict", f"'missed' before {term} had passed when last checked on {checked}; allowed: pending, changed or superseded until then"
    elif verdict == "pending" and end_of(term) < checked:
        yield "verdict", f"'pending' although {term} had passed when last checked on {checked}; allowed: held, changed, superseded or missed"
    rests_on_older = verdict in _MAY_REST_ON_OLDER_EVIDENCE and not term
    if claim.verdict_as_of.last_day < claim.said_on.first_day and not rests_on_older:
        yield "verdict_as_of", f"{str(claim.verdict_as_of)!r} is before said_on {str(claim.said_on)!r}; allowed: that date or later"
    if claim.verdict_as_of.first_day > checked:
        yield "last_checked", f"'{checked}' is before the newest evidence, {str(claim.verdict_as_of)!r}; allowed: its day or later"


def history(facts: Facts) -> Iterator[Problem]:
    """Changes that name no claim, skip a step, run backwards, or end elsewhere than at the claim's verdict."""
    known = {claim.claim_id: claim for claim in facts.of_kind("claims")}
    damaged = facts.refused_cells("claims", "claim_id")
    chains = defaultdict(list)
    for change in facts.of_kind("history"):
        if change.before == change.after:
            yield Problem(change.file, change.line, "after", f"{change.after!r} is the verdict before too; allowed: another one")
        if change.claim_id in known:
            chains[change.claim_id].append(change)
        elif change.claim_id not in damaged and not facts.lost("claims"):
            hint = nearest(change.claim_id, known)
            message = f"{change.claim_id!r} is not in the table of claims; allowed: ids that stand there"
            yield Problem(change.file, change.line, "claim_id", message + (f", nearest: {hint}" if hint else ""))
    if facts.lost("history"):
        return
    for claim_id in chains.keys() - facts.refused_cells("history", "claim_id"):
        yield from _chain(chains[claim_id], known[claim_id])


def _chain(changes: list, claim: ClaimRow) -> Iterator[Problem]:
    for earlier, later in pairwise(changes):
        if later.date.last_day < earlier.date.first_day:
            message = f"{str(later.date)!r} is before {str(earlier.date)!r} in {earlier.place}; allowed: changes of a claim in their order"
            yield Problem(later.file, later.line, "date", message)
        if later.before != earlier.after:
            message = f"{later.before!r} does not follow on {earlier.after!r} in {earlier.place}; allowed: {earlier.after}"
            yield Problem(later.file, later.line, "before", message)
    last = changes[-1]
    if last.after != claim.verdict:
        message = f"{last.after!r} is not the verdict of {claim.claim_id} in {claim.place}, {claim.verdict!r}; allowed: that verdict in its last row"
        yield Problem(last.file, last.line, "after", message)
