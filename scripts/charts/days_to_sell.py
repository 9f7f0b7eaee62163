"""A year of AutoNation's trade as a calendar: by which day it would have sold a year of Alpines, and by which the target."""

import datetime as dt

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, label, path

PACE, TRADE = 2025, "autonation-new-2025"
"""The year of AutoNation's pace, whose calendar it is, and the vehicles that it sold in it."""
STRETCHES = {"sold": ("autonation-days-alpine-2025", "alpine-2025", "accent"), "target": ("autonation-days-target", "alpine-target-2030", "warm-soft"), "rest": (None, None, "line")}
PARTS = {"wide": 1, "narrow": 2, "poster": 2, "card": 1}
"""In how many strips the year stands, one under the other."""


def rows(facts):
    found = [(name, facts.figure(days), facts.figure(cars)) for name, (days, cars, _) in STRETCHES.items() if days]
    return [Row.of(days, id=name, what=name, cars=cars.number, days=days.number, trade=facts.figure(TRADE).number, day=dt.date(PACE, 1, 1) + dt.timedelta(int(days.number) - 1)) for name, days, cars in found]


def values(rows, fmt):
    sold = rows[0]["trade"]
    return {f"day_{row['id']}": fmt.date(row["day"])[:-5] for row in rows} | {"pace": str(PACE), "trade": fmt.number(sold, 0), "a_day": fmt.number(sold / 365, 0)}


def picture(rows, fmt, sheet):
    """Two sentences over the days of the year: a column a week, a square a day."""
    em, parts, narrow = sheet.em, PARTS[sheet.shape], sheet.shape == "narrow"
    for number, (row, color) in enumerate(zip(rows, ("accent", "warm"), strict=True)):
        x, y = (0, number * 3.7 * em) if narrow else (number * sheet.width / 2, 0)
        yield label(fmt.text(f"by_{row['id']}"), x=x, y=y, baseline="top", color=color, bold=True, size=1.8)
        yield label(fmt.label(row["what"]), x=x, y=y + 2.25 * em, baseline="top", color="ink")
    head = (9.4 if narrow else 4.2 if sheet.shape == "card" else 5.7) * em
    yield label(fmt.text("square"), x=0, y=head - 0.2 * em, baseline="bottom", shapes=BUT_CARD)
    columns = -(-366 // 7 // parts) + 1
    side = min(sheet.width / columns, ((sheet.height - head) / parts - 2 * em) / 7)
    days = [dt.date(PACE, 1, 1) + dt.timedelta(number) for number in range((dt.date(PACE + 1, 1, 1) - dt.date(PACE, 1, 1)).days)]
    squares = dict.fromkeys(STRETCHES, "")
    for day in days:
        part = (day.month - 1) * parts // 12
        start = dt.date(PACE, part * 12 // parts + 1, 1)
        column, top = (start.weekday() + (day - start).days) // 7, head + part * (7 * side + 2 * em) + 1.4 * em
        if day.day == 1:
            month = fmt.date(f"{day:%Y-%m}", short=True)[:-5]
            yield label({"wide": month, "card": month[0].upper()}, x=(column + (start < day and day.weekday() > 0)) * side, y=top - 1.4 * em, baseline="top")
        name = next((row["id"] for row in rows if day <= row["day"]), "rest")
        x, y = column * side, top + day.weekday() * side
        squares[name] += f"M{x:.1f} {y:.1f}H{x + side * 0.86:.1f}V{y + side * 0.86:.1f}H{x:.1f}Z"
    for name, (*_, color) in STRETCHES.items():
        yield path(squares[name], x=(0, sheet.width), y=(sheet.height, 0), box=(sheet.width, sheet.height), color=color)
