"""Claims as pages speak of them: the word for an outcome, and the page that disputes one."""

from scripts.facts.records import ClaimRow
from scripts.index.written import WrittenPage
from scripts.language.formatter import Formatter

GROUPS = {"promises": ("promise",), "article": ("sentence", "aside")}
"""Group of claims on the scorecard -> how its rows are counted."""


def outcome_of(claim: ClaimRow, fmt: Formatter) -> str:
    """The verdict in the word that suits it: of a promise what became of it, of a statement that holds `True`."""
    if claim.counted_as == "promise":
        return fmt.word(f"promise.{claim.state}")
    return fmt.word("stated.held" if claim.verdict == "held" else f"verdict.{claim.verdict}")


def disputes(pages: dict[str, WrittenPage]) -> dict[str, str]:
    """Claim -> name of the page that shows what sources say against each other on it (its section `{#disagree}`)."""
    return {claim: page.name for page in pages.values() for claim in page.disputed}
