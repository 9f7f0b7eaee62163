"""Outcome label, title and description of a claim page."""

from scripts.facts.records import ClaimRow
from scripts.language.formatter import Formatter
from scripts.language.typography import MAX_DESCRIPTION, shortened


def outcome_of(claim: ClaimRow, fmt: Formatter) -> str:
    """The outcome label: a promise's state (`Missed`), a statement's verdict; `True` where it held."""
    if claim.counted_as == "promise":
        return fmt.word(f"promise.{claim.state}")
    return fmt.word("stated.held" if claim.verdict == "held" else f"verdict.{claim.verdict}")


def title_of(claim: ClaimRow, fmt: Formatter) -> str:
    """`Missed: A choice by the end of 2024 (x09)`; the verdict first, since messengers cut titles after about 60 characters.

    Without quotation marks, since the words are ours.
    """
    statement = claim.text_in("said_in", fmt.language).rstrip(".")
    return fmt.word("claim.title", verdict=outcome_of(claim, fmt), said=statement, id=claim.key)


def description_of(claim: ClaimRow, fmt: Formatter) -> str:
    """What happened; then who said it and when, if there is room."""
    text = claim.text_in("evidence", fmt.language)
    speaker = f" {claim.text_in('speaker', fmt.language)}, {fmt.date(claim.said_on)}."
    return text + speaker if len(text + speaker) <= MAX_DESCRIPTION else shortened(text)
