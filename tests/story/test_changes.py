"""Of this story: what the pull request says of a change of its figures, verdicts, charts and pages."""

import shutil

from scripts.tools import changes
from tests import checkout
from tests.editions import everything, figure_text


def test_every_kind_of_change_is_told_before_and_after(published):
    checkout.change(published / "data/alpine_sales.csv", f",{figure_text('alpine-2025').replace(',', '')},", ",1960,")
    checkout.change(published / "data/claims.csv", ",missed,", ",pending,")
    checkout.change(published / "docs/fr/method.md", "\n# ", "\n# Avant ")
    checkout.change(published / "site/charts/us-plan/us-plan.svg", "<svg/>", "<svg></svg>")
    checkout.change(published / "site/charts/us-plan/us-plan.json", "The plan", "Their plan")
    shutil.rmtree(published / "site/fr/charts/us-plan")
    summary = changes.summary(published, everything())
    assert f"| `alpine-2025` | 1,960 | {figure_text('alpine-2025')} | `docs/en/index.md:" in summary
    assert "| pending | missed |" in summary
    read_again = next(line for line in summary.splitlines() if "| pending | missed |" in line).split(" | ")[-1]
    assert "`data/quotes.csv:" in read_again and "`data/claims.csv:" in read_again and "`docs/digest/fr/scorecard.md`" in read_again
    assert "- `us-plan.en`: “Their plan” → “The plan”" in summary and "- `us-plan.fr`: new" in summary
    assert "- `method.md` changed in fr only. Do the editions still say the same?" in summary


def test_what_make_check_asks_is_asked_on_the_summary_too(published, monkeypatch):
    monkeypatch.setattr(changes.values, "questions", lambda facts: ["data/claims.csv:7: evidence_en: 10,970 is the figure of no row"])
    assert (
        "### Questions\n\n- data/claims.csv:7: evidence_en: 10,970 is the figure of no row\n"
        in changes.summary(published, everything())
    )
