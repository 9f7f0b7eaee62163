"""Of this story: verdicts against the calendar, and the chain of their changes: each rule with a sample that breaks it."""

from __future__ import annotations

from scripts.checks import verdicts
from scripts.facts import dataset
from tests import editions


def test_an_example_of_a_verdict_is_a_claim_that_has_it():
    facts = dataset.load_dataset()
    claim = next(claim for claim in facts.of_kind("claims") if claim.verdict == "pending")
    text = "# A\n\n**NAME.**\nWhat it means. {{ verdict: KEY }}\n\nElsewhere {{ verdict: KEY }}.\n".replace("KEY", claim.key)
    said = {name: [(one.line, one.message) for one in verdicts.examples(facts, {"en": {"a": editions.page_of("a", text.replace("NAME", name))}})] for name in ("Open", "Missed")}
    assert said == {"Open": [], "Missed": [(4, f"{claim.key!r} is 'pending' and stands as an example of 'missed'; expected: a claim with that verdict")]}
