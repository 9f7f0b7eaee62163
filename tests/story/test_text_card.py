"""Of this story: share images of claims: their size and weight, that two runs agree, and that words stay on the card whatever they are."""

from __future__ import annotations

from scripts.outputs import share_cards
from tests import editions


def test_a_claim_is_shared_with_its_own_card_and_other_pages_with_their_sections():
    ours = editions.current("en")
    claim = ours.facts.of_kind("claims")[0]
    image = share_cards.of(ours, f"scorecard/{claim.key}")
    address, alt = image.address, image.alt
    assert address.endswith(f"share/scorecard/{claim.key}.png") and claim.said_in.rstrip(".") in alt
    assert share_cards.of(ours, "sources/2023").address.endswith("share/sources.png")
    assert share_cards.of(ours, "method").address.endswith("share/method.png")
    assert share_cards.of(ours, "timeline").address.endswith("charts/us-plan/card.png"), "a page with a chart is shown by its first chart"
