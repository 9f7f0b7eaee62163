"""Pages made from rows: a claim has its own, whose title says what became of it."""

import pytest
import yaml

from scripts.content import claim_texts, generated_pages
from tests import editions
from tests.rendered import html as html_of


@pytest.mark.parametrize(("cells", "word"), [
    ({"counted_as": "promise", "verdict": "held"}, "Kept"), ({"counted_as": "promise", "verdict": "changed"}, "Off or on hold"),
    ({"counted_as": "promise", "verdict": "changed", "now_due": "2099"}, "Put back"),
    ({"counted_as": "sentence", "verdict": "held"}, "True"),
    ({"counted_as": "sentence", "verdict": "changed"}, "Changed"),
])
def test_a_promise_is_named_by_what_became_of_it_and_a_statement_by_its_verdict(facts, cells, word):
    claim = facts.of_kind("claims")[0].model_copy(update={"now_due": None} | cells)
    assert claim_texts.outcome_of(claim, editions.current("en").fmt) == word


def test_each_claim_has_a_page_whose_title_says_what_became_of_it(each_edition):
    fronts = [
        yaml.safe_load(text.split("---")[1])
        for name, text in generated_pages.pages(each_edition)
        if name.startswith("scorecard/") and not name.endswith("/digest")
    ]
    titles = {front["claim"]: front["title"] for front in fronts}
    assert list(titles) == [claim.key for claim in each_edition.facts.of_kind("claims")]
    for claim in each_edition.facts.of_kind("claims"):
        assert titles[claim.key].startswith(claim_texts.outcome_of(claim, each_edition.fmt))
        assert claim.text_in("said_in", each_edition.language).rstrip(".") in titles[claim.key]


def test_a_claim_with_quotes_and_colons_keeps_its_front_matter(facts):
    edition = editions.current("en")
    nasty = facts.of_kind("claims")[0].model_copy(update={"said_in": 'He said: "no" # and left\\', "evidence": "Short: \"x\"."})
    front = yaml.safe_load(
        generated_pages.front_matter(
            title=claim_texts.title_of(nasty, edition.fmt), description=claim_texts.description_of(nasty, edition.fmt)
        ).split("---")[1]
    )
    assert 'He said: "no" # and left\\' in front["title"]
    assert front["description"].startswith('Short: "x".')


def test_a_claims_page_shows_verdict_changes_evidence_and_the_way_back(facts):
    change = facts.of_kind("history")[0]
    text = html_of(f"<!-- page: scorecard/{change.claim_id} -->\n\n/// claim | {change.claim_id}\n///\n")
    assert f'id="h-{change.key}"' in text and change.because.split(";")[0] in text
    assert "Verdict moved (" in text
    assert f'href="../scorecard.md#{change.claim_id}"' in text and 'href="../method.md#verdicts"' in text
    for source in change.source_ids:
        assert f"#src-{source}" in text
    assert text.count("<h1") == 1
