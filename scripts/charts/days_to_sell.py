"""A year of AutoNation's trade as a calendar: when it would have sold a year of Alpines, and when the target."""

import datetime as dt
from math import ceil

from scripts.drawing.chart import Row
from scripts.drawing.plot import label, path

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
BIG, SAID = {"wide": 1.8, "narrow": 1.8, "poster": 1.6, "card": 1.4}, {"wide": 1, "card": 0.9}
"""Size of the days, and of what they bring; the second day, `LESS` of the first's size, is not the message."""
LESS = 0.8
SIDE_BY_SIDE = {"poster", "card"}
"""Where the two sentences halve the width."""
HEADS = {"wide": 4.2, "narrow": 7.9, "poster": 4.2, "card": 3.25}
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
    em, head, strips, under = sheet.em, HEADS[sheet.shape] * sheet.em, STRIPS[sheet.shape], 2.7 * sheet.em
    weeks = ceil(365 / 7 / strips)
    side = min(sheet.width / weeks, ((sheet.height - head) / strips - under) / 7)
    squares, ends = dict.fromkeys(COLORS, ""), {row["day"]: number for number, row in enumerate(rows)}
    day = dt.date(PACE, 1, 1)
    while day.year == PACE:
        strip = (day.month - 1) * strips // 12
        start = dt.date(PACE, strip * 12 // strips + 1, 1)
        x = (start.weekday() + (day - start).days) // 7 * side
        top = head + strip * (7 * side + under) + 1.4 * em
        y, below = top + day.weekday() * side, {"y": top + 7 * side, "baseline": "top"}
        if day.day <= 7 and not day.weekday():  # over its first whole week
            month = fmt.date(f"{day:%Y-%m}", short=True)[:-5]
            yield label({"wide": month, "card": month[0].upper()}, x=x, y=top - 1.4 * em, baseline="top")
        name = next((row["id"] for row in rows if day <= row["day"]), "rest")
        squares[name] += f"M{x:.1f} {y:.1f}H{x + 0.86 * side:.1f}V{y + 0.86 * side:.1f}H{x:.1f}Z"
        if day in ends:
            words, look = fmt.date(day, short=True)[:-5], {"color": WORDS[name], "bold": True}
            yield label(words, x=x + side * 0.43, align="center", size={"wide": 1, "card": 0.9}, **below, **look)
            # In a wide picture the second sentence stands over its day.
            right = ends[day] * (x if sheet.shape == "wide" else sheet.width * 0.52)
            at, down = (0, ends[day] * 3.7 * em) if sheet.shape == "narrow" else (right, 0)
            half = name == "sold" and sheet.shape in SIDE_BY_SIDE
            room, free = (sheet.width * (0.52 if half else 1) - at) / em - 0.4, (sheet.width - x) / em - 2
            size, foot = BIG[sheet.shape], down + (1.25 * BIG[sheet.shape]) * em
            size *= LESS ** ends[day]
            yield label(fmt.text(f"by_{name}"), x=at, y=foot, baseline="bottom", size=size, **look)
            said = {"x": at, "y": foot, "baseline": "top", "color": "ink", "size": SAID, "room": room}
            yield label(fmt.text(f"said_{name}"), **said)
        day += dt.timedelta(1)
    end = {"wide": weeks * side, "card": sheet.width}
    aside = {"size": {"wide": 1, "card": 0.9}, "align": "right", "room": free, "shapes": SIDE_BY_SIDE}
    yield label(fmt.text("aside"), x=end, **below, **aside)
    box = (sheet.width, sheet.height)
    for name, color in COLORS.items():
        yield path(squares[name], x=(0, sheet.width), y=(sheet.height, 0), box=box, color=color)
