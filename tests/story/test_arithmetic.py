"""Of this story: each computed figure against the research notes."""

from __future__ import annotations

import pytest

NOTES = {
    "autonation-new-2018": 310_900, "autonation-new-2023": 244_546, "autonation-new-2024-q3": 63_150, "autonation-new-2024-q4": 71_410,
    "autonation-new-2024": 254_700, "autonation-new-2025": 259_264, "autonation-used-2024-q4": 64_800, "autonation-used-2024": 265_900,
    "autonation-lead-2021": 1_665, "alpine-h1-2019": 2_850, "alpine-h1-2024-estimate": 2_710, "alpine-q3-2025": 2_379,
    "alpine-q4-2025": 3_576,
    "alpine-target-share-2025": 7, "alpine-france-2020": 744, "alpine-uk-2024": 315, "a310-production-all": 11_616,
}


@pytest.mark.slow  # a correction is published first, and this list follows
def test_figures_of_the_story_are_those_of_the_research_notes(facts):
    assert {key: facts.figure(key).number for key in NOTES if facts.figure(key).computed} == NOTES
