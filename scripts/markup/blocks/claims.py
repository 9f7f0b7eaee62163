"""Claims: all of a group on the scorecard, and each on its own page."""

from scripts.facts.records import STATES
from scripts.index import claims, written
from scripts.markup.page import Page


def render_claim(page: Page, key: str) -> str:
    """`/// claim | s19`: what was said, the verdict, what happened, what changed, what rests on it."""
    claims_in_order, claim, pages = page.facts.of_kind("claims"), page.facts.row("claims", key), written.pages(page.edition)
    page.show([claim])
    here = claims_in_order.index(claim)
    places = (("previous", here - 1), ("next", here + 1))
    beside = [(way, claims_in_order[place]) for way, place in places if 0 <= place < len(claims_in_order)]
    return page.render(
        "claim", claim=claim, beside=beside,
        disputed=claims.disputes(pages).get(key), pages=claims.cited_on(claim, pages),
    )


def render_scorecard(page: Page, group: str) -> str:
    """`/// scorecard | promises` or `| article`: who said what, for when, and what came of it; the evidence folded behind each.

    Promises stand under what became of them, those about a country of their own first, by the year in which they fall due. The
    sentences of the article that the story began with stand in its order, folded, those that decide nothing at their end.
    """
    if group not in claims.GROUPS:
        raise KeyError(f"{group!r} is not a group of claims; expected: {', '.join(claims.GROUPS)}")
    rows = [row for row in page.facts.of_kind("claims") if row.counted_as in claims.GROUPS[group]]
    page.show(rows)
    in_order = sorted(rows, key=lambda row: (not row.country, (row.promised_for or "")[-4:]))
    outcomes = [(state, found) for state in STATES if (found := [row for row in in_order if row.state == state])]
    return page.render(
        "scorecard", rows=rows, outcomes=outcomes if group == "promises" else [],
        disputed=claims.disputes(written.pages(page.edition)),
    )
