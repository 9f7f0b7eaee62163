"""`/// scorecard | promises` or `| article`: who said what, for when, and what came of it; the evidence folded behind each.

Promises stand under their outcomes, by the year in which they fall due. The sentences of the article that the story began with stand
in its order, folded, those that decide nothing at their end.
"""

from __future__ import annotations

from scripts import templates
from scripts.facts.records import VERDICTS
from scripts.index import addresses, claims, written
from scripts.markup.page import Page


def render(page: Page, group: str) -> str:
    if group not in claims.GROUPS:
        raise KeyError(f"{group!r} is not a group of claims; expected: {', '.join(claims.GROUPS)}")
    facts = page.edition.facts
    rows = [row for row in facts.of_kind("claims") if row.counted_as in claims.GROUPS[group]]
    for row in rows:
        page.use(page.places, row.place)
    by_year = sorted(rows, key=lambda row: (row.promised_for or "")[-4:])
    outcomes = [(verdict, found) for verdict in VERDICTS if (found := [row for row in by_year if row.verdict == verdict])]
    return templates.render(
        "scorecard", outcomes=outcomes if group == "promises" else [], counted=[row for row in rows if row.counted_as != "aside"],
        uncounted=[row for row in rows if row.counted_as == "aside"], history={row.key: facts.select("history", claim_id=row.key) for row in rows},
        disputed=claims.disputes(written.pages(page.edition)), folder=addresses.CLAIMS, facts=facts, fmt=page.edition.fmt,
    )
