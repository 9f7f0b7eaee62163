"""A year of AutoNation's trade, a row a month, a square a day: when a year of Alpines would be sold, and the target."""

import datetime as dt
from itertools import pairwise

from scripts.drawing.rows import Row

FIRST, TRADE = dt.date(2025, 1, 1), "autonation-new-2025"
"""The first day of the year of AutoNation's pace, and the vehicles that it sold in that year."""
STRETCHES = {
    "sold": ("autonation-days-alpine-2025", "alpine-2025"),
    "target": ("autonation-days-target", "alpine-target-2030"),
}
"""Stretch of the year -> the figures of its days and of the cars sold in them, the shortest first."""
SQUARES = ("accent", "warm-soft", "warm", "line")
"""The colours of the days until the first date, until the second, of the second, and of the rest of the year."""
WORDS = {"sold": "accent", "target": "warm"}
"""The colours of words on a stretch."""
SIDE = 0.86
"""Of a square, where the next day is 1 away."""
NAMES, FINDINGS = 2.9, (3, 6.8)
"""How far right the days begin; on a phone, over them, how far down each date and what would be sold by then. In em."""


def rows(facts):
    trade = facts.figure(TRADE).number
    stretches = []
    for name, keys in STRETCHES.items():
        days, cars = map(facts.figure, keys)
        day = FIRST + dt.timedelta(int(days.number) - 1)
        stretches.append(Row.of(days, what=name, cars=cars.number, days=days.number, trade=trade, day=day))
    return stretches


def values(rows, fmt):
    days, trade = {f"day_{row['what']}": fmt.day_of_year(row["day"]) for row in rows}, rows[0]["trade"]
    return days | {"pace": str(FIRST.year), "trade": fmt.number(trade, 0), "a_day": fmt.number(trade / 365, 0)}


def draw(sheet, rows, fmt):
    """The supposition over the year, and beside the month of each date what follows."""
    sheet.use_pixels()
    em = sheet.em
    narrow = sheet.shape == "narrow"
    width = sheet.width / em - 0.4
    big = sheet.choose(1.9, poster=1.6, card=1.4)
    small = sheet.choose(1, poster=0.95, card=0.85)
    left = NAMES * em
    top = round(sheet.choose(2.3, narrow=11.7, card=1.9) * em)
    foot = sheet.choose(0, narrow=2 * em)  # for the last words, which stand under the days on a phone, else beside them
    month = (sheet.height - top - foot) // 6 / 2  # half a pixel: names of months would dance about their rows
    day = min((width * em - left) / 31, month / sheet.choose(1.3, poster=1.6))
    lines = width if narrow else None
    sheet.label(fmt.text("first"), x=0, y=0, baseline="top", color="ink", bold=True, width=lines, room=width)
    _draw_days(sheet, rows, x=(left, left + 31 * day), y=(top + 12 * month, top), deep=SIDE * day / month)
    ends = {row["day"].month - 1: WORDS[row["what"]] for row in rows}
    for number in range(0, 12, sheet.choose(1, card=2)):  # a card, which is low, has room for every second
        name = fmt.month_name(FIRST.replace(month=number + 1), short=True)
        y, color = top + number * month + SIDE / 2 * day, ends.get(number, "soft")
        sheet.label(
            name, x=0, y=y, dy=0.08, baseline="middle", color=color, bold=number in ends, size=small, room=NAMES - 0.4
        )
    x = 0 if narrow else left + 31 * day + 0.8 * em
    room = width - x / em
    look = {"x": x, "room": room, "baseline": "top"}
    for row, down in zip(rows, FINDINGS, strict=True):
        y = down * em if narrow else top + (row["day"].month - 1) * month - 0.3 * big * em
        sheet.label(fmt.text(f"by_{row['what']}"), y=y, color=WORDS[row["what"]], bold=True, size=big, **look)
        under, lines = y + 1.2 * big * em, None if narrow else room
        sheet.label(fmt.text(f"said_{row['what']}"), y=under, color="ink", size=small, width=lines, **look)
    lines = sheet.choose(room, card=None)
    sheet.label(fmt.text("aside"), x=x, y=sheet.height, baseline="bottom", size=small, width=lines, room=room)


def _draw_days(sheet, rows, *, x, y, deep):
    """A square a day, a row a month, in the colour of its stretch."""
    days = [FIRST + dt.timedelta(number) for number in range(365)]
    sold, target = (int(row["days"]) for row in rows)
    ends = pairwise([0, sold, target - 1, target, 365])
    for color, (start, end) in zip(SQUARES, ends, strict=True):
        outline = ""
        for date in days[start:end]:
            across, down = date.day - 1, date.month - 1
            outline += f"M{across} {down}H{across + SIDE}V{down + deep:.3f}H{across}Z"
        sheet.path(outline, x=x, y=y, box=(31, 12), color=color)
