"""`make stale`: what is due to be looked up again, the most important first."""

import datetime as dt
import re

from scripts.facts import freshness
from scripts.tools import __main__ as tools
from scripts.tools import stale


def test_the_listing_names_row_age_and_search(facts):
    items = freshness.due(facts, freshness.load(facts), 2027)
    text = stale.listing(items, dt.date(2027, 3, 1))
    first = text.splitlines()[0]
    assert first.startswith("overdue since ") and "importance 1" in first and "data/" in first and "last checked" in first
    assert text.splitlines()[1].startswith("    search: ")
    importances = [line.split("importance ")[1][0] for line in text.splitlines() if line.startswith("overdue")]
    assert importances == sorted(importances)
    late = sum(item.overdue(dt.date(2027, 3, 1)) for item in items)
    assert text.splitlines()[-1].startswith(f"{late} overdue on 2027-03-01")


def test_the_command_lists_what_is_due(capsys):
    assert tools.main(["stale"]) == 0
    assert re.search(r"\d+ overdue on \d{4}-\d\d-\d\d, \d+ more within 30 days, \d+ later\n$", capsys.readouterr().out)
