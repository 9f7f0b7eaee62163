"""`/// scorecard | seed` or `| around`: claims with verdict, evidence, sources and earlier verdicts.

The ids tell the two apart: s.. are the sentences of the article that the story began with, x.. the promises around it.
"""

from __future__ import annotations

from scripts.index import addresses, claims, page_references
from scripts.markup import element_tree
from scripts.markup.page import Page

GROUPS = {"seed": "s", "around": "x"}


def render(page: Page, group: str) -> str:
    if group not in GROUPS:
        raise KeyError(f"{group!r} is not a group of claims; allowed: {', '.join(GROUPS)}")
    facts = page.edition.facts
    rows = [row for row in facts.of_kind("claims") if row.key.startswith(GROUPS[group])]
    for row in rows:
        page.use(page.places, row.place)
    history = {row.key: [h for h in facts.of_kind("history") if h.claim_id == row.key] for row in rows}
    disputed = claims.disputes(page_references.of(page.edition))
    return element_tree.render(
        "scorecard", claims=rows, history=history, disputed=disputed, folder=addresses.CLAIMS, facts=facts, say=page.edition.say, group=group,
    )
