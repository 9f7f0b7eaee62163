"""Title and description of a claim's page, as the preview of a link to it says them, so that a verdict can be shared by itself.

Messengers cut titles after about 60 characters, so the verdict comes first.
"""

from scripts.editions import Edition
from scripts.facts.records import ClaimRow
from scripts.index.claims import outcome_of

MIN_LETTERS, MAX_LETTERS = 50, 240
"""Characters of a description; search engines and messengers cut longer ones."""


def title_of(claim: ClaimRow, edition: Edition) -> str:
    """`Missed: A choice by the end of 2024 (x09)`; without quotation marks, since the words are ours."""
    fmt = edition.fmt
    statement = claim.text_in("said_in", fmt.language).rstrip(".")
    return fmt.word("claim.title", verdict=outcome_of(claim, fmt), said=statement, id=claim.key)


def description_of(claim: ClaimRow, edition: Edition) -> str:
    """What happened; who said it and when where that leaves room or is too short by itself."""
    fmt = edition.fmt
    text = claim.text_in("evidence", fmt.language)
    speaker = f" {claim.text_in('speaker', fmt.language)}, {fmt.date(claim.said_on)}."
    if len(text + speaker) <= MAX_LETTERS:
        text += speaker
    if len(text) < MIN_LETTERS:
        confidence = fmt.word(f"confidence.{claim.confidence}")
        text += f" {fmt.word('claim.asof', date=fmt.date(claim.verdict_as_of))}, {confidence}."
    if len(text) <= MAX_LETTERS:
        return text
    return text[:MAX_LETTERS].rsplit(" ", 1)[0].rstrip(",;:. \u202f") + "…"
