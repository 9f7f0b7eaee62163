"""Fares by month from both quays; a month without a fare breaks the line."""

from itertools import groupby

from scripts.drawing.rows import Row


def rows(facts):
    """One row a quay and month, each quay's months in their order."""
    records = sorted(facts.select("fares"), key=lambda record: (record.port, record.month))
    return [
        Row.of(
            record,
            id=f"{record.port[:5].lower()} {record.month}",
            month=record.month,
            port=record.each("port"),
            fare=record.fare,
        )
        for record in records
    ]


def draw(sheet, rows, fmt):
    """On x months of the year, on y euros."""
    sheet.scale(x=(4.7, 9.3), y=(0, None))
    placed = [row.with_cells(at=row["month"].first_day.month) for row in rows]
    by_quay = groupby(placed, key=lambda row: row["port"]["en"])
    for (_, months), color, up in zip(by_quay, ("accent", "context"), (0.8, -1.6), strict=True):
        months = list(months)
        sheet.line(months, x="at", y="fare", color=color, stroke=2)
        sheet.dots(months, x="at", y="fare", color=color, size=0.6)
        first = months[0]
        sheet.label(fmt.in_language(first["port"]), x=first["at"], y=first["fare"], dy=up, color="ink")
    for row in months:
        month = fmt.month_name(row["month"].first_day, short=True)
        sheet.label(month, x=row["at"], y=0, align="center", baseline="top")
