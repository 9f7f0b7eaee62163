"""A year of AutoNation's trade as a calendar: when it would have sold a year of Alpines, and when the target."""

import datetime as dt
from math import ceil

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, label, path

PACE, TRADE = 2025, "autonation-new-2025"
"""The year of AutoNation's pace, whose calendar it is, and the vehicles that it sold in it."""
STRETCHES = {
    "sold": ("autonation-days-alpine-2025", "alpine-2025"),
    "target": ("autonation-days-target", "alpine-target-2030"),
}
"""Stretch of the year -> the figures of its days and of the cars sold in them, the shortest first."""
COLORS = {"sold": "accent", "target": "warm-soft", "rest": "line"}
WORDS = {"sold": "accent", "target": "warm"}
"""The colours of squares, and of words on them."""
STRIPS = {"wide": 1, "narrow": 2, "poster": 2, "card": 1}
"""In how many strips the year stands, one under the other."""
BIG = {"wide": 1.8, "poster": 1.6, "card": 1.4}
"""Size of the days."""
HEADS = {"wide": 5.7, "narrow": 9.4, "poster": 5.7, "card": 3.9}
"""How far down the calendar begins, in em."""


def rows(facts):
    trade, found = facts.figure(TRADE).number, []
    for name, keys in STRETCHES.items():
        days, cars = map(facts.figure, keys)
        day = dt.date(PACE, 1, 1) + dt.timedelta(int(days.number) - 1)
        found.append(Row.of(days, id=name, what=name, cars=cars.number, days=days.number, trade=trade, day=day))
    return found


def values(rows, fmt):
    trade = rows[0]["trade"]
    days = {f"day_{row['id']}": fmt.date(row["day"])[:-5] for row in rows}
    return days | {"pace": str(PACE), "trade": fmt.number(trade, 0), "a_day": fmt.number(trade / 365, 0)}


def picture(rows, fmt, sheet):
    """Two sentences over the days of the year: a column a week, a square a day."""
    em, head = sheet.em, HEADS[sheet.shape] * sheet.em
    for number, row in enumerate(rows):
        x, y = (0, number * 3.7 * em) if sheet.shape == "narrow" else (number * sheet.width / 2, 0)
        yield label(fmt.text(f"by_{row['id']}"), x=x, y=y, baseline="top", color=WORDS[row["id"]], bold=True, size=BIG)
        yield label(fmt.text(f"said_{row['id']}"), x=x, y=y + 2.25 * em, baseline="top", color="ink")
    yield from _calendar(rows, fmt, sheet, head)


def _calendar(rows, fmt, sheet, head):
    em, strips, under = sheet.em, STRIPS[sheet.shape], 2.7 * sheet.em
    weeks = ceil(366 / 7 / strips) + 1
    side = min(sheet.width / weeks, ((sheet.height - head) / strips - under) / 7)
    squares, ends = dict.fromkeys(COLORS, ""), {row["day"]: row["id"] for row in rows}
    day = dt.date(PACE, 1, 1)
    while day.year == PACE:
        strip = (day.month - 1) * strips // 12
        start = dt.date(PACE, strip * 12 // strips + 1, 1)
        week = (start.weekday() + (day - start).days) // 7
        x, top = week * side, head + strip * (7 * side + under) + 1.4 * em
        if day.day == 1:
            month = fmt.date(f"{day:%Y-%m}", short=True)[:-5]
            # A month that begins within a week is named over its first whole one.
            over = (week + (start < day and day.weekday() > 0)) * side
            yield label({"wide": month, "card": month[0].upper()}, x=over, y=top - 1.4 * em, baseline="top")
        name = next((row["id"] for row in rows if day <= row["day"]), "rest")
        y = top + day.weekday() * side
        squares[name] += f"M{x:.1f} {y:.1f}H{x + side * 0.86:.1f}V{y + side * 0.86:.1f}H{x:.1f}Z"
        if day in ends:
            words, color = fmt.date(day, short=True)[:-5], WORDS[ends[day]]
            place = {"x": x + side * 0.43, "y": top + 7 * side, "align": "center", "baseline": "top"}
            yield label(words, color=color, bold=True, size={"wide": 1, "card": 0.9}, **place)
        day += dt.timedelta(1)
    yield label(fmt.text("square"), x=0, y=head - 0.2 * em, shapes=BUT_CARD)
    end = {"wide": (weeks - 1) * side, "card": sheet.width}
    place = {"x": end, "y": top + 7 * side, "align": "right", "baseline": "top"}
    aside = {"card": fmt.text("aside_card"), "poster": fmt.text("aside")}
    yield label(aside, size={"wide": 1, "card": 0.9}, shapes=set(aside), **place)
    box = (sheet.width, sheet.height)
    for name, color in COLORS.items():
        yield path(squares[name], x=(0, sheet.width), y=(sheet.height, 0), box=box, color=color)
