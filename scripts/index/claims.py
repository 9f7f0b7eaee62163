"""The page of a claim, so that a verdict can be shared by itself: what a preview of its link says, and what leads there.

Messengers cut titles after about 60 characters, so the verdict comes first.
"""

from scripts.edition import Edition
from scripts.facts.records import ClaimRow
from scripts.index import addresses
from scripts.index.written import WrittenPage
from scripts.language.formatter import Formatter

GROUPS = {"promises": ("promise",), "article": ("sentence", "aside")}
"""Group of claims on the scorecard -> how its rows are counted."""
MIN_LETTERS, MAX_LETTERS = 50, 240
"""Characters of a description; search engines and messengers cut longer ones."""


def outcome_of(claim: ClaimRow, fmt: Formatter) -> str:
    """The verdict in the word that suits it: of a promise what became of it, of a statement that holds `True`."""
    if claim.counted_as == "promise":
        return fmt.word(f"promise.{claim.state}")
    return fmt.word("stated.held" if claim.verdict == "held" else f"verdict.{claim.verdict}")


def title_of(claim: ClaimRow, edition: Edition) -> str:
    """`Missed: A choice by the end of 2024 (x09)`; without quotation marks, since the words are ours."""
    fmt = edition.fmt
    return fmt.word("claim.title", verdict=outcome_of(claim, fmt), said=claim.word("said_in", fmt.language).rstrip("."), id=claim.key)


def description_of(claim: ClaimRow, edition: Edition) -> str:
    """What happened; who said it and when where that leaves room or is too short by itself."""
    fmt = edition.fmt
    evidence = claim.word("evidence", fmt.language)
    who = f"{claim.word('speaker', fmt.language)}, {fmt.date(claim.said_on)}."
    text = evidence if len(evidence) + len(who) + 1 > MAX_LETTERS else f"{evidence} {who}"
    if len(text) < MIN_LETTERS:
        text = f"{text} {fmt.word('claim.asof', date=fmt.date(claim.verdict_as_of))}, {fmt.word(f'confidence.{claim.confidence}')}."
    return text if len(text) <= MAX_LETTERS else text[:MAX_LETTERS].rsplit(" ", 1)[0].rstrip(",;:. \u202f") + "…"


def disputes(pages: dict[str, WrittenPage]) -> dict[str, str]:
    """Claim -> name of the page that shows what sources say against each other on it (its section `{#disagree}`)."""
    return {claim: page.name for page in pages.values() for claim in page.disputed}


def cited_on(claim: ClaimRow, pages: dict[str, WrittenPage]) -> list[WrittenPage]:
    """Pages that show the verdict, the page of all claims left out."""
    return [page for page in pages.values() if claim.key in page.names("verdict") and page.name != addresses.CLAIMS]
