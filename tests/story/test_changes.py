"""Of this story: what the pull request says of a change: figures, verdicts, charts and pages before and after, and
nothing where nothing changed.
"""

from __future__ import annotations

import shutil

from scripts.tools import changes
from tests.editions import everything, figure_text
from tests.test_changes import base, replace


def test_every_kind_of_change_is_told_before_and_after(base):
    replace(base / "data/alpine_sales.csv", f",{figure_text('alpine-2025').replace(',', '')},", ",1960,")
    replace(base / "data/claims.csv", ",missed,", ",pending,")
    replace(base / "docs/fr/method.md", "\n# ", "\n# Avant ")
    replace(base / "site/charts/us-plan/us-plan.svg", "<svg/>", "<svg></svg>")
    replace(base / "site/charts/us-plan/us-plan.json", "The plan", "Their plan")
    shutil.rmtree(base / "site/fr/charts/us-plan")
    summary = changes.summary(base, everything())
    assert f"| `alpine-2025` | 1,960 | {figure_text('alpine-2025')} | `docs/en/index.md:" in summary
    assert "| pending | missed |" in summary
    read_again = next(line for line in summary.splitlines() if "| pending | missed |" in line).split(" | ")[-1]
    assert "`data/quotes.csv:" in read_again and "`data/claims.csv:" in read_again and "`docs/digest/fr/scorecard.md`" in read_again
    assert "- `us-plan.en`: “Their plan” → “The plan”" in summary and "- `us-plan.fr`: new" in summary
    assert "- `method.md` changed in fr only. Do the editions still say the same?" in summary


def test_what_make_check_asks_is_asked_on_the_summary_too(base, monkeypatch):
    monkeypatch.setattr(changes.values, "questions", lambda facts: ["data/claims.csv:7: evidence_en: 10,970 is the figure of no row"])
    assert (
        "### Questions\n\n- data/claims.csv:7: evidence_en: 10,970 is the figure of no row\n"
        in changes.summary(base, everything())
    )
