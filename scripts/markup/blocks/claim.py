"""`/// claim | s19`: one claim on its own page: what was said, the verdict, what happened, what changed, what rests on it."""

from __future__ import annotations

from scripts import templates
from scripts.index import addresses, claims, written
from scripts.markup.page import Page


def render(page: Page, key: str) -> str:
    edition = page.edition
    claims_in_order, claim, pages = edition.facts.of_kind("claims"), edition.facts.row("claims", key), written.pages(edition)
    page.use(page.places, claim.place)
    changes = sorted((row for row in edition.facts.of_kind("history") if row.claim_id == key), key=lambda row: row.date)
    here = claims_in_order.index(claim)
    beside = [(way, claims_in_order[place]) for way, place in (("previous", here - 1), ("next", here + 1)) if 0 <= place < len(claims_in_order)]

    return templates.render(
        "claim", claim=claim, changes=changes, note=lambda ids: page.use(page.notes, ids), beside=beside, fmt=edition.fmt, facts=edition.facts, home=addresses.CLAIMS,
        disputed=claims.disputes(pages).get(key), pages=claims.cited_on(claim, pages),
    )
