"""Lists the facts that are due to be looked up again, with search terms: `make stale`."""

import datetime as dt

from scripts.facts import dataset, freshness

NEAR = dt.timedelta(days=30)
"""What falls due within this time is listed too."""


def listing(dues: list[freshness.Due], day: dt.date) -> str:
    """The rows due on `day` or soon after it, as text for an editor; the most important of a day first."""
    near = [due for due in dues if due.good_until < day + NEAR]
    near.sort(key=lambda due: (not due.overdue(day), due.importance, due.good_until, due.row.place))
    lines = []
    for due in near:
        state = f"overdue since {due.good_until}" if due.overdue(day) else f"good until {due.good_until}"
        name = f" ({due.row.key})" if due.row.key else ""
        lines.append(f"{state}  importance {due.importance}  {due.row.place}{name}  last checked {due.checked}")
        lines.append(f"    search: {due.search}")
    late = sum(due.overdue(day) for due in near)
    soon = len(near) - late
    lines.append(f"{late} overdue on {day}, {soon} more within {NEAR.days} days, {len(dues) - len(near)} later")
    return "\n".join(lines)


def main() -> None:
    facts = dataset.load_dataset()
    today = dt.date.today()
    print(listing(freshness.due(facts, freshness.load(facts), today.year), today))
