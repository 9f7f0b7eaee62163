"""Of this story: figures and dates in the form of each edition. In French a narrow no-break space (U+202F) holds figures together."""

from __future__ import annotations

from tests.test_forms import says


def test_the_story_s_own_headline_figures(facts, says):
    assert says["en"].figure(facts.figure("autonation-new-2021")) == "262,403"
    assert says["fr"].figure(facts.figure("autonation-new-2021")) == "262\u202f403"
    assert says["fr"].figure(facts.figure("autonation-revenue-2021")) == "25,8 milliards de dollars"
    assert says["fr"].figure(facts.figure("us-bev-sales-2022")) == "800\u202f000"
    assert says["en"].figure(facts.figure("autonation-new-2024")) == "254,700"
