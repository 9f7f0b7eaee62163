"""Lists the facts that are due to be looked up again, with search terms. `python -m scripts.tools stale [--on DAY] [--within DAYS]`."""

import datetime as dt

from scripts.facts import dataset, freshness


def listing(dues: list[freshness.Due], day: dt.date, within: int) -> str:
    """The rows due on `day` or within so many days of it, as text for an editor; the most important of a day first."""
    near = [due for due in dues if due.good_until < day + dt.timedelta(days=within)]
    near.sort(key=lambda due: (not due.overdue(day), due.importance, due.good_until, due.row.place))
    lines = []
    for due in near:
        state = f"overdue since {due.good_until}" if due.overdue(day) else f"good until {due.good_until}"
        name = f" ({due.row.key})" if due.row.key else ""
        lines.append(f"{state}  importance {due.importance}  {due.row.place}{name}  last checked {due.checked}")
        lines.append(f"    search: {due.search}")
    late = sum(due.overdue(day) for due in near)
    lines.append(
        f"{late} overdue on {day}, {len(near) - late} more within {within} days, {len(dues) - len(near)} later"
    )
    return "\n".join(lines) + "\n"


def main(on: dt.date, within: int) -> None:
    facts = dataset.load_dataset()
    dues = freshness.due(facts, freshness.load(facts), on.year)
    print(listing(dues, on, within), end="")
