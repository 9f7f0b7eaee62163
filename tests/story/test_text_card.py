"""Of this story: share images of claims: their size and weight, that two runs agree, and that words stay on the card whatever they are."""

from __future__ import annotations

import pytest

from scripts import paths
from scripts.drawing import draw
from scripts.outputs import share_cards
from scripts.problems import ProblemsFound
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


def test_a_card_that_is_too_heavy_names_the_claim(each_edition, monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "share_files", lambda language: tmp_path / language)
    monkeypatch.setattr(draw, "MAX_PNG_BYTES", 100)
    with pytest.raises(ProblemsFound) as found:
        share_cards.write_images(each_edition)
    assert found.value.problems[0].file.startswith("data/claims.csv") and "the share image of s01" in found.value.problems[0].message
