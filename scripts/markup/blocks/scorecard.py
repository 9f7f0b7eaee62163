"""`/// scorecard | promises` or `| article`: who said what, for when, and what came of it; the evidence folded behind each.

Promises are one list by outcome; the sentences of the article that the story began with stand in its order, folded, those that
decide nothing at their end.
"""

from __future__ import annotations

from scripts import templates
from scripts.index import addresses, claims, written
from scripts.markup.page import Page

OUTCOMES = ("held", "pending", "changed", "missed", "imprecise")
"""The order in which promises are listed, as in the chart of them."""


def render(page: Page, group: str) -> str:
    if group not in claims.GROUPS:
        raise KeyError(f"{group!r} is not a group of claims; expected: {', '.join(claims.GROUPS)}")
    facts = page.edition.facts
    rows = [row for row in facts.of_kind("claims") if row.counted_as in claims.GROUPS[group]]
    for row in rows:
        page.use(page.places, row.place)
    if group == "promises":
        rows.sort(key=lambda row: (OUTCOMES.index(row.verdict) if row.verdict in OUTCOMES else len(OUTCOMES), row.promised_for or ""))
    history = {row.key: [h for h in facts.of_kind("history") if h.claim_id == row.key] for row in rows}
    disputed = claims.disputes(written.pages(page.edition))
    return templates.render(
        "scorecard", counted=[row for row in rows if row.counted_as != "aside"], uncounted=[row for row in rows if row.counted_as == "aside"],
        folded=group == "article", history=history, disputed=disputed, folder=addresses.CLAIMS, facts=facts, fmt=page.edition.fmt,
    )
