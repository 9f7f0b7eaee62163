"""Fares by month from both quays; a month without a fare breaks the line."""

from itertools import groupby

from scripts.drawing.chart import Row
from scripts.drawing.plot import label, line, ticks


def rows(facts):
    """One row a quay and month, each quay's months in their order."""
    records = sorted(facts.tables["fares"], key=lambda record: (record.port, record.month))
    return [Row.of(record, id=f"{record.port[:5].lower()} {record.month}", month=record.month, port=record.each("port"), fare=record.fare) for record in records]


def marks(rows, fmt):
    """Places on x are months of the year, on y euros."""
    placed = [row.also(at=row["month"].first_day.month) for row in rows]
    for (_, own), color in zip(groupby(placed, key=lambda row: row["port"]["en"]), ("accent", "context"), strict=True):
        own = list(own)
        yield line(own, x="at", y="fare", color=color, width=2, dots=0.6)
        yield label(fmt.in_language(own[0]["port"]), x=own[0]["at"], y=own[0]["fare"], dy=0.8 if color == "accent" else -1.6, color="ink")
    yield ticks({row["at"]: fmt.date(row["month"], short=True).split(" ")[0] for row in placed})


SCALE = {"x": (4.7, 9.3), "y": (0, None)}
